import { didYouMean } from '@suite/core';
import { type Check, type CheckSource, formatPlace } from './check.ts';
import { namesUsed } from './template.ts';

/** A check in the plan: its source, and the checks (by index) whose captures it uses. */
export interface Node {
  readonly id: number;
  readonly check: Check;
  readonly source: CheckSource;
  readonly needs: readonly number[];
}

/** The checks of all sources with their order, and what is wrong: unknown names, cycles, captures made twice. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly problems: readonly string[];
}

/** Finds who needs whom. `given` are the names of the inputs `variables` and `secrets`. */
export function buildGraph(sources: readonly CheckSource[], given: readonly string[]): Graph {
  const nodes: Node[] = [];
  const problems: string[] = [];
  for (const source of sources) {
    const first = nodes.length;
    const makers = findMakers(source, first, problems);
    for (const [index, check] of source.checks.entries()) {
      const known = [...given, ...source.variables.keys(), ...makers.keys()];
      const used = namesUsed(check);
      for (const name of used.filter((one) => !known.includes(one))) {
        problems.push(
          `${formatPlace(check.place)} ${check.name} uses {{${name}}}, which nothing gives${didYouMean(name, known)}`,
        );
      }
      const needs = [...new Set(used.flatMap((name) => makers.get(name) ?? []))];
      nodes.push({ id: first + index, check, source, needs });
    }
  }
  return { nodes, problems: [...problems, ...findCycles(nodes)] };
}

/** The checks that have one of the tags, and those that they need; all where no tag is named. */
export function selectByTags(nodes: readonly Node[], tags: readonly string[]): readonly Node[] {
  if (tags.length === 0) return nodes;
  const wanted = new Set<number>();
  const add = (node: Node | undefined): void => {
    if (node === undefined || wanted.has(node.id)) return;
    wanted.add(node.id);
    for (const id of node.needs) add(nodes[id]);
  };
  for (const node of nodes) if (node.check.tags.some((tag) => tags.includes(tag))) add(node);
  return nodes.filter(({ id }) => wanted.has(id));
}

function findMakers(source: CheckSource, first: number, problems: string[]): ReadonlyMap<string, number> {
  const makers = new Map<string, number>();
  for (const [index, check] of source.checks.entries()) {
    for (const { name, place } of check.capture) {
      const other = makers.get(name);
      if (other !== undefined) {
        const earlier = source.checks[other - first]?.name;
        problems.push(`${formatPlace(place)} captures ${name}, which the check ${earlier} captures too`);
      }
      makers.set(name, first + index);
    }
  }
  return makers;
}

function findCycles(nodes: readonly Node[]): readonly string[] {
  const settled = new Set<number>();
  let rest = nodes;
  for (;;) {
    const ready = rest.filter(({ needs }) => needs.every((id) => settled.has(id)));
    if (ready.length === 0) break;
    for (const { id } of ready) settled.add(id);
    rest = rest.filter(({ id }) => !settled.has(id));
  }
  if (rest.length === 0) return [];
  const names = rest.map(({ check }) => check.name).join(', ');
  return [`${formatPlace(rest[0]?.check.place ?? { line: 0 })} checks wait for each other's captures: ${names}`];
}
