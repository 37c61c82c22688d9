import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatLibrary } from '../src/library.ts';
import { planDeploy } from '../src/plan.ts';
import type { Step } from '../src/step.ts';
import { dockerConfig, migrateStep, pullStep, startStep, stopStep } from '../src/steps/containers.ts';
import { formatGateLibrary } from '../src/steps/gate.ts';
import { verifyStep } from '../src/steps/hooks.ts';
import { restStep } from '../src/steps/in-place.ts';
import { content, digest, facts, host, inputs, manifest } from './samples.ts';
import { shells, stepScene } from './step-scene.ts';

const everything = {
  proxy: 'haproxy',
  'health-url': 'https://x/health',
  'expect-version': 'v1',
  'migrate-command': 'app migrate',
  'keep-releases': '2',
};
const releases = ['r0', 'r1'].map((release, at) => manifest(release, { at }));

function allScripts(given: Record<string, string>): readonly (readonly [string, string])[] {
  const plan = planDeploy(
    inputs({ ...everything, ...given }),
    facts(host('app', { current: 'r1', manifests: releases, proxyFile: undefined })),
  );
  const [one] = plan.hosts;
  const steps = [...(one?.phases.flatMap((phase) => phase.steps) ?? []), ...(one?.after ?? [])];
  const scripts = steps.flatMap(({ id, run, undo }) => [
    [`${id}.do`, run] as const,
    ...(undo === undefined ? [] : [[`${id}.undo`, undo] as const]),
  ]);
  return [
    ...scripts,
    ...(one?.library.map(({ name, content: text }) => [name, Buffer.from(text).toString()] as const) ?? []),
  ];
}

describe.each(['dash', 'bash', 'busybox'])('every script of a deploy, under %s', (shell) => {
  test('is valid shell', () => {
    const check = shell === 'busybox' ? ['busybox', 'sh', '-n'] : [shell, '-n'];
    for (const [name, text] of allScripts({})) {
      const [file = '', ...args] = check;
      expect(`${name}: ${spawnSync(file, args, { input: text, encoding: 'utf8' }).stderr}`).toBe(`${name}: `);
    }
  });
});

test('no script holds a secret, and each undo can be told to run twice', () => {
  const given = { env: 'TOKEN=abcdefgh', 'registry-username': 'ci', 'registry-password': 'hunter2hunter2' };
  for (const [name, text] of allScripts(given)) {
    expect(text, name).not.toContain('hunter2');
    expect(text, name).not.toContain('abcdefgh');
  }
});

describe('steps', () => {
  test('start counts the old containers and adds to them', () => {
    expect(startStep([{ name: 'web', replicas: 2 }]).run).toBe(`. ./lib.sh
set --
old=$(old_ids web) || exit 1
old=$(uncoloured $old)
set -- "$@" --scale web=$((2 + $(printf '%s' "$old" | grep -c .)))
compose "$release" up -d --no-build --no-deps --no-recreate "$@" web || die 'compose could not start web'
for s in web; do
  new=$(new_ids "$s") || exit 1
  [ -n "$new" ] || die "compose started no new container of $s"
  for id in $new; do printf '%s %s\\n' "$s" "$(name_of "$id")"; done
done`);
  });

  test('a migration is one argument a word, whatever it holds, and nothing stops it', () => {
    const step = migrateStep('web', ['sh', '-c', "echo 'it works'"]);
    expect(step).toMatchObject({ kind: 'firm', limit: 0 });
    expect(step.run).toContain(
      `compose "$release" run --rm --no-deps -T --label "ssh-deploy.release=$release" web sh -c 'echo '\\''it works'\\''' || die`,
    );
  });

  test('what was recreated comes back with the release before, and what was added goes', () => {
    const { undo } = restStep({ known: ['proxy'], unknown: ['cache'] });
    expect(undo).toContain('compose "$previous" up -d --no-build --no-deps proxy');
    expect(undo).toContain('new=$(new_ids cache) || exit 1');
    expect(undo).toMatch(/bring_back cache$/);
  });

  test('pull asks only for what is not there, and keeps it by a tag', () => {
    const login = dockerConfig({ host: 'reg.example', username: 'ci', password: 'x' });
    const pull = { app: 'shop', release: 'R2', content: content(), login, known: false };
    const { run, undo, payloads } = pullStep(pull);
    const ref = `reg.example/app@${digest('a')}`;
    expect(run).toContain(
      `docker image inspect ${ref} >/dev/null 2>&1 || docker pull -q ${ref} || die 'cannot pull ${ref}'\ndocker tag ${ref} ssh-deploy.local/shop/web:r2`,
    );
    expect(undo).toBe('docker image rm ssh-deploy.local/shop/web:r2 >/dev/null 2>&1 || :');
    expect(pullStep({ ...pull, known: true }).undo).toBeUndefined();
    expect(payloads?.map(({ content: bytes }) => Buffer.from(bytes).toString())).toEqual([
      '{"auths":{"reg.example":{"auth":"Y2k6eA=="}}}',
    ]);
  });

  test('stop ends the old containers by id', () => {
    expect(stopStep([{ name: 'web', replicas: 1 }], 30).run).toContain('docker stop -t 30 $there');
  });
});

describe('shell functions', () => {
  const library = formatLibrary({ root: '/opt/shop', app: 'shop', release: 'r2', previous: undefined });
  const gate = formatGateLibrary({
    services: ['web'],
    beside: ['web'],
    proxied: 'web',
    target: 'web',
    url: undefined,
    successes: 1,
    timeout: 5,
    readyDelay: 1,
    logLines: 10,
    expectVersion: 'abcdef1234',
    watch: 0,
    healthCommand: [],
    logDeny: undefined,
  });
  const run = (script: string): string =>
    spawnSync('dash', ['-c', `${library}\n${gate}\n${script}`], { encoding: 'utf8' }).stdout.trim();

  test.each([
    ['abcdef1234', 'yes'],
    ['abcdef1', 'yes'],
    ['abcdef12345678', 'yes'],
    ['abcdef', 'no'],
    ['abcdef9', 'no'],
    ['', 'no'],
  ])('version %j is the expected one: %s', (version, answer) => {
    expect(run(`if same_version '${version}'; then echo yes; else echo no; fi`)).toBe(answer);
  });

  test.each([
    ['HTTP/1.1 200 OK\r\nX-Version: v7\r\n\r\n{}', 'v7'],
    ['HTTP/1.1 200 OK\r\n\r\n{"status":"ok","version": "v8"}', 'v8'],
    ['HTTP/1.1 200 OK\r\n\r\nhello', ''],
  ])('the version in %j is %j', (text, version) => {
    expect(run(`version_in "$(printf '%b' '${text}')"`)).toBe(version);
  });

  test('an unfinished list of old containers is never taken for an empty one', () => {
    expect(run(`cd $(mktemp -d); : >before.web; new_ids web 2>&1; old_ids web 2>&1`)).toContain(
      '! the list of the containers of web from before is not whole',
    );
  });
});

describe.each(shells)('one-off containers, under %s', (shell) => {
  const docker = `case "$1 $2" in
  "ps -aq") [ ! -e "$ROOT/there" ] || echo c1 ;;
  inspect*) [ -e "$ROOT/there" ] && cat "$ROOT/there" ;;
  rm*) echo "$*" >>"$ROOT/orders"; rm "$ROOT/there" ;;
esac`;
  const scene = (running?: boolean) => {
    const { root, sh } = stepScene(shell, { docker, sleep: ':' });
    if (running !== undefined) writeFileSync(join(root, 'there'), `${running}\n`);
    const undo = (step: Step) => sh(step.undo ?? 'exit 9', { ROOT: root });
    return { undo, orders: () => (existsSync(join(root, 'orders')) ? readFileSync(join(root, 'orders'), 'utf8') : '') };
  };

  test('a migration that goes on is asked after again, never cut; one that has ended is taken away', () => {
    const step = migrateStep('web', ['app', 'migrate']);
    expect(scene(true).undo(step)).toMatchObject({ status: 75, stdout: 'the migration still runs\n' });
    const ended = scene(false);
    for (const again of [ended.undo(step), ended.undo(step)]) expect(again.status).toBe(0);
    expect(ended.orders()).toBe('rm -v c1\n');
  });

  test('what verify-command left running is taken away', () => {
    const { undo, orders } = scene(true);
    const step = verifyStep('web', ['app', 'verify']);
    for (const again of [undo(step), undo(step)]) expect(again.status).toBe(0);
    expect(orders()).toBe('rm -f -v c1\n');
    expect(step.run).toContain('--label "ssh-deploy.verify=$release" web app verify');
  });
});
