import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease, unhealthy } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2' | 'unhealthy', string>>;

beforeAll(async () => {
  world = await makeWorld('turns', { hosts: ['a', 'b'], port: 8672 });
  images = {
    v1: await world.image(goodRelease('v1')),
    v2: await world.image(goodRelease('v2')),
    unhealthy: await world.image(unhealthy),
  };
  const text = await readFile(join(world.workspace, 'compose.yaml'), 'utf8');
  const web = text.slice(0, text.indexOf('  worker:'));
  const single = web.replace('    healthcheck:', '    ports: ["$' + '{HTTP_PORT}:8080"]\n    healthcheck:');
  await writeFile(join(world.workspace, 'compose.single.yaml'), single);
});

afterAll(() => world?.dispose());

function deploy(release: string, image: keyof typeof images) {
  const single = { 'compose-files': 'compose.single.yaml', files: '', proxy: '', strategy: 'recreate', batch: '1' };
  return world.step({ ...single, release, images: `web=${images[image]}`, 'health-timeout': '15s' }).main();
}

/** Asks both hosts all the time while something goes on; every set of answers. */
async function during<T>(going: Promise<T>): Promise<{ readonly result: T; readonly seen: ReadonlySet<string> }> {
  const seen = new Set<string>();
  let over = false;
  const done = going.finally(() => {
    over = true;
  });
  while (!over) {
    const versions = await Promise.all([world.version('a'), world.version('b')]);
    seen.add(versions.map((version) => version ?? 'none').join(' '));
    await sleep(20);
  }
  return { result: await done, seen };
}

test('batch 1: each host is out while it is recreated, and never both', async () => {
  expect((await deploy('r1', 'v1')).errors).toEqual([]);
  const { result, seen } = await during(deploy('r2', 'v2'));
  expect(result.errors).toEqual([]);
  expect(seen).not.toContain('none none');
  expect([...seen]).toEqual(expect.arrayContaining(['v1 v1', 'none v1', 'v2 none', 'v2 v2']));
});

test('the first host fails its gate: it gets its release back, and the second is never touched', async () => {
  const { result, seen } = await during(deploy('r3', 'unhealthy'));
  expect(result.errors[0]).toMatch(
    /^E_GATE: deploy@10.77.0.11, gate: .*\nE_ROLLED_BACK: rolled back in .*, all hosts on r2/,
  );
  expect(result.outputs.get('result')).toBe('rolled-back');
  expect([...seen].filter((each) => !each.endsWith(' v2'))).toEqual([]);
  expect([await world.version('a'), await world.version('b')]).toEqual(['v2', 'v2']);
});
