import { formatDuration, type InputReader, type Ports, type Report, toActionError } from '@suite/core';
import type { LockedEvent } from './agent/events.ts';
import { BEGAN, DEPLOYED, executePlan, SETTLED } from './execute.ts';
import { closeAll, connectAll, type Fleet, lockAll, SSH_FOLDER } from './fleet.ts';
import { settlesItself } from './holder.ts';
import { type Inputs, type Policy, readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { planDeploy } from './plan.ts';
import { report } from './report.ts';
import { rollbackFailed, type Standing, standingAfter, standingOf } from './rollback-failed.ts';

/** What post has to do, decided from what main saved and how the job stands. */
export interface Duty {
  /** Main did not see the hosts settle: look, and let them. */
  readonly settle: boolean;
  /** The release that a later step of the job failed with. */
  readonly rollBack: string | undefined;
}

/**
 * A committed release goes back when the job failed or was cancelled; an unsettled one is looked after in any case. What
 * went back by `mode: rollback` stays there: once more would be a release too far.
 */
export function dutyOf(
  state: Readonly<Record<'began' | 'settled' | 'deployed', string | undefined>>,
  { mode, jobStatus, rollbackOn }: Pick<Inputs, 'jobStatus' | 'rollbackOn'> & Pick<Inputs['what'], 'mode'>,
): Duty {
  const wanted = mode === 'deploy' && jobStatus !== 'success' && rollbackOn === 'job';
  const unsettled = state.began !== undefined && state.settled === undefined;
  const release = state.deployed ?? (unsettled ? state.began : undefined);
  return { settle: unsettled, rollBack: wanted ? release : undefined };
}

/** Post: rolls back where the job failed after the deploy, waits until every host has settled, and removes the key. */
export async function cleanUp(ports: Ports, read: InputReader, fleet: Fleet): Promise<Report | undefined> {
  const folder = ports.state.read(SSH_FOLDER);
  const folders = folder === undefined ? [] : [folder];
  try {
    const [began, settled, deployed] = [BEGAN, SETTLED, DEPLOYED].map((name) => ports.state.read(name));
    if (began === undefined) return undefined;
    const inputs = readInputs(read);
    const duty = dutyOf({ began, settled, deployed }, { ...inputs, mode: inputs.what.mode });
    const noted: Ports = {
      ...ports,
      state: { ...ports.state, save: (name, value) => (name === SSH_FOLDER ? void folders.push(value) : undefined) },
    };
    if (duty.rollBack !== undefined) return await rollBack(inputs, duty.rollBack, { ports: noted, fleet, hosts: [] });
    if (duty.settle) return await settleHosts(inputs, noted, fleet);
    return undefined;
  } finally {
    await closeAll(fleet);
    await Promise.all(folders.map((path) => ports.files.remove(path)));
  }
}

/** A run of post, and what it has learned of the hosts until now. */
interface Run {
  readonly ports: Ports;
  readonly fleet: Fleet;
  hosts: readonly Standing[];
}

async function rollBack(inputs: Inputs, release: string, run: Run): Promise<Report | undefined> {
  try {
    return await goBack(inputs, release, run);
  } catch (thrown) {
    const cause = toActionError(thrown);
    const holder = cause.code === 'E_LOCKED' ? (cause.cause as LockedEvent | undefined) : undefined;
    if (!settlesItself(holder, inputs.by)) throw rollbackFailed(inputs, { release, cause, hosts: run.hosts });
    run.ports.log.warning(`${cause.message}; the host undoes ${release} by itself as soon as that has ended`);
    return undefined;
  }
}

async function goBack(inputs: Inputs, release: string, run: Run): Promise<Report | undefined> {
  const { ports, fleet } = run;
  const began = ports.clock.monotonic();
  const back = backwards(inputs);
  const facts = await observe(back, ports, fleet);
  run.hosts = standingOf(facts.hosts);
  const concerned = facts.hosts.filter((host) => host.facts.current === release);
  if (concerned.length === 0) return undefined;
  if (concerned.some(({ facts: { manifests } }) => !manifests.find((each) => each.release === release)?.previous)) {
    ports.log.warning(`the job failed after the first release ${release}: there is none to go back to, so it stays`);
    return undefined;
  }
  const plan = planDeploy(back, facts, (host) => host.facts.current === release);
  const results = await executePlan(plan, ports, { fleet, inputs: back });
  run.hosts = run.hosts.map((each) => {
    const result = results.hosts.find(({ host }) => host === each.host);
    return result ? standingAfter(each, result.outcome) : each;
  });
  const wentBack = results.hosts.every(({ outcome }) => outcome === 'committed');
  if (results.failure && !wentBack) throw results.failure;
  // Only a hook of the user said no, behind the commit: the release before serves.
  if (results.failure) ports.log.warning(results.failure.message);
  const seconds = formatDuration(ports.clock.monotonic() - began);
  ports.log.notice(`the job is ${inputs.jobStatus}: rolled back from ${release} in ${seconds}`);
  return { ...report(plan, results), failure: undefined };
}

/** The same hosts and policy, to the release before. */
function backwards(inputs: Inputs): Inputs {
  return {
    ...inputs,
    dryRun: false,
    expectVersion: undefined,
    what: { ...inputs.what, mode: 'rollback', to: undefined },
    policy: patient(inputs.policy),
  };
}

/** Main may have left a host that still settles; a step that must not be stopped may take as long as the deploy. */
function patient(policy: Policy): Policy {
  const lockWaitMs = Math.max(policy.lockWaitMs, 2 * policy.leaseMs, policy.timeoutMs);
  return { ...policy, lockWaitMs, timeoutMs: lockWaitMs + policy.timeoutMs };
}

async function settleHosts(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<undefined> {
  const waiting: Inputs = { ...inputs, policy: patient(inputs.policy) };
  await connectAll(waiting, ports, fleet);
  const opened = await lockAll(waiting, fleet, { tx: '-', ports });
  for (const { session, last } of opened)
    ports.log.info(`${session.host} has settled; its last transaction: ${last || 'none'}`);
}
