import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPhase } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cable, layCable } from '../lab/cable.ts';
import { startLoad } from '../lab/load.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { type HostName, makeWorld, type World } from './ssh-deploy-world.ts';

/** Four deploys side by side, on a machine that does other work too. */
const LIMIT_MS = 400_000;

/** An application of its own for each state, so that their links can be cut side by side. */
interface Case {
  readonly state: 'upload' | 'pull' | 'switch' | 'watch';
  readonly host: HostName;
  readonly port: number;
  /** Pulls the cable in that state. */
  readonly pull: (running: RunningPhase, cable: Cable) => Promise<void>;
}

const cases: readonly Case[] = [
  // In the middle of the archive.
  { state: 'upload', host: 'a', port: 8670, pull: (_running, cable) => cable.pullAfter(1_000_000) },
  behind('pull', /✓ backup/, 'b', 8671),
  behind('switch', /✓ gate/, 'a', 8672),
  behind('watch', /✓ switch: lead/, 'b', 8673),
];

function behind(state: Case['state'], line: RegExp, host: HostName, port: number): Case {
  const pull: Case['pull'] = async (running, cable) => {
    await running.waitFor(line);
    cable.pull();
  };
  return { state, host, port, pull };
}

const worlds = new Map<Case['state'], { readonly world: World; readonly cable: Cable }>();
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  for (const { state, host, port } of cases) {
    const world = await makeWorld(`link-${state}`, { hosts: [host], port });
    const cable = await layCable({ host: world.lab.hosts[host].address, port: 22 });
    worlds.set(state, { world, cable });
    mkdirSync(join(world.workspace, 'pictures'));
    writeFileSync(join(world.workspace, 'pictures', 'one'), randomBytes(3_000_000));
  }
  const { world } = of('upload');
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const first = await Promise.all(
    cases.map(({ state }) =>
      of(state)
        .world.step({ ...release('r1', 'v1'), watch: '0s' })
        .main(),
    ),
  );
  expect(first.flatMap(({ errors }) => errors)).toEqual([]);
});

afterAll(async () => {
  for (const { world, cable } of worlds.values()) {
    await cable.close();
    await world.dispose();
  }
});

function of(state: Case['state']): { readonly world: World; readonly cable: Cable } {
  const found = worlds.get(state);
  if (found === undefined) throw new Error(`no application for ${state}`);
  return found;
}

function release(name: string, version: 'v1' | 'v2'): Record<string, string> {
  const files = 'proxy/haproxy -> shared/haproxy\npictures -> pictures';
  return { release: name, files, images: `web=${images[version]}\nworker=${images[version]}`, lease: '21s' };
}

/** Inputs that lead to the host of a case through its cable. */
function overCable(one: Case): Record<string, string> {
  const { world, cable } = of(one.state);
  const { knownHosts } = world.lab.hosts[one.host];
  return {
    hosts: `deploy@127.0.0.1:${cable.port}`,
    'known-hosts': knownHosts.replaceAll(/^\S+:221\d /gm, `[127.0.0.1]:${cable.port} `),
    'connect-timeout': '2s',
    'connect-retries': '0',
    watch: one.state === 'watch' ? '9s' : '1s',
  };
}

async function expectWhole({ state, host }: Case, version: string, killed = ''): Promise<void> {
  const found = await standing(of(state).world, host);
  expect(flaws(found, killed)).toEqual([]);
  expect(found.version).toBe(version);
}

describe('a link that is silent for six seconds: the deploy goes on', () => {
  test.concurrent.each(cases)('in $state', { timeout: LIMIT_MS }, async (one) => {
    const { world, cable } = of(one.state);
    const load = startLoad({ url: world.url(one.host), keepAlive: 2, oneShot: 2, pauseMs: 50 });
    const running = world.step({ ...release('r2', 'v2'), ...overCable(one) }).start();
    await one.pull(running, cable);
    await sleep(6_000);
    cable.plug();
    const { errors, outputs } = await running.done;
    expect(errors).toEqual([]);
    expect(outputs.get('result')).toBe('deployed');
    expect((await load.stop()).lostSamples).toEqual([]);
    await expectWhole(one, 'v2');
  });
});

describe('a link that stays silent: the host goes back by itself, and the next deploy works', () => {
  test.concurrent.each(cases)('in $state', { timeout: LIMIT_MS }, async (one) => {
    const { world, cable } = of(one.state);
    const load = startLoad({ url: world.url(one.host), keepAlive: 2, oneShot: 2, pauseMs: 50 });
    const step = world.step({ ...release('r3', 'v1'), ...overCable(one), watch: '60s' });
    const running = step.start();
    await one.pull(running, cable);
    const result = await running.done;
    expect(result.outputs.get('result')).toBe('failed-dirty');
    expect(result.errors).toEqual([
      `E_SSH_LOST: deploy@127.0.0.1:${cable.port}: the connection was lost; the host settles by itself within 21 s
the next deploy, or the post step of this job, sees where it ended`,
    ]);
    const post = await step.post('failure');
    expect(post.errors[0]).toMatch(
      /^E_ROLLBACK_FAILED: the job is failure, and r3 could not be rolled back: E_SSH_UNREACHABLE/,
    );
    expect(await settled(world, one.host)).toBeLessThan(40_000);
    expect((await load.stop()).lostSamples).toEqual([]);
    await expectWhole(one, 'v2', 'r3');
    cable.cut();
    cable.plug();
    const next = await world.step({ ...release('r4', 'v1'), ...overCable(one), watch: '1s' }).main();
    expect(next.outputs.get('result')).toBe('deployed');
    await expectWhole(one, 'v1');
  });
});
