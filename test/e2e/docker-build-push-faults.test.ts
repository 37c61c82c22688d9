import { readdirSync } from 'node:fs';
import { findLeaksInFolder, type PhaseResult, runMain, type Step } from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../lab/shell.ts';
import { makeBench, makeWorld, small, unique, type World } from './docker-build-push-world.ts';

const bench = makeBench();
const files = bench.checkout;
afterEach(bench.clear);

describe.each(['overlay2', 'containerd'] as const)('on the %s store', (store) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(store);
  });
  afterAll(() => world.dispose());

  type Texts = Readonly<Record<string, string>>;
  const make = (workspace: string, inputs: Texts, env: Texts = {}): Step =>
    bench.step(workspace, inputs, { ...world.env, ...env });
  const main = (...args: Parameters<typeof make>): Promise<PhaseResult> => make(...args).main();
  const path = (name: string): string => `${world.prefix.split('/').slice(1).join('/')}${name}`;

  it('annotates the line of a step that fails, with its last words', async () => {
    const said = Array.from({ length: 14 }, (_, index) => `echo line ${index + 1}`).join(' && ');
    const folder = files({
      'deploy/Dockerfile': `FROM debian:bookworm-slim\nRUN true\nRUN echo ::error::injected && \\\n  ${said} && \\\n  exit 3\n`,
    });
    const result = await main(folder, { image: `${world.prefix}broken`, ...world.login, context: 'deploy' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get('failed-rule')).toBe('build');
    const error = result.commands.find(({ command }) => command === 'error');
    expect(error?.properties).toMatchObject({ file: 'deploy/Dockerfile', line: '3' });
    expect(error?.message).toMatch(
      /E_BUILD: broken: deploy\/Dockerfile:3: \[\d\/3\] RUN echo[\s\S]*exit code: 3\n {2}line 5\n[\s\S]* {2}line 14$/,
    );
    expect(result.errors).not.toContain('injected');
    expect(result.summary).toContain('deploy/Dockerfile:3');
    expect(await world.repositories()).not.toContain(path('broken'));
    expect(await world.privateNames()).toEqual([]);
  });

  it('tries the login before the build', async () => {
    const result = await main(files(small()), {
      image: `${world.prefix}login`,
      username: 'ci',
      password: 'wrong-password-1',
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join()).toMatch(/^E_LOGIN: 10\.77\.0\.2:5000 refused the login of ci: .*401/);
    expect(result.stdout).not.toContain('Building');
    expect(result.outputs.get('failed-rule')).toBe('login');
    expect(await world.repositories()).not.toContain(path('login'));
  });

  it('builds and checks without credentials, and says that it does not push', async () => {
    const result = await main(files(small()), { image: `${world.prefix}fork`, tags: 'v1', username: '', password: '' });
    expect(result.exitCode, result.stdout).toBe(0);
    expect(result.outputs.get('result')).toBe('built');
    expect(result.outputs.get('ref')).toBe(`${world.prefix}fork:v1`);
    expect(result.stdout).toContain('N_PUSH_SKIPPED: nothing is pushed: there are no credentials for 10.77.0.2:5000');
    expect(await world.docker('image', 'ls', '--quiet', `${world.prefix}fork:v1`)).not.toBe('');
    expect(await world.repositories()).not.toContain(path('fork'));
  });

  it('leaves nothing behind when it is killed in the middle', async () => {
    const images = '- name: first\n  file: first.Dockerfile\n- name: second\n';
    const folder = files({
      ...small(),
      'first.Dockerfile': small()['Dockerfile'] ?? '',
      Dockerfile: 'FROM debian:bookworm-slim\nCOPY a.txt /\nRUN sleep 30\n',
    });
    const one = make(folder, { image: `${world.prefix}killed`, images, ...world.login });
    const running = one.start();
    await running.waitFor(/RUN sleep 30/);
    running.kill();
    await running.done;
    expect(await world.privateNames()).not.toEqual([]);
    expect(findLeaksInFolder(world.lab.registry.password, one.temporary)).not.toEqual([]);
    const post = await one.post('cancelled');
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toBe('');
    const alive = await run('ps', ['-eo', 'args']);
    expect(alive).not.toContain(`docker-build-push.invalid/${world.env['GITHUB_RUN_ID']}`);
    expect(await world.privateNames()).toEqual([]);
    expect(readdirSync(one.temporary)).toEqual([]);
    expect(await world.repositories()).not.toContain(path('killed/first'));
  });

  it('stops when the job is cancelled', async () => {
    const folder = files({ Dockerfile: 'FROM debian:bookworm-slim\nCOPY a /\nRUN sleep 60\n', a: unique() });
    const one = make(folder, { image: `${world.prefix}cancelled`, ...world.login });
    const running = one.start();
    await running.waitFor(/RUN sleep 60/);
    running.cancel();
    const result = await running.done;
    expect(result.outputs.get('result')).toBe('cancelled');
    expect(readdirSync(one.temporary)).toEqual([]);
    expect(await world.repositories()).not.toContain(path('cancelled'));
  });

  it('checks a pull request and pushes nothing', async () => {
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };
    const result = await main(files(small()), { image: `${world.prefix}pull`, ...world.login }, env);
    expect(result.exitCode, result.stdout).toBe(0);
    expect(result.outputs.get('version')).toBe('pr-7');
    expect(result.outputs.get('result')).toBe('built');
    // Only the containerd store knows before a push what the digest will be.
    expect(result.outputs.get('digest')).toMatch(store === 'containerd' ? /^sha256:/ : /^$/);
    expect(await world.repositories()).not.toContain(path('pull'));
  });

  it('plans and touches nothing in a dry run', async () => {
    const one = make(files(small()), { image: `${world.prefix}dry`, ...world.login, 'dry-run': 'true', tags: 'v1' });
    const result = await one.main();
    expect(result.exitCode, result.stdout).toBe(0);
    expect(result.outputs.get('result')).toBe('planned');
    expect(result.stdout).toContain(`push   dry: ${world.prefix}dry: v1`);
    expect(await world.docker('image', 'ls', '--quiet', `${world.prefix}dry`)).toBe('');
    expect(await world.repositories()).not.toContain(path('dry'));
    expect(readdirSync(one.temporary)).toEqual([]);
  });
});

it('names every wrong input at once and touches nothing', async () => {
  const inputs = {
    images: '- name: App\n- nam: worker\n- name: ok\n  max-size: 500\n',
    image: 'ghcr.io/acme/app:v1',
    push: 'maybe',
    tags: 'ghcr.io/acme/app:v2',
    'max-size': '500',
    policy: 'nonroot=error',
    retries: 'many',
    secrets: 'tok=',
    'secret-envs': 'key=NOT_THERE',
    'no-cache': 'yes',
    'max-sise': '1MB',
  };
  const result = await runMain('docker-build-push', { inputs, env: { DOCKER_HOST: 'unix:///nowhere.sock' } });
  expect(result.exitCode).toBe(1);
  const [error = ''] = result.errors;
  for (const part of [
    'E_INPUT',
    'image: "ghcr.io/acme/app:v1" has a tag; write ghcr.io/acme/app and put v1 into tags',
    'images: entry 1 (App) has a wrong name',
    'images: entry 2 has the unknown key nam; did you mean name?',
    'images: entry 3 (ok) has a wrong max-size: 500 has no unit; write 500MB or 500MiB',
    'push: "maybe" is none of auto, true, false',
    'tags: "ghcr.io/acme/app:v2" has "ghcr.io/acme/app:v2", which is more than a tag; the name stands in image, write v2',
    'max-size: "500" has no unit; write 500MB or 500MiB',
    'policy: "nonroot=error" has the unknown rule nonroot; did you mean non-root?',
    'retries: "many" is not a whole number from 0 to 10',
    'secrets: tok is empty',
    'secret-envs: key is empty: the variable NOT_THERE is not set',
    'no-cache: "yes" is neither true nor false',
  ]) {
    expect(error).toContain(part);
  }
  expect(result.stdout).toContain('input max-sise is unknown and was ignored; did you mean max-size?');
  expect(error).not.toContain('nowhere.sock');
});
