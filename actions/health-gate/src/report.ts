import { CancelledError, GateError, type Report } from '@suite/core';
import { adviceFor } from './diagnosis.ts';
import type { GateResult } from './execute.ts';
import { figuresOf } from './figures.ts';
import type { Verdict } from './gate.ts';
import { type GatePlan, rollsBack, unhealthyBefore } from './plan.ts';
import type { CheckSample, Round } from './sample.ts';
import { formatSummary } from './summary.ts';

const CODES: Readonly<Record<Exclude<Verdict, 'passed' | 'cancelled'>, string>> = {
  failed: 'E_UNHEALTHY',
  'timed-out': 'E_NOT_HEALTHY_IN_TIME',
  inconclusive: 'E_INCONCLUSIVE',
};

/** Outputs, summary and the failure of a gate that ended. */
export function reportGate(plan: GatePlan, result: GateResult): Report {
  const failure = failureOf(plan, result);
  const inconclusive = result.state.phase === 'inconclusive' && plan.onInconclusive === 'warn';
  return {
    outputs: outputsOf(plan, result),
    summary: formatSummary(plan, result),
    annotations: [
      ...(inconclusive ? [{ level: 'warning' as const, message: `W_INCONCLUSIVE: ${result.state.reason}` }] : []),
      ...baselineNotes(plan, result),
    ],
    failure,
  };
}

/** What was broken before this run is told, and not blamed on it. */
function baselineNotes(plan: GatePlan, { state }: GateResult): NonNullable<Report['annotations']> {
  const { baseline } = plan;
  if (baseline === undefined || !unhealthyBefore(plan) || state.phase === 'passed') return [];
  return [{ level: 'notice', message: `it was not healthy before this deploy either: ${baseline.reason}` }];
}

function outputsOf(plan: GatePlan, { state, history, endMs, report }: GateResult): Report['outputs'] {
  const figures = figuresOf(history.timeline, endMs);
  const { last } = history;
  return {
    result: state.phase,
    reason: state.reason,
    version: last?.samples.find((sample) => sample.version !== undefined)?.version ?? '',
    components: JSON.stringify(componentsOf(last)),
    failing: failingOf(last).join(', '),
    samples: String(history.timeline.length),
    'time-to-healthy-ms': whole(state.healthyMs),
    'uptime-percent': rounded(figures.uptimePercent),
    'error-rate': rounded(figures.errorRate),
    'p50-ms': whole(figures.p50Ms),
    'p95-ms': whole(figures.p95Ms),
    'should-rollback': String(rollsBack(plan, state)),
    report,
  };
}

/** Components by name; with several checks that have some, behind the check's name. */
function componentsOf(round: Round | undefined): Readonly<Record<string, string>> {
  const samples = (round?.samples ?? []).filter((sample) => sample.components.length > 0);
  const prefix = (sample: CheckSample): string => (samples.length > 1 ? `${sample.check}: ` : '');
  return Object.fromEntries(
    samples.flatMap((sample) => sample.components.map(({ name, level }) => [`${prefix(sample)}${name}`, level])),
  );
}

/** What failed last: the components by name, or the check where it names none. */
function failingOf(round: Round | undefined): readonly string[] {
  const required = (round?.samples ?? []).filter((sample) => sample.required);
  const bad = required.filter((sample) => sample.class === 'fail' || sample.class === 'error');
  return [...new Set(bad.flatMap((sample) => (sample.failing.length > 0 ? sample.failing : [sample.check])))];
}

function failureOf({ onInconclusive, rules }: GatePlan, { state, history, thrown }: GateResult): Report['failure'] {
  const verdict = state.phase as Verdict;
  if (thrown !== undefined) return thrown;
  if (verdict === 'passed') return undefined;
  if (verdict === 'cancelled') return new CancelledError();
  if (rules.mode === 'snapshot') return undefined;
  if (verdict === 'inconclusive' && onInconclusive !== 'fail') return undefined;
  const advice = adviceFor(state, history.lastBad?.samples ?? []).slice(0, 2);
  const hint = advice.length === 0 ? {} : { hint: advice.join('\n') };
  return new GateError(state.reason, { code: CODES[verdict], ...hint });
}

function whole(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value));
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}
