import type { SetFacts } from './facts.ts';
import { idInKey, type SetPlace, timeOfId } from './layout.ts';
import type { OpenUpload } from './store.ts';

/** Longer than any job runs: what is half-done after this time belongs to nobody. */
const ABANDONED_MS = 48 * 3_600_000;

/** What runs that were killed left behind under this name. */
export interface SweepPlan {
  readonly uploads: readonly OpenUpload[];
  /** Keys of data that never got a manifest. */
  readonly data: readonly string[];
}

export function decideSweep(set: SetFacts, place: SetPlace, nowMs: number): SweepPlan {
  const abandoned = (id: string | undefined): boolean => {
    const began = id === undefined ? undefined : timeOfId(id);
    return began !== undefined && nowMs - began > ABANDONED_MS;
  };
  const listed = new Set(set.listing.manifests);
  return {
    uploads: set.uploads.filter(({ key }) => abandoned(idInKey(place, key))),
    data: set.listing.data.filter(({ id }) => !listed.has(id) && abandoned(id)).map(({ key }) => key),
  };
}
