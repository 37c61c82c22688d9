import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findLeaksInFolder } from '@suite/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('probe', { port: 8450 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
});

afterAll(() => world?.dispose());

function deploy(release: string, image: 'v1' | 'v2', more: Readonly<Record<string, string>> = {}) {
  const probe = { 'probe-url': `${world.url('a')}/version`, 'probe-interval': '50ms' };
  return world.step({ release, images: `web=${images[image]}\nworker=${images[image]}`, ...probe, ...more });
}

/** The container behind the proxy is replaced in place, which is felt. */
const recreate = { files: '', proxy: '', strategy: 'recreate' };

test('of the first release nothing can be said; the second is seen to lose nothing, and everything is in the log', async () => {
  const first = await deploy('r1', 'v1').main();
  expect(first.errors).toEqual([]);
  expect(Object.fromEntries(first.outputs)).toMatchObject({ 'failed-requests': '', 'downtime-ms': '' });
  expect(first.summary).toContain('The address did not answer before the deploy began, so nothing can be said');

  const second = deploy('r2', 'v2', { 'max-failed-requests': '0' });
  const { errors, outputs, summary } = await second.main();
  expect(errors).toEqual([]);
  expect(Object.fromEntries(outputs)).toMatchObject({ 'failed-requests': '0', 'downtime-ms': '0' });
  expect(Number(outputs.get('probe-p95-ms'))).toBeGreaterThan(0);
  expect(summary).toMatch(/\d+ requests during the deploy, 0 failed, p95 \d+ → \d+ ms\./);
  expect(summary).toMatch(/\/\S+: [\d.]+ GB → [\d.]+ GB free/);
  const [host] = JSON.parse(outputs.get('hosts') ?? '');
  expect(host.disks[0]).toMatchObject({ total: expect.any(Number), freeAfter: expect.any(Number) });
  expect(host.seconds.switch).toBeGreaterThan(0);
  const log = readFileSync(outputs.get('log-file') ?? '', 'utf8');
  expect(log).toMatch(/ok switch rc=0 .*\n {4}traffic goes to /);
  expect(log).toContain('end tx=');
  for (const secret of [world.lab.postgres.password, world.lab.registry.password])
    expect(findLeaksInFolder(secret, second.temporary)).toEqual([]);
  second.dispose();
});

/** All outages together, each from the first request that failed to the end of the next good one; milliseconds. */
function measureDowntime(url: string): { readonly stop: () => Promise<number> } {
  let [ended, sum] = [false, 0];
  let since: number | undefined;
  const asking = (async () => {
    while (!ended) {
      const began = performance.now();
      const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (!answer?.ok) since ??= began;
      else if (since !== undefined) [sum, since] = [sum + performance.now() - since, undefined];
      await sleep(25);
    }
  })();
  return {
    stop: async () => {
      ended = true;
      await asking;
      return sum;
    },
  };
}

test('a recreate is measured as its clients see it', async () => {
  const own = measureDowntime(`${world.url('a')}/version`);
  const second = await deploy('r3', 'v1', recreate).main();
  const felt = await own.stop();
  expect(second.errors).toEqual([]);
  expect(second.outputs.get('result')).toBe('deployed');
  expect(Number(second.outputs.get('failed-requests'))).toBeGreaterThan(0);
  const measured = Number(second.outputs.get('downtime-ms'));
  expect(measured).toBeGreaterThan(felt / 2 - 200);
  expect(measured).toBeLessThan(felt * 2 + 200);
});

test('more failed requests than may: everything is undone, and the message says how many', async () => {
  const { errors, outputs, summary } = await deploy('r4', 'v2', { ...recreate, 'max-failed-requests': '1' }).main();
  expect(errors[0]).toMatch(
    /^E_PROBE: http.*\/version: \d+ failed \(.+\) of \d+ requests during the deploy, max-failed-requests is 1(?:; undone in .*, r3 still serves|\nE_ROLLED_BACK: rolled back in .* on r3)/,
  );
  expect(outputs.get('result')).toBe('rolled-back');
  expect(outputs.get('failed-state')).toMatch(/^(start|gate)$/);
  expect(summary).toContain('down for');
  expect(await world.version('a')).toBe('v1');
  expect(await world.onHost('a', `readlink /opt/${world.app}/current`)).toBe('releases/r3');
});
