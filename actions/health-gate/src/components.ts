import { parseJsonPath, readJsonPath } from '@suite/http';
import { type Level, levelOf, worst } from './words.ts';

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

/** Reads the health out of a parsed answer. `path` is `auto` or the JSON path of the components. */
export function readHealth(body: unknown, path: string): Health {
  if (typeof body === 'string' || typeof body === 'boolean') return { top: leaf('status', body), components: [] };
  if (!isObject(body)) return { top: undefined, components: [] };
  const container =
    path === 'auto' ? findContainer(body) : { value: readJsonPath(body, parseJsonPath(path)), asp: false };
  const top = stateOf(body);
  return {
    top: top === undefined ? undefined : leaf('status', top),
    components: container === undefined ? [] : children('', container.value, { asp: container.asp, depth: 0 }),
  };
}

function findContainer(body: Record<string, unknown>): { readonly value: unknown; readonly asp: boolean } | undefined {
  const place = PLACES.find((name) => typeof body[name] === 'object' && body[name] !== null);
  return place === undefined ? undefined : { value: body[place], asp: place === 'entries' };
}

interface Place {
  /** ASP.NET's `entries`, where a number is a level. */
  readonly asp: boolean;
  readonly depth: number;
}

function children(prefix: string, value: unknown, place: Place): readonly Component[] {
  if (place.depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => component(`${prefix}${nameOf(entry) ?? index}`, entry, place));
  }
  if (!isObject(value)) return value === undefined ? [] : [leaf(prefix.replace(/\.$/, '') || 'components', value)];
  return Object.entries(value).flatMap(([name, entry]) => component(`${prefix}${name}`, entry, place));
}

function component(name: string, value: unknown, place: Place): readonly Component[] {
  const { asp } = place;
  const inside = { asp, depth: place.depth + 1 };
  if (Array.isArray(value))
    return [
      worstOf(
        name,
        value.flatMap((entry) => component(name, entry, inside)),
      ),
    ];
  if (!isObject(value)) return [asp ? aspNet(name, value) : leaf(name, value)];
  const own = stateOf(value);
  const inner = findContainer(value);
  const parts = inner === undefined ? [] : children(`${name}.`, inner.value, { ...inside, asp: inner.asp || asp });
  if (own === undefined && parts.length > 0) return parts;
  if (isObject(own)) return component(name, own, inside);
  return [asp ? aspNet(name, own) : leaf(name, own), ...parts];
}

/** Several measurements of one component, as health+json writes them: the worst counts. */
function worstOf(name: string, measured: readonly Component[]): Component {
  const level = measured.length === 0 ? 'unknown' : worst(measured.map((one) => one.level));
  return measured.find((one) => one.level === level) ?? { name, level, word: 'empty' };
}

function stateOf(value: Record<string, unknown>): unknown {
  const key = STATES.find((name) => value[name] !== undefined && value[name] !== null);
  return key === undefined ? undefined : value[key];
}

function leaf(name: string, value: unknown): Component {
  if (typeof value === 'string') return { name, level: levelOf(value), word: value.slice(0, 60) };
  if (typeof value === 'boolean') return { name, level: value ? 'healthy' : 'unhealthy', word: String(value) };
  return {
    name,
    level: 'unknown',
    word: value === undefined ? 'no status' : String(JSON.stringify(value)).slice(0, 60),
  };
}

function aspNet(name: string, value: unknown): Component {
  const level = typeof value === 'number' ? ASP_NET[value] : undefined;
  return level === undefined ? leaf(name, value) : { name, level, word: level };
}

function nameOf(entry: unknown): string | undefined {
  return isObject(entry) && typeof entry['name'] === 'string' ? entry['name'] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
