import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findLeaks, findLeaksInFolder, type PhaseResult, type Step, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

/** What a shell, a compose file and a base64 decoder could each trip over. `given` is handed to the application. */
const planted = {
  given: `given-$HOME-\${x}-'"\`id\`"-zq7Xw2`,
  dollar: 'pa$$w0rd-$(id)-"\'-Kx93vLq1',
  lines: 'first-line-Tt5Yb8Nc\nsecond "line" $2 Rr6Gh1Jd\nthird-line-Vv2Mz4Pk',
};

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;
/** Whole secrets, and each line of those that have several. */
let secrets: readonly string[];

beforeAll(async () => {
  world = await makeWorld('secret', { port: 8656 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const given = { services: { web: { environment: { GIVEN: `\${GIVEN}` } } } };
  writeFileSync(join(world.workspace, 'given.yaml'), JSON.stringify(given));
  const key = readFileSync(world.lab.sshKeyFile, 'utf8').split('\n').slice(1, -2);
  const { password } = world.lab.registry;
  const login = Buffer.from(`${world.lab.registry.username}:${password}`).toString('base64');
  secrets = [...key, password, login, ...Object.values(planted).flatMap((text) => [text, ...text.split('\n')])];
});

afterAll(() => world?.dispose());

function deploy(release: string, version: 'v1' | 'v2'): Step {
  const quoted = (text: string): string => JSON.stringify(text);
  const file = `GIVEN=${quoted(planted.given)}\nDOLLAR=${quoted(planted.dollar)}\nLINES=${quoted(planted.lines)}\n`;
  writeFileSync(join(world.workspace, 'secrets.env'), file);
  return world.step({
    release,
    images: `web=${images[version]}\nworker=${images[version]}`,
    'env-file': 'secrets.env',
    'compose-files': 'compose.yaml\ngiven.yaml',
    'registry-username': world.lab.registry.username,
  });
}

/** Every place of a phase that people and other programs read. */
function told(result: PhaseResult, commandLines: string): Readonly<Record<string, string>> {
  const { stdout, stderr, summary, outputs, errors } = result;
  return { commandLines, stdout, stderr, summary, outputs: JSON.stringify([...outputs]), errors: errors.join('\n') };
}

function expectUntold(texts: Readonly<Record<string, string>>): void {
  expect(secrets.flatMap((secret) => findLeaks(secret, texts))).toEqual([]);
}

/** Files of the host that hold a secret, plain or as base64, but for the env files of releases and their copies. */
async function filesOnHost(): Promise<string> {
  const forms = secrets.flatMap((text) => [text, Buffer.from(text).toString('base64').replace(/=+$/, '')]);
  const lines = [...new Set(forms.flatMap((text) => text.split('\n')))];
  const coded = Buffer.from(`${lines.join('\n')}\n`).toString('base64');
  return world.onHost(
    'a',
    `echo ${coded} | base64 -d >/dev/shm/planted-${world.app}
grep -rlF -f /dev/shm/planted-${world.app} /opt/${world.app} /tmp /var/tmp /home /root /run 2>/dev/null | sort
rm -f /dev/shm/planted-${world.app}`,
  );
}

async function expectNothingLeft(step: Step): Promise<void> {
  expect(secrets.flatMap((secret) => findLeaksInFolder(secret, dirname(step.temporary)))).toEqual([]);
  const files = (await filesOnHost()).split('\n').filter(Boolean);
  expect(files.filter((path) => !/\/(releases\/r\d|backups\/r\d\/release)\/env$/.test(path))).toEqual([]);
  const modes = await world.onHost('a', `stat -c %a ${files.join(' ')} | sort -u`);
  expect(modes).toBe('600');
}

/** What the engine tells of the application's containers. */
function inspected(): Promise<string> {
  return world.onHost('a', `docker inspect $(docker ps -aq --filter label=com.docker.compose.project=${world.app})`);
}

test('no command line, log, output, file or container has a secret that it was not given', async () => {
  const watch = watchCommandLines();
  const step = deploy('r1', 'v1');
  const result = await step.main();
  const post = await step.post('success');
  const commandLines = watch.stop();
  expect(result.errors).toEqual([]);
  expect(commandLines).toContain('ssh -F ');
  expectUntold(told(result, commandLines));
  expectUntold(told(post, ''));
  await expectNothingLeft(step);
  const containers = await inspected();
  expect(
    secrets.filter((secret) => containers.includes(secret.split('\n')[0] ?? '') && secret !== planted.given),
  ).toEqual([]);
  const web = `$(docker ps -q --filter label=com.docker.compose.project=${world.app} --filter label=com.docker.compose.service=web)`;
  const environment = JSON.parse(await world.onHost('a', `docker inspect --format '{{json .Config.Env}}' ${web}`));
  expect(environment).toContain(`GIVEN=${planted.given}`);
  step.dispose();
});

test.each([
  ['the registry’s password lies on the host', /✓ backup/],
  ['the new containers run', /✓ switch: lead/],
])('nor after a kill while %s, once post has run', async (_name, moment) => {
  const watch = watchCommandLines();
  const step = deploy('r2', 'v2');
  const running = step.start();
  await running.waitFor(moment);
  killTree(running.pid);
  expectUntold(told(await running.done, ''));
  const post = await step.post('failure');
  expectUntold(told(post, watch.stop()));
  await settled(world);
  expect(flaws(await standing(world), 'r2')).toEqual([]);
  await expectNothingLeft(step);
  step.dispose();
});
