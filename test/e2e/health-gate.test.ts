import { readFileSync } from 'node:fs';
import {
  findLeaks,
  findLeaksInFolder,
  type PhaseResult,
  runMain,
  type Step,
  step,
  watchCommandLines,
} from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KeyPair, openZoo, serve, type Zoo } from '../../packages/http/test/zoo.ts';
import { readLab } from '../lab/state.ts';
import { openBoxes, silentServer } from './health-gate-world.ts';

const lab = readLab();
const boxes = openBoxes(lab);
const steps: Step[] = [];
const fast = { interval: '200ms', warmup: '300ms', deadline: '30s' };
/** A server that answers: what stands for GitHub's API. */
const api = { GITHUB_API_URL: `http://${lab.redis.host}:${lab.redis.port}` };

function prepare(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = api): Step {
  const one = step('health-gate', { inputs: { ...fast, ...inputs }, env });
  steps.push(one);
  return one;
}
const gate = (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Promise<PhaseResult> =>
  prepare(inputs, env).main();
const reportOf = ({ outputs }: PhaseResult) => JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));

afterEach(() => {
  for (const one of steps.splice(0)) one.dispose();
});
afterAll(() => boxes.dispose());

describe('a system that is well', () => {
  it('passes by every kind of check, and shows no credentials anywhere', async () => {
    const app = await boxes.app('abc1234def5678abc1234def5678abc1234def56');
    const watched = watchCommandLines();
    const one = prepare({
      warmup: '20s',
      'ca-cert': lab.caFile,
      'expect-version': 'abc1234',
      checks: [
        `- http: http://${app.address}:8080/health/detailed`,
        '  headers: { Authorization: "Bearer planted-bearer-token" }',
        `- postgres: ${lab.postgres.url}`,
        `- redis: ${lab.redis.host}:${lab.redis.port}`,
        `- tls: ${lab.registry.host}`,
        `- tcp: ${lab.registry.host}`,
      ].join('\n'),
    });
    const main = await one.main();
    const lines = watched.stop();
    expect(main.errors).toEqual([]);
    expect(main.exitCode).toBe(0);
    expect(Object.fromEntries(main.outputs)).toMatchObject({
      result: 'passed',
      version: 'abc1234def5678abc1234def5678abc1234def56',
      'should-rollback': 'false',
      failing: '',
    });
    expect(main.summary).toContain('accepting, SELECT 1 answered');
    expect(main.summary).toContain('PONG');
    const { stdout, stderr, summary } = main;
    const outputs = JSON.stringify([...main.outputs]);
    for (const secret of [lab.postgres.password, 'planted-bearer-token']) {
      expect(findLeaks(secret, { stdout, stderr, summary, outputs })).toEqual([]);
      expect(findLeaksInFolder(secret, one.temporary)).toEqual([]);
    }
    expect(findLeaks('planted-bearer-token', { lines })).toEqual([]);
  });

  it('is waited for while it starts', async () => {
    const app = await boxes.app('v1', { START_DELAY: '10s' });
    const main = await gate({ url: `http://${app.address}:8080/health`, warmup: '60s', deadline: '60s' });
    expect(main.outputs.get('result')).toBe('passed');
    const seen = reportOf(main).timeline.map((one: { class: string }) => one.class);
    expect(seen[0]).toBe('error');
    expect(seen.slice(-3)).toEqual(['pass', 'pass', 'pass']);
  });
});

describe('a system that is not well', () => {
  it('is refused while the old build answers', async () => {
    const app = await boxes.app('v1');
    const url = `http://${app.address}:8080/health`;
    await gate({ url, warmup: '20s' });
    const main = await gate({ url, 'expect-version': 'v2', deadline: '60s' });
    expect(main.exitCode).toBe(1);
    expect(Object.fromEntries(main.outputs)).toMatchObject({
      result: 'failed',
      version: 'v1',
      'should-rollback': 'true',
    });
    expect(main.errors.at(-1)).toMatch(/^E_UNHEALTHY: .*the old build still answers: version v1, expected v2/);
    expect(await (await fetch(url)).json()).toMatchObject({ version: 'v1' });
  });

  it('is refused when it says so itself, with the component and the answer in the message', async () => {
    const app = await boxes.app('v1', { FAIL_HEALTH: 'true' });
    const main = await gate({ url: `http://${app.address}:8080/health/detailed`, warmup: '2s' });
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
    expect(main.errors.at(-1)).toContain('503 Service Unavailable (unhealthy');
    expect(main.summary).toContain('body: {"status":"unhealthy"');
    expect(main.summary).toContain('repeat: curl');
  });

  it('is refused when it dies while it bakes, after two samples', async () => {
    const app = await boxes.app('v1');
    const url = `http://${app.address}:8080/health`;
    const running = prepare({ url, warmup: '20s', bake: '60s', 'request-timeout': '1s' }).start();
    await running.waitFor(/→ baking/);
    await app.kill();
    const main = await running.done;
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
    expect(main.errors.at(-1)).toContain('healthy at first, then:');
    const seen: readonly string[] = reportOf(main).timeline.map((one: { class: string }) => one.class);
    // Errors of the warm-up, while the container started, are none of its death.
    expect(seen.slice(seen.indexOf('pass')).filter((one) => one === 'error')).toHaveLength(2);
  });

  it('is refused when its PostgreSQL takes connections only to refuse them', async () => {
    const { address } = await boxes.refusingPostgres();
    const open = await gate({ checks: `- tcp: ${address}:5432`, warmup: '20s' });
    expect(open.outputs.get('result')).toBe('failed');
    expect(open.errors.at(-1)).toContain('open, but postgres takes no commands: 57P03 the database system is');
    const main = await gate({ checks: `- postgres: postgres@${address}` });
    expect(main.outputs.get('result')).toBe('failed');
    expect(main.errors.at(-1)).toContain('57P03 the database system is');
  });

  it('is refused at once where the password is wrong, and the password is not shown', async () => {
    const { host } = lab.postgres;
    const one = prepare({ checks: `- postgres: postgres://app:planted-wrong-word@${host}/app` });
    const main = await one.main();
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'failed', samples: '1' });
    expect(main.errors.at(-1)).toContain('28P01 password authentication failed for user "app"');
    const { stdout, stderr, summary } = main;
    expect(findLeaks('planted-wrong-word', { stdout, stderr, summary })).toEqual([]);
    expect(findLeaksInFolder('planted-wrong-word', one.temporary)).toEqual([]);
  });

  it('times out where it is good only now and then', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      response.writeHead(count % 2 === 0 ? 200 : 503).end();
    });
    const main = await gate({ url: `http://127.0.0.1:${server.port}/`, deadline: '3s' });
    await server.close();
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'timed-out', 'should-rollback': 'true' });
    expect(main.errors.at(-1)).toMatch(/^E_NOT_HEALTHY_IN_TIME: not healthy within 3.0 s; at last:/);
  });
});

describe('certificates', () => {
  let zoo: Zoo;
  beforeAll(() => {
    zoo = openZoo();
  });
  afterAll(() => zoo.dispose());

  it('of an authority that is not trusted are refused', async () => {
    const main = await gate({ url: `https://${lab.registry.host}/` });
    expect(main.exitCode).toBe(1);
    expect(main.errors.at(-1)).toContain(
      'an authority that is not trusted here (CN=10.77.0.2, issuer CN=Lab Authority)',
    );
  });

  it.each([
    ['expired', () => zoo.issue('DNS:localhost', { to: '20240102000000Z' }), 'the certificate expired'],
    ['for another host', () => zoo.issue('DNS:other.example'), 'not for localhost but for other.example'],
    ['signed by themselves', () => zoo.selfSigned(), 'signed by itself'],
  ] as readonly (readonly [string, () => KeyPair, string])[])('%s are refused', async (_, pair, message) => {
    const server = await serve((_request, response) => response.end('{"status":"healthy"}'), pair());
    const main = await gate({ url: `https://localhost:${server.port}/`, 'ca-cert': zoo.ca });
    await server.close();
    expect(main.exitCode).toBe(1);
    expect(main.outputs.get('result')).toBe('failed');
    expect(main.errors.at(-1)).toContain(message);
  });
});

describe('a runner', () => {
  it('that reaches nobody is inconclusive, and that is no reason to roll back', async () => {
    const nowhere = { GITHUB_API_URL: 'http://127.0.0.1:9' };
    const main = await gate({ url: 'http://127.0.0.1:9/' }, nowhere);
    expect(main.exitCode).toBe(1);
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'inconclusive', 'should-rollback': 'false' });
    expect(main.errors.at(-1)).toContain('E_INCONCLUSIVE: this runner reaches neither the application nor');
    const lenient = await gate({ url: 'http://127.0.0.1:9/', 'on-inconclusive': 'warn' }, nowhere);
    expect([lenient.exitCode, lenient.outputs.get('result')]).toEqual([0, 'inconclusive']);
    const blamed = await gate({ url: 'http://127.0.0.1:9/' });
    expect(Object.fromEntries(blamed.outputs)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
  });

  it('that cancels gets the report and no advice to roll back', async () => {
    const server = await silentServer();
    const one = prepare({ url: `http://127.0.0.1:${server.port}/`, 'request-timeout': '20s' });
    const running = one.start();
    await running.waitFor(/warm-up/);
    while (server.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    running.cancel();
    const main = await running.done;
    server.close();
    expect(main.exitCode).toBe(1);
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'cancelled', 'should-rollback': 'false' });
    expect(reportOf(main)).toMatchObject({ result: 'cancelled' });
  });

  it('that is given wrong inputs names every one with its corrected form and contacts nobody', async () => {
    const server = await silentServer();
    const inputs = {
      checks: `- http: http://127.0.0.1:${server.port}/\n- tpc: 127.0.0.1:${server.port}`,
      interval: '2',
      successes: 'three',
      degraded: 'warm',
      'flake-budget': '1/10',
      'on-inconclusive': 'ignore',
      waitforit: '1',
    };
    const main = await runMain('health-gate', { inputs });
    const connections = server.connections();
    server.close();
    expect(main.exitCode).toBe(1);
    const text = main.errors.join('\n');
    for (const part of [
      '6 inputs are wrong; nothing was changed',
      'interval: "2" has no unit; write 2s or 2ms',
      'successes: "three" is not a whole number from 1 to 1000',
      'degraded: "warm" is none of warn, pass, fail; did you mean warn?',
      'flake-budget: "1/10" is not a flake budget; write for example 1 in 10',
      'on-inconclusive: "ignore" is none of warn, pass, fail',
      'checks: entry 2 must name exactly one kind of http, tcp, tls, postgres, redis, docker, compose, command, logs, disk, memory; did you mean tcp?',
    ]) {
      expect(text).toContain(part);
    }
    expect(main.stdout).toContain('input waitforit is unknown');
    expect(connections).toBe(0);
  });

  it('that only wants the plan contacts nobody', async () => {
    const server = await silentServer();
    const url = `http://ann:planted-url-word@127.0.0.1:${server.port}/health`;
    const main = await gate({ url, 'dry-run': 'true' });
    const connections = server.connections();
    server.close();
    expect([main.exitCode, main.outputs.get('result')]).toEqual([0, 'planned']);
    expect(main.stdout).toContain('health-gate: wait until one check is healthy 3 times in a row, every 200 ms');
    const { stdout, summary } = main;
    expect(findLeaks('planted-url-word', { stdout, summary })).toEqual([]);
    expect(connections).toBe(0);
  });

  it('that has no ca-cert file is told so', async () => {
    const main = await gate({ url: 'https://127.0.0.1:9/', 'ca-cert': 'no/such/ca.pem' });
    expect(main.errors.at(-1)).toContain('E_CA_CERT: ca-cert: no/such/ca.pem is no file');
  });
});
