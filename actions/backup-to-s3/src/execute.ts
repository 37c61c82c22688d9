import { formatDuration, type Ports, TimeoutError, toActionError } from '@suite/core';
import { type BackupResult, makeBackup } from './backup.ts';
import type { Inputs } from './inputs.ts';
import type { BackupPlan, ListPlan, Plan, RestorePlan } from './plan.ts';
import { openStore } from './ports/s3.ts';
import { type RestoreResult, restore } from './restore.ts';
import type { Store } from './store.ts';

/** What went out of the store after the backup was in it; a failure is retried by the next run. */
export interface Tidied {
  readonly pruned: readonly string[];
  readonly swept: readonly string[];
  readonly failures: readonly string[];
}

export type Results =
  | { readonly mode: 'backup'; readonly backup: BackupResult; readonly tidied: Tidied; readonly plan: BackupPlan }
  | { readonly mode: 'restore'; readonly restored: RestoreResult; readonly plan: RestorePlan }
  | { readonly mode: 'list'; readonly plan: ListPlan };

export async function execute(plan: Plan, ports: Ports, inputs: Inputs): Promise<Results> {
  if (plan.mode === 'list') return { mode: 'list', plan };
  const deadline = AbortSignal.timeout(inputs.timeoutMs);
  const signal = AbortSignal.any([ports.signal, deadline]);
  const store = await openStore(inputs.store, ports, signal);
  try {
    if (plan.mode === 'restore')
      return { mode: 'restore', plan, restored: await restore(plan, inputs, { store, ports, signal }) };
    const undoing = await openStore({ ...inputs.store, retries: 3 }, ports);
    const backup = await makeBackup(plan, inputs, { store, undoing, ports, signal });
    return { mode: 'backup', plan, backup, tidied: await tidy(plan, store) };
  } catch (error) {
    if (!deadline.aborted || ports.signal.aborted) throw error;
    const hint = 'raise timeout, or find out what became slow';
    throw new TimeoutError(`not finished within ${formatDuration(inputs.timeoutMs)}`, { hint, cause: error });
  }
}

/** Manifest first, then data: at no moment is half a backup listed. One failure does not stop the others. */
async function tidy({ prune, sweep }: BackupPlan, store: Store): Promise<Tidied> {
  const failures: string[] = [];
  const pruned: string[] = [];
  const swept: string[] = [];
  const attempt = async (done: string[], what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      done.push(what);
    } catch (error) {
      failures.push(`${what}: ${toActionError(error).message}`);
    }
  };
  for (const { id, manifestKey, dataKey } of prune.remove) {
    await attempt(pruned, id, async () => {
      await store.remove(manifestKey);
      await store.remove(dataKey);
    });
  }
  for (const upload of sweep.uploads) await attempt(swept, `upload of ${upload.key}`, () => store.abortUpload(upload));
  for (const key of sweep.data) await attempt(swept, key, () => store.remove(key));
  return { pruned, swept, failures };
}
