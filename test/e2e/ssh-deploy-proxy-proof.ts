import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

/** One way to lead traffic, and what is peculiar to it. */
export interface Proof {
  readonly name: string;
  readonly port: number;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the line of the switch says. */
  readonly switched: RegExp;
  /** Makes the image that the compose file names; returns its reference. */
  readonly image?: {
    readonly compose: string;
    readonly named: string;
    readonly make: (world: World) => Promise<string>;
  };
}

/** Longer than the slowest request of the load, and no longer. */
const brief = { 'drain-timeout': '2s', 'health-successes': '1' };

/** What must hold behind every proxy: nothing lost, back by itself in every case, and found again after a restart. */
export function proveProxy(proof: Proof): () => World {
  let world: World;
  let images: Readonly<Record<'v1' | 'v2', string>>;

  beforeAll(async () => {
    world = await makeWorld(proof.name, { port: proof.port });
    const { image } = proof;
    const ref = image && (await image.make(world));
    images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
    if (image === undefined || ref === undefined) return;
    const path = join(world.workspace, image.compose);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(image.named);
    await writeFile(path, text.replace(image.named, ref));
    // A machine without the tool builds it first.
  }, 1_200_000);

  afterAll(() => world?.dispose());

  function deploy(release: string, version: 'v1' | 'v2', more: Readonly<Record<string, string>> = {}) {
    const pinned = `web=${images[version]}\nworker=${images[version]}`;
    const health = { 'health-url': `${world.url('a')}/health`, 'expect-version': version };
    return world.step({ ...proof.inputs, ...brief, release, images: pinned, ...health, ...more });
  }

  test('first and second release under 16 clients: nothing lost, and a restarted proxy finds where it led to', {
    timeout: 420_000,
  }, async () => {
    const first = await deploy('r1', 'v1').main();
    expect(first.errors).toEqual([]);
    expect(await world.version('a')).toBe('v1');
    const load = startLoad({ url: world.url('a'), keepAlive: 8, oneShot: 8 });
    const second = await deploy('r2', 'v2').main();
    const report = await load.stop();
    expect(second.errors).toEqual([]);
    expect(report.lostSamples).toEqual([]);
    expect(Object.keys(report.versions)).toEqual(expect.arrayContaining(['v1', 'v2']));
    await world.onHost('a', `docker restart -t 1 ${world.app}-proxy-1`);
    await expect.poll(() => world.version('a'), { timeout: 10_000 }).toBe('v2');
  });

  test('the new container dies while it is watched: the old one gets the traffic again', async () => {
    const running = deploy('r3', 'v1', { watch: '20s' }).start();
    await running.waitFor(proof.switched);
    await world.onHost('a', `docker kill $(docker ps -q --filter name=${world.app}-web-3)`);
    const result = await running.done;
    expect(result.errors[0]).toMatch(/^E_GATE: .*-web-3: .*\nE_ROLLED_BACK: rolled back in .* on r2\n/s);
    expect(result.outputs.get('result')).toBe('rolled-back');
    expect(await world.version('a')).toBe('v2');
  });

  test('SIGKILL of the runner at the switch: back by itself, and nothing is lost', async () => {
    const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
    const running = deploy('r3', 'v1', { watch: '10s', 'drain-timeout': '5s' }).start();
    await running.waitFor(/✓ gate/);
    killTree(running.pid);
    await running.done;
    const state = `[ -d /opt/${world.app}/.deploy/tx ] && echo open || echo settled`;
    await expect.poll(() => world.onHost('a', state), { timeout: 40_000 }).toBe('settled');
    expect((await load.stop()).lostSamples).toEqual([]);
    expect(await world.version('a')).toBe('v2');
  });

  test('rollback leads to the release before, under load', async () => {
    const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
    const back = await world.step({ mode: 'rollback', ...brief }).main();
    expect(back.errors).toEqual([]);
    expect((await load.stop()).lostSamples).toEqual([]);
    expect(await world.version('a')).toBe('v1');
    expect(await world.onHost('a', `docker ps -q --filter name=${world.app}-web- | grep -c .`)).toBe('1');
  });

  return () => world;
}
