import { isGood, type Moment } from './moment.ts';
import { type Budget, brokenBudgets } from './slo.ts';

/** The gate's policy. Times in milliseconds. */
export interface Policy {
  readonly successes: number;
  readonly warmupMs: number;
  readonly bakeMs: number;
  readonly consecutiveFailures: number;
  /** 3: the fourth fails. */
  readonly maxFailures: number | undefined;
  /** At most `errors` of any `of` judged samples in a row may be errors without counting as failures. */
  readonly flakeBudget: { readonly errors: number; readonly of: number };
  readonly failFastOn: readonly HopelessCause[];
  /** What decides at the end of the bake time; none: one failure in it ends the gate. */
  readonly slo: readonly Budget[];
  /** Samples without which the slo says nothing. */
  readonly minSamples: number;
}

/** What ends the gate at once. */
export const HOPELESS_CAUSES = ['container-exited', 'auth-refused', 'version-regressed'] as const;
export type HopelessCause = (typeof HOPELESS_CAUSES)[number];

/** How the gate ended. */
export type Verdict = 'passed' | 'failed' | 'timed-out' | 'inconclusive' | 'cancelled';
export type Phase = 'pending' | 'warming' | 'healthy' | 'baking' | Verdict;

/** Everything that the judging depends on. Times in milliseconds since the gate began. */
export interface GateState {
  readonly phase: Phase;
  /** Good samples in a row; errors within the flake budget do not break it. */
  readonly streak: number;
  readonly failuresInARow: number;
  readonly failures: number;
  /** Of the last judged samples: was it an error? */
  readonly window: readonly boolean[];
  readonly samples: number;
  /** Samples in which at least one server took a connection. */
  readonly reached: number;
  /** Samples in which the application itself said no, for more than a degraded part or settings that do not fit. */
  readonly spokenFailures: number;
  /** The application is not to blame for what was not good last, or for all that broke an slo. */
  readonly mild: boolean;
  readonly firstPassMs: number | undefined;
  /** When the streak was complete. */
  readonly healthyMs: number | undefined;
  readonly reason: string;
  /** Errors that the flake budget forgave. */
  readonly forgiven: number;
  /** What the bake time saw, the last sample first; only where an slo judges it. */
  readonly baked: Baked | undefined;
}

/** A list that grows without being copied. */
interface Baked {
  readonly moment: Moment;
  readonly before: Baked | undefined;
}

/** What the reducer sees of a round. */
export type Sample = Omit<Moment, 'atMs'>;

export const INITIAL: GateState = {
  phase: 'pending',
  streak: 0,
  failuresInARow: 0,
  failures: 0,
  window: [],
  samples: 0,
  reached: 0,
  spokenFailures: 0,
  mild: false,
  firstPassMs: undefined,
  healthyMs: undefined,
  reason: 'no check has run',
  forgiven: 0,
  baked: undefined,
};

/** Time in which the runner's network is tried, in milliseconds. */
export const CONTROL_MS = 3_000;

const VERDICTS: readonly Phase[] = ['passed', 'failed', 'timed-out', 'inconclusive', 'cancelled'];

/** Whether the gate has ended. */
export function isOver(state: GateState): state is GateState & { readonly phase: Verdict } {
  return VERDICTS.includes(state.phase);
}

/** Makes the reducer of a policy: the next state after a sample that came at `now`, milliseconds since the beginning. */
export function judgeBy(policy: Policy) {
  return (state: GateState, sample: Sample, now: number): GateState => {
    if (isOver(state)) return state;
    const next = judgeOne(policy, state, { sample, now });
    return next.phase === 'baking' && policy.slo.length > 0 ? bakeBySlo(next, { sample, now }, policy) : next;
  };
}

/** The reducer of a snapshot: so many samples, and what they were. */
export function snapshotBy({ successes }: Pick<Policy, 'successes'>) {
  return (state: GateState, sample: Sample, now: number): GateState => {
    if (isOver(state)) return state;
    const good = isGood(sample);
    const counted = { ...count(state, sample), failures: state.failures + (good ? 0 : 1) };
    const next = { ...counted, phase: 'healthy', firstPassMs: state.firstPassMs ?? (good ? now : undefined) } as const;
    if (next.samples < successes) return next;
    if (next.failures === 0) return over({ ...next, healthyMs: now }, 'passed', `it is healthy: ${next.reason}`);
    return over(next, 'failed', `${next.failures} of ${next.samples} samples were not good; at last: ${next.reason}`);
  };
}

interface Seen {
  readonly sample: Sample;
  readonly now: number;
}

function judgeOne(policy: Policy, state: GateState, { sample, now }: Seen): GateState {
  const counted = count(state, sample);
  if (isHopeless(state, sample, policy)) return over(counted, 'failed', sample.message);
  if (isGood(sample)) return afterGood(counted, now, policy);
  if (isForgiven(state, sample, now < policy.warmupMs)) {
    const phase = state.firstPassMs === undefined ? 'warming' : 'healthy';
    return { ...counted, phase, streak: 0 };
  }
  if (sample.class !== 'error' || !isWithinBudget(state, policy)) return afterFailure(counted, sample, policy);
  const phase = counted.phase === 'pending' ? 'warming' : counted.phase;
  return { ...counted, phase, forgiven: state.forgiven + 1, window: shifted(state, true, policy) };
}

/** Gathers what the bake time sees; at its end the figures decide. Too few samples are no verdict on the application. */
function bakeBySlo(state: GateState, { sample, now }: Seen, { slo, bakeMs, minSamples }: Policy): GateState {
  const next = { ...state, baked: { moment: { ...sample, atMs: now }, before: state.baked } };
  if (now - (state.healthyMs ?? now) < bakeMs) return next;
  const moments: Moment[] = [];
  for (let one: Baked | undefined = next.baked; one !== undefined; one = one.before) moments.push(one.moment);
  moments.reverse();
  if (moments.length < minSamples) {
    return over(next, 'inconclusive', `only ${moments.length} samples in bake time, min-samples is ${minSamples}`);
  }
  const broken = brokenBudgets(slo, moments, now);
  if (broken.length > 0) {
    const reason = `slo broken over ${moments.length} samples: ${broken.join('; ')}`;
    return over({ ...next, mild: isMild(slo, moments, now) }, 'failed', reason);
  }
  return over(next, 'passed', `kept its slo over ${moments.length} samples; ${state.reason}`);
}

/** Whether an slo is broken by degraded samples alone. */
function isMild(slo: readonly Budget[], moments: readonly Moment[], now: number): boolean {
  const bad = moments.filter((moment) => !isGood(moment));
  const slow = brokenBudgets(
    slo.filter(({ figure }) => typeof figure === 'object'),
    moments,
    now,
  );
  return bad.length > 0 && slow.length === 0 && bad.every(({ cause }) => cause === 'degraded');
}

/**
 * The deadline came before the streak was complete. `counted` has the sample that the deadline cut, if there was one;
 * that it was cut says less than what was seen before.
 */
export function afterDeadline(counted: GateState, state: GateState, deadline: string): GateState {
  if (isOver(state)) return state;
  const spoke = counted.spokenFailures > state.spokenFailures || state.samples === 0;
  const last = spoke ? counted.reason : state.reason;
  const { samples, reached, spokenFailures } = counted;
  const reason = `not healthy within ${deadline}; at last: ${last}`;
  return { ...state, samples, reached, spokenFailures, phase: 'timed-out', reason };
}

/** The runner cancelled the job. */
export function afterCancel(state: GateState): GateState {
  return isOver(state) ? state : { ...state, phase: 'cancelled', reason: `cancelled; at last: ${state.reason}` };
}

/** A probe threw: wrong settings, or a defect of the action. Nothing is said about the application. */
export function afterThrow(state: GateState, reason: string): GateState {
  return over({ ...state, mild: true }, 'failed', reason);
}

/** A no in which nobody was ever reached says nothing about the application where the runner reaches nobody at all. */
export function settle(state: GateState, runnerHasNetwork: boolean): GateState {
  const silent = (state.phase === 'failed' || state.phase === 'timed-out') && state.reached === 0;
  if (!silent || runnerHasNetwork) return state;
  const reason = `this runner reaches neither the application nor GitHub's API: ${state.reason}`;
  return { ...state, phase: 'inconclusive', reason };
}

/** True only where the application itself is to blame for more than a degraded part or settings that never fitted, and was well before. */
export function shouldRollBack(state: GateState, unhealthyBefore: boolean): boolean {
  if (unhealthyBefore) return false;
  return (state.phase === 'failed' && !state.mild) || (state.phase === 'timed-out' && state.spokenFailures > 0);
}

function count(state: GateState, sample: Sample): GateState {
  const mild = isHarmless(state, sample);
  return {
    ...state,
    samples: state.samples + 1,
    reached: state.reached + (sample.reached ? 1 : 0),
    spokenFailures: state.spokenFailures + (sample.class === 'fail' && !mild ? 1 : 0),
    mild: isGood(sample) ? state.mild : mild,
    reason: sample.message,
  };
}

/** A degraded part always is; what looks like settings that do not fit only while they never did. */
function isHarmless({ firstPassMs }: GateState, { cause, blameless }: Sample): boolean {
  return cause === 'degraded' || (blameless === true && firstPassMs === undefined);
}

/** A version that goes back while a roll-out is still mixed is no regression; one that goes back after it is. */
function isHopeless(state: GateState, { class: seen, cause }: Sample, { failFastOn }: Policy): boolean {
  if (seen !== 'fail') return false;
  // The user's own words for what never gets well.
  if (cause === 'fail-condition') return true;
  if (cause === 'auth-refused' || cause === 'container-exited') return failFastOn.includes(cause);
  return cause === 'wrong-version' && state.healthyMs !== undefined && failFastOn.includes('version-regressed');
}

/**
 * During warm-up nothing is judged before the first pass, and the old build or a start is not judged at all. What
 * `until` waits for is waited for until the deadline.
 */
function isForgiven(state: GateState, { cause }: Sample, warming: boolean): boolean {
  if (state.phase === 'baking') return false;
  const untouched = state.firstPassMs === undefined;
  if (untouched && cause === 'waiting') return true;
  const lenient = cause === 'wrong-version' || cause === 'starting' || cause === 'waiting';
  return warming && (untouched || lenient);
}

function afterGood(state: GateState, now: number, policy: Policy): GateState {
  const streak = state.streak + 1;
  const next = {
    ...state,
    streak,
    failuresInARow: 0,
    window: shifted(state, false, policy),
    firstPassMs: state.firstPassMs ?? now,
  };
  if (state.phase === 'baking') {
    const baked = now - (state.healthyMs ?? now);
    return baked >= policy.bakeMs && policy.slo.length === 0
      ? over(next, 'passed', `stayed healthy; ${state.reason}`)
      : next;
  }
  if (streak < policy.successes) return { ...next, phase: 'healthy' };
  const complete = { ...next, healthyMs: now };
  return policy.bakeMs > 0
    ? { ...complete, phase: 'baking' }
    : over(complete, 'passed', `${streak} good samples in a row; ${state.reason}`);
}

function afterFailure(state: GateState, sample: Sample, policy: Policy): GateState {
  const failures = state.failures + 1;
  const failuresInARow = state.failuresInARow + 1;
  const next = {
    ...state,
    streak: 0,
    failures,
    failuresInARow,
    window: shifted(state, sample.class === 'error', policy),
  };
  const strict = state.phase === 'baking' && policy.slo.length === 0;
  if (strict) return over(next, 'failed', `healthy at first, then: ${sample.message}`);
  if (policy.maxFailures !== undefined && failures > policy.maxFailures) {
    return over(next, 'failed', `${failures} failures, ${policy.maxFailures} allowed; at last: ${sample.message}`);
  }
  if (failuresInARow >= policy.consecutiveFailures) {
    return over(next, 'failed', `${failuresInARow} failures in a row; at last: ${sample.message}`);
  }
  if (state.phase === 'baking') return next;
  return { ...next, phase: state.firstPassMs === undefined ? 'warming' : 'healthy' };
}

function isWithinBudget({ window }: GateState, { flakeBudget: { errors, of } }: Policy): boolean {
  const recent = of > 1 ? window.slice(1 - of) : [];
  return recent.filter(Boolean).length < errors;
}

function shifted({ window }: GateState, error: boolean, { flakeBudget }: Policy): readonly boolean[] {
  return [...window, error].slice(-flakeBudget.of);
}

function over(state: GateState, phase: Verdict, reason: string): GateState {
  return { ...state, phase, reason };
}
