import type { PhaseTimes } from '@suite/http';
import type { Place } from './check.ts';
import type { FailedAssertion } from './evaluate.ts';

export type CheckStatus = 'passed' | 'flaky' | 'failed' | 'skipped';

/** One request that was judged; retries before it are in `attempts`. */
export interface Sample {
  readonly ok: boolean;
  /** Milliseconds of the last attempt. */
  readonly ms: number;
  /** Whether it counts for percentiles: it was answered, or it ran out of time. */
  readonly counts: boolean;
  readonly attempts: number;
  /** Milliseconds where this sample opened its connection. */
  readonly coldMs: number | undefined;
  readonly phases: PhaseTimes;
}

/** A failure: the assertions, and the whole text that log, annotation and reports show. */
export interface Failure {
  readonly assertions: readonly FailedAssertion[];
  readonly text: string;
  readonly curl: string;
}

/** What came of a check. `failure` is that of its first failing sample. */
export interface CheckResult {
  readonly id: number;
  readonly name: string;
  readonly request: string;
  readonly place: Place;
  readonly status: CheckStatus;
  /** Why it was skipped. */
  readonly reason?: string;
  /** It was left out by its own `when`: nothing is wrong with that. */
  readonly unwanted?: true;
  readonly samples: readonly Sample[];
  readonly failure?: Failure;
  readonly versions: readonly string[];
  readonly tlsDaysLeft?: number;
}

/** How a run ended: by itself, or by a cancel, or by the input `timeout`. */
export type Ending = 'done' | 'cancelled' | 'timeout';

/** Everything that a run gave. */
export interface RunResults {
  readonly checks: readonly CheckResult[];
  readonly ending: Ending;
  /** Milliseconds since the epoch. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** Why nothing was sent: the application was not ready in time. */
  readonly notReady?: string;
  /** Paths of the reports that were written. */
  readonly reports: Readonly<Partial<Record<'junit' | 'json', string>>>;
}

/** The failures of checks with the names of the checks. */
export function failuresOf(
  checks: readonly CheckResult[],
): readonly { readonly name: string; readonly failure: Failure }[] {
  return checks.flatMap(({ name, failure }) => (failure ? [{ name, failure }] : []));
}
