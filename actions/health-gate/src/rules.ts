import type { Component } from './components.ts';
import { isWorse, type Level } from './words.ts';

/** What a state that is neither good nor bad counts as. */
export const TOLERANCES = ['warn', 'pass', 'fail'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

/** What a component must be at least. `name` may end with `*`. */
export interface ComponentRule {
  readonly name: string;
  readonly atLeast: 'healthy' | 'degraded' | 'unhealthy';
}

/** How a component counts, and why where it does not pass. */
export interface Judgement {
  readonly verdict: 'pass' | 'warn' | 'fail';
  readonly component: Component;
}

const LEAST = ['healthy', 'degraded', 'unhealthy'] as const;

/**
 * Parses `postgres=healthy, ollama>=degraded, *>=degraded`.
 * @throws RangeError naming the entry and the corrected form.
 */
export function parseRules(text: string): readonly ComponentRule[] {
  const entries = text.split(/[\n,]/).map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry) => {
    const [, name, level] = /^([^\s=<>]+)\s*(?:>=|=)\s*(\w+)$/.exec(entry) ?? [];
    const atLeast = LEAST.find((word) => word === level?.toLowerCase());
    if (name === undefined || atLeast === undefined) {
      throw new RangeError(`has "${entry}", which is not a rule; write for example postgres=healthy or *>=degraded`);
    }
    return { name, atLeast };
  });
}

/** Judges one component by the rule that names it best, else by what degraded and unknown count as. */
export function judgeComponent(
  component: Component,
  rules: readonly ComponentRule[],
  tolerances: { readonly degraded: Tolerance; readonly unknown: Tolerance },
): Judgement {
  const rule = ruleFor(component, rules);
  const { level } = component;
  if (level === 'healthy') return { component, verdict: 'pass' };
  if (level === 'starting') return { component, verdict: 'fail' };
  if (rule === undefined) return { component, verdict: tolerated(level, tolerances) };
  if (rule.atLeast === 'degraded' && level === 'unknown') return { component, verdict: tolerances.unknown };
  return { component, verdict: isWorse(level, rule.atLeast) ? 'fail' : 'warn' };
}

/** A whole name goes before one with `*`, a longer before a shorter. */
function ruleFor({ name: component }: Component, rules: readonly ComponentRule[]): ComponentRule | undefined {
  const weight = ({ name }: ComponentRule): number => name.length + (name.endsWith('*') ? 0 : 1_000);
  return rules.filter(({ name }) => matches(name, component)).toSorted((a, b) => weight(b) - weight(a))[0];
}

/** Rules for which no component is there. */
export function missingComponents(
  rules: readonly ComponentRule[],
  components: readonly Component[],
): readonly string[] {
  const names = rules.map(({ name }) => name);
  return names.filter((name) => !components.some((component) => matches(name, component.name)));
}

function tolerated(level: Level, { degraded, unknown }: { degraded: Tolerance; unknown: Tolerance }): Tolerance {
  if (level === 'degraded') return degraded;
  return level === 'unknown' ? unknown : 'fail';
}

function matches(rule: string, name: string): boolean {
  const [pattern, text] = [rule.toLowerCase(), name.toLowerCase()];
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  // health+json names a component `postgres:responseTime`.
  return text === pattern || text.split(':')[0] === pattern;
}
