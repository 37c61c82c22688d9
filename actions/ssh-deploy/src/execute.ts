import { ActionError, type Ports, TimeoutError } from '@suite/core';
import { afterFrames, type Drive, type PhaseEnd, putFrames, runPhase, settle } from './drive.ts';
import type { StepFailure } from './failures.ts';
import { settledText, stepError, stuckError } from './failures.ts';
import type { Fleet } from './fleet.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './plan.ts';
import { type HostResult, isSettled, type Results } from './results.ts';

export const DEPLOYED = 'deployed';
export const BEGAN = 'began';
export const SETTLED = 'settled';

const PHASES = ['prepare', 'migrate', 'start', 'switch'] as const;

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
  const drives = plan.hosts.filter(({ unchanged }) => !unchanged).map((host) => newDrive(host, fleet, ports));
  const stop = stopper(drives, ports, inputs.policy.timeoutMs);
  for (const drive of drives) drive.session.send(putFrames(drive.plan.library));
  let first: PhaseEnd | undefined;
  for (const name of PHASES) {
    const steps = (drive: Drive) => drive.plan.phases.find((phase) => phase.name === name)?.steps ?? [];
    await Promise.all(
      drives.map(async (drive) => {
        const end = await runPhase(drive, steps(drive));
        if (end === undefined) return;
        if (first === undefined || (first === 'ended' && end !== 'ended')) first = end;
        stop.now();
      }),
    );
    if (first !== undefined) break;
  }
  if (first === undefined) {
    // All in the same moment: a runner that dies between two commits would leave one host new and one old.
    for (const drive of drives) drive.session.send([...drive.plan.after.flatMap(afterFrames), { frame: 'commit' }]);
  }
  await Promise.all(drives.map(settle));
  stop.clear();
  return summarise({ plan, drives, first, stop, inputs, ports });
}

function newDrive(plan: Plan['hosts'][number], fleet: Fleet, { log, clock }: Ports): Drive {
  const session = fleet.sessions[plan.index];
  if (session === undefined) throw new RangeError(`no session for ${plan.host}`);
  return {
    plan,
    session,
    log,
    clock,
    steps: [],
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
}

function summarise(ending: Ending): Results {
  const { plan, drives, first, stop, ports } = ending;
  const stoppedAt = stop.at();
  const undoMs = stoppedAt === undefined ? 0 : ports.clock.monotonic() - stoppedAt;
  const hosts = plan.hosts.map(({ host, unchanged }): HostResult => {
    const drive = drives.find((each) => each.plan.host === host);
    return { host, outcome: unchanged || !drive?.outcome ? 'unchanged' : drive.outcome, steps: drive?.steps ?? [] };
  });
  const settled = isSettled(hosts);
  const failure = whyFailed(ending, undoMs);
  if (settled) ports.state.save(SETTLED, 'true');
  if (failure === undefined && plan.mode === 'deploy' && drives.length > 0) ports.state.save(DEPLOYED, plan.release);
  const failedState = first !== undefined && first !== 'ended' ? first.step.state : undefined;
  const cancelled = ports.signal.aborted && failure !== undefined && failedState === undefined;
  return { hosts, failure, failedState, cancelled, undoMs };
}

function whyFailed({ drives, first, stop, inputs }: Ending, undoMs: number): ActionError | undefined {
  const stuck = drives.find(({ outcome }) => outcome === 'stuck');
  if (stuck) return stuckError(stuck.plan.host, inputs.root, stuck.stuck ? [stuck.stuck] : []);
  if (first !== undefined && first !== 'ended') return stepError(first, whereIsIt(drives, first, undoMs));
  if (drives.every(({ outcome }) => outcome === 'committed')) return undefined;
  if (stop.timedOut()) {
    const hint = 'set timeout to more than the deploy needs, for example 30m';
    return new TimeoutError(`not deployed within ${inputs.policy.timeoutMs / 1_000} s; everything was undone`, {
      hint,
    });
  }
  const other = drives.find(({ outcome }) => outcome !== 'committed');
  return other && endedByItself(other, inputs);
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
  const message = `${host}: heard nothing of this runner for ${lease} and undid everything`;
  return new ActionError(message, {
    code: 'E_SSH_LOST',
    hint: 'run it again; raise lease where the runner is that slow',
  });
}

function whereIsIt(drives: readonly Drive[], first: StepFailure, undoMs: number): string {
  const failed = drives.find(({ plan }) => plan.host === first.host);
  const others = drives.length > 1 ? `, and on the other ${drives.length - 1}` : '';
  return `${settledText(undoMs, failed?.plan.previous)}${others}`;
}
