import { ActionError, didYouMean, formatDuration, InputError, type InputProblem } from '@suite/core';
import type { Budget } from './budget.ts';
import { formatBurst } from './burst.ts';
import { atAddress, type CheckSource, formatPlace } from './check.ts';
import { buildGraph, type Node, selectByTags } from './graph.ts';
import type { Inputs } from './inputs.ts';
import type { Facts } from './observe.ts';
import { namesUsed } from './template.ts';

/** What will be sent and judged. */
export interface Plan {
  readonly nodes: readonly Node[];
  /** The highest number of a node, selected or not: what comes after the checks counts on from it. */
  readonly lastId: number;
  readonly notSelected: number;
  /** Files that hurl runs, whatever `tags` says. */
  readonly hurlFiles: readonly string[];
  readonly inputs: Inputs;
  readonly facts: Facts;
  /** Each budget with the checks (ids) that it holds for; undefined: for all that was sent, by hurl too. */
  readonly budgets: readonly { readonly budget: Budget; readonly ids: readonly number[] | undefined }[];
}

/** @throws InputError with everything that is wrong in files, names, captures and budgets. */
export function planChecks(inputs: Inputs, facts: Facts): Plan {
  const problems: InputProblem[] = [...facts.problems];
  const given = [...inputs.variables.keys(), ...inputs.secrets.keys()];
  const { nodes, problems: wrong } = buildGraph(facts.sources, given);
  problems.push(...withoutDocument(inputs, nodes));
  problems.push(...unknownInBursts(inputs, given));
  problems.push(...wrong.map((problem) => ({ input: 'checks, files', problem })));
  problems.push(...facts.sources.flatMap((source) => missingBase(source, inputs)));
  const selected = selectByTags(nodes, inputs.tags);
  problems.push(...unknownTags(nodes, inputs.tags));
  const budgets = inputs.budgets.map((budget) => ({ budget, ids: idsOf(budget, selected) }));
  problems.push(
    ...budgets.filter(({ ids }) => ids?.length === 0).flatMap(({ budget }) => unknownCheck(budget, selected)),
  );
  if (problems.length > 0) throw new InputError(problems);
  const { hurlFiles } = facts;
  if (selected.length + inputs.bursts.length + hurlFiles.length === 0) {
    const hint = 'write checks: GET /health 200, or name a file that holds checks';
    throw new ActionError('there is no check to run: nothing would be proven', { code: 'E_NO_CHECKS', hint });
  }
  return {
    nodes: selected,
    lastId: nodes.length - 1,
    notSelected: nodes.length - selected.length,
    hurlFiles,
    inputs,
    facts,
    budgets,
  };
}

export function formatPlan({ nodes, notSelected, hurlFiles, inputs, facts, budgets }: Plan): string {
  const { concurrency, repeat, requestTimeoutMs, timeoutMs, reports, reportDir } = inputs;
  const width = Math.max(0, ...nodes.map(({ check }) => check.name.length));
  const names = new Map(nodes.map(({ id, check }) => [id, check.name]));
  const rows = nodes.map(({ check, needs }) => {
    const after = needs.length > 0 ? `, after ${needs.map((id) => names.get(id)).join(', ')}` : '';
    const request = check.name === `${check.method} ${check.path}` ? '' : `${check.method} ${check.path}  `;
    return `  ${check.name.padEnd(width)}  ${request}${counted(check.expect.length, 'assertion')}${after}`;
  });
  const left = notSelected > 0 ? `, ${notSelected} not selected by tags` : '';
  return [
    `${counted(nodes.length, 'check')}${left}, ${concurrency} at once${repeat > 1 ? `, ${repeat} times each` : ''}`,
    ...rows,
    ...facts.leftOut.map((operation) => `  not checked: ${operation}`),
    ...inputs.bursts.map(formatBurst),
    ...hurlFiles.map((path) => `  ${path}  run by hurl`),
    `limits: ${formatDuration(requestTimeoutMs)} a request, ${formatDuration(timeoutMs)} in all`,
    ...(budgets.length > 0 ? [`budgets: ${budgets.map(({ budget }) => budget.text).join(', ')}`] : []),
    ...(reports.length > 0 ? [`reports: ${reports.join(', ')} in ${reportDir}`] : []),
  ].join('\n');
}

/** `1 check`, `2 checks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function withoutDocument({ openapi }: Inputs, nodes: readonly Node[]): readonly InputProblem[] {
  const using = nodes.find(({ check }) => check.expect.some(({ subject }) => subject.kind === 'openapi'));
  if (openapi !== undefined || using === undefined) return [];
  return [{ input: 'openapi', problem: `is missing, and ${formatPlace(using.check.place)} expects what it describes` }];
}

function unknownInBursts({ bursts }: Inputs, given: readonly string[]): readonly InputProblem[] {
  return bursts.flatMap(({ check }) =>
    namesUsed(check)
      .filter((name) => !given.includes(name))
      .map((name) => ({ input: 'burst', problem: `line ${check.place.line} uses {{${name}}}, which nothing gives` })),
  );
}

function missingBase({ file, baseUrl, checks }: CheckSource, inputs: Inputs): readonly InputProblem[] {
  const relative = checks.find(({ path }) => path.startsWith('/'));
  if (file === undefined || baseUrl !== undefined || inputs.baseUrl !== undefined || !relative) return [];
  const problem = `is missing, and ${formatPlace(relative.place)} asks for ${relative.path}`;
  return [{ input: 'base-url', problem, fix: 'base-url: https://app.example.com' }];
}

function unknownTags(nodes: readonly Node[], tags: readonly string[]): readonly InputProblem[] {
  const known = [...new Set(nodes.flatMap(({ check }) => check.tags))];
  return tags
    .filter((tag) => !known.includes(tag))
    .map((tag) => ({ input: 'tags', problem: `no check has the tag ${tag}${didYouMean(tag, known)}` }));
}

/** A check is meant by its name at every address, by its path, or by its path without the first slash. */
function idsOf({ check }: Budget, nodes: readonly Node[]): readonly number[] | undefined {
  if (check === undefined) return undefined;
  const isMeant = ({ check: { name, path }, source: { address } }: Node): boolean => {
    const plain = address === undefined ? name : name.slice(0, -atAddress('', address).length);
    return [name, plain, path, path.replace(/^\//, '')].includes(check);
  };
  return nodes.filter(isMeant).map(({ id }) => id);
}

function unknownCheck(budget: Budget, nodes: readonly Node[]): readonly InputProblem[] {
  if (budget.check === undefined) return [];
  const names = nodes.map(({ check }) => check.name);
  const problem = `${budget.text} names the check ${budget.check}, which is not there${didYouMean(budget.check, names)}`;
  return [{ input: 'latency-budget', problem }];
}
