import { ActionError, CancelledError, formatDuration, TimeoutError } from '@suite/core';
import { addressError } from './address-text.ts';
import type { AddressResult } from './address-watch.ts';
import type { Drive, PhaseEnd } from './drive.ts';
import { diskError, stepError, stuckError } from './failures.ts';
import type { Inputs } from './inputs.ts';
import { type Step, states } from './step.ts';

/** A deploy when all hosts have settled. */
export interface Ending {
  readonly drives: readonly Drive[];
  /** What went wrong first. */
  readonly first: PhaseEnd | undefined;
  readonly timedOut: boolean;
  /** The runner told the job to end. */
  readonly cancelled: boolean;
  readonly inputs: Inputs;
  readonly address: AddressResult | undefined;
  /** Milliseconds from giving up until every host had settled. */
  readonly undoMs: number;
}

/** Why a host has not what it should; undefined where every host has it. */
export function whyFailed(ending: Ending): ActionError | undefined {
  const { drives, first, inputs, address } = ending;
  const stuck = drives.find(({ outcome }) => outcome === 'stuck');
  if (stuck) return stuckError(stuck.plan.host, inputs.root, stuck.stuck ? [stuck.stuck] : []);
  if (first !== undefined && first !== 'ended') return stepError(first, howItEnded(ending));
  const lost = worstOf(drives);
  if (lost === undefined)
    return address?.exceeded === 'after commit'
      ? addressError(address, '; that was after the commit, so the new release stays')
      : undefined;
  return lost.why === 'abort' ? whyGivenUp(ending) : endedByItself(lost, inputs);
}

/** A host that did not commit; one that was told to give up says less than one that did so by itself. */
function worstOf(drives: readonly Drive[]): Drive | undefined {
  const lost = drives.filter(({ outcome }) => outcome !== 'committed');
  return lost.find(({ why }) => why !== 'abort') ?? lost[0];
}

/** No step said no, and every host was told to give up. */
function whyGivenUp(ending: Ending): ActionError {
  const { address, inputs } = ending;
  const how = howItEnded(ending);
  if (address?.exceeded === 'before commit') return addressError(address, how);
  if (ending.timedOut) {
    const hint = 'set timeout to more than the deploy needs, for example 30m';
    return new TimeoutError(`not deployed within ${formatDuration(inputs.policy.timeoutMs)}${how}`, { hint });
  }
  if (ending.cancelled) return new CancelledError(`cancelled${how}`);
  const hint = 'run it again, and look there who ends processes of the user';
  return new ActionError(`somebody ended an agent on its host${how}`, { code: 'E_AGENT', hint });
}

/** The state in which the deploy was given up, or in which a hook behind the commit failed. */
export function failedStateOf({ drives, first }: Pick<Ending, 'drives' | 'first'>): string | undefined {
  if (first !== undefined && first !== 'ended') return first.step.state;
  const lost = drives.filter(({ outcome }) => outcome !== 'committed');
  if (lost.length > 0) return states.findLast((each) => lost.some(({ state }) => state === each));
  return drives.flatMap(({ steps }) => steps).find(({ state, rc }) => state === 'after' && rc !== 0)?.state;
}

function howItEnded({ drives, inputs, undoMs }: Ending): string {
  const hosts = drives.map(({ plan: { host, previous, takesOver } }) => ({
    host,
    previous: previous ?? (takesOver ? 'what ran there before' : undefined),
  }));
  const switched = drives.some(({ switching }) => switching);
  const migrated = drives.some(({ steps }) => steps.some(({ id, rc }) => id === 'migrate' && rc === 0));
  const stays = migrated && inputs.hooks.migrateKind === 'forward-only' ? '; its forward-only migration stays' : '';
  return `${endingText({ undoMs, switched, hosts })}${stays}`;
}

/** How a deploy ended that was given up. `previous`: what a host runs again. */
export interface GivenUp {
  readonly undoMs: number;
  /** Whether a host may have switched. */
  readonly switched: boolean;
  readonly hosts: readonly { readonly host: string; readonly previous: string | undefined }[];
}

/** What goes on behind the reason: the rest of its line, or a line of its own where traffic had gone to the release. */
export function endingText({ undoMs, switched, hosts }: GivenUp): string {
  const [previous, ...others] = new Set(hosts.map((each) => each.previous));
  const each = hosts.map((one) => `${one.host} on ${one.previous ?? 'nothing'}`).join(', ');
  const where = others.length > 0 ? each : previous === undefined ? 'nothing runs there, as before' : undefined;
  const time = formatDuration(undoMs);
  const all = hosts.length === 1 ? `${hosts[0]?.host}` : 'all hosts';
  if (switched) return `\nE_ROLLED_BACK: rolled back in ${time}, ${where ?? `${all} on ${previous}`}`;
  const rest = hosts.length > 1 && where === undefined ? `, and on the other ${hosts.length - 1}` : '';
  return `; undone in ${time}, ${where ?? `${previous} still serves`}${rest}`;
}

/** No step said no, and still a host is not where it should be. */
function endedByItself({ plan: { host }, outcome, why, running }: Drive, { policy, root }: Inputs): ActionError {
  const lease = `${policy.leaseMs / 1_000} s`;
  if (why === 'hangs' && running) return stillRuns(host, running, policy.timeoutMs);
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
  if (why === 'full') return diskError(`${host}: no space left below ${root}; everything was undone`);
  const message = `${host}: heard nothing of this runner for ${lease} and undid everything`;
  return new ActionError(message, {
    code: 'E_SSH_LOST',
    hint: 'run it again; raise lease where the runner is that slow',
  });
}

/** What must not be stopped half way, a migration above all, hangs. */
function stillRuns(host: string, { id }: Step, timeoutMs: number): ActionError {
  const time = formatDuration(timeoutMs);
  const message = `${host}: not deployed within ${time}, and ${id} still runs; the host undoes everything as soon as that has ended`;
  return new TimeoutError(message, { hint: 'end it on the host if it never does; until then the lock is held' });
}
