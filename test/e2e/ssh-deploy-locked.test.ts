import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { settled } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let neighbour: World;
let images: Readonly<Record<'v1' | 'v2' | 'next', string>>;

beforeAll(async () => {
  [world, neighbour] = await Promise.all([
    makeWorld('lock', { hosts: ['a', 'b'], port: 8650 }),
    makeWorld('next', { port: 8651 }),
  ]);
  const [v1, next] = await Promise.all([world.image(goodRelease('v1')), neighbour.image(goodRelease('next'))]);
  images = { v1, v2: await world.image(goodRelease('v2')), next };
});

afterAll(() => Promise.all([world?.dispose(), neighbour?.dispose()]));

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

const holder = (progress: string): string =>
  `deploy-r\\d-\\w+ of ann \\(acme/app/actions/runs/1001\\) has held the lock for [\\d.]+ m?s, now ${progress}`;

test('two applications side by side, by two processes of one runner: both go, and neither leaves a trace', async () => {
  const runner = mkdtempSync(join(tmpdir(), 'one-runner-'));
  const env = { HOME: runner, RUNNER_TEMP: join(runner, 'temp') };
  mkdirSync(env.RUNNER_TEMP);
  const steps = [world.step(release('r1', images.v1), env), neighbour.step(release('r1', images.next), env)];
  const results = await Promise.all(steps.map((each) => each.main()));
  expect(results.map(({ errors }) => errors)).toEqual([[], []]);
  expect(results.map(({ outputs }) => outputs.get('result'))).toEqual(['deployed', 'deployed']);
  const logs = results.map(({ outputs }) => outputs.get('log-file') ?? '');
  expect(new Set(logs).size).toBe(2);
  await Promise.all(steps.map((each) => each.post('success')));
  expect([await world.version('a'), await neighbour.version('a')]).toEqual(['v1', 'next']);
  await Promise.all([settled(world), settled(neighbour)]);
  const left = readdirSync(runner, { recursive: true, encoding: 'utf8' }).sort();
  expect(left.filter((path) => !logs.some((log) => log.startsWith(join(runner, path))))).toEqual([]);
  for (const log of logs) expect(readFileSync(log, 'utf8')).not.toContain('PRIVATE KEY');
  expect(spawnSync('sh', ['-c', `ls -l /proc/[0-9]*/cwd 2>/dev/null | grep -F ${runner}`]).stdout.toString()).toBe('');
  rmSync(runner, { recursive: true });
});

test('three deploys of one application at once, on two hosts: one wins, two say who holds the lock', async () => {
  const deploys = ['r2', 'r3', 'r4'].map((name) => world.step({ ...release(name, images.v2), watch: '10s' }).main());
  const results = await Promise.all(deploys);
  expect(results.map(({ outputs }) => outputs.get('result')).sort()).toEqual([
    'deployed',
    'failed-clean',
    'failed-clean',
  ]);
  const whole = new RegExp(
    `^E_LOCKED: deploy@10\\.77\\.0\\.11 is locked: ${holder('(beginning|(at|behind) \\w+)')}\nnothing was changed; wait for it to end, or set lock-wait, for example 5m$`,
  );
  for (const { errors } of results.filter(({ exitCode }) => exitCode !== 0)) {
    expect(errors).toEqual([expect.stringMatching(whole)]);
  }
  expect([await world.version('a'), await world.version('b')]).toEqual(['v2', 'v2']);
});

test('lock-wait: says for whom it waits and how far that one is, then goes', async () => {
  const running = world.step({ ...release('r5', images.v1), watch: '20s' }).start();
  await running.waitFor(/✓ upload/);
  const waits = await world.step({ ...release('r6', images.v1), 'lock-wait': '90s' }).main();
  expect((await running.done).outputs.get('result')).toBe('deployed');
  expect(waits.stdout).toMatch(new RegExp(`10\\.77\\.0\\.11 waits up to 90 s: ${holder('at watch')}\n`));
  expect(waits.outputs.get('result')).toBe('unchanged');
});
