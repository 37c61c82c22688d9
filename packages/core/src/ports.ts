import { setTimeout as delay } from 'node:timers/promises';
import { type Files, realFiles } from './files.ts';
import { type Log, realLog } from './log.ts';
import { type Exec, realExec } from './process.ts';
import { realState, type State } from './state.ts';

/** The longest time that a timer takes, 24 days; a longer one would end at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Time. `now` is milliseconds since the epoch, `monotonic` milliseconds that never jump. */
export interface Clock {
  readonly now: () => number;
  readonly monotonic: () => number;
  /** Resolves early, without an error, when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Everything an action may touch. Passed down as plain functions; tests pass `fakePorts()`. */
export interface Ports {
  readonly exec: Exec;
  readonly files: Files;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  readonly state: State;
  /** Aborted when the runner cancels the job. */
  readonly signal: AbortSignal;
}

/** The ports of a run under a runner. */
export function realPorts(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Ports {
  return {
    exec: realExec(),
    files: realFiles(env['RUNNER_TEMP']),
    clock: realClock(),
    random: Math.random,
    log: realLog(),
    state: realState(env),
    signal,
  };
}

function realClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => delay(Math.min(ms, LONGEST_MS), undefined, signal ? { signal } : {}).catch(() => undefined),
  };
}
