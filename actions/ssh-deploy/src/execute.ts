import { CancelledError, type Ports } from '@suite/core';
import { formatAddress } from './address-text.ts';
import { type AddressResult, type AddressWatch, watchAddress } from './address-watch.ts';
import { type DiskUse, readDisks } from './disk-use.ts';
import { afterFrames, type Drive, type PhaseEnd, putFrames, runPhase, settle } from './drive.ts';
import { failedStateOf, whyFailed } from './ending.ts';
import { hookError } from './failures.ts';
import type { Fleet } from './fleet.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './plan.ts';
import { type HostResult, isSettled, type Results } from './results.ts';
import { type Stage, stagesOf } from './stages.ts';
import { type Entry, entryOf, overheard, writeLog } from './transcript.ts';

export const DEPLOYED = 'deployed';
export const BEGAN = 'began';
export const SETTLED = 'settled';

/**
 * Runs the phases on all hosts, waiting for all between them, then commits everywhere in the same moment. The first
 * failure, a cancelled job or the end of the time gives the deploy up on every host.
 */
export async function executePlan(
  plan: Plan,
  ports: Ports,
  { fleet, inputs }: { readonly fleet: Fleet; readonly inputs: Inputs },
): Promise<Results> {
  ports.state.save(BEGAN, plan.release);
  const entries: Entry[] = [];
  const enough = new AbortController();
  const surroundings = { fleet, ports, entries, enough: enough.signal };
  const drives = plan.hosts.filter(({ unchanged }) => !unchanged).map((host) => newDrive(host, surroundings));
  const times = { leftMs: timeLeft(fleet, inputs, ports), graceMs: inputs.policy.leaseMs, enough };
  const stop = stopper(drives, ports, times);
  const address = watchAddress(probeOf(plan, inputs), ports, stop.now);
  for (const drive of drives) drive.session.send(putFrames(drive.plan.library));
  const pause = (ms: number): Promise<void> => ports.clock.sleep(ms, stop.signal);
  const first = await runStages(stagesOf(drives, inputs.hooks), { drives, stop, address, pause });
  if (first === undefined && stop.at() === undefined) {
    address.commit();
    // All in the same moment: a runner that dies between two commits would leave one host new and one old.
    for (const drive of drives) drive.session.send([...drive.plan.after.flatMap(afterFrames), { frame: 'commit' }]);
  }
  await Promise.all(drives.map(settle));
  stop.clear();
  const settledAt = ports.clock.monotonic();
  const [asked, disks] = await Promise.all([address.end(), readDisks(drives, fleet, inputs.root)]);
  const results = summarise({ plan, drives, first, stop, inputs, ports, settledAt, address: asked, disks });
  return { ...results, logFile: await writeLog(plan, { ...results, entries }, ports.files) };
}

/** A rollback is never given up for what the public address says: what it leaves is worse. */
function probeOf({ mode, hosts }: Plan, { probe }: Inputs): Inputs['probe'] {
  if (probe === undefined || mode === 'destroy' || hosts.every(({ unchanged }) => unchanged)) return undefined;
  return mode === 'rollback' ? { ...probe, maxFailed: undefined } : probe;
}

interface Around {
  readonly drives: readonly Drive[];
  readonly stop: Stopper;
  readonly address: AddressWatch;
  readonly pause: (ms: number) => Promise<void>;
}

async function runStages(
  stages: readonly Stage<Drive>[],
  { drives, stop, address, pause }: Around,
): Promise<PhaseEnd | undefined> {
  let first: PhaseEnd | undefined;
  const note = (end: PhaseEnd | undefined): void => {
    if (end === undefined) return;
    if (first === undefined || (first === 'ended' && end !== 'ended')) first = end;
    stop.now();
  };
  for (const { phase, hosts, pauseMs } of stages) {
    if (phase === 'start') address.change();
    if (pauseMs > 0) await pause(pauseMs);
    await Promise.all(
      hosts.map(async (drive) => {
        const steps = drive.plan.phases.find(({ name }) => name === phase)?.steps ?? [];
        drive.switching ||= phase === 'switch' && steps.length > 0;
        note(await runPhase(drive, steps));
      }),
    );
    // A host that had to wait for others may have gone back by itself meanwhile.
    if (drives.some(({ session }) => session.ended())) note('ended');
    if (first !== undefined) break;
  }
  return first;
}

interface Surroundings {
  readonly fleet: Fleet;
  readonly ports: Ports;
  readonly entries: Entry[];
  /** Aborted when a step that is left to end has had its time too. */
  readonly enough: AbortSignal;
}

function newDrive(plan: Plan['hosts'][number], { fleet, ports, entries, enough }: Surroundings): Drive {
  const session = fleet.sessions[plan.index];
  if (session === undefined) throw new RangeError(`no session for ${plan.host}`);
  const noted = overheard(session, (event) => void entries.push(entryOf(event, plan.host, ports.clock.now())));
  const tooLong = new Promise<undefined>((resolve) => {
    enough.addEventListener('abort', () => {
      if (drive.running === undefined) return;
      drive.why = 'hangs';
      resolve(undefined);
    });
  });
  const drive: Drive = {
    plan,
    session: { ...noted, next: () => Promise.race([noted.next(), tooLong]) },
    log: ports.log,
    clock: ports.clock,
    steps: [],
    state: undefined,
    running: undefined,
    switching: false,
    outcome: undefined,
    committed: false,
    stuck: undefined,
    why: undefined,
  };
  return drive;
}

interface Stopper {
  readonly now: () => void;
  readonly clear: () => void;
  /** When it was given up, monotonic milliseconds. */
  readonly at: () => number | undefined;
  readonly timedOut: () => boolean;
  /** Aborted when it was given up. */
  readonly signal: AbortSignal;
}

interface Times {
  /** Milliseconds until it is given up, and then until a step that is left to end has had its time too. */
  readonly leftMs: number;
  readonly graceMs: number;
  readonly enough: AbortController;
}

function stopper(drives: readonly Drive[], { signal, clock }: Ports, { leftMs, graceMs, enough }: Times): Stopper {
  let at: number | undefined;
  let timedOut = false;
  const gaveUp = new AbortController();
  const now = (): void => {
    if (at !== undefined) return;
    at = clock.monotonic();
    gaveUp.abort();
    for (const { session } of drives) session.send([{ frame: 'abort' }]);
  };
  const late = setTimeout(() => {
    timedOut = at === undefined;
    now();
  }, leftMs);
  const tooLate = setTimeout(() => enough.abort(), leftMs + graceMs);
  signal.addEventListener('abort', now);
  if (signal.aborted) now();
  const clear = (): void => {
    clearTimeout(late);
    clearTimeout(tooLate);
    signal.removeEventListener('abort', now);
  };
  return { now, clear, at: () => at, timedOut: () => timedOut, signal: gaveUp.signal };
}

/** Milliseconds of `timeout` that looking at the hosts has left. */
function timeLeft({ deadline }: Fleet, { policy }: Inputs, { clock }: Ports): number {
  return deadline === undefined ? policy.timeoutMs : Math.max(0, deadline - clock.monotonic());
}

interface Settled {
  readonly plan: Plan;
  readonly drives: readonly Drive[];
  readonly first: PhaseEnd | undefined;
  readonly stop: Stopper;
  readonly inputs: Inputs;
  readonly ports: Ports;
  /** Monotonic milliseconds. */
  readonly settledAt: number;
  readonly address: AddressResult | undefined;
  readonly disks: ReadonlyMap<string, readonly DiskUse[]>;
}

function summarise(settled: Settled): Omit<Results, 'logFile'> {
  const { plan, drives, first, stop, inputs, ports, settledAt, address } = settled;
  const undoMs = settledAt - (stop.at() ?? settledAt);
  const hosts = plan.hosts.map(({ host, unchanged }): HostResult => {
    const drive = drives.find((each) => each.plan.host === host);
    const outcome = unchanged || !drive?.outcome ? 'unchanged' : drive.outcome;
    return { host, outcome, steps: drive?.steps ?? [], disks: settled.disks.get(host) ?? [] };
  });
  const ending = {
    ...{ drives, first, inputs, address, undoMs },
    timedOut: stop.timedOut(),
    cancelled: ports.signal.aborted,
  };
  const undone = whyFailed(ending);
  if (isSettled(hosts)) ports.state.save(SETTLED, 'true');
  if (undone === undefined && plan.mode === 'deploy' && drives.length > 0) ports.state.save(DEPLOYED, plan.release);
  if (address) ports.log.info(formatAddress(address));
  const failure = undone ?? hookError(hosts);
  const cancelled = failure instanceof CancelledError;
  const switched = drives.some(({ switching }) => switching);
  return { hosts, failure, failedState: failedStateOf(ending), switched, cancelled, undoMs, address };
}
