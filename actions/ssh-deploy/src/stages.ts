import { type Batch, inBatches } from './inputs-hooks.ts';
import type { Phase } from './plan.ts';

const PHASES: readonly Phase['name'][] = ['prepare', 'migrate', 'start', 'switch'];

/** A phase on some of the hosts; the next stage begins when it is done on all of them. */
export interface Stage<Host> {
  readonly phase: Phase['name'];
  readonly hosts: readonly Host[];
  /** Milliseconds to wait before it. */
  readonly pauseMs: number;
}

/** All hosts at once, but for the switch, which goes batch by batch. */
export function stagesOf<Host>(
  hosts: readonly Host[],
  { batch, batchWaitMs }: { readonly batch: Batch; readonly batchWaitMs: number },
): readonly Stage<Host>[] {
  return PHASES.flatMap((phase): readonly Stage<Host>[] =>
    phase === 'switch'
      ? inBatches(hosts, batch).map((some, at) => ({ phase, hosts: some, pauseMs: at > 0 ? batchWaitMs : 0 }))
      : [{ phase, hosts, pauseMs: 0 }],
  );
}
