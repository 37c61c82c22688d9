import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import type { LoadReport } from '../lab/load-report.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

const nginx = { 'compose-files': 'compose.nginx.yaml', files: 'proxy/nginx -> shared/nginx', proxy: 'nginx' };

beforeAll(async () => {
  world = await makeWorld('nginx', { port: 8095 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
});

afterAll(() => world?.dispose());

function deploy(name: string, ref: string, more: Readonly<Record<string, string>> = {}) {
  return world.step({ ...nginx, release: name, images: `web=${ref}\nworker=${ref}`, ...more }).main();
}

/** nginx below 1.27.4 may close an idle connection at the moment of a reload; nothing else may be lost. */
function expectOnlyResets(report: LoadReport): void {
  expect(report.lostSamples.filter(({ lost, reused }) => lost?.kind !== 'reset' || !reused)).toEqual([]);
  expect(report.lost).toBeLessThanOrEqual(8);
}

test('first and second release behind nginx, under 16 clients: resets of idle connections at most', async () => {
  expect((await deploy('r1', images.v1)).errors).toEqual([]);
  expect(await world.version('a')).toBe('v1');
  const load = startLoad({ url: world.url('a'), keepAlive: 8, oneShot: 8 });
  const result = await deploy('r2', images.v2, { 'health-url': `${world.url('a')}/health`, 'expect-version': 'v2' });
  expectOnlyResets(await load.stop());
  expect(result.errors).toEqual([]);
  expect(await world.version('a')).toBe('v2');
  expect(await world.onHost('a', `cat /opt/${world.app}/shared/nginx/upstream.servers`)).toBe(
    `server ${world.app}-web-2:8080;`,
  );
});

test('the new container dies while it is watched: nginx leads to the old one again', async () => {
  const running = world
    .step({ ...nginx, release: 'r3', images: `web=${images.v1}\nworker=${images.v1}`, watch: '20s' })
    .start();
  await running.waitFor(/✓ switch: lead/);
  await world.onHost('a', `docker kill $(docker ps -q --filter name=${world.app}-web-3)`);
  const result = await running.done;
  expect(result.errors[0]).toMatch(
    /^E_GATE: .*-web-3: it is exited with exit code 137\nE_ROLLED_BACK: rolled back in .* on r2/,
  );
  expect(result.outputs.get('result')).toBe('rolled-back');
  expect(await world.version('a')).toBe('v2');
  expect(await world.onHost('a', `cat /opt/${world.app}/shared/nginx/upstream.servers`)).toBe(
    `server ${world.app}-web-2:8080;`,
  );
});
