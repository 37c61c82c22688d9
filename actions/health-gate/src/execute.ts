import { formatDuration } from '@suite/core';
import type { Baseline } from './baseline.ts';
import { afterCancel, afterDeadline, type GateState, INITIAL, isOver, settle } from './gate.ts';
import { isGood, type Moment } from './moment.ts';
import type { GatePlan } from './plan.ts';
import type { Rules } from './policy.ts';
import { type Quote, quoteLogs } from './quote-logs.ts';
import { judgeRound, replayTimeline } from './replay.ts';
import { formatReport } from './report-file.ts';
import { combineRound, type History, type Round } from './sample.ts';
import { type GatePorts, takeSample } from './take-sample.ts';
import { newNotes, roundLine } from './timeline.ts';

/** A bake may take hours: every so many rounds what the probes left is given back. */
const TIDY_ROUNDS = 4;

/** How the gate ended and all that it saw. Times in milliseconds since it began. */
export interface GateResult {
  readonly state: GateState;
  readonly history: History;
  readonly endMs: number;
  readonly quotes: readonly Quote[];
  /** Whether the runner reached GitHub's API; undefined where it was not asked. */
  readonly control: boolean | undefined;
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

/** Judges a saved timeline again where the plan says so; else probes until the gate is over. Writes the report in any case. */
export async function runGate(plan: GatePlan, ports: GatePorts): Promise<GateResult> {
  const { baseline, rules } = plan;
  const ended = rules.mode === 'replay' && baseline ? replayed(rules, baseline) : await watch(plan, ports);
  const folder = await ports.files.makeTemporaryFolder('health-gate');
  const report = `${folder}/report.json`;
  await ports.files.write(report, formatReport(plan, ended));
  return { ...ended, report };
}

type Ended = Omit<GateResult, 'report'>;

function replayed(rules: Rules, saved: Baseline): Ended {
  const { timeline, samples, durationMs, control } = saved;
  const moment = timeline.at(-1);
  const last = moment && { ...moment, samples };
  const lastBad = last && !isGood(last) ? last : undefined;
  const history = { timeline, last, lastBad };
  return { state: replayTimeline(rules, saved), history, endMs: durationMs, quotes: [], control };
}

/** Probes until the gate is over, also when it is cancelled. */
async function watch(plan: GatePlan, ports: GatePorts): Promise<Ended> {
  const started = ports.clock.monotonic();
  const now = (): number => ports.clock.monotonic() - started;
  const running: Watch = { plan, ports, now, timeline: [], notes: new Set(), last: undefined, lastBad: undefined };
  let state = INITIAL;
  while (!isOver(state)) {
    const beganMs = now();
    state = await step(running, state);
    if (!isOver(state)) state = await pause(running, state, beganMs);
  }
  const { state: ended, control } = await withControl(running, state);
  const endMs = now();
  const quotes = await quoteLogs(plan, { state: ended, lastBad: running.lastBad }, ports);
  return { state: ended, history: running, endMs, quotes, control };
}

/** One round of all checks at once; rounds never overlap. */
async function step(running: Watch, state: GateState): Promise<GateState> {
  const { plan, ports, now, timeline } = running;
  const { deadlineMs } = plan.rules;
  const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
  const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
  if (ports.signal.aborted) return afterCancel(state);
  const round = combineRound(Math.round(now()), samples, plan.expectVersion);
  const next = judgeRound(plan.rules, state, round);
  if (next.forgiven > state.forgiven) ports.log.notice(`forgiven by the flake budget: ${round.message}`);
  for (const note of newNotes(running.notes, round)) ports.log.notice(note);
  const line = roundLine({ round, before: timeline.at(-1), index: timeline.length }, state, next);
  if (line !== undefined) ports.log.info(line);
  remember(running, round);
  return next;
}

function remember(running: Watch, round: Round): void {
  const { samples: _, ...moment } = round;
  const before = running.timeline.at(-1);
  // A bake says the same thing thousands of times: one string is enough.
  running.timeline.push(before?.message === moment.message ? { ...moment, message: before.message } : moment);
  running.last = round;
  if (!isGood(round)) running.lastBad = round;
  if (running.timeline.length % TIDY_ROUNDS === 0) running.ports.probes.tidy();
}

/** Waits for the next round, or for what ends first: the deadline, or the bake time, which one more round confirms. */
async function pause({ plan, ports, now }: Watch, state: GateState, beganMs: number): Promise<GateState> {
  const { intervalMs, deadlineMs, bakeMs } = plan.rules;
  const limit = state.phase === 'baking' ? (state.healthyMs ?? 0) + bakeMs : deadlineMs;
  const next = beganMs + intervalMs;
  // Once the bake time is over the interval still holds: a good sample is waited for, not hunted.
  const until = state.phase === 'baking' && limit <= now() ? next : Math.min(next, Math.max(limit, now()));
  await ports.clock.sleep(Math.max(0, until - now()), ports.signal);
  if (ports.signal.aborted) return afterCancel(state);
  return state.phase !== 'baking' && now() >= deadlineMs
    ? afterDeadline(state, state, formatDuration(deadlineMs))
    : state;
}

/** Where nobody was ever reached, asks whether this runner reaches anybody. */
async function withControl(
  { plan, ports }: Watch,
  state: GateState,
): Promise<{ readonly state: GateState; readonly control: boolean | undefined }> {
  if (state.phase === 'cancelled' || settle(state, false) === state) return { state, control: undefined };
  const reached = await ports.probes.reaches(plan.control, ports.signal);
  return ports.signal.aborted ? { state, control: undefined } : { state: settle(state, reached), control: reached };
}
