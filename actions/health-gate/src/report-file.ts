import { redact } from '@suite/core';
import { targetOf } from './check.ts';
import { figuresOf } from './figures.ts';
import type { GateState } from './gate.ts';
import { type GatePlan, rollsBack, unhealthyBefore } from './plan.ts';
import type { History } from './sample.ts';

/** A gate that ended. */
interface Ended {
  readonly state: GateState;
  readonly history: History;
  readonly endMs: number;
  /** Whether the runner reached GitHub's API; undefined where it was not asked. */
  readonly control: boolean | undefined;
}

/** What the report tells: everything that was seen, as JSON, without credentials. */
export function formatReport(plan: GatePlan, { state, history, endMs, control }: Ended): string {
  const { checks, expectVersion } = plan;
  const { timeline, last } = history;
  const report = {
    schema: 1,
    mode: plan.rules.mode,
    result: state.phase,
    reason: state.reason,
    shouldRollback: rollsBack(plan, state),
    unhealthyBefore: unhealthyBefore(plan),
    control,
    expectVersion,
    timeToHealthyMs: state.healthyMs,
    durationMs: Math.round(endMs),
    figures: figuresOf(timeline, endMs),
    checks: checks.map((check) => ({
      kind: check.kind,
      target: targetOf(check),
      ...(last?.samples.find((sample) => sample.check === check.name) ?? { check: check.name, class: 'not-run' }),
    })),
    timeline: timeline.map(({ atMs, class: seen, cause, blameless, message, latencyMs, reached }) => ({
      atMs: Math.round(atMs),
      class: seen,
      cause,
      blameless,
      message,
      latencyMs: Math.round(latencyMs),
      reached,
    })),
  };
  // Before it is JSON: what stands for a secret must not break it.
  return `${JSON.stringify(report, (_, value) => (typeof value === 'string' ? redact(value) : value), 2)}\n`;
}
