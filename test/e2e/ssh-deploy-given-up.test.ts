import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { stable } from './ssh-deploy-stable.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;
const [A, B] = ['deploy@10.77.0.11', 'deploy@10.77.0.12'];

beforeAll(async () => {
  world = await makeWorld('batch', { hosts: ['a', 'b'], port: 8604 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const first = world.step(release('r1', images.v1));
  expect((await first.main()).errors).toEqual([]);
  first.dispose();
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}`, batch: '1', 'batch-wait': '1s' };
}

function versions(): Promise<readonly (string | undefined)[]> {
  return Promise.all([world.version('a'), world.version('b')]);
}

test('the second batch fails behind its switch: the first comes back with it, and nothing is lost', async () => {
  const loads = (['a', 'b'] as const).map((host) => startLoad({ url: world.url(host), keepAlive: 3, oneShot: 3 }));
  const running = world.step({ ...release('r2', images.v2), watch: '15s' }).start();
  await running.waitFor(/10\.77\.0\.11 {2}✓ watch/);
  expect(await versions()).toEqual(['v2', 'v1']);
  await running.waitFor(/10\.77\.0\.12 {2}✓ switch: lead/);
  const worker = `--filter label=com.docker.compose.project=${world.app} --filter label=com.docker.compose.service=worker`;
  // The newest comes first.
  await world.onHost('b', `docker ps -q ${worker} | head -n 1 | xargs docker kill`);
  const result = await running.done;
  for (const load of loads) expect((await load.stop()).lostSamples).toEqual([]);
  expect(await versions()).toEqual(['v1', 'v1']);
  expect(Object.fromEntries(result.outputs)).toMatchObject({ result: 'rolled-back', 'failed-state': 'watch' });
  const [what = '', how = ''] = (result.errors[0] ?? '').split('\n');
  expect(what).toMatch(
    new RegExp(`^E_GATE: ${B}, watch: container ${world.app}-worker-\\d+: it is exited with exit code 137$`),
  );
  expect(how).toMatch(/^E_ROLLED_BACK: rolled back in [\d.]+ m?s, all hosts on r1$/);
  expect(result.stdout).toContain(`${A}  ↩ switch undone`);
});

test('cancelled while a batch waits: the switched host comes back, the other never switched', async () => {
  const step = world.step({ ...release('r2', images.v2), 'batch-wait': '2m' });
  const running = step.start();
  await running.waitFor(/10\.77\.0\.11 {2}✓ watch/);
  running.cancel();
  const result = await running.done;
  // The runner kills after 10 s what has not settled by then; post waits for it.
  await step.post('cancelled');
  expect(await versions()).toEqual(['v1', 'v1']);
  expect(result.stdout).not.toMatch(/10\.77\.0\.12 {2}. switch/);
});

test('an undo that fails three times: told with commands, tried again by the next deploy, and mended by hand', async () => {
  const onlyA = { hosts: A, 'known-hosts': world.lab.hosts.a.knownHosts };
  const folder = `/opt/${world.app}/.deploy/tx/f`;
  const running = world.step({ ...release('r2', images.v2), ...onlyA, watch: '20s' }).start();
  await running.waitFor(/10\.77\.0\.11 {2}✓ start: start new/);
  await world.onHost('a', `cd ${folder} && cp before.web kept && : >before.web`);
  const result = await running.done;
  const message = `E_MANUAL: ${A}: the undo of step start failed three times: the list of the containers of web from before is not whole
on the host: tail /opt/${world.app}/.deploy/tx/journal; mend what the reason names, then: cd ${folder} && sh start.undo; the next deploy goes on from there`;
  expect(result.errors).toEqual([message]);
  expect(result.outputs.get('result')).toBe('failed-dirty');
  expect(await world.version('a')).toBe('v1');
  const again = await world.step({ ...release('r2', images.v2), ...onlyA }).main();
  expect(again.errors).toEqual([message]);
  await world.onHost('a', `cd ${folder} && mv kept before.web && su deploy -c 'sh start.undo'`);
  const mended = await world.step({ ...release('r2', images.v2) }).main();
  expect(mended.errors).toEqual([]);
  expect(await versions()).toEqual(['v2', 'v2']);
});

test('post cannot go back: what serves is said, and the job fails', async () => {
  const step = world.step(release('r3', images.v1));
  expect((await step.main()).errors).toEqual([]);
  await world.onHost('b', `mv /opt/${world.app}/releases/r2/compose.yaml /opt/${world.app}/away`);
  const post = await step.post('failure');
  expect(post.exitCode).toBe(1);
  expect(post.errors.map((error) => stable(error, world.app))).toEqual([
    `E_ROLLBACK_FAILED: the job is failure, and r3 could not be rolled back: E_STEP: ${B}, start: compose could not start proxy; undone in TIME, r3 still serves, and on the other 1
open /opt/APP/releases/r2/compose.yaml: no such file or directory
${A} is on r3
${B} is on r3
then run mode: rollback with to: r2`,
  ]);
  expect(await versions()).toEqual(['v1', 'v1']);
});
