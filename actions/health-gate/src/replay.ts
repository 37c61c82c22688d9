import { formatDuration } from '@suite/core';
import { afterDeadline, type GateState, INITIAL, isOver, judgeBy, settle, snapshotBy } from './gate.ts';
import { isGood, type Moment } from './moment.ts';
import type { Rules } from './policy.ts';

/** What a report keeps of a gate that ended, enough to judge it again. */
export interface SavedTimeline {
  readonly timeline: readonly Moment[];
  readonly durationMs: number;
  /** Whether the runner reached GitHub's API; undefined where it was not asked. */
  readonly control: boolean | undefined;
}

/** Judges one round, live or saved: what comes after the deadline only ends the gate. */
export function judgeRound(rules: Rules, state: GateState, moment: Moment): GateState {
  const { deadlineMs } = rules;
  const late = state.phase !== 'baking' && moment.atMs >= deadlineMs;
  const judged = late && isGood(moment) ? state : judgeFor(rules)(state, moment, moment.atMs);
  return late ? afterDeadline(judged, state, formatDuration(deadlineMs)) : judged;
}

function judgeFor(rules: Rules): ReturnType<typeof judgeBy> {
  return rules.mode === 'snapshot' ? snapshotBy(rules) : judgeBy(rules);
}

/** How a saved timeline is judged by these rules. */
export function replayTimeline(rules: Rules, { timeline, durationMs, control }: SavedTimeline): GateState {
  const last = timeline.reduce(
    (state, moment) => (isOver(state) ? state : judgeRound(rules, state, moment)),
    INITIAL as GateState,
  );
  if (isOver(last)) return settle(last, control ?? true);
  if (last.phase !== 'baking' && durationMs >= rules.deadlineMs) {
    return settle(afterDeadline(last, last, formatDuration(rules.deadlineMs)), control ?? true);
  }
  const reason = `the saved timeline ends after ${formatDuration(durationMs)}, before these rules decide; at last: ${last.reason}`;
  return { ...last, phase: 'inconclusive', reason };
}
