import { findLeaks, findLeaksInFolder, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatEnvFile } from '../../actions/ssh-deploy/src/env-file.ts';
import { startLoad } from '../lab/load.ts';
import { filesHolding } from '../lab/pipeline/production.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: { readonly v1: string; readonly v2: string };

beforeAll(async () => {
  world = await makeWorld('line', { port: 8091 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

test('the first release, then the second under 16 clients: nothing lost, nothing left, no secret shown', async () => {
  const first = world.step(release('r1', images.v1));
  const main = await first.main();
  expect(main.errors).toEqual([]);
  expect(Object.fromEntries(main.outputs)).toMatchObject({ result: 'deployed', release: 'r1', changed: 'true' });
  expect(await world.version('a')).toBe('v1');
  await first.post('success');
  first.dispose();

  const load = startLoad({ url: world.url('a'), keepAlive: 8, oneShot: 8, post: 0.1, slow: 0.05, slowMs: 1_000 });
  const health = { 'health-url': `${world.url('a')}/health`, 'expect-version': 'v2' };
  const second = world.step({ ...release('r2', images.v2), ...health });
  const argv = watchCommandLines();
  const deployed = await second.main();
  const seen = argv.stop();
  const report = await load.stop();
  expect(deployed.errors).toEqual([]);
  expect(Object.fromEntries(deployed.outputs)).toMatchObject({ result: 'deployed', 'previous-release': 'r1' });
  expect(report.lostSamples).toEqual([]);
  expect(Object.keys(report.versions)).toEqual(expect.arrayContaining(['v1', 'v2']));
  expect(await world.version('a')).toBe('v2');
  expect((await second.post('success')).errors).toEqual([]);

  const { lab } = world;
  const hostFiles = await world.onHost('a', `cd /opt/${world.app}; ls -A .deploy; ls releases`);
  expect(
    hostFiles
      .split('\n')
      .filter((line) => !line.startsWith('agent-'))
      .sort(),
  ).toEqual(['ev', 'history', 'hmac', 'lock', 'r1', 'r2', 'release']);
  for (const secret of [lab.postgres.password, lab.registry.password, 'OPENSSH PRIVATE KEY']) {
    const texts = {
      argv: seen,
      stdout: deployed.stdout,
      summary: deployed.summary,
      outputs: JSON.stringify([...deployed.outputs]),
    };
    expect(findLeaks(secret, texts)).toEqual([]);
    expect(findLeaksInFolder(secret, second.temporary)).toEqual([]);
  }
  const folders = [`/opt/${world.app}`, '/tmp', '/home', '/root'];
  expect(await filesHolding(lab, 'a', { secret: lab.registry.password, folders })).toEqual([]);
  expect(await filesHolding(lab, 'a', { secret: lab.postgres.password, folders: folders.slice(0, 1) })).toEqual(
    ['backups/r2/release/env', 'releases/r1/env', 'releases/r2/env'].map((path) => `/opt/${world.app}/${path}`),
  );
  expect(await world.onHost('a', `stat -c %a /opt/${world.app}/releases/r2/env`)).toBe('600');
  second.dispose();
});

test('the same again is unchanged and restarts nothing; a plan changes nothing', async () => {
  const before = await world.onHost(
    'a',
    `docker ps --no-trunc -q --filter label=com.docker.compose.project=${world.app} | sort`,
  );
  const again = world.step(release('r3', images.v2));
  const result = await again.main();
  expect(Object.fromEntries(result.outputs)).toMatchObject({ result: 'unchanged', release: 'r2', changed: 'false' });
  const planned = await world.step({ ...release('r4', images.v1), mode: 'plan' }).main();
  expect(planned.outputs.get('result')).toBe('planned');
  expect(planned.stdout).toContain('start new web, worker beside the old');
  const after = await world.onHost(
    'a',
    `docker ps --no-trunc -q --filter label=com.docker.compose.project=${world.app} | sort`,
  );
  expect(after).toBe(before);
  expect(await world.onHost('a', `ls /opt/${world.app}/releases`)).toBe('r1\nr2');
  again.dispose();
});

test('env values arrive exactly, whatever they hold', async () => {
  const values = { PLAIN: 'a b', QUOTED: `it's "so" $HOME \\n \`x\``, HASH: 'x # y', EQUALS: 'a=b=c' };
  const probe = `cat > /tmp/${world.app}.yaml <<'E'
services:
  x:
    image: x
    environment: { PLAIN: "$\{PLAIN}", QUOTED: "$\{QUOTED}", HASH: "$\{HASH}", EQUALS: "$\{EQUALS}" }
E`;
  const text = Buffer.from(formatEnvFile(new Map(Object.entries(values)))).toString('base64');
  const shown = await world.onHost(
    'a',
    `${probe}\necho ${text} | base64 -d >/tmp/${world.app}.env; docker compose -f /tmp/${world.app}.yaml --env-file /tmp/${world.app}.env config --format json; rm /tmp/${world.app}.*`,
  );
  const environment = JSON.parse(shown).services.x.environment;
  // compose writes a dollar twice, so that its own output can be read again.
  expect(
    Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value).replaceAll('$$', '$')])),
  ).toEqual(values);
});

test('mode rollback goes back under load without a registry, and twice is refused', async () => {
  const load = startLoad({ url: world.url('a'), keepAlive: 4, oneShot: 4 });
  const back = world.step({ mode: 'rollback', images: 'none', files: '', 'migrate-command': '' });
  const result = await back.main();
  const report = await load.stop();
  expect(result.errors).toEqual([]);
  expect(Object.fromEntries(result.outputs)).toMatchObject({ result: 'rolled-back', release: 'r1', changed: 'true' });
  expect(report.lostSamples).toEqual([]);
  expect(await world.version('a')).toBe('v1');
  expect((await world.step({ mode: 'rollback' }).main()).errors[0]).toMatch(
    /^E_NO_RELEASE: .* has no release before r1/,
  );
});
