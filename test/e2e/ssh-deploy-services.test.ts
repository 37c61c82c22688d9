import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

const sleeper = `image: haproxy:2.6\n    restart: unless-stopped\n    stop_grace_period: 1s\n    command: ["sleep", "3600"]`;
const web = `  web:
    image: app
    restart: unless-stopped
    environment: { DATABASE_URL: "$\{DATABASE_URL}", REDIS_URL: "$\{REDIS_URL}" }
    healthcheck: { test: ["CMD", "app", "health"], interval: 1s }
`;

beforeAll(async () => {
  world = await makeWorld('svc', { port: 8551 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const side = `  side:\n    ${sleeper}\n`;
  const shell = `  shell:\n    profiles: [debug]\n    ${sleeper}\n`;
  writeFileSync(join(world.workspace, 'all.yaml'), `services:\n${web}${side}${shell}`);
  writeFileSync(join(world.workspace, 'less.yaml'), `services:\n${web}${shell}`);
});

afterAll(() => world?.dispose());

async function deploy(release: string, ref: string, more: Readonly<Record<string, string>> = {}) {
  const base = { release, images: `web=${ref}`, 'compose-files': 'all.yaml', proxy: 'none', files: '' };
  const step = world.step({ ...base, 'migrate-command': '', 'ready-delay': '1s', 'stop-timeout': '3s', ...more });
  const result = await step.main();
  step.dispose();
  return result;
}

/** Service, and the first of the container's id, of everything that runs under the name of the app. */
async function running(): Promise<Readonly<Record<string, string>>> {
  const lines = await world.onHost(
    'a',
    `docker ps --filter label=com.docker.compose.project=${world.app} --format '{{.Label "com.docker.compose.service"}} {{.ID}}'`,
  );
  return Object.fromEntries(lines.split('\n').map((line) => line.split(' ') as [string, string]));
}

test('profiles add services; named services alone are replaced, and images of others are passed over', async () => {
  expect((await deploy('r1', images.v1, { profiles: 'debug' })).errors).toEqual([]);
  const before = await running();
  expect(Object.keys(before).sort()).toEqual(['shell', 'side', 'web']);
  expect((await deploy('r2', images.v2, { services: 'web' })).errors).toEqual([]);
  const after = await running();
  expect([after['side'], after['shell']]).toEqual([before['side'], before['shell']]);
  expect(after['web']).not.toBe(before['web']);
  expect((await deploy('r3', images.v2, { services: 'wbe' })).errors[0]).toBe(
    'E_INPUT: one input is wrong; nothing was changed\nservices: wbe is no service of all.yaml; did you mean web?',
  );
});

test('a service that the compose file drops is removed after commit, and comes back by rollback', async () => {
  await world.onHost(
    'a',
    `docker run -d --network none --name ${world.app}-foreign --label com.docker.compose.project=${world.app} --label com.docker.compose.service=foreign haproxy:2.6 sleep 600`,
  );
  const dropped = await deploy('r3', images.v1, { 'compose-files': 'less.yaml' });
  expect(dropped.errors).toEqual([]);
  expect(dropped.stdout).toContain('stop and remove side, which the release no longer has');
  expect(Object.keys(await running()).sort()).toEqual(['foreign', 'shell', 'web']);
  const back = await world.step({ mode: 'rollback', to: 'r1', proxy: 'none', 'stop-timeout': '3s' }).main();
  expect(back.errors).toEqual([]);
  expect(Object.keys(await running()).sort()).toEqual(['foreign', 'shell', 'side', 'web']);
});

test('a release that is there: reused with the same content, whole again when that fails, refused with another', async () => {
  const files = (): Promise<string> =>
    world.onHost('a', `cd /opt/${world.app}; ls -A releases; cat releases/r3/manifest.json; readlink current`);
  const before = await files();
  const less = { 'compose-files': 'less.yaml' };
  const url = { 'health-url': 'http://10.77.0.11:8551/health', 'health-timeout': '30s' };
  const failed = await deploy('r3', images.v1, { ...less, ...url });
  expect(failed.outputs.get('result')).toBe('rolled-back');
  expect(await files()).toBe(before);
  expect((await deploy('r3', images.v2, less)).errors[0]).toMatch(
    /^E_INPUT: .*\nrelease: "r3" is on deploy@10.77.0.11 already, with other content/,
  );
  expect((await deploy('r3', images.v1, less)).outputs.get('result')).toBe('deployed');
  expect(await world.onHost('a', `cd /opt/${world.app}; ls -A releases | tr '\\n' ' '; readlink current`)).toBe(
    'r1 r2 r3 releases/r3',
  );
  await world.onHost('a', `docker stop -t 1 $(docker ps -q --filter name=${world.app}-web)`);
  expect((await deploy('r3', images.v1, less)).outputs.get('result')).toBe('deployed');
  expect(Object.keys(await running()).sort()).toEqual(['foreign', 'shell', 'web']);
});

test('without images all containers are judged: a job that has ended well and one that docker once restarted are fine', async () => {
  const job = (word: string): string =>
    `services:\n  job:\n    image: haproxy:2.6\n    restart: "no"\n    command: ["echo", "${word}"]\n  side:\n    ${sleeper}\n`;
  const file = join(world.workspace, 'job.yaml');
  writeFileSync(file, job('one'));
  const plain = { images: 'none', 'compose-files': 'job.yaml' };
  expect((await deploy('r4', images.v1, plain)).errors).toEqual([]);
  const side = (await running())['side'];
  await world.onHost(
    'a',
    `kill -9 $(docker inspect --format '{{.State.Pid}}' ${side}); until [ "$(docker inspect --format '{{.RestartCount}} {{.State.Running}}' ${side})" = '1 true' ]; do sleep 0.2; done`,
  );
  writeFileSync(file, job('two'));
  const result = await deploy('r5', images.v1, plain);
  expect(result.errors).toEqual([]);
  expect((await running())['side']).toBe(side);
  expect(await world.onHost('a', `docker logs $(docker ps -aq --filter name=${world.app}-job)`)).toBe('two');
  expect((await deploy('r6', images.v1, plain)).outputs.get('result')).toBe('unchanged');
});

test('SIGKILL of the runner while destroy stops the containers: they are started again, nothing is removed', async () => {
  const state = (): Promise<string> => world.onHost('a', `cd /opt/${world.app}; ls releases; readlink current`);
  const [before, containers] = [await state(), await running()];
  // The containers that sleep ignore SIGTERM, so stopping takes as long as it may.
  const inputs = { mode: 'destroy', confirm: world.app, images: 'none', proxy: 'none', 'stop-timeout': '4s' };
  const destroying = world.step(inputs).start();
  await destroying.waitFor(/remove releases and backups/);
  await world.onHost('a', `until [ -s /opt/${world.app}/.deploy/tx/f/running.ids ]; do sleep 0.1; done`);
  killTree(destroying.pid);
  await destroying.done;
  await world.onHost('a', `cd /opt/${world.app}/.deploy; while [ -d tx ] || ! flock -n lock true; do sleep 0.2; done`);
  expect(await running()).toEqual(containers);
  expect(await state()).toBe(before);
});
