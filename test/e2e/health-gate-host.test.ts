// What only a host or its container engine can tell: on the runner, and over SSH.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findLeaks, findLeaksInFolder, type PhaseResult, type Step, step } from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onHost } from '../lab/pipeline/production.ts';
import { readLab } from '../lab/state.ts';
import { openBoxes, silentServer } from './health-gate-world.ts';

const lab = readLab();
const boxes = openBoxes(lab);
const steps: Step[] = [];
const runner = { PATH: lab.path, DOCKER_HOST: lab.dockerHost };
const fast = { interval: '300ms', warmup: '0s', deadline: '20s', successes: '2' };

function prepare(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = runner): Step {
  const one = step('health-gate', { inputs: { ...fast, ...inputs }, env });
  steps.push(one);
  return one;
}
const gate = (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Promise<PhaseResult> =>
  prepare(inputs, env).main();
const healthCheck = (command: string): readonly string[] => [
  '--health-cmd',
  command,
  '--health-interval',
  '1s',
  '--health-retries',
  '1',
];

afterEach(() => {
  for (const one of steps.splice(0)) one.dispose();
});
afterAll(() => boxes.dispose());

describe('on the runner', () => {
  it('containers, services, commands, logs, disk and memory that are well pass', async () => {
    const project = `hg${randomBytes(3).toString('hex')}`;
    const labels = ['project', 'service', 'oneoff'].flatMap((name, index) => [
      '--label',
      `com.docker.compose.${name}=${[project, 'web', 'False'][index]}`,
    ]);
    const box = await boxes.shell('echo ready; exec sleep 600', [...healthCheck('true'), ...labels]);
    const main = await gate({
      warmup: '15s',
      checks: [
        `- docker: ${box.id}`,
        `- compose: ${project}/web`,
        '- command: [sh, -c, "echo two words"]',
        `- logs: ${box.id}\n  deny: FATAL|panic`,
        '- disk: /\n  used-max: 100%',
        '- memory:\n  used-max: 100%',
      ].join('\n'),
    });
    expect(main.errors).toEqual([]);
    for (const text of [
      'running and healthy',
      'two words',
      '1 lines, none denied',
      '% of its space',
      '% of memory used',
    ]) {
      expect(main.summary).toContain(text);
    }
  });

  it('a container that is unhealthy is told with the log of its health check and its last lines', async () => {
    const box = await boxes.shell('echo about to listen; exec sleep 600', healthCheck('echo no database; exit 1'));
    while ((await box.health()) !== 'unhealthy') await new Promise((resolve) => setTimeout(resolve, 100));
    const main = await gate({ checks: `- docker: ${box.id}\n  name: web` });
    expect(main.outputs.get('result')).toBe('failed');
    expect(main.errors.at(-1)).toContain('web: unhealthy: exit 1: no database');
    expect(main.stdout).toContain('about to listen');
    expect(main.summary).toContain('last lines of web');
  });

  it('a container that has ended fails at once, also in warm-up; one that dies while it bakes within two samples', async () => {
    const gone = await boxes.shell('echo cannot open /etc/app; exit 3');
    const main = await gate({ checks: `- docker: ${gone.id}\n  name: web`, warmup: '15s' });
    expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
    expect(main.errors.at(-1)).toContain('web: exited with code 3');
    expect(main.summary).toContain('cannot open /etc/app');

    const box = await boxes.shell('exec sleep 600');
    const running = prepare({ checks: `- docker: ${box.id}`, bake: '60s' }).start();
    await running.waitFor(/→ baking/);
    await box.kill();
    const died = await running.done;
    expect(died.errors.at(-1)).toContain('exited with code 137');
    const { timeline } = JSON.parse(readFileSync(died.outputs.get('report') ?? '', 'utf8'));
    expect(timeline.filter((one: { class: string }) => one.class === 'fail')).toHaveLength(1);
  });

  it.each([
    ['- docker: no-such-container-here', 'there is no such container'],
    ['- compose: nobody/web', 'service web of nobody has no container'],
    ['- command: sh -c "echo broken >&2; exit 4"', 'exit 4: broken'],
    ['- command: [sleep, "9"]\n  request-timeout: 400ms', 'no answer within 400 ms'],
    ['- disk: /\n  used-max: 1%', '% of its space'],
    ['- memory:\n  used-max: 1%', 'of memory used, 1 % allowed'],
  ])('%s is refused', async (checks, message) => {
    const main = await gate({ checks, 'consecutive-failures': '1', 'flake-budget': '0 in 1' });
    expect(main.outputs.get('result')).toBe('failed');
    expect(main.errors.at(-1)).toContain(message);
  });

  it('a log that says what is denied is refused, and other logs are quoted', async () => {
    const box = await boxes.shell('echo one; echo "FATAL: no such table" >&2; exec sleep 600');
    const main = await gate({ checks: `- logs: ${box.id}\n  deny: ^FATAL`, logs: 'echo "more of" it' });
    expect(main.errors.at(-1)).toContain('its log says "FATAL: no such table"');
    expect(main.stdout).toContain('more of it');
  });
});

describe('over SSH', () => {
  const name = `hg-${randomBytes(3).toString('hex')}`;
  const { address, user, knownHosts } = lab.hosts.a;
  const ssh = {
    host: `${user}@${address}`,
    'known-hosts': knownHosts,
    'ssh-key': readFileSync(lab.sshKeyFile, 'utf8'),
  };
  beforeAll(async () => {
    await onHost(
      lab,
      'a',
      `docker run -d --name ${name} --entrypoint sh haproxy:2.6 -c 'echo up on a; exec sleep 600' >/dev/null`,
    );
  });
  afterAll(() => onHost(lab, 'a', `docker rm -f ${name} >/dev/null`));

  it('the same checks run on the host, and no key stays behind', async () => {
    const one = prepare(
      {
        ...ssh,
        checks: `- docker: ${name}\n- command: [hostname]\n- logs: ${name}\n  deny: panic\n- disk: /\n  used-max: 100%\n- memory:\n  used-max: 100%`,
        'request-timeout': '10s',
      },
      { PATH: process.env['PATH'] ?? '' },
    );
    const main = await one.main();
    expect(main.errors).toEqual([]);
    expect(main.stdout).toContain(`host: ${user}@${address}`);
    const [, line = ''] = ssh['ssh-key'].split('\n');
    expect(findLeaks(line, { stdout: main.stdout, summary: main.summary })).toEqual([]);
    expect(findLeaksInFolder(line, one.temporary)).toEqual([]);
    expect((await one.post('success')).exitCode).toBe(0);
  });

  it('a container that was stopped is told with its last lines', async () => {
    await onHost(lab, 'a', `docker kill ${name} >/dev/null`);
    const main = await gate({ ...ssh, checks: `- docker: ${name}`, 'request-timeout': '10s' });
    expect(main.errors.at(-1)).toContain('exited with code 137');
    expect(main.stdout).toContain('up on a');
  });

  it('a wrong host key ends it, a host that is silent is waited for until the deadline', async () => {
    const wrong = { ...ssh, 'known-hosts': `SHA256:${'A'.repeat(43)}` };
    const refused = await gate({ ...wrong, checks: '- command: [true]' });
    expect(refused.errors.at(-1)).toContain('E_SSH_HOST_KEY');
    expect(Object.fromEntries(refused.outputs)).toMatchObject({ result: 'failed', 'should-rollback': 'false' });
    const server = await silentServer();
    const silent = { ...ssh, host: `${user}@127.0.0.1:${server.port}`, warmup: '10s', deadline: '1500ms' };
    const late = await gate({ ...silent, checks: '- command: [true]' });
    server.close();
    expect(late.outputs.get('result')).toBe('inconclusive');
    expect(Number(late.outputs.get('duration-ms'))).toBeLessThan(6_000);
  });
});
