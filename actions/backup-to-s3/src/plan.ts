import { ActionError } from '@suite/core';
import { formatCompression } from './compression.ts';
import type { Facts, ListedBackup, TargetFacts } from './facts.ts';
import type { Inputs } from './inputs.ts';
import type { SourceInputs } from './inputs-source.ts';
import { dataKey, manifestKey, type SetPlace } from './layout.ts';
import { type Manifest, startedOf } from './manifest.ts';
import { choosePartSize } from './part-size.ts';
import type { Clients } from './postgres-clients.ts';
import type { ServerFacts } from './postgres-sql.ts';
import { decidePrune, type PrunePlan } from './prune.ts';
import { decideSweep, type SweepPlan } from './sweep.ts';

export interface BackupPlan {
  readonly mode: 'backup';
  readonly place: SetPlace;
  readonly id: string;
  readonly startedMs: number;
  readonly source: SourceInputs;
  /** What is read, for people: an address without credentials, a path, or the words of a command. */
  readonly label: string;
  readonly estimate: number | undefined;
  readonly server: ServerFacts | undefined;
  readonly clients: Clients | undefined;
  readonly key: string;
  readonly manifestKey: string;
  readonly compression: string;
  readonly partSize: number;
  readonly holdUntilMs: number | undefined;
  readonly prune: PrunePlan;
  readonly sweep: SweepPlan;
}

export interface RestorePlan {
  readonly mode: 'restore';
  readonly place: SetPlace;
  readonly manifest: Manifest;
  readonly target: TargetFacts;
  /** The target holds something that is replaced. */
  readonly replaces: boolean;
}

export interface ListPlan {
  readonly mode: 'list';
  readonly place: SetPlace;
  readonly nowMs: number;
  readonly backups: readonly ListedBackup[];
}

export type Plan = BackupPlan | RestorePlan | ListPlan;

const EXTENSIONS = { postgres: 'sql', directory: 'tar', command: 'bin' } as const;
const SUFFIXES = { none: '', zstd: '.zst', gzip: '.gz' } as const;

export function plan(inputs: Inputs, facts: Facts): Plan {
  if (inputs.source) return planBackup(inputs, inputs.source, facts);
  if (inputs.restore) return planRestore(inputs, facts);
  return { mode: 'list', place: inputs.place, nowMs: facts.nowMs, backups: facts.set.backups };
}

function planBackup(inputs: Inputs, source: SourceInputs, facts: Facts): BackupPlan {
  const { place, pipeline, policy } = inputs;
  const { compression, recipients, partSize: asked, concurrency, maxMemory } = pipeline;
  const estimate = facts.source?.estimate;
  const id = facts.newId;
  const extension = `${EXTENSIONS[source.kind]}${SUFFIXES[compression.kind]}${recipients.length > 0 ? '.age' : ''}`;
  const holdUntilMs = policy.holdForMs === undefined ? undefined : facts.nowMs + policy.holdForMs;
  return {
    mode: 'backup',
    place,
    id,
    startedMs: facts.nowMs,
    source,
    label: labelOf(source),
    estimate,
    server: facts.source?.server,
    clients: facts.source?.clients,
    key: dataKey(place, { class: policy.class, id, extension }),
    manifestKey: manifestKey(place, id),
    compression: formatCompression(compression),
    partSize: choosePartSize({ asked, estimate, concurrency, maxMemory }),
    holdUntilMs,
    prune: decidePrune(facts.set, { id, startedMs: facts.nowMs, holdUntilMs }, { place, policy, nowMs: facts.nowMs }),
    sweep: decideSweep(facts.set, place, facts.nowMs),
  };
}

function labelOf(source: SourceInputs): string {
  if (source.kind === 'postgres') return source.connection.label;
  return source.kind === 'directory' ? source.path : (source.words[0] ?? '');
}

function planRestore(inputs: Inputs, facts: Facts): RestorePlan {
  const { restore, place } = inputs;
  const { target } = facts;
  if (restore === undefined || target === undefined) throw new TypeError('a restore needs a target');
  const manifest = chooseBackup(facts.set.backups, restore, place);
  const database = manifest.source.kind === 'postgres';
  if (database !== (restore.target !== undefined)) {
    const hint = database ? 'write target-url: postgres://…' : 'write path: and no target-url';
    const message = `${manifest.id} is a backup of a ${manifest.source.kind}, and cannot be restored to ${target.label}`;
    throw new ActionError(message, { code: 'E_TARGET', hint });
  }
  if (manifest.pipeline.encryption === 'age' && restore.identities.length === 0) {
    const hint = `age-identity: the private key of ${manifest.pipeline.recipients[0]}`;
    throw new ActionError(`${manifest.id} is encrypted and no identity was given`, { code: 'E_IDENTITY', hint });
  }
  const replaces = target.content.length > 0;
  if (replaces && restore.confirm !== target.confirmName) throw notEmpty(target, restore.confirm);
  return { mode: 'restore', place, manifest, target, replaces };
}

function notEmpty(target: TargetFacts, confirm: string | undefined): ActionError {
  const there = target.content.slice(0, 5).join(', ');
  const wrong = confirm === undefined ? '' : `, and confirm is "${confirm}"`;
  const message = `${target.label} is not empty (${there}${target.content.length > 5 ? ', …' : ''})${wrong}; nothing was changed`;
  const hint = `restore into an empty place, or write confirm: ${target.confirmName} to replace what is there`;
  return new ActionError(message, { code: 'E_TARGET_NOT_EMPTY', hint });
}

function chooseBackup(
  backups: readonly ListedBackup[],
  { backup, atMs }: { readonly backup: string; readonly atMs: number | undefined },
  { name }: SetPlace,
): Manifest {
  const hint = 'mode: list shows what there is';
  const newestFirst = [...backups].reverse();
  if (backup !== 'latest') {
    const named = newestFirst.find(({ id }) => id === backup);
    if (named?.manifest) return named.manifest;
    throw new ActionError(named?.problem ?? `${name} has no backup ${backup}`, {
      code: named ? 'E_MANIFEST' : 'E_NO_BACKUP',
      hint,
    });
  }
  const early = newestFirst.filter(
    ({ manifest }) => atMs === undefined || (manifest !== undefined && startedOf(manifest) <= atMs),
  );
  const found = early.find(({ manifest }) => manifest !== undefined)?.manifest;
  if (found) return found;
  const when = atMs === undefined ? '' : ` from ${new Date(atMs).toISOString()} or before`;
  throw new ActionError(`${name} has no backup${when}`, { code: 'E_NO_BACKUP', hint });
}
