import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agentText } from '../src/agent/agent-text.ts';
import { planDestroy } from '../src/destroy.ts';
import type { Content } from '../src/manifest.ts';
import { planPhases } from '../src/phases.ts';
import type { HostPlan } from '../src/plan.ts';
import { proxies } from '../src/proxies.ts';
import { checkout, content, digest, facts, haproxyText, host, inputs, manifest } from './samples.ts';

type Kind = keyof typeof proxies;
type Scripts = Pick<HostPlan, 'library' | 'phases' | 'after'>;

/** Lists are split on purpose; data stands where a word is constant; a variable may be for another file. */
const EXCLUDED = ['SC2086', 'SC2046', 'SC2043', 'SC2194', 'SC2034'];

const folder = mkdtempSync(join(tmpdir(), 'shellcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

const onHost = {
  'health-url': 'https://x/health?a=1',
  'before-command': 'echo before',
  'after-command': 'echo after',
  'backup-command': 'pg_dump x >db.sql',
  'keep-releases': '2',
};
const inContainers = {
  'health-command': 'app check',
  'log-deny': 'panic|FATAL',
  'expect-version': 'v1',
  'migrate-command': 'app migrate',
  'verify-command': 'app verify',
  'registry-username': 'ci',
  'registry-password': 'hunter2hunter2',
};

const files: Readonly<Record<Kind, readonly [name: string, text: string]>> = {
  haproxy: ['haproxy.cfg', haproxyText],
  nginx: ['upstream.servers', 'server web:8080;\n'],
  caddy: ['Caddyfile', '\troot /etc/caddy/live\n\ttry_policy most_recently_modified\n'],
  traefik: ['traefik.yaml', 'providers: {}\n'],
  'kamal-proxy': ['none', ''],
  command: ['none', ''],
};

const releases = [manifest('r00'), manifest('r0'), manifest('r1', { previous: 'r0' })];
const observed = host('app', { current: 'r1', manifests: releases, releases: releases.map(({ release }) => release) });

function deploy(given: Partial<Content>, hooks: Readonly<Record<string, string>> = inContainers): Scripts {
  const kind = given.proxy?.kind;
  const sharedFiles = kind ? [{ path: `${kind}/${files[kind][0]}`, content: Buffer.from(files[kind][1]) }] : [];
  const images = { web: `reg.example/app@${digest('b')}` };
  const manifests = manifest('r2', { previous: 'r1', content: content({ images, ...given }) });
  const move = { inputs: inputs({ ...onHost, ...hooks }), host: observed, manifest: manifests, current: releases[2] };
  return planPhases({ ...move, checkout: checkout({ sharedFiles }), migrates: 'migrate-command' in hooks });
}

const leads = (kind: Kind): Pick<Content, 'proxy'> => ({
  proxy: { kind, folder: kind, service: 'proxy', target: 'web', command: 'echo "$NEW_CONTAINERS"' },
});

function destroy(): readonly Scripts[] {
  const given = inputs({ mode: 'destroy', 'destroy-data': 'true', confirm: 'shop' });
  return planDestroy(given, facts(observed)).hosts;
}

const strategies = ['rolling', 'blue-green'] as const;
const kinds = Object.keys(proxies) as Kind[];
const plain = { rolling: [], rest: [], services: [], images: {}, proxy: undefined };
const everything: readonly Scripts[] = [
  ...strategies.flatMap((strategy) => kinds.map((kind) => deploy({ strategy, ...leads(kind) }))),
  deploy({ proxy: undefined }),
  deploy({ strategy: 'recreate', rolling: [], rest: ['web', 'proxy'], proxy: undefined }),
  deploy({ ...plain, strategy: 'symlink', switchCommand: 'systemctl reload nginx' }, {}),
  deploy({ ...plain, strategy: 'command', switchCommand: './switch' }, {}),
  ...destroy(),
];

/** Every script once, beside the libraries that it reads; names of those that were written. */
function writeScripts(all: readonly Scripts[]): readonly string[] {
  // What the switch of haproxy leaves for the scripts behind it.
  writeFileSync(join(folder, 'slots'), 'new=s1 old=s2 name=shop-web-1\n');
  const texts = new Set<string>();
  const named = (name: string, text: string): readonly string[] => {
    if (texts.has(text)) return [];
    const file = `${texts.add(text).size}-${name}`;
    writeFileSync(join(folder, file), text);
    return [file];
  };
  return all.flatMap(({ library, phases, after }) => {
    const shell = library.filter(({ name }) => name.endsWith('.sh'));
    for (const { name, content: bytes } of shell) writeFileSync(join(folder, name), bytes);
    const steps = [...phases.flatMap((phase) => phase.steps), ...after];
    return [
      ...shell.flatMap(({ name, content: bytes }) =>
        named(name, `${name === 'lib.sh' ? '' : '. ./lib.sh\n'}${Buffer.from(bytes)}`),
      ),
      ...steps.flatMap(({ id, run, undo }) => [...named(`${id}.do`, run), ...(undo ? named(`${id}.undo`, undo) : [])]),
    ];
  });
}

function check(cwd: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync('shellcheck', ['-s', 'sh', '-f', 'gcc', ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout + stderr;
}

test('the agent has at most 250 lines, and shellcheck says nothing of it', () => {
  expect(agentText.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  writeFileSync(join(folder, 'agent.sh'), agentText);
  expect(check(folder, 'agent.sh')).toBe('');
});

test('shellcheck warns of no script and no undo of any strategy or proxy', { timeout: 120_000 }, () => {
  const names = writeScripts(everything);
  expect(names.length).toBeGreaterThan(50);
  expect(check(folder, '-x', '-S', 'warning', '-e', EXCLUDED.join(), ...names)).toBe('');
});
