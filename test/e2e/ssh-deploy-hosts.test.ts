import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('two', { hosts: ['a', 'b'], port: 8094 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

async function versions(): Promise<readonly (string | undefined)[]> {
  return Promise.all([world.version('a'), world.version('b')]);
}

/** On one host, ends the new web container as soon as it is there. */
function saboteur(): Promise<string> {
  const filter = `--filter label=com.docker.compose.project=${world.app} --filter label=com.docker.compose.service=web`;
  return world.onHost(
    'b',
    `old=$(docker ps -q ${filter}); while :; do for c in $(docker ps -q ${filter}); do [ $c = $old ] || { docker kill $c; exit 0; }; done; sleep 0.1; done`,
  );
}

test('both stores and both hosts get the first release; the migration runs on one of them', async () => {
  const result = await world.step(release('r1', images.v1)).main();
  expect(result.errors).toEqual([]);
  expect(await versions()).toEqual(['v1', 'v1']);
  expect(result.stdout.match(/✓ migrate/g)).toHaveLength(1);
});

test('one host fails before the barrier: no host switches', async () => {
  const loads = (['a', 'b'] as const).map((host) => startLoad({ url: world.url(host), keepAlive: 3, oneShot: 3 }));
  const sabotage = saboteur();
  // Long enough in the gate for the sabotage to land.
  const result = await world.step({ ...release('r2', images.v2), 'health-successes': '20' }).main();
  await sabotage;
  for (const load of loads) {
    const report = await load.stop();
    expect(report.lostSamples).toEqual([]);
    expect(Object.keys(report.versions)).toEqual(['v1']);
  }
  expect(result.errors[0]).toMatch(
    /^E_GATE: deploy@10.77.0.12, gate: container .* it is exited with exit code 137; undone in .*, r1 still serves, and on the other 1/,
  );
  expect(await versions()).toEqual(['v1', 'v1']);
});

test('the second release on both, nothing lost on either', async () => {
  const loads = (['a', 'b'] as const).map((host) => startLoad({ url: world.url(host), keepAlive: 4, oneShot: 4 }));
  const result = await world.step(release('r2', images.v2)).main();
  expect(result.errors).toEqual([]);
  for (const load of loads) expect((await load.stop()).lostSamples).toEqual([]);
  expect(await versions()).toEqual(['v2', 'v2']);
});

test('one host went back by hand: the next deploy evens it out', async () => {
  const only = { hosts: 'deploy@10.77.0.12', 'known-hosts': world.lab.hosts.b.knownHosts, mode: 'rollback' };
  expect((await world.step(only).main()).outputs.get('result')).toBe('rolled-back');
  expect(await versions()).toEqual(['v2', 'v1']);
  const result = await world.step(release('r3', images.v2)).main();
  expect(result.outputs.get('result')).toBe('deployed');
  expect(result.stdout).toMatch(/deploy@10.77.0.11: unchanged/);
  expect(await versions()).toEqual(['v2', 'v2']);
});

test('the runner dies behind the switch of both: both go back', async () => {
  const running = world.step({ ...release('r4', images.v1), watch: '20s' }).start();
  await running.waitFor(
    /10\.77\.0\.11 {2}✓ switch: lead[\s\S]*10\.77\.0\.12 {2}✓ switch: lead|10\.77\.0\.12 {2}✓ switch: lead[\s\S]*10\.77\.0\.11 {2}✓ switch: lead/,
  );
  killTree(running.pid);
  await running.done;
  for (const host of ['a', 'b'] as const) {
    await expect
      .poll(() => world.onHost(host, `[ -d /opt/${world.app}/.deploy/tx ] && echo open || echo settled`), {
        timeout: 40_000,
      })
      .toBe('settled');
  }
  expect(await versions()).toEqual(['v2', 'v2']);
});

test('one host commits and the other cannot: post evens them out', async () => {
  const step = world.step({ ...release('r5', images.v1), watch: '15s' });
  const running = step.start();
  await running.waitFor(/10\.77\.0\.12 {2}✓ switch: lead/);
  await world.onHost('b', `cd /opt/${world.app}/.deploy/tx && mv journal journal.away && mkdir journal`);
  const result = await running.done;
  expect(result.outputs.get('result')).toBe('failed-dirty');
  expect(result.errors[0]).toMatch(/^E_STEP: deploy@10.77.0.12: could not write the commit down/);
  expect(await versions()).toEqual(['v1', 'v2']);
  const post = await step.post('failure');
  expect(post.errors).toEqual([]);
  expect(await versions()).toEqual(['v2', 'v2']);
});
