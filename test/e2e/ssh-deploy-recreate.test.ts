import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease, unhealthy } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2' | 'unhealthy', string>>;

beforeAll(async () => {
  world = await makeWorld('again', { port: 8506 });
  images = {
    v1: await world.image(goodRelease('v1')),
    v2: await world.image(goodRelease('v2')),
    unhealthy: await world.image(unhealthy),
  };
  // One service with a port of the host: there can be only one container of it.
  const text = await readFile(join(world.workspace, 'compose.yaml'), 'utf8');
  const web = text.slice(0, text.indexOf('  worker:'));
  const single = web.replace('    healthcheck:', '    ports: ["$' + '{HTTP_PORT}:8080"]\n    healthcheck:');
  await writeFile(join(world.workspace, 'compose.single.yaml'), single);
  await writeFile(join(world.workspace, 'compose.beside.yaml'), web);
});

afterAll(() => world?.dispose());

function deploy(release: string, image: 'v1' | 'v2' | 'unhealthy', more: Readonly<Record<string, string>> = {}) {
  const single = { 'compose-files': 'compose.single.yaml', files: '', proxy: '', strategy: 'recreate' };
  return world.step({ ...single, release, images: `web=${images[image]}`, 'health-successes': '1', ...more });
}

async function expectOld(): Promise<void> {
  expect(await world.version('a')).toBe('v2');
  const look = `docker ps -a --format '{{.Names}} {{.State}}' --filter label=com.docker.compose.project=${world.app}`;
  expect(await world.onHost('a', look)).toBe(`${world.app}-web-1 running`);
  expect(await world.onHost('a', `cd /opt/${world.app} && readlink current && ls -A releases`)).toBe(
    'releases/r2\nr1\nr2',
  );
}

test('the second release replaces the first in place: some requests are lost, which the load generator sees', async () => {
  expect((await deploy('r1', 'v1').main()).errors).toEqual([]);
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const second = await deploy('r2', 'v2').main();
  const report = await load.stop();
  expect(second.errors).toEqual([]);
  expect(report.lost).toBeGreaterThan(0);
  expect(Object.keys(report.versions)).toEqual(expect.arrayContaining(['v1', 'v2']));
  await expectOld();
});

test('a gate that says no brings the release before back', async () => {
  const result = await deploy('r3', 'unhealthy', { 'health-timeout': '4s' }).main();
  expect(result.errors[0]).toMatch(
    /^E_GATE: .*, gate: container .*-web-1: not healthy after 4 s: .*\nE_ROLLED_BACK: rolled back in .* on r2/,
  );
  expect(result.outputs.get('result')).toBe('rolled-back');
  await expectOld();
});

test('SIGKILL of the runner while compose replaces it: the host brings the release before back', async () => {
  const running = deploy('r3', 'v1', { watch: '20s' }).start();
  await running.waitFor(/✓ start: bring up/);
  killTree(running.pid);
  await running.done;
  const state = `[ -d /opt/${world.app}/.deploy/tx ] && echo open || echo settled`;
  await expect.poll(() => world.onHost('a', state), { timeout: 40_000 }).toBe('settled');
  await expect.poll(() => world.version('a'), { timeout: 10_000 }).toBe('v2');
  await expectOld();
});

test('rollback replaces it by the release before', async () => {
  const back = await world.step({ mode: 'rollback', proxy: '' }).main();
  expect(back.errors).toEqual([]);
  expect(await world.version('a')).toBe('v1');
});

test('from a rolling release, a gate that says no brings its container back', async () => {
  const rolling = { 'compose-files': 'compose.beside.yaml', strategy: 'rolling', 'migrate-command': '' };
  expect((await deploy('r4', 'v2', rolling).main()).errors).toEqual([]);
  const look = `docker inspect --format '{{.Config.Image}} {{.State.Status}}' $(docker ps -aq --filter label=com.docker.compose.project=${world.app})`;
  expect(await world.onHost('a', look)).toBe(`${images.v2} running`);
  const result = await deploy('r5', 'unhealthy', { 'health-timeout': '4s' }).main();
  expect(result.errors[0]).toMatch(/^E_GATE: .*\nE_ROLLED_BACK: rolled back in .* on r4/);
  expect(await world.onHost('a', look)).toBe(`${images.v2} running`);
  const id = await world.onHost('a', `docker ps -q --filter label=com.docker.compose.project=${world.app}`);
  expect(await world.onHost('a', `docker exec ${id} app health && readlink /opt/${world.app}/current`)).toContain(
    'releases/r4',
  );
});
