import type { CommonInputs, InputReader, Secret } from '@suite/core';
import { credentialsIn } from '@suite/http/credentials';
import { readSshInputs, type SshSettings } from '@suite/ssh';
import { type HookInputs, readHooks } from './inputs-hooks.ts';
import { checkPlain, type HowInputs, readHow } from './inputs-how.ts';
import { type ProbeInputs, readProbeInputs } from './inputs-probe.ts';
import { type RoomInputs, readRoom } from './inputs-room.ts';
import { readScope, type ScopeInputs } from './inputs-scope.ts';
import { readWhat, type WhatInputs } from './inputs-what.ts';

/** How long things may take, in milliseconds, and how often they are tried. */
export interface Policy {
  readonly healthTimeoutMs: number;
  readonly healthSuccesses: number;
  readonly readyDelayMs: number;
  readonly watchMs: number;
  readonly drainTimeoutMs: number;
  readonly stopTimeoutMs: number;
  readonly lockWaitMs: number;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  readonly keepReleases: number;
  readonly logLines: number;
}

export interface Inputs extends CommonInputs, HowInputs {
  readonly what: WhatInputs;
  readonly scope: ScopeInputs;
  readonly room: RoomInputs;
  readonly hooks: HookInputs;
  readonly ssh: SshSettings;
  readonly root: string;
  readonly registry:
    | { readonly host: string | undefined; readonly username: string; readonly password: Secret }
    | undefined;
  readonly migrateCommand: readonly string[];
  readonly migrateService: string | undefined;
  readonly healthUrl: URL | undefined;
  readonly expectVersion: string | undefined;
  readonly rollbackOn: 'never' | 'deploy' | 'job';
  readonly jobStatus: string;
  readonly probe: ProbeInputs | undefined;
  readonly policy: Policy;
  /** Who and which run, for the lock and the manifest: no spaces. */
  readonly by: string;
}

/** ServerAliveInterval × ServerAliveCountMax of our ssh configuration. */
const CONNECTION_DEAD_AFTER_MS = 20_000;

/** Modes that change nothing anyhow. */
const LOOKING: ReadonlySet<WhatInputs['mode']> = new Set(['check', 'list']);

/** Reads all inputs; every problem is reported through the reader. */
export function readInputs(read: InputReader): Inputs {
  const common = read.common();
  const what = readWhat(read);
  const how = readHow(read);
  const ssh = readSshInputs(read, 'hosts');
  const migrateCommand = read.command('migrate-command');
  checkPlain(read, { how, what, migrateCommand });
  const healthUrl = readHealthUrl(read);
  const expectVersion = read.text('expect-version');
  if (expectVersion && !healthUrl) read.problem('expect-version', 'needs health-url, where the version is read');
  return {
    summary: common.summary,
    dryRun: what.mode === 'plan' || (common.dryRun && !LOOKING.has(what.mode)),
    what,
    scope: readScope(read, { destroys: what.mode === 'destroy' && !common.dryRun, app: what.app }),
    room: readRoom(read),
    hooks: readHooks(read, how.strategy),
    ssh,
    root: read.parsed('root', {}, parseRoot) ?? `/opt/${what.app}`,
    registry: readRegistry(read),
    ...how,
    migrateCommand,
    migrateService: read.text('migrate-service'),
    healthUrl,
    expectVersion,
    rollbackOn: read.choice('rollback-on', ['never', 'deploy', 'job'], 'job'),
    jobStatus: read.text('job-status') ?? 'success',
    probe: readProbeInputs(read),
    policy: readPolicy(read),
    by: `${read.env['GITHUB_REPOSITORY'] ?? 'local'}/actions/runs/${read.env['GITHUB_RUN_ID'] ?? 0}:${read.env['GITHUB_ACTOR'] ?? 'unknown'}`.replace(
      /[^\w./:@-]/g,
      '-',
    ),
  };
}

/** curl of the host gets it as an argument. */
function readHealthUrl(read: InputReader): URL | undefined {
  const url = read.url('health-url');
  if (url && credentialsIn(url).length > 0) {
    const why = 'has a credential, which everybody on the host could read in the list of processes';
    const instead = 'health-command can have it in its environment';
    read.problem('health-url', `${why}; ${instead}`, `${url.origin}${url.pathname}`);
  }
  return url;
}

function readRegistry(read: InputReader): Inputs['registry'] {
  const host = read.text('registry');
  const username = read.text('registry-username');
  const password = read.secret('registry-password');
  if (username && password) return { host, username, password };
  if (username) read.problem('registry-password', 'is missing, and registry-username is given');
  if (password) read.problem('registry-username', 'is missing, and registry-password is given');
  return undefined;
}

function readPolicy(read: InputReader): Policy {
  const duration = (name: string, fallback: string): number => read.duration(name, { fallback }) ?? 0;
  const leaseMs = duration('lease', '30s');
  if (leaseMs <= CONNECTION_DEAD_AFTER_MS)
    read.problem('lease', 'must exceed 20s, after which ssh gives a silent connection up', '30s');
  return {
    healthTimeoutMs: duration('health-timeout', '60s'),
    healthSuccesses: read.integer('health-successes', { fallback: '2', min: 1, max: 100 }) ?? 1,
    readyDelayMs: duration('ready-delay', '10s'),
    watchMs: duration('watch', '10s'),
    drainTimeoutMs: duration('drain-timeout', '30s'),
    stopTimeoutMs: duration('stop-timeout', '30s'),
    lockWaitMs: duration('lock-wait', '0s'),
    leaseMs,
    timeoutMs: duration('timeout', '15m'),
    keepReleases: read.integer('keep-releases', { fallback: '5', min: 2, max: 100 }) ?? 2,
    logLines: read.integer('log-lines', { fallback: '100', min: 1, max: 1_000 }) ?? 1,
  };
}

function parseRoot(text: string): string {
  if (/^(?:\/[\w.-]+){2,}$/.test(text) && !text.includes('/..')) return text;
  throw new RangeError('is no folder of its own; write an absolute path such as /opt/shop');
}

/** Whole seconds, rounded up: the agent's ticks and docker's options. */
export function inSeconds(ms: number): number {
  return Math.ceil(ms / 1_000);
}
