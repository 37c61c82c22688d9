import { redact } from '@suite/core';
import { targetOf } from './check.ts';
import { figuresOf } from './figures.ts';
import { type GateState, shouldRollBack } from './gate.ts';
import type { GatePlan } from './plan.ts';
import type { History } from './sample.ts';

/** What the report tells: everything that was seen, as JSON, without credentials. */
export function formatReport(
  { checks, expectVersion }: GatePlan,
  { state, history, endMs }: { readonly state: GateState; readonly history: History; readonly endMs: number },
): string {
  const { timeline, last } = history;
  const report = {
    schema: 1,
    result: state.phase,
    reason: state.reason,
    shouldRollback: shouldRollBack(state),
    expectVersion,
    timeToHealthyMs: state.healthyMs,
    durationMs: Math.round(endMs),
    figures: figuresOf(timeline, endMs),
    checks: checks.map((check) => ({
      kind: check.kind,
      target: targetOf(check),
      ...(last?.samples.find((sample) => sample.check === check.name) ?? { check: check.name, class: 'not-run' }),
    })),
    timeline: timeline.map(({ atMs, class: seen, cause, message, latencyMs }) => ({
      atMs: Math.round(atMs),
      class: seen,
      cause,
      message,
      latencyMs: Math.round(latencyMs),
    })),
  };
  return `${redact(JSON.stringify(report, undefined, 2))}\n`;
}
