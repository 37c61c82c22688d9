import type { State } from '@suite/core';
import type { OpenUpload } from './store.ts';

/** What a run is about to put into the store: saved before it starts, so that post undoes it after a kill. */
export interface Journal {
  readonly key: string;
  readonly manifestKey: string;
}

const NAME = 'backup';
const DONE = 'done';

export function beginJournal(state: State, journal: Journal): void {
  state.save(NAME, JSON.stringify(journal));
}

/** Nothing is left to undo: the backup is whole, or main has undone it. */
export function endJournal(state: State): void {
  state.save(NAME, DONE);
}

export function readJournal(state: State): Journal | undefined {
  const text = state.read(NAME);
  return text === undefined || text === DONE ? undefined : (JSON.parse(text) as Journal);
}

/** Uploads of exactly this key. */
export function ownUploads(uploads: readonly OpenUpload[], { key }: Journal): readonly OpenUpload[] {
  return uploads.filter((upload) => upload.key === key);
}
