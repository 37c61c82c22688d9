import { type ActionError, code, formatSize, paragraphs, table, toActionError } from '@suite/core';
import { formatTarget } from '@suite/ssh';
import { formatHolder } from './holder.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import type { Look } from './look.ts';
import { problemsOf } from './obstacles.ts';
import type { Facts, ObservedHost } from './plan.ts';
import { planDeploy } from './plan.ts';
import { type Problem, refusal } from './preflight.ts';

/** What one host says to the question whether it can take a deploy. */
interface Verdict {
  readonly host: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly observed: ObservedHost | undefined;
}

/** Whether every host could take this deploy now; everything that is missing is told at once. */
export function check(inputs: Inputs, facts: Facts): Look {
  const unreachable = (facts.unreachable ?? []).map(
    ({ host, reason }): Verdict => ({ host, problems: [asProblem(reason)], notes: [], observed: undefined }),
  );
  const reached = facts.hosts.map((host) => judge(inputs, facts, host));
  const verdicts = [...reached, ...unreachable];
  const problems = verdicts.flatMap((verdict) => verdict.problems);
  const text = verdicts.flatMap(formatVerdict).join('\n');
  const result = problems.length === 0 ? 'ready' : 'failed-clean';
  return {
    mode: 'check',
    text,
    report: {
      outputs: { result, changed: 'false', hosts: JSON.stringify(verdicts.map(hostOutput)) },
      summary: summaryOf(inputs.what.app, verdicts, problems),
      annotations: verdicts.flatMap(({ notes }) => notes).map((message) => ({ level: 'warning', message })),
      failure: problems.length === 0 ? undefined : refusal(problems),
    },
  };
}

function judge(inputs: Inputs, facts: Facts, host: ObservedHost): Verdict {
  const name = formatTarget(host.target);
  const { modes, now } = host.facts;
  const problems = [...accessProblems(inputs, host), ...deployProblems(inputs, { ...facts, hosts: [host] })];
  const notes = [
    ...(modes.lock === undefined ? [] : [`${name}: ${formatHolder({ e: 'locked', now, out: modes.lock })}`]),
    ...(modes.unsettled ? [`${name}: a deploy did not end there; the next one settles it first`] : []),
    ...clockNotes(name, host),
  ];
  return { host: name, problems, notes, observed: host };
}

function accessProblems({ root }: Inputs, { target, facts: { modes } }: ObservedHost): readonly Problem[] {
  const host = formatTarget(target);
  const folder = { message: `${host}: ${root} cannot be written by ${target.user}`, code: 'E_ROOT' };
  const login = { message: `${host}: the registry refuses the login: ${modes.login}`, code: 'E_PULL' };
  return [
    ...(modes.writable ? [] : [{ ...folder, hint: `on the host, once: sudo install -d -o ${target.user} ${root}` }]),
    ...(modes.login ? [{ ...login, hint: 'check registry, registry-username and registry-password' }] : []),
  ];
}

/** What the facts of a host tell, else what only the plan finds out: the strategy, the proxy’s file, the release’s name. */
function deployProblems(inputs: Inputs, facts: Facts): readonly Problem[] {
  const given = inputs.what.images.length > 0 ? inputs : withoutImages(inputs);
  try {
    const found = facts.hosts.flatMap((host) => problemsOf(given, host, facts.checkout));
    if (found.length === 0) planDeploy(given, facts);
    return found;
  } catch (thrown) {
    return [asProblem(toActionError(thrown))];
  }
}

/** Who prepares a server has no image yet, and without one neither a proxy nor a colour can be planned. */
function withoutImages(inputs: Inputs): Inputs {
  const { strategy } = inputs;
  return { ...inputs, proxy: 'none', strategy: isPlain(strategy) ? strategy : 'rolling' };
}

function asProblem(error: ActionError): Problem {
  return { code: error.code, message: error.message, hint: error.details.hint ?? '' };
}

/** Seconds; what is signed and dated (TLS, tokens of registries) fails with a clock that is further off. */
const MAX_SKEW = 60;

function clockNotes(name: string, { skew = 0 }: ObservedHost): readonly string[] {
  if (Math.abs(skew) <= MAX_SKEW) return [];
  return [`${name}: its clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}; set up NTP there`];
}

function formatVerdict({ host, problems, notes, observed }: Verdict): readonly string[] {
  const lines = problems.map(({ code: word, message, hint }) => `  ${word}: ${message}; ${hint}`);
  const about = observed ? ` (${describe(observed).join(', ')})` : '';
  return [
    `${host}: ${problems.length === 0 ? 'ready' : 'not ready'}${about}`,
    ...lines,
    ...notes.map((note) => `  note: ${note}`),
  ];
}

function describe({ facts }: ObservedHost): readonly string[] {
  return [
    `docker ${facts.docker ?? 'none'}`,
    `compose ${facts.compose ?? 'none'}`,
    ...facts.disks.map(({ where, free }) => `${where} ${formatSize(free)} free`),
    ...(facts.memory ? [`memory ${formatSize(facts.memory.free)} free`] : []),
    `runs ${facts.current ?? 'no release'}`,
  ];
}

function hostOutput({ host, problems, notes, observed }: Verdict): object {
  const { docker = null, compose = null, current = null } = observed?.facts ?? {};
  return { host, ready: problems.length === 0, problems, notes, docker, compose, current };
}

function summaryOf(app: string, verdicts: readonly Verdict[], problems: readonly Problem[]): string {
  const ready = verdicts.filter((verdict) => verdict.problems.length === 0).length;
  const mark = problems.length === 0 ? '✅' : '❌';
  const rows = verdicts.map(({ host, problems: found, observed }) => [
    host,
    found.length === 0 ? 'ready' : 'not ready',
    observed ? describe(observed).join(', ') : '',
  ]);
  return paragraphs(
    `### ${mark} ssh-deploy: check ${app}: ${ready} of ${verdicts.length} hosts ready`,
    table(['host', '', 'has'], rows),
    table(
      ['code', 'what', 'what to do'],
      problems.map(({ code: word, message, hint }) => [code(word), message, hint]),
    ),
  );
}
