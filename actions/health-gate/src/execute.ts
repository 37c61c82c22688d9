import { type ActionError, formatDuration, toActionError } from '@suite/core';
import type { Baseline } from './baseline.ts';
import { afterCancel, afterDeadline, afterThrow, type GateState, INITIAL, isOver } from './gate.ts';
import { foresee, type LastWords, lastQuotes, withControl } from './last-words.ts';
import { isGood, type Moment } from './moment.ts';
import type { GatePlan } from './plan.ts';
import type { Rules } from './policy.ts';
import type { Quote } from './quote-logs.ts';
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
  /** What a probe threw, where that ended the gate. */
  readonly thrown: ActionError | undefined;
  /** Path of the JSON report. */
  readonly report: string;
}

/** The gate while it runs. */
interface Watch extends LastWords {
  readonly timeline: Moment[];
  readonly notes: Set<string>;
  last: Round | undefined;
  thrown: ActionError | undefined;
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
  return { state: replayTimeline(rules, saved), history, endMs: durationMs, quotes: [], control, thrown: undefined };
}

/** Probes until the gate is over, also when it is cancelled, or by what a probe throws. */
async function watch(plan: GatePlan, ports: GatePorts): Promise<Ended> {
  const started = ports.clock.monotonic();
  const now = (): number => ports.clock.monotonic() - started;
  const ended = new AbortController();
  const own = { ...ports, signal: AbortSignal.any([ports.signal, ended.signal]) };
  const seen = { timeline: [], notes: new Set<string>(), last: undefined, lastBad: undefined, thrown: undefined };
  const running: Watch = { plan, ports: own, now, ...seen };
  let state = INITIAL;
  while (!isOver(state)) {
    const beganMs = now();
    state = await step(running, state).catch((thrown) => failed(running, state, thrown));
    if (!isOver(state)) state = await pause(running, state, beganMs);
  }
  const broken = running.thrown !== undefined;
  const { state: settled, control } = broken ? { state, control: undefined } : await withControl(running, state);
  const endMs = now();
  const quotes = broken ? [] : await lastQuotes(running, settled);
  ended.abort();
  for (const { title, text } of quotes) await ports.log.group(title, async () => ports.log.untrusted(text));
  return { state: settled, history: running, endMs, quotes, control, thrown: running.thrown };
}

function failed(running: Watch, state: GateState, thrown: unknown): GateState {
  if (running.ports.signal.aborted) return afterCancel(state);
  running.thrown = toActionError(thrown);
  return afterThrow(state, running.thrown.message);
}

/** One round of all checks at once; rounds never overlap. */
async function step(running: Watch, state: GateState): Promise<GateState> {
  const { plan, ports, now, timeline } = running;
  const { deadlineMs } = plan.rules;
  foresee(running, state);
  const leftMs = state.phase === 'baking' ? Number.POSITIVE_INFINITY : deadlineMs - now();
  const samples = await Promise.all(plan.checks.map((check) => takeSample(check, { plan, leftMs }, ports)));
  if (ports.signal.aborted) return afterCancel(state);
  const round = combineRound(Math.round(now()), samples, plan.expectVersion);
  const next = judgeRound(plan.rules, state, round);
  if (next.forgiven > state.forgiven) ports.log.notice(`forgiven by the flake budget: ${round.message}`);
  for (const note of newNotes(running.notes, round)) ports.log.notice(note);
  const line = roundLine({ round, before: timeline.at(-1), index: timeline.length }, state, next);
  if (line !== undefined) ports.log.info(line);
  remember(running, round, next);
  return next;
}

function remember(running: Watch, round: Round, next: GateState): void {
  const { samples: _, ...moment } = round;
  const before = running.timeline.at(-1);
  // A bake says the same thing thousands of times: one string is enough.
  running.timeline.push(before?.message === moment.message ? { ...moment, message: before.message } : moment);
  running.last = round;
  const cut = round.class === 'error' && next.phase === 'timed-out';
  if (!isGood(round) && !(cut && running.lastBad)) running.lastBad = round;
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
