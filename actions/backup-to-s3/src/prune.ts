import type { ListedBackup, SetFacts } from './facts.ts';
import type { PolicyInputs } from './inputs-policy.ts';
import { manifestKey, type SetPlace } from './layout.ts';
import { startedOf } from './manifest.ts';
import { type Decision, decideRetention, type Kept } from './retention.ts';

/** A backup that goes: first its manifest, then its data, so that at no moment half a backup is listed. */
export interface Pruned {
  readonly id: string;
  readonly manifestKey: string;
  readonly dataKey: string;
}

export interface PrunePlan {
  readonly remove: readonly Pruned[];
  readonly kept: readonly Decision<Kept>[];
}

export interface PruneRules {
  readonly place: SetPlace;
  readonly policy: PolicyInputs;
  readonly nowMs: number;
}

/**
 * What goes once the new backup is verified: only readable backups of the same name and class. What cannot be read is
 * neither counted nor removed, since nobody knows whether it is held.
 */
export function decidePrune(set: SetFacts, fresh: Kept, { place, policy, nowMs }: PruneRules): PrunePlan {
  const members = set.backups.flatMap((backup) => memberOf(backup, policy));
  const decisions = decideRetention<Kept & { dataKey?: string }>([fresh, ...members], policy.keep, nowMs);
  // Not even where the clock of another runner ran ahead does a run remove what it has just made.
  const goes = decisions.filter(
    ({ backup, reasons }) => policy.prune && reasons.length === 0 && backup.id !== fresh.id,
  );
  const remove = goes.map(({ backup: { id, dataKey = '' } }) => ({ id, manifestKey: manifestKey(place, id), dataKey }));
  return { remove, kept: decisions.filter((decision) => !goes.includes(decision)) };
}

function memberOf({ id, manifest }: ListedBackup, policy: PolicyInputs): readonly (Kept & { dataKey: string })[] {
  if (manifest === undefined || manifest.class !== policy.class) return [];
  const { holdUntil } = manifest.retention;
  const until = holdUntil === null ? undefined : Date.parse(holdUntil);
  // A hold that cannot be read holds for ever rather than not at all.
  const holdUntilMs = Number.isNaN(until) ? Number.POSITIVE_INFINITY : until;
  return [{ id, startedMs: startedOf(manifest), holdUntilMs, dataKey: manifest.stored.key }];
}
