import type { InputReader } from '@suite/core';
import type { Mode } from './inputs.ts';
import { isClass } from './layout.ts';
import type { KeepPolicy } from './retention.ts';

/** How much of what was stored is read back before the manifest is written. `auto` is full up to 2 GiB, else 5 %. */
export type Verify = 'auto' | 'head' | 'full' | { readonly percent: number };

export interface PolicyInputs {
  readonly class: string;
  /** Milliseconds during which nothing may prune the backup; absent: no hold. */
  readonly holdForMs: number | undefined;
  readonly keep: KeepPolicy;
  readonly prune: boolean;
  readonly verify: Verify;
  readonly minSize: number;
  readonly minTables: number;
  readonly allowEmpty: boolean;
}

const PRE_MIGRATION_DAYS = 1095;

export function readPolicy(read: InputReader, mode: Mode): PolicyInputs {
  const name = read.parsed('class', { fallback: 'standard' }, parseClass) ?? 'standard';
  const asked = read.duration('hold-for');
  const holdForMs = asked ?? (name === 'pre-migration' ? PRE_MIGRATION_DAYS * 86_400_000 : undefined);
  const count = (input: string, fallback: string): number =>
    read.integer(input, { fallback, min: 0, max: 10_000 }) ?? Number(fallback);
  const keep = {
    last: count('keep-last', '3'),
    daily: count('keep-daily', '30'),
    weekly: count('keep-weekly', '0'),
    monthly: count('keep-monthly', '12'),
    yearly: count('keep-yearly', '0'),
  };
  const prune = read.boolean('prune', true);
  if (mode === 'backup' && prune && Object.values(keep).every((number) => number === 0)) {
    read.problem('keep-last', 'and every other keep-* is 0: nothing would be kept', 'keep-last: 3, or prune: false');
  }
  return {
    class: name,
    holdForMs: holdForMs || undefined,
    keep,
    prune,
    verify: read.parsed('verify', { fallback: 'auto' }, parseVerify) ?? 'auto',
    minSize: read.size('min-size', { fallback: '1KiB' }) ?? 1024,
    minTables: read.integer('min-tables', { fallback: '1', min: 0, max: 100_000 }) ?? 1,
    allowEmpty: read.boolean('allow-empty', false),
  };
}

function parseClass(value: string): string {
  if (isClass(value)) return value;
  throw new RangeError('is not a class: letters, digits, dots, dashes; manifests and drills are reserved');
}

function parseVerify(value: string): Verify {
  if (value === 'auto' || value === 'head' || value === 'full') return value;
  const percent = Number(/^sample:(\d{1,3})%$/.exec(value)?.[1] ?? 0);
  if (percent >= 1 && percent <= 100) return { percent };
  throw new RangeError('is none of auto, head, sample:N%, full; write for example sample:5%');
}
