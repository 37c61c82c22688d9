import { formatDuration } from '@suite/core';
import { isGood } from './figures.ts';
import { afterCancel, afterDeadline, type GateState, INITIAL, isOver, judgeBy, settle } from './gate.ts';
import type { GatePlan } from './plan.ts';
import { formatReport } from './report-file.ts';
import { combineRound, type Round } from './sample.ts';
import { type GatePorts, takeSample } from './take-sample.ts';
import { newNotes, roundLine } from './timeline.ts';

/** How the gate ended and all that it saw. Times in milliseconds since it began. */
export interface GateResult {
  readonly state: GateState;
  readonly rounds: readonly Round[];
  readonly endMs: number;
  /** Path of the JSON report. */
  readonly report: string;
}

/** The gate while it runs. */
interface Watch {
  readonly plan: GatePlan;
  readonly ports: GatePorts;
  /** Milliseconds since the gate began. */
  readonly now: () => number;
}

/** Probes until the gate is over and writes the report, also when it is cancelled. */
export async function watch(plan: GatePlan, ports: GatePorts): Promise<GateResult> {
  const started = ports.clock.monotonic();
  const running: Watch = { plan, ports, now: () => ports.clock.monotonic() - started };
  const rounds: Round[] = [];
  let state = INITIAL;
  while (!isOver(state)) {
    const beganMs = running.now();
    state = await step(running, state, rounds);
    if (!isOver(state)) state = await pause(running, state, beganMs);
  }
  const ended = await withControl(running, state);
  const endMs = running.now();
  const folder = await ports.files.makeTemporaryFolder('health-gate');
  const report = `${folder}/report.json`;
  await ports.files.write(report, formatReport(plan, { state: ended, rounds, endMs }));
  return { state: ended, rounds, endMs, report };
}

/** One round of all checks at once; rounds never overlap. */
async function step({ plan, ports, now }: Watch, state: GateState, rounds: Round[]): Promise<GateState> {
  const { deadlineMs } = plan.rules;
  const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
  const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
  if (ports.signal.aborted) return afterCancel(state);
  const round = combineRound(now(), samples, plan.expectVersion);
  // What the end of the gate cut off says nothing of its own.
  const cut = round.atMs >= deadlineMs && state.phase !== 'baking' && !isGood(round);
  const judged = judgeBy(plan.rules)(state, round, round.atMs);
  const next = cut ? afterDeadline(judged, state, formatDuration(deadlineMs)) : judged;
  for (const note of newNotes(rounds, round)) ports.log.notice(note);
  const line = roundLine({ round, before: rounds.at(-1), index: rounds.length }, state, next);
  if (line !== undefined) ports.log.info(line);
  rounds.push(round);
  return next;
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

/** Where nobody ever answered, asks whether this runner reaches anybody. */
async function withControl({ plan, ports }: Watch, state: GateState): Promise<GateState> {
  if (state.phase === 'cancelled' || settle(state, false) === state) return state;
  const reached = await ports.probes.reaches(plan.control, ports.signal);
  return ports.signal.aborted ? state : settle(state, reached);
}
