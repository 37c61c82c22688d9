import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('colour', { port: 8502 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  // A second network, which both colours and the rest must share.
  const path = join(world.workspace, 'compose.yaml');
  const text = await readFile(path, 'utf8');
  const joined = text.replace('  stop_grace_period: 30s\n', '  stop_grace_period: 30s\n  networks: [default, inner]\n');
  await writeFile(path, `${joined}\nnetworks:\n  inner: {}\n`);
});

afterAll(() => world?.dispose());

function deploy(release: string, version: 'v1' | 'v2', more: Readonly<Record<string, string>> = {}) {
  const pinned = `web=${images[version]}\nworker=${images[version]}`;
  const health = { 'health-url': `${world.url('a')}/health`, 'expect-version': version };
  return world.step({ strategy: 'blue-green', release, images: pinned, ...health, ...more });
}

/** Containers of the application and its colours, without its name. */
async function containers(): Promise<readonly string[]> {
  const names = await world.onHost('a', `docker ps -a --format '{{.Names}} {{.State}}' | grep '^${world.app}-' | sort`);
  return names.split('\n').map((line) => line.replace(`${world.app}-`, ''));
}

const blue = ['blue-web-1 running', 'blue-worker-1 running', 'proxy-1 running'];
const green = ['green-web-1 running', 'green-worker-1 running', 'proxy-1 running'];

test('from rolling to blue, and on to green, under 16 clients: nothing lost, nothing left', {
  timeout: 420_000,
}, async () => {
  expect((await deploy('r1', 'v1', { strategy: 'rolling' }).main()).errors).toEqual([]);
  const load = startLoad({ url: world.url('a'), keepAlive: 8, oneShot: 8 });
  const second = await deploy('r2', 'v2').main();
  expect(second.errors).toEqual([]);
  expect(await containers()).toEqual(blue);
  const third = await deploy('r3', 'v1').main();
  const report = await load.stop();
  expect(third.errors).toEqual([]);
  expect(report.lostSamples).toEqual([]);
  expect(await containers()).toEqual(green);
  expect(await world.version('a')).toBe('v1');
  expect((await deploy('r4', 'v1').main()).outputs.get('result')).toBe('unchanged');
});

test('a gate that says no: the other colour goes, the old one was never touched', async () => {
  const before = await world.onHost('a', `docker ps -q --no-trunc --filter name=${world.app}- | sort`);
  const result = await deploy('r4', 'v2', { 'expect-version': 'v9', 'health-timeout': '15s' }).main();
  expect(result.errors[0]).toMatch(
    /^E_VERSION: .*, gate: .*-blue-web-1: .* is version v2, expected v9; undone in .*, r3 still/,
  );
  expect(result.outputs.get('result')).toBe('failed-clean');
  expect(await world.onHost('a', `docker ps -q --no-trunc --filter name=${world.app}- | sort`)).toBe(before);
});

test('SIGKILL of the runner while it watches: green serves again, nothing is lost', async () => {
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const running = deploy('r4', 'v2', { watch: '20s' }).start();
  await running.waitFor(/✓ switch: lead/);
  killTree(running.pid);
  await running.done;
  const state = `[ -d /opt/${world.app}/.deploy/tx ] && echo open || echo settled`;
  await expect.poll(() => world.onHost('a', state), { timeout: 40_000 }).toBe('settled');
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(await containers()).toEqual(green);
  expect(await world.version('a')).toBe('v1');
});

test('rollback takes the free colour, and rolling comes back from a colour', { timeout: 300_000 }, async () => {
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const back = await world.step({ mode: 'rollback' }).main();
  expect(back.errors).toEqual([]);
  expect(back.outputs.get('release')).toBe('r2');
  expect(await containers()).toEqual(blue);
  expect(await world.version('a')).toBe('v2');
  expect((await deploy('r5', 'v1', { strategy: 'rolling' }).main()).errors).toEqual([]);
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(await containers()).toEqual(['proxy-1 running', 'web-1 running', 'worker-1 running']);
});
