import type { Annotation, Report } from '@suite/core';
import type { Results } from './execute.ts';
import { type Manifest, rowsOf, startedOf } from './manifest.ts';
import type { Plan } from './plan.ts';
import { summarizeBackup, summarizeList, summarizeRestore } from './summary.ts';

type Outputs = Record<string, string>;

export function report(_plan: Plan, results: Results): Report {
  if (results.mode === 'backup') return reportBackup(results);
  if (results.mode === 'restore') return reportRestore(results);
  return reportList(results);
}

/** What a dry run can say already. */
export function planned(plan: Plan): Outputs {
  if (plan.mode === 'backup') {
    return { 'backup-id': plan.id, key: plan.key, 'manifest-key': plan.manifestKey, ...counts(plan.prune) };
  }
  return plan.mode === 'restore' ? { 'backup-id': plan.manifest.id, key: plan.manifest.stored.key } : {};
}

function counts({ remove, kept }: { readonly remove: readonly unknown[]; readonly kept: readonly unknown[] }): Outputs {
  return { 'pruned-count': String(remove.length), 'kept-count': String(kept.length) };
}

function reportBackup(results: Results & { mode: 'backup' }): Report {
  const { plan, backup, tidied } = results;
  const { manifest, transferMs } = backup;
  const { raw, stored, inventory, verification } = manifest;
  const annotations = tidied.failures.map(
    (failure): Annotation => ({
      level: 'warning',
      message: `W_PRUNE: not removed, the next run tries again: ${failure}`,
    }),
  );
  const outputs: Outputs = {
    result: 'stored',
    'backup-id': manifest.id,
    key: stored.key,
    'manifest-key': plan.manifestKey,
    sha256: stored.sha256,
    'bytes-raw': String(raw.bytes),
    'bytes-stored': String(stored.bytes),
    ratio: (raw.bytes / Math.max(stored.bytes, 1)).toFixed(2),
    throughput: (raw.bytes / 1_000 / Math.max(transferMs, 1)).toFixed(1),
    verified: verification.level,
    ...(inventory ? { tables: String(inventory.length), rows: String(rowsOf(inventory)) } : {}),
    'pruned-count': String(tidied.pruned.length),
    'kept-count': String(plan.prune.kept.length),
    report: JSON.stringify({ manifest, ...tidied }),
  };
  return { outputs, annotations, summary: summarizeBackup(results) };
}

function reportRestore(results: Results & { mode: 'restore' }): Report {
  const { plan, restored } = results;
  const { id, stored } = plan.manifest;
  const counted = restored.tables === undefined ? {} : { tables: String(restored.tables), rows: String(restored.rows) };
  const outputs: Outputs = {
    result: 'restored',
    'backup-id': id,
    key: stored.key,
    sha256: stored.sha256,
    'bytes-raw': String(restored.rawBytes),
    'bytes-stored': String(stored.bytes),
    'rto-seconds': (restored.ms / 1_000).toFixed(1),
    ...counted,
    report: JSON.stringify({ id, target: plan.target.label, replaced: plan.replaces, ...restored }),
  };
  return { outputs, summary: summarizeRestore(results) };
}

function reportList(results: Results & { mode: 'list' }): Report {
  const { backups, nowMs } = results.plan;
  const usable = backups.flatMap(({ manifest }) => (manifest ? [manifest] : []));
  const newest = usable.at(-1);
  const age = newest ? Math.round((nowMs - startedOf(newest)) / 1_000) : undefined;
  const annotations = backups.flatMap(({ id, problem }): Annotation[] =>
    problem ? [{ level: 'warning', message: `W_BACKUP_UNUSABLE: ${id}: ${problem}` }] : [],
  );
  const rows = backups.map(({ id, manifest, problem }) => (manifest ? listed(manifest) : { id, problem }));
  const outputs: Outputs = {
    result: 'listed',
    'kept-count': String(usable.length),
    ...(newest ? { 'backup-id': newest.id, key: newest.stored.key, 'age-seconds': String(age) } : {}),
    report: JSON.stringify(rows),
  };
  return { outputs, annotations, summary: summarizeList(results) };
}

function listed(manifest: Manifest) {
  const { id, startedAt, source, stored, raw, inventory, verification, retention } = manifest;
  return {
    id,
    class: manifest.class,
    startedAt,
    source: source.kind,
    bytesStored: stored.bytes,
    bytesRaw: raw.bytes,
    tables: inventory?.length ?? null,
    verified: verification.level,
    holdUntil: retention.holdUntil,
  };
}
