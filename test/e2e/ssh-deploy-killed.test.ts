import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
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

/** Waits until no transaction is open and nobody holds the lock. */
async function settled(): Promise<number> {
  const began = performance.now();
  const free = `cd /opt/${world.app}/.deploy && [ ! -d tx ] && flock -n lock true && echo free || echo busy`;
  while ((await world.onHost('a', free)) !== 'free') {
    if (performance.now() - began > 60_000) throw new Error('the host does not settle');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return performance.now() - began;
}

async function expectWhole(): Promise<void> {
  const names = await world.onHost(
    'a',
    `docker ps -a --format '{{.Label "com.docker.compose.service"}} {{.State}}' --filter label=com.docker.compose.project=${world.app} | sort`,
  );
  expect(names.split('\n')).toEqual(['proxy running', 'web running', 'worker running']);
  expect(await world.onHost('a', `cd /opt/${world.app}; ls -A releases | grep -c '^.tmp' || :`)).toBe('0');
  serving = (await world.version('a')) as 'v1' | 'v2';
  expect(['v1', 'v2']).toContain(serving);
}

/** Each moment is named by the line after which everything of the runner is killed. */
const moments: readonly (readonly [string, RegExp, 'old' | 'new' | 'either'])[] = [
  ['while the image is pulled', /✓ backup/, 'old'],
  ['while the migration runs', /✓ pull/, 'old'],
  ['while the containers start', /✓ start: bring up/, 'old'],
  ['in the gate', /✓ start: start new/, 'old'],
  ['while the proxy is switched', /✓ gate/, 'old'],
  ['while it watches', /✓ switch: lead/, 'old'],
  ['after the commit', /✓ drain/, 'new'],
];

test.each(moments)(
  'SIGKILL of the action and its ssh %s: the host settles by itself, nothing is lost',
  async (_name, line, end) => {
    const [old, wanted] = [serving, other()];
    const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
    const running = world.step(release(wanted)).start();
    await running.waitFor(line);
    killTree(running.pid);
    await running.done;
    expect(await settled()).toBeLessThan(40_000);
    expect((await load.stop()).lostSamples).toEqual([]);
    await expectWhole();
    if (end !== 'either') expect(serving).toBe(end === 'old' ? old : wanted);
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
  await settled();
  await expectWhole();
  expect(serving).toBe(old);
  step.dispose();
});
