import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { goodRelease, unhealthy } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2' | 'unhealthy' | 'crashing', string>>;

beforeAll(async () => {
  world = await makeWorld('fail', { port: 8092 });
  const crashes = {
    name: 'crashing',
    replace: { Dockerfile: [['ARG CRASH_AFTER=\n', 'ARG CRASH_AFTER=300ms\n']] },
  } as const;
  images = {
    v1: await world.image(goodRelease('v1')),
    v2: await world.image(goodRelease('v2')),
    unhealthy: await world.image(unhealthy),
    crashing: await world.image(crashes),
  };
  const first = world.step(release('r1', images.v1));
  expect((await first.main()).errors).toEqual([]);
  first.dispose();
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

function containers(): Promise<string> {
  return world.onHost(
    'a',
    `docker ps -a --format '{{.Names}} {{.State}}' --filter label=com.docker.compose.project=${world.app} | sort`,
  );
}

/** What must hold after every deploy that was given up. */
async function expectOnlyOld(before: string): Promise<void> {
  expect(await world.version('a')).toBe('v1');
  expect(await containers()).toBe(before);
  expect(
    await world.onHost(
      'a',
      `cd /opt/${world.app}; readlink current; ls -A releases; ls -d .deploy/tx* 2>/dev/null || :`,
    ),
  ).toBe('releases/r1\nr1');
}

test('an unhealthy release: the old one serves throughout, and the message has the container’s log', async () => {
  const before = await containers();
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const result = await world.step({ ...release('r2', images.unhealthy), 'health-timeout': '6s' }).main();
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(Object.fromEntries(result.outputs)).toMatchObject({
    result: 'failed-clean',
    'failed-state': 'gate',
    changed: 'false',
  });
  const [error = ''] = result.errors;
  expect(error.split('\n')[0]).toMatch(
    new RegExp(
      `^E_GATE: deploy@10.77.0.11, gate: container ${world.app}-web-\\d: not healthy after 6 s: .*; undone in .*, r1 still serves$`,
    ),
  );
  expect(error).toContain(`log of container ${world.app}-web-`);
  expect(error).toContain('"msg":"serving"');
  expect(result.summary).toContain('r1 still serves');
  await expectOnlyOld(before);
});

test('a release that crashes is given up as soon as it is seen', async () => {
  const before = await containers();
  const result = await world.step(release('r2', images.crashing)).main();
  expect(result.errors[0]).toMatch(
    /^E_GATE: .* container .*: it (is exited with exit code 1|restarted \d times?, last exit code \d|is restarting with exit code 1)/,
  );
  expect(result.errors[0]).toContain('crashed, as CRASH_AFTER asks');
  await expectOnlyOld(before);
});

test('a migration that fails stops before anything starts', async () => {
  const before = await containers();
  const result = await world.step({ ...release('r2', images.v2), 'migrate-command': 'app nonsense' }).main();
  expect(result.errors[0]).toMatch(
    /^E_MIGRATE: deploy@10.77.0.11, migrate: exit code 2; undone in .*, r1 still serves/,
  );
  expect(result.errors[0]).toContain('usage: app');
  await expectOnlyOld(before);
});

test('a wrong version is found before the switch', async () => {
  const before = await containers();
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const inputs = {
    ...release('r2', images.v2),
    'health-url': `${world.url('a')}/health`,
    'expect-version': 'v9',
    'health-timeout': '15s',
  };
  const result = await world.step(inputs).main();
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(result.errors[0]).toMatch(/^E_VERSION: .* is version v2, expected v9; undone in/);
  await expectOnlyOld(before);
});

test('a later step of the job fails: post goes back, and nothing is lost', async () => {
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const step = world.step(release('r2', images.v2));
  expect((await step.main()).outputs.get('result')).toBe('deployed');
  expect(await world.version('a')).toBe('v2');
  const post = await step.post('failure');
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(post.exitCode).toBe(0);
  expect(post.stdout).toContain('rolled back from r2');
  expect(post.summary).toContain('rolled-back');
  expect(await world.version('a')).toBe('v1');
  expect(await world.onHost('a', `readlink /opt/${world.app}/current`)).toBe('releases/r1');
  const deploy = await world.step({ ...release('r2', images.v2), 'rollback-on': 'deploy' });
  expect((await deploy.main()).outputs.get('result')).toBe('deployed');
  await deploy.post('failure');
  expect(await world.version('a')).toBe('v2');
  const back = await world.step({ mode: 'rollback', to: 'r1' }).main();
  expect(back.errors).toEqual([]);
  await world.onHost('a', `rm -rf /opt/${world.app}/releases/r2`);
});

test('what cannot work is refused with figures, and nothing changes', async () => {
  const before = await containers();
  const first = async (inputs: Record<string, string>): Promise<string> =>
    (await world.step({ ...release('r2', images.v2), 'connect-retries': '0', ...inputs }).main()).errors[0] ?? '';
  expect(await first({ 'min-free-disk': '900TB' })).toMatch(
    /^E_DISK: deploy@10.77.0.11: \/\S* has [\d.]+ GB free \(\d+ %\), needs 900.0 TB .*\(min-free-disk\).*\n/,
  );
  expect(await first({ 'min-free-memory': '99TiB' })).toMatch(/^E_MEMORY: .* memory has [\d.]+ GB free/);
  expect(await first({ proxy: 'nginx' })).toMatch(/^E_STRATEGY: no service mounts shared\/nginx\n/);
  expect(await first({ root: '/usr/sdtest' })).toMatch(
    /^E_ROOT: .*\/usr\/sdtest cannot be written by deploy\non the host, once: sudo install -d -o deploy \/usr\/sdtest$/,
  );
  expect(await first({ hosts: 'deploy@10.77.0.11:2299' })).toMatch(
    /^E_SSH_UNREACHABLE: deploy@10.77.0.11:2299: port 2299 refused/,
  );
  expect(await first({ 'known-hosts': world.lab.hosts.b.knownHosts })).toMatch(
    /^E_SSH_HOST_UNKNOWN: .*\n.*\n10.77.0.11 ssh-ed25519 AAAA\S+$/,
  );
  expect(await first({ images: `web=${images.v2.replace(/.$/, images.v2.endsWith('0') ? '1' : '0')}` })).toMatch(
    /^E_PULL: .*cannot pull/,
  );
  await expectOnlyOld(before);
});
