import { ActionError, type Ports, TimeoutError } from '@suite/core';
import { addressError, formatAddress } from './address-text.ts';
import { type AddressResult, type AddressWatch, watchAddress } from './address-watch.ts';
import { type DiskUse, readDisks } from './disk-use.ts';
import { afterFrames, type Drive, type PhaseEnd, putFrames, runPhase, settle } from './drive.ts';
import { diskError, hookError, settledText, stepError, stuckError } from './failures.ts';
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
  const surroundings = { fleet, ports, entries };
  const drives = plan.hosts.filter(({ unchanged }) => !unchanged).map((host) => newDrive(host, surroundings));
  const stop = stopper(drives, ports, inputs.policy.timeoutMs);
  const address = watchAddress(probeOf(plan, inputs), ports, stop.now);
  for (const drive of drives) drive.session.send(putFrames(drive.plan.library));
  const pause = (ms: number): Promise<void> => ports.clock.sleep(ms, ports.signal);
  const first = await runStages(stagesOf(drives, inputs.hooks), { stop, address, pause });
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
  readonly stop: Stopper;
  readonly address: AddressWatch;
  readonly pause: (ms: number) => Promise<void>;
}

async function runStages(
  stages: readonly Stage<Drive>[],
  { stop, address, pause }: Around,
): Promise<PhaseEnd | undefined> {
  let first: PhaseEnd | undefined;
  for (const { phase, hosts, pauseMs } of stages) {
    if (phase === 'start') address.change();
    if (pauseMs > 0) await pause(pauseMs);
    await Promise.all(
      hosts.map(async (drive) => {
        const end = await runPhase(drive, drive.plan.phases.find(({ name }) => name === phase)?.steps ?? []);
        if (end === undefined) return;
        if (first === undefined || (first === 'ended' && end !== 'ended')) first = end;
        stop.now();
      }),
    );
    if (first !== undefined) break;
  }
  return first;
}

interface Surroundings {
  readonly fleet: Fleet;
  readonly ports: Ports;
  readonly entries: Entry[];
}

function newDrive(plan: Plan['hosts'][number], { fleet, ports, entries }: Surroundings): Drive {
  const session = fleet.sessions[plan.index];
  if (session === undefined) throw new RangeError(`no session for ${plan.host}`);
  return {
    plan,
    session: overheard(session, (event) => void entries.push(entryOf(event, plan.host, ports.clock.now()))),
    log: ports.log,
    clock: ports.clock,
    steps: [],
    state: undefined,
    outcome: undefined,
    committed: false,
    stuck: undefined,
    why: undefined,
  };
}

interface Stopper {
  readonly now: () => void;
  readonly clear: () => void;
  /** When it was given up, monotonic milliseconds. */
  readonly at: () => number | undefined;
  readonly timedOut: () => boolean;
}

function stopper(drives: readonly Drive[], { signal, clock }: Ports, timeoutMs: number): Stopper {
  let at: number | undefined;
  let timedOut = false;
  const now = (): void => {
    if (at !== undefined) return;
    at = clock.monotonic();
    for (const { session } of drives) session.send([{ frame: 'abort' }]);
  };
  const late = setTimeout(() => {
    timedOut = true;
    now();
  }, timeoutMs);
  signal.addEventListener('abort', now);
  if (signal.aborted) now();
  const clear = (): void => {
    clearTimeout(late);
    signal.removeEventListener('abort', now);
  };
  return { now, clear, at: () => at, timedOut: () => timedOut };
}

interface Ending {
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

function summarise(ending: Ending): Omit<Results, 'logFile'> {
  const { plan, drives, first, stop, ports, settledAt, address } = ending;
  const undoMs = settledAt - (stop.at() ?? settledAt);
  const hosts = plan.hosts.map(({ host, unchanged }): HostResult => {
    const drive = drives.find((each) => each.plan.host === host);
    const outcome = unchanged || !drive?.outcome ? 'unchanged' : drive.outcome;
    return { host, outcome, steps: drive?.steps ?? [], disks: ending.disks.get(host) ?? [] };
  });
  const undone = whyFailed(ending, undoMs);
  if (isSettled(hosts)) ports.state.save(SETTLED, 'true');
  if (undone === undefined && plan.mode === 'deploy' && drives.length > 0) ports.state.save(DEPLOYED, plan.release);
  if (address) ports.log.info(formatAddress(address));
  const failure = undone ?? hookError(hosts);
  const failedState = first !== undefined && first !== 'ended' ? first.step.state : givenUpIn(ending);
  const cancelled = ports.signal.aborted && failure !== undefined && failedState === undefined;
  return { hosts, failure, failedState, cancelled, undoMs, address };
}

/** The state that too many failed requests ended. */
function givenUpIn({ address, drives }: Ending): string | undefined {
  return address?.exceeded === 'before commit' ? drives.find(({ state }) => state !== undefined)?.state : undefined;
}

function whyFailed({ drives, first, stop, inputs, address }: Ending, undoMs: number): ActionError | undefined {
  const stuck = drives.find(({ outcome }) => outcome === 'stuck');
  if (stuck) return stuckError(stuck.plan.host, inputs.root, stuck.stuck ? [stuck.stuck] : []);
  if (first !== undefined && first !== 'ended') return stepError(first, whereIsIt(drives, first.host, undoMs));
  const committed = drives.every(({ outcome }) => outcome === 'committed');
  if (address?.exceeded === 'after commit' && committed)
    return addressError(address, 'that was after the commit, so the new release stays');
  if (committed) return undefined;
  const lost = drives.find(({ outcome }) => outcome !== 'committed');
  if (address?.exceeded === 'before commit' && lost?.outcome === 'aborted')
    return addressError(address, whereIsIt(drives, lost.plan.host, undoMs));
  if (stop.timedOut()) {
    const hint = 'set timeout to more than the deploy needs, for example 30m';
    return new TimeoutError(`not deployed within ${inputs.policy.timeoutMs / 1_000} s; everything was undone`, {
      hint,
    });
  }
  return lost && endedByItself(lost, inputs);
}

/** No step said no, and still a host is not where it should be. */
function endedByItself({ plan: { host }, outcome, why }: Drive, inputs: Inputs): ActionError {
  const lease = `${inputs.policy.leaseMs / 1_000} s`;
  if (outcome === 'unknown') {
    const hint = 'the next deploy, or the post step of this job, sees where it ended';
    return new ActionError(`${host}: the connection was lost; the host settles by itself within ${lease}`, {
      code: 'E_SSH_LOST',
      hint,
    });
  }
  if (why === 'commit') {
    const hint = 'free some disk on the host; where other hosts have committed, deploy again to even them out';
    return new ActionError(`${host}: could not write the commit down, so everything there was undone`, {
      code: 'E_STEP',
      hint,
    });
  }
  if (why === 'full') return diskError(`${host}: no space left below ${inputs.root}; everything was undone`);
  const message = `${host}: heard nothing of this runner for ${lease} and undid everything`;
  return new ActionError(message, {
    code: 'E_SSH_LOST',
    hint: 'run it again; raise lease where the runner is that slow',
  });
}

function whereIsIt(drives: readonly Drive[], host: string, undoMs: number): string {
  const failed = drives.find(({ plan }) => plan.host === host);
  const others = drives.length > 1 ? `, and on the other ${drives.length - 1}` : '';
  return `${settledText(undoMs, failed?.plan.previous)}${others}`;
}
