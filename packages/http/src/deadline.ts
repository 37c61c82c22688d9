/** The longest time that a timer takes, 24 days; a longer one would end at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The end of a piece of work: by its time, or by the caller. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Who ended the work, where it has not ended by itself. */
  readonly ended: () => 'deadline' | 'cancelled' | 'error';
  /** The work has ended: no more waiting. */
  readonly clear: () => void;
}

/** Starts the time, in milliseconds, of work that a caller may end too. */
export function startDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), Math.min(timeoutMs, LONGEST_MS));
  return {
    signal: caller ? AbortSignal.any([late.signal, caller]) : late.signal,
    ended: () => (caller?.aborted ? 'cancelled' : late.signal.aborted ? 'deadline' : 'error'),
    clear: () => clearTimeout(timer),
  };
}
