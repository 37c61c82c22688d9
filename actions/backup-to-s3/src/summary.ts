import { code, codeBlock, details, escapeMarkdown, formatDuration, formatSize, paragraphs, table } from '@suite/core';
import type { Results } from './execute.ts';
import { type Manifest, rowsOf } from './manifest.ts';

const LISTED_ROWS = 50;

export function summarizeBackup({ plan, backup, tidied }: Results & { mode: 'backup' }): string {
  const { manifest, transferMs } = backup;
  const { raw, stored, inventory, verification, pipeline, retention } = manifest;
  const counted = inventory ? `${inventory.length} tables, ${rowsOf(inventory)} rows` : '—';
  const rate = formatSize(Math.round((raw.bytes / Math.max(transferMs, 1)) * 1_000));
  const rows = [
    ['read', `${formatSize(raw.bytes)} in ${formatDuration(transferMs)}, ${rate}/s`],
    ['stored', `${formatSize(stored.bytes)} as ${code(stored.key)}`],
    ['content', counted],
    ['encoded', `${pipeline.compression}, ${encryption(manifest)}`],
    ['read back', readBackWords(verification.level, verification.bytesRead)],
    ['held until', retention.holdUntil ?? 'no hold'],
    ['kept', `${plan.prune.kept.length} of class ${manifest.class}`],
    ['pruned', tidied.pruned.length === 0 ? 'none' : tidied.pruned.map(code).join(', ')],
    ...(tidied.swept.length > 0 ? [['swept', tidied.swept.map(code).join(', ')]] : []),
  ];
  const reasons = plan.prune.kept.map(({ backup: { id }, reasons: why }) => [code(id), why.join(', ')]);
  return paragraphs(
    `### ✅ backup-to-s3: stored ${code(manifest.id)}`,
    `${escapeMarkdown(manifest.name)}: ${manifest.source.kind} ${escapeMarkdown(manifest.source.label)}`,
    table(['', ''], rows),
    tidied.failures.length > 0
      ? `Not removed, the next run tries again: ${escapeMarkdown(tidied.failures.join('; '))}`
      : '',
    details('What is kept, and why', table(['backup', 'reasons'], reasons)),
    details('How to restore it without this action', codeBlock(manifest.recipe.join('\n'), 'sh')),
  );
}

export function summarizeRestore({ plan, restored }: Results & { mode: 'restore' }): string {
  const { manifest, target, replaces } = plan;
  const content =
    restored.tables === undefined
      ? 'sha256 of every byte'
      : `${restored.tables} tables, ${restored.rows} rows, all equal`;
  const rows = [
    ['backup', `${code(manifest.id)} of ${manifest.startedAt}`],
    ['into', `${escapeMarkdown(target.label)}${replaces ? ', replacing what was there' : ''}`],
    ['checked', content],
    ['bytes', `${formatSize(manifest.stored.bytes)} stored, ${formatSize(restored.rawBytes)} raw`],
    ['took', formatDuration(restored.ms)],
  ];
  return paragraphs(`### ✅ backup-to-s3: restored ${code(manifest.id)}`, table(['', ''], rows));
}

export function summarizeList({ plan }: Results & { mode: 'list' }): string {
  const newestFirst = [...plan.backups].reverse();
  const rows = newestFirst
    .slice(0, LISTED_ROWS)
    .map(({ id, manifest, problem }) =>
      manifest
        ? [
            code(id),
            manifest.class,
            formatSize(manifest.stored.bytes),
            contentOf(manifest),
            manifest.verification.level,
            manifest.retention.holdUntil?.slice(0, 10) ?? '',
          ]
        : [code(id), '', '', `not usable: ${escapeMarkdown(problem ?? '')}`, '', ''],
    );
  const usable = plan.backups.filter(({ manifest }) => manifest).length;
  const verdict = usable === 0 ? '❌' : '✅';
  return paragraphs(
    `### ${verdict} backup-to-s3: ${usable} backups of ${escapeMarkdown(plan.place.name)}`,
    table(['backup', 'class', 'stored', 'content', 'read back', 'held until'], rows),
    newestFirst.length > LISTED_ROWS
      ? `_The newest ${LISTED_ROWS}; the output report has all ${newestFirst.length}._`
      : '',
  );
}

function contentOf({ inventory, raw }: Manifest): string {
  return inventory ? `${inventory.length} tables, ${rowsOf(inventory)} rows` : `${formatSize(raw.bytes)} raw`;
}

function encryption({ pipeline }: Manifest): string {
  if (pipeline.encryption === 'none') return '**not encrypted**';
  return `age to ${pipeline.recipients.map((recipient) => code(`${recipient.slice(0, 12)}…`)).join(', ')}`;
}

function readBackWords(level: string, bytes: number): string {
  if (level === 'head') return 'size only: no stored byte was read';
  const what = level === 'full' ? 'every stored byte' : `a sample of ${formatSize(bytes)}`;
  return `${what}, equal to what was sent (hashes of the stored bytes)`;
}
