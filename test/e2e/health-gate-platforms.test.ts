// Deployments of platforms, by local servers that answer as their APIs are documented to.
import { runMain } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serve } from '../../packages/http/test/zoo.ts';

/** Answers of one resource after another; the last one stays. */
interface Platform {
  readonly path: string;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
  readonly inputs: Readonly<Record<string, string>>;
}

const commit = 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d';
const koyeb = (status: string) => ({ deployment: { id: '31e3', app_id: '9f1c', status, messages: [`is ${status}`] } });
/** `desiredStatus` is what RunPod wants it to be; the ports stand there when it is. */
const pod = (status: string, ports: unknown = null) => ({
  id: 'xedezhzb9la3ye',
  desiredStatus: status,
  publicIp: ports === null ? '' : '100.65.0.119',
  portMappings: ports,
});
const deploy = (state: string) => ({
  id: '63c1',
  state,
  commit_ref: commit,
  error_message: state === 'error' ? 'Build script returned non-zero exit code: 2' : null,
});
const statuses = (...states: string[]) =>
  states.map((state, index) => ({ id: 9 - index, state, environment: 'production' }));

const platforms: Readonly<Record<string, Platform>> = {
  Koyeb: {
    path: '/v1/deployments/31e3',
    good: ['PENDING', 'PROVISIONING', 'STARTING', 'HEALTHY'].map(koyeb),
    bad: ['PENDING', 'ERRORING'].map(koyeb),
    inputs: {
      until: '$.deployment.status == "HEALTHY"',
      'fail-when': '$.deployment.status one-of ["ERRORING", "ERROR", "CANCELING", "CANCELED", "STOPPING", "STOPPED"]',
    },
  },
  RunPod: {
    path: '/v1/pods/xedezhzb9la3ye',
    good: [pod('RUNNING'), pod('RUNNING', { 22: 10341 })],
    bad: [pod('RUNNING'), pod('EXITED')],
    inputs: {
      until: '$.desiredStatus == "RUNNING"\n$.portMappings["22"] exists',
      'fail-when': '$.desiredStatus one-of ["EXITED", "TERMINATED"]',
    },
  },
  Netlify: {
    path: '/api/v1/deploys/63c1',
    good: ['new', 'building', 'uploaded', 'ready'].map(deploy),
    bad: ['building', 'error'].map(deploy),
    inputs: {
      until: '$.state == "ready"',
      'fail-when': '$.state one-of ["error", "rejected"]',
      'version-path': '$.commit_ref',
      'expect-version': commit,
    },
  },
  GitHub: {
    path: '/repos/acme/app/deployments/42/statuses',
    good: [[], statuses('in_progress', 'queued'), statuses('success', 'in_progress', 'queued')],
    bad: [[], statuses('failure', 'in_progress')],
    inputs: { until: '$[0].state == "success"', 'fail-when': '$[0].state one-of ["failure", "error"]' },
  },
};

describe.each(Object.entries(platforms))('a deployment of %s', (_, { path, good, bad, inputs }) => {
  let server: Running;
  let answers: readonly unknown[] = [];
  let asked = 0;
  beforeAll(async () => {
    server = await serve((request, response) => {
      const known = request.url === path && request.headers.authorization === 'Bearer planted-platform-token';
      const answer = answers[Math.min(asked++, answers.length - 1)];
      response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  afterAll(() => server.close());
  const wait = (list: readonly unknown[]) => {
    [answers, asked] = [list, 0];
    const url = `http://127.0.0.1:${server.port}${path}`;
    const headers = 'Authorization: Bearer planted-platform-token';
    // No warm-up: what until waits for is waited for none the less.
    const timing = { interval: '50ms', warmup: '0s', successes: '1', deadline: '10s' };
    return runMain('health-gate', { inputs: { url, headers, ...timing, ...inputs } });
  };

  it('is waited for', async () => {
    const main = await wait(good);
    expect(main.errors).toEqual([]);
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'passed', samples: String(good.length) });
    expect(main.stdout).toContain('not yet: ');
    expect(main.stdout + main.summary).not.toContain('planted-platform-token');
  });

  it('that failed is not waited for', async () => {
    const main = await wait(bad);
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'failed', samples: String(bad.length) });
    expect(main.errors.at(-1)).toMatch(/^E_UNHEALTHY: .*fail-when: .* holds, it is "/);
  });
});
