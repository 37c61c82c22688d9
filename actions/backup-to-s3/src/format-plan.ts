import { formatSize } from '@suite/core';
import type { BackupPlan, ListPlan, Plan, RestorePlan } from './plan.ts';

/** The plan as a person reads it, before anything is changed. */
export function formatPlan(plan: Plan): string {
  if (plan.mode === 'backup') return formatBackup(plan);
  return plan.mode === 'restore' ? formatRestore(plan) : formatList(plan);
}

function formatBackup(plan: BackupPlan): string {
  const { server, clients, estimate, prune, sweep } = plan;
  const versions = server && clients ? ` (PostgreSQL ${server.version}, client ${clients.version})` : '';
  const size = estimate === undefined ? 'size unknown' : `about ${formatSize(estimate)}`;
  const held = plan.holdUntilMs === undefined ? '' : `, held until ${new Date(plan.holdUntilMs).toISOString()}`;
  const encrypted = plan.key.endsWith('.age') ? 'age' : 'no encryption';
  return [
    `backup ${plan.id} of ${plan.place.name}${held}`,
    `  read    ${plan.source.kind} ${plan.label}${versions}, ${size}`,
    `  encode  ${plan.compression}, ${encrypted}, parts of ${formatSize(plan.partSize)}`,
    `  store   ${plan.key}, read it back, then ${plan.manifestKey}`,
    `  keep    ${prune.kept.length} of this class`,
    ...prune.remove.map(({ id }) => `  prune   ${id}`),
    ...sweep.uploads.map(({ key }) => `  sweep   abandoned upload of ${key}`),
    ...sweep.data.map((key) => `  sweep   data without a manifest ${key}`),
  ].join('\n');
}

function formatRestore({ manifest, target, replaces }: RestorePlan): string {
  const { stored, raw, source } = manifest;
  return [
    `restore ${manifest.id} of ${manifest.name} (${source.kind} ${source.label}, ${manifest.startedAt})`,
    `  read    ${stored.key}, ${formatSize(stored.bytes)} stored, ${formatSize(raw.bytes)} raw`,
    `  write   ${target.label}${replaces ? `, REPLACING what is there (${target.content.join(', ')})` : ', which is empty'}`,
    `  check   hashes${manifest.inventory ? `, rows of ${manifest.inventory.length} tables` : ''}, before anything is kept`,
  ].join('\n');
}

function formatList({ place, backups }: ListPlan): string {
  const lines = backups.map(({ id, manifest, problem }) =>
    manifest ? `  ${id}  ${manifest.class}  ${formatSize(manifest.stored.bytes)}` : `  ${id}  NOT USABLE: ${problem}`,
  );
  return [`backups of ${place.name}: ${backups.length}`, ...lines].join('\n');
}
