import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
const images: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld('hooks', { port: 8600 });
  for (const name of ['v1', 'v2', 'v3']) images[name] = await world.image(goodRelease(name));
  const first = world.step(release('r1', 'v1'));
  expect((await first.main()).errors).toEqual([]);
  first.dispose();
});

afterAll(() => world?.dispose());

function release(name: string, version: string): Record<string, string> {
  return { release: name, images: `web=${images[version]}\nworker=${images[version]}` };
}

/** What must hold after every deploy that was given up. */
async function expectOnlyOld(): Promise<void> {
  expect(await world.version('a')).toBe('v1');
  expect(
    await world.onHost('a', `cd /opt/${world.app}; readlink current; ls releases; ls -d .deploy/tx* 2>/dev/null || :`),
  ).toBe('releases/r1\nr1');
  expect(await world.onHost('a', `ls /opt/${world.app}/backups`)).toBe('r1');
}

const host = 'deploy@10.77.0.11';

test.each<[string, Record<string, string>, string, RegExp]>([
  [
    'before-command',
    { 'before-command': 'echo "no room for $RELEASE beside $PREVIOUS_RELEASE"\nexit 3' },
    'before',
    /^E_HOOK: .*, before: before-command ended with exit code 3; undone in [\d.]+ m?s, r1 still serves\nno room for r2 beside r1$/,
  ],
  [
    'verify-command',
    { 'verify-command': 'sh -c "echo the new image is $APP_VERSION; exit 4"' },
    'verify',
    /^E_HOOK: .*, verify: verify-command ended with exit code 4; undone in [\d.]+ m?s, r1 still serves\n(?:.*\n)*.*the new image is/,
  ],
  [
    'backup-command that leaves nothing',
    { 'backup-command': ': >empty.sql' },
    'backup',
    /^E_BACKUP: .*, backup: backup-command left no file, or empty ones, in the folder where it ran; undone in [\d.]+ m?s, r1 still serves$/,
  ],
  [
    'health-command',
    { 'health-command': 'sh -c "echo cache is cold; exit 7"', 'health-timeout': '15s' },
    'gate',
    /^E_GATE: .*, gate: container .* not healthy after 15 s: health-command ended with exit code 7: cache is cold; undone/,
  ],
  [
    'log-deny',
    { 'log-deny': '"msg":"serving|listening' },
    'gate',
    /^E_GATE: .*, gate: container .*-web-\d+: log-deny matches its log: .*; undone/,
  ],
])('%s says no: everything is undone, and the message says why', async (_, hooks, state, text) => {
  const result = await world.step({ ...release('r2', 'v2'), ...hooks }).main();
  expect(Object.fromEntries(result.outputs)).toMatchObject({ result: 'failed-clean', 'failed-state': state });
  expect(result.errors.map((error) => error.replace(host, '…').replace(/^(E_\w+: )…/, '$1…'))).toEqual([
    expect.stringMatching(text),
  ]);
  await expectOnlyOld();
});

test('all hooks in their order, each where it belongs; the way back past a forward-only migration is closed', async () => {
  const log = `/opt/${world.app}/shared/hooks.log`;
  const note = (name: string): string =>
    `echo "${name} $APP $RELEASE \${PREVIOUS_RELEASE:-none} $(basename "$PWD")" >>${log}`;
  const step = world.step({
    ...release('r2', 'v2'),
    'before-command': note('before'),
    'after-command': note('after'),
    'backup-command': `${note('backup')}\ncp ${log} copy`,
    'verify-command': 'test -x /usr/local/bin/app',
    'health-command': 'app health',
    'log-deny': 'panic: ',
    'migrate-kind': 'forward-only',
    'config-backup': 'none',
  });
  const result = await step.main();
  expect(result.errors).toEqual([]);
  expect(await world.version('a')).toBe('v2');
  expect(await world.onHost('a', `cat ${log}`)).toBe(
    ['backup', 'before', 'after']
      .map((name) => `${name} ${world.app} r2 r1 ${name === 'backup' ? 'data' : 'r2'}`)
      .join('\n'),
  );
  expect(await world.onHost('a', `cd /opt/${world.app}/backups/r2; find . -type f; stat -c %a data`)).toBe(
    './data/copy\n700',
  );

  const back = await world.step({ mode: 'rollback', images: 'none', files: '', 'migrate-command': '' }).main();
  expect(back.errors).toEqual([
    `E_FORWARD_ONLY: ${host}: r2 migrated the database forward only, so r1 cannot serve any more
deploy a fix instead; or restore the database as it was before r2 (backup-to-s3, mode: restore, or /opt/${world.app}/backups/r2/data), then deploy the commit of r1`,
  ]);
  const post = await step.post('failure');
  expect(post.errors.join()).toMatch(/^E_ROLLBACK_FAILED: .*r2 could not be rolled back: E_FORWARD_ONLY/);
  expect(await world.version('a')).toBe('v2');
});

test('after-command fails: the release serves, the step fails and says so', async () => {
  const step = world.step({ ...release('r3', 'v3'), 'after-command': 'echo the cache cannot be reached\nexit 5' });
  const result = await step.main();
  expect(Object.fromEntries(result.outputs)).toMatchObject({ result: 'deployed', release: 'r3', changed: 'true' });
  expect(result.exitCode).toBe(1);
  expect(result.errors).toEqual([
    `E_HOOK: ${host}, after: deployed, but after-command ended with exit code 5
the cache cannot be reached
the new release serves; with rollback-on: job it goes back now, as for any job that fails`,
  ]);
  expect(await world.version('a')).toBe('v3');
  const post = await step.post('failure');
  expect(post.errors).toEqual([]);
  expect(await world.version('a')).toBe('v2');
});
