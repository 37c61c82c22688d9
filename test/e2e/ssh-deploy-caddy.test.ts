import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

const caddy = { 'compose-files': 'compose.caddy.yaml', files: 'proxy/caddy -> shared/caddy', proxy: 'caddy' };

beforeAll(async () => {
  world = await makeWorld('caddy', { port: 8500 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
});

afterAll(() => world?.dispose());

function deploy(name: string, version: 'v1' | 'v2', more: Readonly<Record<string, string>> = {}) {
  const pinned = `web=${images[version]}\nworker=${images[version]}`;
  return world.step({ ...caddy, release: name, images: pinned, ...more });
}

function live(): Promise<string> {
  return world.onHost('a', `ls /opt/${world.app}/shared/caddy/live`);
}

/** Asks while the host settles, then looks at where caddy leads. */
async function settled(): Promise<void> {
  const free = `cd /opt/${world.app}/.deploy && [ ! -d tx ] && flock -n lock true && echo free || echo busy`;
  await expect.poll(() => world.onHost('a', free), { timeout: 40_000 }).toBe('free');
}

test('first and second release behind caddy, under 16 clients: nothing lost, nothing reloaded', async () => {
  expect((await deploy('r1', 'v1').main()).errors).toEqual([]);
  expect(await world.version('a')).toBe('v1');
  const load = startLoad({ url: world.url('a'), keepAlive: 8, oneShot: 8, post: 0.1, slow: 0.05, slowMs: 1_000 });
  const health = { 'health-url': `${world.url('a')}/health`, 'expect-version': 'v2' };
  const result = await deploy('r2', 'v2', health).main();
  const report = await load.stop();
  expect(result.errors).toEqual([]);
  expect(report.lostSamples).toEqual([]);
  expect(Object.keys(report.versions)).toEqual(expect.arrayContaining(['v1', 'v2']));
  expect(await world.version('a')).toBe('v2');
  expect(await live()).toBe(`${world.app}-web-2`);
});

test('a restarted caddy finds where it led to', async () => {
  await world.onHost('a', `docker restart -t 1 ${world.app}-proxy-1`);
  await expect.poll(() => world.version('a'), { timeout: 10_000 }).toBe('v2');
});

test('the new container dies while it is watched: caddy leads to the old one again', async () => {
  const running = deploy('r3', 'v1', { watch: '20s' }).start();
  await running.waitFor(/✓ switch: lead/);
  await world.onHost('a', `docker kill $(docker ps -q --filter name=${world.app}-web-3)`);
  const result = await running.done;
  expect(result.errors[0]).toMatch(/^E_GATE: .*-web-3: it is exited with exit code 137; undone in .*, r2 still serves/);
  expect(result.outputs.get('result')).toBe('rolled-back');
  expect(await world.version('a')).toBe('v2');
  expect(await live()).toBe(`${world.app}-web-2`);
});

test('SIGKILL of the runner at the switch: the host goes back by itself, nothing is lost', async () => {
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const running = deploy('r3', 'v1', { watch: '10s' }).start();
  await running.waitFor(/✓ gate/);
  killTree(running.pid);
  await running.done;
  await settled();
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(await world.version('a')).toBe('v2');
  expect(await live()).toBe(`${world.app}-web-2`);
});

test('a changed Caddyfile is loaded, a wrong one refused with the words of caddy; rollback goes back', async () => {
  const path = `${world.workspace}/proxy/caddy/Caddyfile`;
  const good = await readFile(path, 'utf8');
  await writeFile(path, good.replace('respond ', 'nonsense '));
  const wrong = await deploy('r3', 'v1').main();
  expect(wrong.errors[0]).toMatch(/^E_PROXY: .*caddy refuses the new Caddyfile; undone in .*, r2 still serves/);
  expect(wrong.errors[0]).toContain('nonsense');
  expect(await world.version('a')).toBe('v2');
  await writeFile(path, good.replace('route @live {', 'header x-caddy changed\n\troute @live {'));
  expect((await deploy('r3', 'v1').main()).errors).toEqual([]);
  expect((await fetch(world.url('a'))).headers.get('x-caddy')).toBe('changed');
  const back = await world.step({ ...caddy, mode: 'rollback' }).main();
  expect(back.errors).toEqual([]);
  expect(await world.version('a')).toBe('v2');
  await writeFile(path, good.replace('/etc/caddy/live', '/srv/other'));
  expect((await deploy('r4', 'v1').main()).errors[0]).toMatch(
    /^E_STRATEGY: shared\/caddy\/Caddyfile: no file matcher has `root …\/live`\nsee the README of ssh-deploy, caddy/,
  );
});
