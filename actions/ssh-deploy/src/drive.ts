import type { Clock, Log } from '@suite/core';
import type { AgentEvent } from './agent/events.ts';
import type { Frame } from './agent/frames.ts';
import type { AgentSession } from './agent-session.ts';
import type { StepFailure } from './failures.ts';
import type { HostPlan } from './plan.ts';
import type { Payload, State, Step } from './step.ts';

/** One step as it went. */
export interface StepResult {
  readonly id: string;
  readonly state: State;
  readonly ms: number;
  readonly rc: number;
  readonly out: string;
}

/** Where a host ended. `unknown`: the connection was lost, and the host settles by itself within its lease. */
export type Outcome = 'committed' | 'aborted' | 'stuck' | 'unknown' | 'unchanged';

/** One host while it is being deployed. */
export interface Drive {
  readonly plan: HostPlan;
  readonly session: AgentSession;
  readonly log: Log;
  readonly clock: Clock;
  readonly steps: StepResult[];
  /** What it does now, or did last. */
  state: State | undefined;
  /** The step that runs now; it may be firm, and hang. */
  running: Step | undefined;
  /** It has begun with what may lead traffic to the new release. */
  switching: boolean;
  outcome: Outcome | undefined;
  committed: boolean;
  stuck: AgentEvent | undefined;
  /** Why the agent gave up: `abort`, `eof`, `lease`, `full` (disk); `commit` where it refused to; `hangs`: not yet. */
  why: string | undefined;
}

/** Why a phase did not go through: a step said no, or the agent ended (given up elsewhere, lease, connection lost). */
export type PhaseEnd = StepFailure | 'ended';

export function putFrames(payloads: readonly Payload[]): readonly Frame[] {
  return payloads.map(({ name, content }) => ({ frame: 'put', name, content }));
}

/** The frames of a step: its scripts and payloads, then the order to run it. */
export function stepFrames(step: Step): readonly Frame[] {
  return [...scriptFrames(step), { frame: 'step', id: step.id, limit: step.limit, kind: step.kind }];
}

/** The frames of a step that runs forward after commit. */
export function afterFrames(step: Step): readonly Frame[] {
  return [...scriptFrames(step), { frame: 'after', id: step.id, limit: step.limit }];
}

function scriptFrames({ id, run, undo, payloads = [] }: Step): readonly Frame[] {
  const scripts = [{ name: `${id}.do`, content: Buffer.from(run) }];
  const undos = undo === undefined ? [] : [{ name: `${id}.undo`, content: Buffer.from(undo) }];
  return putFrames([...payloads, ...scripts, ...undos]);
}

/** A step is refused behind a failed one, which is told first, and where the host cannot write it down. */
const NOT_WRITTEN = '! No space left on device: the host could not write the step down';
const NO_SPACE = '! No space left on device';

/** Sends the steps of a phase in one go and reads events until the last is ok, one failed, or the agent ended. */
export async function runPhase(drive: Drive, steps: readonly Step[]): Promise<PhaseEnd | undefined> {
  const last = steps.at(-1);
  if (last === undefined) return drive.outcome === undefined ? undefined : 'ended';
  drive.session.send(steps.flatMap(stepFrames));
  let began = drive.clock.monotonic();
  for (;;) {
    const event = await drive.session.next();
    if (event?.e === 'start') {
      began = drive.clock.monotonic();
      drive.running = steps.find(({ id }) => id === event.id);
      drive.state = drive.running?.state;
    }
    if (event?.e === 'ok' || event?.e === 'fail') {
      drive.running = undefined;
      const step = steps.find(({ id }) => id === event.id);
      if (step === undefined) continue;
      note(drive, step, { ms: drive.clock.monotonic() - began, rc: event.rc, out: event.out });
      const out = event.full ? `${event.out}\n${NO_SPACE}` : event.out;
      if (event.e === 'fail') return { host: drive.plan.host, step, rc: event.rc, out };
      if (step === last) return undefined;
    }
    const refused = event?.e === 'refused' && steps.find(({ id }) => id === event.id);
    if (refused) return { host: drive.plan.host, step: refused, rc: 1, out: NOT_WRITTEN };
    if (event?.e === 'cut') drive.running = undefined;
    if (isEnd(drive, event)) return 'ended';
  }
}

/** After commit was sent, or the deploy given up: reads events until the agent has settled. */
export async function settle(drive: Drive): Promise<void> {
  let began = drive.clock.monotonic();
  while (drive.outcome === undefined) {
    const event = await drive.session.next();
    const now = drive.clock.monotonic();
    if (event?.e === 'committed') drive.committed = true;
    if (event?.e === 'cut') drive.running = undefined;
    if (event?.e === 'refused' && event.id === 'commit') {
      drive.why = 'commit';
      drive.session.send([{ frame: 'abort' }]);
    }
    if (event?.e === 'after') {
      const step = drive.plan.after.find(({ id }) => id === event.id);
      if (step) note(drive, step, { ms: now - began, rc: event.rc, out: event.out });
    }
    if (event?.e === 'undone') drive.log.info(`${drive.plan.host}  ↩ ${event.id} undone`);
    began = now;
    isEnd(drive, event);
  }
}

function isEnd(drive: Drive, event: AgentEvent | undefined): boolean {
  if (event === undefined) drive.outcome = drive.committed ? 'committed' : 'unknown';
  if (event?.e === 'end') {
    drive.outcome = event.result;
    drive.why ??= event.why;
  }
  if (event?.e === 'stuck') {
    drive.outcome = 'stuck';
    drive.stuck = event;
  }
  return drive.outcome !== undefined;
}

function note(drive: Drive, step: Step, result: Pick<StepResult, 'ms' | 'rc' | 'out'>): void {
  drive.steps.push({ id: step.id, state: step.state, ...result });
  const seconds = `${(result.ms / 1_000).toFixed(1)} s`;
  drive.log.info(`${drive.plan.host}  ${result.rc === 0 ? '✓' : '✗'} ${step.state}: ${step.title} (${seconds})`);
}
