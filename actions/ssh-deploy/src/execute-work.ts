import type { Ports } from '@suite/core';
import { executePlan } from './execute.ts';
import type { Fleet } from './fleet.ts';
import type { Inputs } from './inputs.ts';
import type { Results } from './results.ts';
import { removeRootScript } from './steps/destroy.ts';
import { isLook, type Work } from './work.ts';

/** Carries a plan out; a mode that only looks has nothing to do. */
export async function executeWork(
  work: Work,
  ports: Ports,
  run: { readonly fleet: Fleet; readonly inputs: Inputs },
): Promise<Results | undefined> {
  if (isLook(work)) return undefined;
  const results = await executePlan(work, ports, run);
  if (work.mode === 'destroy' && results.failure === undefined) {
    await Promise.all(run.fleet.sessions.map((session) => session.close()));
    await Promise.all(run.fleet.connections.map((each) => each.run(removeRootScript(run.inputs.root))));
  }
  return results;
}
