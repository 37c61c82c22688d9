import { type Journal, ownUploads } from './journal.ts';
import type { Store } from './store.ts';

/**
 * Takes a backup that did not become one out of the store: its uploads, then its manifest, then its data. Harmless
 * where there is nothing, so that main and post may both do it.
 */
export async function undo(store: Store, journal: Journal): Promise<readonly string[]> {
  const done: string[] = [];
  for (const upload of ownUploads(await store.listUploads(journal.key), journal)) {
    await store.abortUpload(upload);
    done.push(`aborted the upload of ${upload.key}`);
  }
  for (const key of [journal.manifestKey, journal.key]) {
    if ((await store.head(key)) === undefined) continue;
    await store.remove(key);
    done.push(`deleted ${key}`);
  }
  return done;
}
