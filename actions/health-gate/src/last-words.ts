import { CONTROL_MS, type GateState, settle } from './gate.ts';
import type { GatePlan } from './plan.ts';
import { fetchQuotes, QUOTE_MS, type Quote } from './quote-logs.ts';
import type { Round } from './sample.ts';
import type { GatePorts } from './take-sample.ts';

/** What is asked beside the last rounds, so that the deadline holds for it too. */
export interface LastWords {
  readonly plan: GatePlan;
  readonly ports: GatePorts;
  /** Milliseconds since the gate began. */
  readonly now: () => number;
  lastBad: Round | undefined;
  /** Whether the runner reaches GitHub's API. */
  control?: Promise<boolean>;
  /** The logs of what failed some seconds before the end. */
  quotes?: Promise<readonly Quote[]>;
}

/** What a quote may take where the deadline has come. */
const LATE_MS = 200;
/** What one round may at least leave for the control. */
const SPARE_MS = 1_000;

/** Begins, beside a round that may be the last, what its end will need. */
export function foresee(words: LastWords, state: GateState): void {
  const { plan, ports, now, lastBad } = words;
  const leftMs = plan.rules.deadlineMs - now();
  if (state.phase === 'baking' || leftMs > lastRoundsMs(plan, state.samples)) return;
  if (state.reached === 0) words.control ??= askControl(words);
  if (lastBad) words.quotes ??= fetchQuotes(plan, lastBad, { ports, limitMs: Math.min(QUOTE_MS, leftMs) });
}

/** One round is over before its requests' time or the interval is, whichever is longer. */
function lastRoundsMs({ checks, rules: { intervalMs } }: GatePlan, samples: number): number {
  const requestMs = Math.max(...checks.map(({ requestTimeoutMs }) => requestTimeoutMs));
  return samples > 0 ? requestMs + intervalMs + CONTROL_MS : Math.max(requestMs, intervalMs) + SPARE_MS;
}

function askControl({ plan, ports, now }: LastWords): Promise<boolean> {
  const timeoutMs = Math.max(1, Math.min(CONTROL_MS, plan.rules.deadlineMs - now()));
  return ports.probes.reaches(plan.control, { timeoutMs, signal: ports.signal });
}

/** Where nobody was ever reached, asks whether this runner reaches anybody. */
export async function withControl(
  words: LastWords,
  state: GateState,
): Promise<{ readonly state: GateState; readonly control: boolean | undefined }> {
  if (state.phase === 'cancelled' || settle(state, false) === state) return { state, control: undefined };
  const control = await (words.control ?? askControl(words));
  return words.ports.signal.aborted ? { state, control: undefined } : { state: settle(state, control), control };
}

/** The logs of what failed, as far as the deadline leaves time; what was read some seconds before is better than none. */
export async function lastQuotes(
  { plan, ports, now, lastBad, quotes }: LastWords,
  state: GateState,
): Promise<readonly Quote[]> {
  if (state.phase === 'passed' || state.phase === 'cancelled') return [];
  const leftMs = state.healthyMs === undefined ? plan.rules.deadlineMs - now() : QUOTE_MS;
  const limitMs = Math.max(LATE_MS, Math.min(QUOTE_MS, leftMs));
  const fresh = await fetchQuotes(plan, lastBad, { ports, limitMs });
  const earlier = quotes === undefined ? [] : await Promise.race([quotes, Promise.resolve([])]);
  return fresh.map((quote) => (quote.failed ? (earlier.find(({ title }) => title === quote.title) ?? quote) : quote));
}
