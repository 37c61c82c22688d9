import type { InputReader } from '@suite/core';
import { isPlain, type Strategy } from './inputs-how.ts';

/** Commands of the user around a deploy. Those on the host are shell text, those in a container are arguments. */
export interface HookInputs {
  /** On each host, in the release's folder, before anything starts. */
  readonly beforeCommand: string | undefined;
  /** In a container of the new image, before new containers start. */
  readonly verifyCommand: readonly string[];
  /** On each host, in the release's folder, once it serves. */
  readonly afterCommand: string | undefined;
  /** In each new container of the first service, as part of the gate. */
  readonly healthCommand: readonly string[];
  /** An extended regular expression that no line of a new container's log may match. */
  readonly logDeny: string | undefined;
  readonly migrateKind: 'compatible' | 'forward-only';
  readonly configBackup: 'none' | 'config';
  /** On each host; must leave a file that is not empty in the folder where it runs. */
  readonly backupCommand: string | undefined;
  readonly batch: Batch;
  /** Milliseconds between two batches. */
  readonly batchWaitMs: number;
}

/** How many hosts switch at a time: a number of them, or a share in percent. */
export interface Batch {
  readonly count: number;
  readonly unit: 'hosts' | 'percent';
}

/** Reads the inputs about hooks, backups and batches. */
export function readHooks(read: InputReader, strategy: Strategy): HookInputs {
  const hooks = {
    beforeCommand: read.text('before-command'),
    verifyCommand: read.command('verify-command'),
    afterCommand: read.text('after-command'),
    healthCommand: read.command('health-command'),
    logDeny: read.parsed('log-deny', {}, parsePattern),
    migrateKind: read.choice('migrate-kind', ['compatible', 'forward-only'], 'compatible'),
    configBackup: read.choice('config-backup', ['none', 'config'], 'config'),
    backupCommand: read.text('backup-command'),
    batch: read.parsed('batch', { fallback: '100%' }, parseBatch) ?? { count: 100, unit: 'percent' as const },
    batchWaitMs: read.duration('batch-wait', { fallback: '0s' }) ?? 0,
  };
  if (isPlain(strategy)) {
    const inContainers = { 'verify-command': hooks.verifyCommand.length, 'health-command': hooks.healthCommand.length };
    for (const [input, words] of Object.entries(inContainers))
      if (words > 0) read.problem(input, `runs in a container, and strategy ${strategy} has none`);
    if (hooks.logDeny) read.problem('log-deny', `reads the log of containers, and strategy ${strategy} has none`);
  }
  return hooks;
}

function parsePattern(text: string): string {
  try {
    new RegExp(text);
  } catch {
    throw new RangeError('is no regular expression; write for example ERROR|panic');
  }
  // It is grep that reads it on the host.
  if (/\\[dD]/.test(text)) throw new RangeError('has \\d, which grep -E does not know; write [0-9]');
  if (text.includes('\n')) throw new RangeError('has several lines; join them by |');
  return text;
}

/** @throws RangeError for what is neither a number of hosts nor a percentage. */
export function parseBatch(text: string): Batch {
  const [, digits = '', percent] = /^(\d{1,3})(%?)$/.exec(text) ?? [];
  const count = Number(digits);
  const unit = percent === '%' ? 'percent' : 'hosts';
  if (count < 1 || (unit === 'percent' && count > 100))
    throw new RangeError('is neither a number of hosts nor a percentage; write for example 1 or 25%');
  return { count, unit };
}

/** Splits hosts into the batches that switch one after the other; a share is rounded down, and is one host at least. */
export function inBatches<T>(hosts: readonly T[], { count, unit }: Batch): readonly (readonly T[])[] {
  const size = unit === 'hosts' ? count : Math.max(1, Math.floor((hosts.length * count) / 100));
  return Array.from({ length: Math.ceil(hosts.length / size) }, (_, at) => hosts.slice(at * size, (at + 1) * size));
}
