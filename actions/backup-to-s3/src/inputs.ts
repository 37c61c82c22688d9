import type { CommonInputs, InputReader } from '@suite/core';
import { type PipelineInputs, readPipeline } from './inputs-pipeline.ts';
import { type PolicyInputs, readPolicy } from './inputs-policy.ts';
import { type RestoreInputs, readRestore } from './inputs-restore.ts';
import { readSource, type SourceInputs, type SourceKind, sourceKinds } from './inputs-source.ts';
import { readStore } from './inputs-store.ts';
import { isSegment, type SetPlace } from './layout.ts';
import type { StoreSettings } from './store.ts';

export type Mode = 'backup' | 'list' | 'restore';

/** Which run made a backup, as the manifest tells it. */
export interface RunFacts {
  readonly repository: string;
  readonly workflow: string;
  readonly runId: string;
  readonly attempt: string;
  readonly sha: string;
  readonly actor: string;
}

export interface Inputs extends CommonInputs {
  readonly mode: Mode;
  readonly place: SetPlace;
  /** Only in mode backup. */
  readonly source: SourceInputs | undefined;
  readonly pipeline: PipelineInputs;
  readonly store: StoreSettings;
  readonly policy: PolicyInputs;
  /** Only in mode restore. */
  readonly restore: RestoreInputs | undefined;
  readonly timeoutMs: number;
  readonly run: RunFacts;
  /** What children may see of the job's environment. */
  readonly env: Readonly<Record<string, string>>;
}

export function readInputs(read: InputReader): Inputs {
  const mode = read.choice('mode', ['backup', 'list', 'restore'], 'backup');
  const name = readName(read, mode);
  const source = readSource(read, mode);
  const pipeline = readPipeline(read, mode);
  const store = readStore(read);
  const policy = readPolicy(read, mode);
  const restore = readRestore(read, mode);
  const timeoutMs = read.duration('timeout', { fallback: '5h30m' }) ?? 0;
  const place = { prefix: store.prefix, name };
  const env = Object.fromEntries(Object.entries(read.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const rest = { timeoutMs, run: readRun(env), env, ...read.common() };
  return { mode, place, source, pipeline, store, policy, restore, ...rest };
}

function readName(read: InputReader, mode: Mode): string {
  const given = read.text('name');
  const kind = read.parsed('source', {}, parseKind);
  if (given !== undefined && !isSegment(given)) {
    read.problem('name', `"${given}" is not letters, digits, dots, dashes and underscores`, 'name: shop-database');
  }
  if (given !== undefined) return given;
  const repository = read.env['GITHUB_REPOSITORY']?.split('/').at(-1) ?? '';
  if (kind !== undefined && isSegment(repository)) return `${repository}-${kind}`;
  if (mode !== 'backup')
    read.problem('name', 'is needed, or source, to know which set is meant', 'name: shop-database');
  return 'backup';
}

function parseKind(value: string): SourceKind {
  const found = sourceKinds.find((kind) => kind === value.toLowerCase());
  if (found === undefined) throw new RangeError(`is none of ${sourceKinds.join(', ')}`);
  return found;
}

function readRun(env: Readonly<Record<string, string>>): RunFacts {
  return {
    repository: env['GITHUB_REPOSITORY'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '',
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    actor: env['GITHUB_ACTOR'] ?? '',
  };
}
