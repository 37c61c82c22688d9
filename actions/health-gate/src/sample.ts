import type { Check } from './check.ts';
import type { Component } from './components.ts';
import type { Cause, Moment, SampleClass } from './moment.ts';

/** What one check saw once. */
export interface CheckSample {
  readonly check: string;
  readonly required: boolean;
  readonly class: SampleClass;
  readonly cause?: Cause;
  /** A connection came about, whatever came of it: the network is there. */
  readonly reached: boolean;
  /** As in a moment; only where several addresses were joined. Otherwise the cause tells it. */
  readonly blameless?: boolean | undefined;
  /** One line for people. */
  readonly message: string;
  readonly latencyMs: number;
  readonly status?: number;
  readonly version?: string;
  readonly components: readonly Component[];
  /** Names of the components that made it fail. */
  readonly failing: readonly string[];
  /** Contradictions, cached answers and what else a person should know. */
  readonly notes: readonly string[];
  /** Address, phases and certificate in one line; absent where nothing was connected to over the network. */
  readonly connection?: string;
  /** What a diagnosis shows: phases, addresses, certificate, body. */
  readonly evidence: readonly string[];
}

/** All checks once: what the gate judges. */
export interface Round extends Moment {
  readonly samples: readonly CheckSample[];
}

/** What a gate has seen. Only the last round and the last bad one are kept whole: a bake may take hours. */
export interface History {
  readonly timeline: readonly Moment[];
  readonly last: Round | undefined;
  readonly lastBad: Round | undefined;
}

const ORDER: readonly SampleClass[] = ['pass', 'warn', 'error', 'fail'];

/** The worse of two classes; an application that says no outweighs a silent one. */
export function worseClass(a: SampleClass, b: SampleClass): SampleClass {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Joins the samples of one moment: the worst of the required ones decides, the others can only warn. */
export function combineRound(atMs: number, samples: readonly CheckSample[], versionWanted: string | undefined): Round {
  const counted = samples.map((sample) => (sample.required ? sample.class : softened(sample.class)));
  const worst = counted.reduce(worseClass, 'pass');
  const deciding = samples.filter((_, index) => counted[index] === worst);
  // Whole milliseconds, as the report keeps them: a replay must see what was judged.
  const latencyMs = Math.round(Math.max(0, ...samples.map((sample) => sample.latencyMs)));
  const reached = samples.some((sample) => sample.reached);
  const blameless = areBlameless(samples.filter((_, index) => ['fail', 'error'].includes(counted[index] ?? '')));
  const says = deciding.map((sample) => `${sample.check}: ${sample.message}`).join('; ');
  const message = worst === 'pass' && deciding.length > 2 ? `all ${deciding.length} checks pass` : says;
  const cause = commonCause(deciding);
  const good = worst === 'pass' || worst === 'warn';
  if (good && versionWanted !== undefined && !samples.some((sample) => sample.version !== undefined)) {
    const untold = `no answer tells a version, so nothing says that it is ${versionWanted}`;
    return { atMs, class: 'fail', cause: 'wrong-version', message: untold, reached, latencyMs, samples };
  }
  return { atMs, class: worst, ...(cause ? { cause } : {}), blameless, message, reached, latencyMs, samples };
}

/** The sample of a check that gave none of its own, such as one whose probe was cut by the end of the gate. */
export function sampleOf(
  check: Check,
  parts: Partial<CheckSample> & Pick<CheckSample, 'class' | 'message'>,
): CheckSample {
  const { name, required } = check;
  const reached = parts.class !== 'error';
  const base = { check: name, required, reached, latencyMs: 0, components: [], failing: [], notes: [], evidence: [] };
  return { ...base, ...parts, message: parts.message.replace(/\s+/g, ' ') };
}

function softened(sampleClass: SampleClass): SampleClass {
  return sampleClass === 'pass' ? 'pass' : 'warn';
}

/** Most serious first: what is hopeless, then what is judged, then what is only waited for. */
const HOPELESS: readonly Cause[] = ['fail-condition', 'auth-refused', 'container-exited'];
const LENIENT: readonly Cause[] = ['wrong-version', 'starting', 'waiting'];
/** What credentials, addresses, rules or tools that do not fit look like; and what is only degraded. */
const BLAMELESS: readonly (Cause | undefined)[] = ['auth-refused', 'redirect', 'no-component', 'no-tool', 'degraded'];

/** Whether none of the bad samples blames the application; undefined where one does, or none is bad. */
export function areBlameless(bad: readonly CheckSample[]): true | undefined {
  const all = bad.every(({ cause, blameless = BLAMELESS.includes(cause) }) => blameless);
  return (bad.length > 0 && all) || undefined;
}

/** A hopeless cause of one outweighs; a degraded component and what is only waited for count where nothing else does. */
export function commonCause(samples: readonly CheckSample[]): Cause | undefined {
  const causes = samples.map((sample) => sample.cause);
  const hopeless = HOPELESS.find((cause) => causes.includes(cause));
  if (hopeless) return hopeless;
  const judged = causes.filter((cause) => cause !== undefined && !LENIENT.includes(cause));
  if (judged.length > 0) return judged.find((cause) => cause !== 'degraded') ?? 'degraded';
  return LENIENT.find((cause) => causes.includes(cause));
}
