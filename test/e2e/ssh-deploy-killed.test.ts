import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { moments } from './ssh-deploy-moments.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;
let serving: 'v1' | 'v2' = 'v1';
let count = 1;

beforeAll(async () => {
  world = await makeWorld('kill', { port: 8093 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const first = world.step(release('v1'));
  expect((await first.main()).errors).toEqual([]);
  first.dispose();
});

afterAll(() => world?.dispose());

function release(version: 'v1' | 'v2'): Record<string, string> {
  count += 1;
  return { release: `r${count}`, images: `web=${images[version]}\nworker=${images[version]}`, watch: '3s' };
}

function other(): 'v1' | 'v2' {
  return serving === 'v1' ? 'v2' : 'v1';
}

async function expectWhole(killed = ''): Promise<void> {
  const found = await standing(world);
  expect(flaws(found, killed)).toEqual([]);
  serving = found.version as 'v1' | 'v2';
  expect(['v1', 'v2']).toContain(serving);
}

/** The others of the matrix in test/bench/kill-matrix.ts. */
const known = moments.filter(({ state }) => !/upload|backup|commit|record|prune|unlock/.test(state));

test.each(known)(
  'SIGKILL of the action and its ssh in $state: the host settles by itself, nothing is lost',
  async (moment) => {
    const [old, wanted] = [serving, other()];
    const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
    const running = world.step(release(wanted)).start();
    await moment.reached(running);
    killTree(running.pid);
    await running.done;
    expect(await settled(world)).toBeLessThan(40_000);
    expect((await load.stop()).lostSamples).toEqual([]);
    await expectWhole(`r${count}`);
    expect(serving).toBe(moment.ends === 'old' ? old : wanted);
  },
);

test('SIGKILL of the agent in the middle: the next deploy settles it first, then deploys', async () => {
  const wanted = other();
  const running = world.step(release(wanted)).start();
  await running.waitFor(/✓ start: start new/);
  await world.onHost('a', `kill -9 $(cut -d ' ' -f 3 /opt/${world.app}/.deploy/lock)`);
  const cut = await running.done;
  expect(cut.outputs.get('result')).toBe('failed-dirty');
  expect(cut.errors[0]).toMatch(/^E_SSH_LOST: /);
  const next = await world.step({ ...release(wanted), 'lock-wait': '30s' }).main();
  expect(next.stdout).toContain('had not ended; it is aborted now');
  expect(next.outputs.get('result')).toBe('deployed');
  await expectWhole();
  expect(serving).toBe(wanted);
});

test('a cancelled job: everything is undone before it ends, and post leaves nothing', async () => {
  const old = serving;
  const step = world.step(release(other()));
  const running = step.start();
  await running.waitFor(/✓ switch: lead/);
  running.cancel();
  const result = await running.done;
  expect(result.outputs.get('result')).toBe('cancelled');
  expect(result.ms).toBeGreaterThan(0);
  await step.post('cancelled');
  await settled(world);
  await expectWhole();
  expect(serving).toBe(old);
  step.dispose();
});
