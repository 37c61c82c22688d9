import { ActionError, formatDuration } from '@suite/core';
import type { LockedEvent } from './agent/events.ts';

/**
 * Who holds a host's lock, since when, and how far that deploy is. The event has its lock file (time, transaction,
 * process, who) and the last line of its journal.
 */
export function formatHolder({ now, out }: LockedEvent): string {
  const [lock = '', journal = ''] = out.split('\n');
  const [since = '', tx = 'another deploy', , by = 'somebody'] = lock.split(' ').filter(Boolean);
  const [, run = '', actor = by] = /^(.+):([^:]+)$/.exec(by) ?? [];
  const age = formatDuration(Math.max(0, now - (Number(since) || now)) * 1_000);
  return `${tx} of ${actor}${run && ` (${run})`} has held the lock for ${age}, ${progressOf(journal)}`;
}

/** The end of a sentence from the last line of a journal. */
function progressOf(line: string): string {
  const [, word, id] = line.split(' ');
  switch (word) {
    case 'start':
      return `now at ${id}`;
    case 'ok':
      return `now behind ${id}`;
    case 'then':
    case 'commit':
    case 'after':
      return 'committed, now finishing';
    case 'fail':
    case 'undo-all':
    case 'cut':
    case 'undone':
    case 'stuck':
      return 'now undoing';
    default:
      return 'now beginning';
  }
}

/** Whether the holder is a deploy of this run that goes back by itself, as soon as what must not be stopped has ended. */
export function settlesItself(event: LockedEvent | undefined, by: string): boolean {
  const [lock = '', journal = ''] = event?.out.split('\n') ?? [];
  return lock.split(' ')[3] === by && !progressOf(journal).startsWith('committed');
}

/** Somebody else deploys, and `lock-wait` is over. */
export function lockedError(host: string, event: LockedEvent | undefined): ActionError {
  const holder = event === undefined ? 'another deploy holds the lock' : formatHolder(event);
  return new ActionError(`${host} is locked: ${holder}`, {
    code: 'E_LOCKED',
    cause: event,
    hint: 'nothing was changed; wait for it to end, or set lock-wait, for example 5m',
  });
}
