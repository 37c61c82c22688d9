import { ActionError, HttpError, type Ports } from '@suite/core';
import type { Facts, ListedBackup, SetFacts } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { type Listing, makeId, manifestKey, type SetPlace, setPrefix, sortListing, timeOfId } from './layout.ts';
import { parseManifest, startedOf } from './manifest.ts';
import { observeSource } from './observe-source.ts';
import { observeTarget } from './observe-target.ts';
import { openStore } from './ports/s3.ts';
import type { Store } from './store.ts';

/** Manifests that are read at once. */
const READERS = 8;

/** Everything that is asked of store, server and disk before a byte is written. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Facts> {
  const store = await openStore(inputs.store, ports, ports.signal);
  const nowMs = ports.clock.now();
  const set = await observeSet(store, inputs.place);
  const common = { nowMs, newId: makeId(nowMs, ports.random()), set };
  if (inputs.source) return { ...common, source: await observeSource(inputs.source, inputs, ports) };
  if (inputs.restore) return { ...common, target: await observeTarget(inputs.restore, inputs, ports) };
  return common;
}

export async function observeSet(store: Store, place: SetPlace): Promise<SetFacts> {
  const listing = sortListing(place, await store.list(setPrefix(place)));
  const uploads = await store.listUploads(setPrefix(place));
  const backups: ListedBackup[] = [];
  for (let at = 0; at < listing.manifests.length; at += READERS) {
    const ids = listing.manifests.slice(at, at + READERS);
    const read = await Promise.all(ids.map((id) => readBackup(store, place, id)));
    backups.push(...read.filter((backup) => backup !== undefined).map((backup) => withData(backup, listing)));
  }
  return { listing, uploads, backups: backups.sort((a, b) => beganMs(a) - beganMs(b)) };
}

/** Two backups of one second have ids that do not tell which was first. */
function beganMs({ id, manifest }: ListedBackup): number {
  return manifest ? startedOf(manifest) : (timeOfId(id) ?? 0);
}

/** Undefined where another run has pruned it since the listing. */
async function readBackup(store: Store, place: SetPlace, id: string): Promise<ListedBackup | undefined> {
  try {
    const text = (await store.get(manifestKey(place, id))).toString('utf8');
    return { id, manifest: parseManifest(text, id), problem: undefined };
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined;
    if (error instanceof ActionError && error.code === 'E_MANIFEST') {
      return { id, manifest: undefined, problem: error.message };
    }
    throw error;
  }
}

/** A manifest whose data is gone or cut is no backup: it must neither be restored nor counted by retention. */
function withData(backup: ListedBackup, { data }: Listing): ListedBackup {
  const stored = backup.manifest?.stored;
  if (stored === undefined) return backup;
  const found = data.find(({ key }) => key === stored.key);
  if (found?.size === stored.bytes) return backup;
  const problem = found ? `its data has ${found.size} bytes instead of ${stored.bytes}` : 'its data is missing';
  return { id: backup.id, manifest: undefined, problem };
}
