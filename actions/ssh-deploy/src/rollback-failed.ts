import { ActionError } from '@suite/core';
import { formatTarget } from '@suite/ssh';
import type { Outcome } from './drive.ts';
import type { Inputs } from './inputs.ts';
import type { ObservedHost } from './plan.ts';

/** What a host is on while it is taken back. `to`: the release before. */
export interface Standing {
  readonly host: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The rest of a sentence about it. */
  readonly on: string;
}

/** Hosts as they were found. */
export function standingOf(hosts: readonly ObservedHost[]): readonly Standing[] {
  return hosts.map(({ target, facts: { current, manifests } }) => ({
    host: formatTarget(target),
    from: current,
    to: manifests.find(({ release }) => release === current)?.previous,
    on: `on ${current ?? 'no release'}`,
  }));
}

/** A host behind a rollback that was tried. */
export function standingAfter(standing: Standing, outcome: Outcome): Standing {
  const { from = 'no release', to = 'no release' } = standing;
  switch (outcome) {
    case 'committed':
      return { ...standing, on: `on ${to}` };
    case 'stuck':
      return { ...standing, on: `between ${from} and ${to}` };
    case 'unknown':
      return { ...standing, on: `on ${from} or ${to}, which it settles by itself` };
    default:
      return standing;
  }
}

/** What went wrong, the release that was to go, and what is known of the hosts. */
interface Failed {
  readonly release: string;
  readonly cause: ActionError;
  readonly hosts: readonly Standing[];
}

/** Post could not go back: which host is on what, and what to run. It fails the job. */
export function rollbackFailed({ jobStatus, ssh, root }: Inputs, { release, cause, hosts }: Failed): ActionError {
  const lines = ssh.targets.map((target) => {
    const name = formatTarget(target);
    const known = hosts.find(({ host }) => host === name);
    if (known) return `${name} is ${known.on}`;
    const look = `readlink ${root}/current; tail -n 3 ${root}/.deploy/history`;
    return `what ${name} is on is not known: ssh -p ${target.port} ${target.user}@${target.host} '${look}'`;
  });
  const [to, ...others] = new Set(hosts.map((each) => each.to));
  const then = to && others.length === 0 ? ` with to: ${to}` : ', or deploy the older commit';
  const what = `the job is ${jobStatus}, and ${release} could not be rolled back: ${cause.code}: ${cause.message}`;
  return new ActionError([what, ...lines].join('\n'), {
    code: 'E_ROLLBACK_FAILED',
    hint: [...(cause.details.hint ? [cause.details.hint] : []), `then run mode: rollback${then}`].join('\n'),
    cause,
    failsPost: true,
  });
}
