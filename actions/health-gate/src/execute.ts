import { formatDuration } from '@suite/core';
import { afterCancel, afterDeadline, type GateState, INITIAL, isOver, judgeBy, settle } from './gate.ts';
import type { GatePlan } from './plan.ts';
import { type Quote, quoteLogs } from './quote-logs.ts';
import { formatReport } from './report-file.ts';
import { combineRound, type History, isGood, type Moment, type Round } from './sample.ts';
import { type GatePorts, takeSample } from './take-sample.ts';
import { newNotes, roundLine } from './timeline.ts';

/** How the gate ended and all that it saw. Times in milliseconds since it began. */
export interface GateResult {
  readonly state: GateState;
  readonly history: History;
  readonly endMs: number;
  readonly quotes: readonly Quote[];
  /** Path of the JSON report. */
  readonly report: string;
}

/** The gate while it runs. */
interface Watch {
  readonly plan: GatePlan;
  readonly ports: GatePorts;
  /** Milliseconds since the gate began. */
  readonly now: () => number;
  readonly timeline: Moment[];
  readonly notes: Set<string>;
  last: Round | undefined;
  lastBad: Round | undefined;
}

/** Probes until the gate is over and writes the report, also when it is cancelled. */
export async function watch(plan: GatePlan, ports: GatePorts): Promise<GateResult> {
  const started = ports.clock.monotonic();
  const now = (): number => ports.clock.monotonic() - started;
  const running: Watch = { plan, ports, now, timeline: [], notes: new Set(), last: undefined, lastBad: undefined };
  let state = INITIAL;
  while (!isOver(state)) {
    const beganMs = now();
    state = await step(running, state);
    if (!isOver(state)) state = await pause(running, state, beganMs);
  }
  const ended = await withControl(running, state);
  const endMs = now();
  const quotes = await quoteLogs(plan, { state: ended, lastBad: running.lastBad }, ports);
  const seen = { state: ended, history: running, endMs, quotes };
  const folder = await ports.files.makeTemporaryFolder('health-gate');
  const report = `${folder}/report.json`;
  await ports.files.write(report, formatReport(plan, seen));
  return { ...seen, report };
}

/** One round of all checks at once; rounds never overlap. */
async function step(running: Watch, state: GateState): Promise<GateState> {
  const { plan, ports, now, timeline } = running;
  const { deadlineMs } = plan.rules;
  const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
  const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
  if (ports.signal.aborted) return afterCancel(state);
  const round = combineRound(now(), samples, plan.expectVersion);
  // What the end of the gate cut off says nothing of its own.
  const cut = round.atMs >= deadlineMs && state.phase !== 'baking' && !isGood(round);
  const judged = judgeBy(plan.rules)(state, round, round.atMs);
  const next = cut ? afterDeadline(judged, state, formatDuration(deadlineMs)) : judged;
  for (const note of newNotes(running.notes, round)) ports.log.notice(note);
  const line = roundLine({ round, before: timeline.at(-1), index: timeline.length }, state, next);
  if (line !== undefined) ports.log.info(line);
  remember(running, round);
  return next;
}

function remember(running: Watch, round: Round): void {
  const { reached: _, samples: __, ...moment } = round;
  running.timeline.push(moment);
  running.last = round;
  if (!isGood(round)) running.lastBad = round;
}

/** Waits for the next round, or for what ends first: the deadline, or the bake time, which one more round confirms. */
async function pause({ plan, ports, now }: Watch, state: GateState, beganMs: number): Promise<GateState> {
  const { intervalMs, deadlineMs, bakeMs } = plan.rules;
  const limit = state.phase === 'baking' ? (state.healthyMs ?? 0) + bakeMs : deadlineMs;
  const until = Math.min(beganMs + intervalMs, Math.max(limit, now()));
  await ports.clock.sleep(Math.max(0, until - now()), ports.signal);
  if (ports.signal.aborted) return afterCancel(state);
  return state.phase !== 'baking' && now() >= deadlineMs
    ? afterDeadline(state, state, formatDuration(deadlineMs))
    : state;
}

/** Where nobody was ever reached, asks whether this runner reaches anybody. */
async function withControl({ plan, ports }: Watch, state: GateState): Promise<GateState> {
  if (state.phase === 'cancelled' || settle(state, false) === state) return state;
  const reached = await ports.probes.reaches(plan.control, ports.signal);
  return ports.signal.aborted ? state : settle(state, reached);
}
