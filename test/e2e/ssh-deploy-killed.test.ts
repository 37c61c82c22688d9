import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { moments } from './ssh-deploy-moments.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { type HostName, makeWorld, type World } from './ssh-deploy-world.ts';

type Version = 'v1' | 'v2';

/** An application on one host, and what it is on. Two of them are killed side by side. */
interface App {
  readonly world: World;
  readonly host: HostName;
  serving: Version;
  count: number;
}

const apps = new Map<HostName, App>();
let images: Readonly<Record<Version, string>>;

beforeAll(async () => {
  const [one, two] = await Promise.all([
    makeWorld('kill', { hosts: ['a'], port: 8093 }),
    makeWorld('kill', { hosts: ['b'], port: 8097 }),
  ]);
  apps.set('a', { world: one, host: 'a', serving: 'v1', count: 1 });
  apps.set('b', { world: two, host: 'b', serving: 'v1', count: 1 });
  images = { v1: await one.image(goodRelease('v1')), v2: await one.image(goodRelease('v2')) };
  const first = await Promise.all([...apps.values()].map((app) => app.world.step(release(app, 'v1')).main()));
  expect(first.flatMap(({ errors }) => errors)).toEqual([]);
});

afterAll(async () => {
  for (const { world } of apps.values()) await world.dispose();
});

function on(host: HostName): App {
  const app = apps.get(host);
  if (app === undefined) throw new Error(`no application on ${host}`);
  return app;
}

function release(app: App, version: Version): Record<string, string> {
  app.count += 1;
  const pinned = `web=${images[version]}\nworker=${images[version]}`;
  return { release: `r${app.count}`, images: pinned, watch: '3s', 'keep-releases': '2' };
}

function other({ serving }: App): Version {
  return serving === 'v1' ? 'v2' : 'v1';
}

async function expectWhole(app: App, killed = ''): Promise<void> {
  const found = await standing(app.world, app.host);
  expect(flaws(found, killed)).toEqual([]);
  app.serving = found.version as Version;
  expect(['v1', 'v2']).toContain(app.serving);
}

const halves = (['a', 'b'] as const).map((host, half) => ({
  host,
  some: moments.filter((_moment, index) => index % 2 === half),
}));

describe.concurrent.each(halves)('host $host', ({ host, some }) => {
  test.each(some)(
    'SIGKILL of the action and its ssh in $state: the host settles by itself, nothing is lost',
    { concurrent: false },
    async (moment) => {
      const app = on(host);
      const [old, wanted] = [app.serving, other(app)];
      const load = startLoad({ url: app.world.url(host), keepAlive: 4, oneShot: 4 });
      const running = app.world.step(release(app, wanted)).start();
      await moment.reached(running);
      killTree(running.pid);
      await running.done;
      expect(await settled(app.world, host)).toBeLessThan(40_000);
      expect((await load.stop()).lostSamples).toEqual([]);
      await expectWhole(app, `r${app.count}`);
      if (moment.ends !== 'either') expect(app.serving).toBe(moment.ends === 'old' ? old : wanted);
    },
  );
});

test('SIGKILL of the agent in the middle: the next deploy settles it first, then deploys', async () => {
  const app = on('a');
  const wanted = other(app);
  const running = app.world.step(release(app, wanted)).start();
  await running.waitFor(/✓ start: start new/);
  await app.world.onHost('a', `kill -9 $(cut -d ' ' -f 3 /opt/${app.world.app}/.deploy/lock)`);
  const cut = await running.done;
  expect(cut.outputs.get('result')).toBe('failed-dirty');
  expect(cut.errors[0]).toMatch(/^E_SSH_LOST: /);
  const next = await app.world.step({ ...release(app, wanted), 'lock-wait': '30s' }).main();
  expect(next.stdout).toContain('had not ended; it is aborted now');
  expect(next.outputs.get('result')).toBe('deployed');
  await expectWhole(app);
  expect(app.serving).toBe(wanted);
});

test('a cancelled job: everything is undone before it ends, and post leaves nothing', async () => {
  const app = on('b');
  const old = app.serving;
  const step = app.world.step(release(app, other(app)));
  const running = step.start();
  await running.waitFor(/✓ switch: lead/);
  running.cancel();
  const result = await running.done;
  expect(result.outputs.get('result')).toBe('cancelled');
  expect(result.ms).toBeGreaterThan(0);
  await step.post('cancelled');
  await settled(app.world, 'b');
  await expectWhole(app);
  expect(app.serving).toBe(old);
  step.dispose();
});
