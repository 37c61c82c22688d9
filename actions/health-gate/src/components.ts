import { excerpt } from '@suite/core';
import { parseJsonPath, readJsonPath } from '@suite/http';
import { isWorse, type Level, levelOf, worst } from './words.ts';

/** One part of an application, as its health answer names it; parts of parts are `database.replica`. */
export interface Component {
  readonly name: string;
  readonly level: Level;
  /** What the answer says, in its own words. */
  readonly word: string;
}

/** What a health answer says: its top word, if it has one, and its components. */
export interface Health {
  readonly top: Component | undefined;
  readonly components: readonly Component[];
}

/** Where the dialects keep their components: seed and health+json, Spring, Terminus, ASP.NET, home-made. */
const PLACES = ['checks', 'components', 'details', 'entries', 'dependencies', 'services'];
const STATES = ['status', 'state', 'health', 'healthy', 'ok', 'up'];
/** ASP.NET's enum may arrive as a number. */
const ASP_NET: readonly Level[] = ['unhealthy', 'degraded', 'healthy'];
const DEEPEST = 6;
const LONGEST_WORD = 60;

/** How a place is read. */
interface Reading {
  /** ASP.NET's `entries`, where a number is a level. */
  readonly asp: boolean;
  /** Spring's `details` of a component, which hold figures beside parts: only what tells a state is a part. */
  readonly figures: boolean;
  readonly depth: number;
}

const START: Reading = { asp: false, figures: false, depth: 0 };

/** Reads the health out of a parsed answer. `path` is `auto` or the JSON path of the components. */
export function readHealth(body: unknown, path: string): Health {
  const top = isObject(body) ? stateOf(body, START) : undefined;
  if (path !== 'auto') {
    const value = readJsonPath(body, parseJsonPath(path));
    return { top, components: value === undefined ? [] : merged(children('', value, START)) };
  }
  if (typeof body === 'string' || typeof body === 'boolean') return { top: leaf('status', body), components: [] };
  // A list of other things is no list of components.
  if (Array.isArray(body)) return { top, components: body.some(tells) ? merged(children('', body, START)) : [] };
  return { top, components: isObject(body) ? merged([...partsOf('', body, START), ...flatParts(body)]) : [] };
}

/** The parts in all the places of an object, and in states that hold parts. */
function partsOf(prefix: string, value: Record<string, unknown>, reading: Reading): readonly Component[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = key.toLowerCase();
    const holdsParts = STATES.includes(name) && isObject(inner) && states(inner, reading).length === 0;
    if (typeof inner !== 'object' || inner === null || !(PLACES.includes(name) || holdsParts)) return [];
    const figures = name === 'details' && prefix !== '';
    const below = { asp: reading.asp || name === 'entries', figures, depth: reading.depth + 1 };
    return children(prefix, inner, below);
  });
}

/** `{status: "ok", db: "down"}`: words that tell a health, beside the state. */
function flatParts(body: Record<string, unknown>): readonly Component[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value !== 'string' || [...STATES, ...PLACES].includes(name.toLowerCase())) return [];
    const part = leaf(name, value);
    return part.level === 'unknown' || part.level === 'starting' ? [] : [part];
  });
}

function children(prefix: string, value: unknown, reading: Reading): readonly Component[] {
  if (reading.depth > DEEPEST) return [];
  if (!isObject(value) && !Array.isArray(value)) return [leaf(prefix.replace(/\.$/, '') || 'components', value)];
  const named = Array.isArray(value)
    ? value.map((entry, index) => [nameOf(entry) ?? String(index), entry] as const)
    : Object.entries(value);
  const parts = reading.figures ? named.filter(([, entry]) => tells(entry)) : named;
  return parts.flatMap(([name, entry]) => component(`${prefix}${name}`, entry, reading));
}

function component(name: string, value: unknown, reading: Reading): readonly Component[] {
  if (reading.depth > DEEPEST) return [leaf(name, value)];
  const inside = { ...reading, depth: reading.depth + 1 };
  if (Array.isArray(value)) return [worstOf(name, value, inside)];
  if (!isObject(value)) return [scalar(name, value, reading)];
  const own = stateOf(value, reading);
  const parts = partsOf(`${name}.`, value, inside);
  if (own === undefined && parts.length > 0) return parts;
  return [own === undefined ? leaf(name, undefined) : { ...own, name }, ...parts];
}

/** Several measurements of one component, as health+json writes them: the worst counts. */
function worstOf(name: string, values: readonly unknown[], reading: Reading): Component {
  const measured = values.flatMap((entry) => component(name, entry, reading));
  return worstComponent(measured) ?? { name, level: 'unknown', word: 'empty' };
}

function worstComponent(components: readonly Component[]): Component | undefined {
  const level = worst(components.map((one) => one.level));
  return components.find((one) => one.level === level);
}

/** The worst of all the states that an object tells of itself. */
function stateOf(value: Record<string, unknown>, reading: Reading): Component | undefined {
  return worstComponent(states(value, reading));
}

function states(value: Record<string, unknown>, reading: Reading): readonly Component[] {
  if (reading.depth > DEEPEST) return [];
  const inside = { ...reading, depth: reading.depth + 1 };
  const found = STATES.flatMap((state) =>
    Object.entries(value)
      .filter(([key, inner]) => key.toLowerCase() === state && inner !== null && inner !== undefined)
      .map(([, inner]) => [state, inner] as const),
  );
  // Beside a state, `up: 3600` is a figure, and `none` is Docker's word for no health check.
  const words = found.filter(([, inner]) => reading.asp || (typeof inner !== 'number' && !Array.isArray(inner)));
  const told = (words.length > 0 ? words : found).flatMap(([state, inner]) =>
    (isObject(inner) ? states(inner, inside) : [scalar(state, inner, reading)]).map((one) => ({ ...one, name: state })),
  );
  const checked = told.filter(({ word }) => word.toLowerCase() !== 'none');
  return checked.length > 0 ? checked : told;
}

/** Whether something is a part rather than a figure: it tells a state, or is a word that tells a health. */
function tells(value: unknown): boolean {
  if (typeof value === 'string') return levelOf(value) !== 'unknown';
  return isObject(value) && (states(value, START).length > 0 || partsOf('.', value, START).length > 0);
}

/** One component of each name: the worst. */
function merged(components: readonly Component[]): readonly Component[] {
  const byName = new Map<string, Component>();
  for (const one of components) {
    const other = byName.get(one.name);
    if (other === undefined || isWorse(one.level, other.level)) byName.set(one.name, one);
  }
  return [...byName.values()];
}

function scalar(name: string, value: unknown, { asp }: Reading): Component {
  const level = asp && typeof value === 'number' ? ASP_NET[value] : undefined;
  return level === undefined ? leaf(name, value) : { name, level, word: level };
}

function leaf(name: string, value: unknown): Component {
  if (typeof value === 'string') return { name, level: levelOf(value), word: excerpt(value, LONGEST_WORD) };
  if (typeof value === 'boolean') return { name, level: value ? 'healthy' : 'unhealthy', word: String(value) };
  const word = value === undefined ? 'no status' : excerpt(String(JSON.stringify(value)), LONGEST_WORD);
  return { name, level: 'unknown', word };
}

function nameOf(entry: unknown): string | undefined {
  const [, name] = isObject(entry) ? (Object.entries(entry).find(([key]) => key.toLowerCase() === 'name') ?? []) : [];
  return typeof name === 'string' ? name : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
