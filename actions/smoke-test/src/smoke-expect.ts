import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Capture, Condition, Expectation, Place } from './check.ts';
import { type Literal, parseLiteral } from './literal.ts';
import { equals, type Matcher, parseMatcherText } from './matcher.ts';
import { parseSubject, type Subject } from './subject.ts';
import {
  attempt,
  complain,
  type Entry,
  entriesOf,
  itemsOf,
  placeOf,
  plain,
  type Reading,
  readMap,
  sourceOf,
  textOf,
} from './yaml-map.ts';

/** A check that expects no status expects a good one. */
const GOOD: Matcher = { kind: 'status', expected: [parseLiteral('2xx')] };

/** The assertions of a check: a map, or a list of maps where one subject is looked at twice. */
export function readExpectations(entry: Entry | undefined, place: Place, reading: Reading): readonly Expectation[] {
  const found = entry === undefined ? [] : mapsOf(entry.value, reading).flatMap((map) => readAll(map, reading));
  if (found.some(({ subject }) => subject.kind === 'status')) return found;
  return [{ subject: parseSubject('status'), matcher: GOOD, text: 'status 2xx', place }, ...found];
}

/** `capture: { token: json.token, id: { from: json.id, secret: true } }`. */
export function readCaptures(entry: Entry | undefined, reading: Reading): readonly Capture[] {
  if (entry === undefined) return [];
  return entriesOf(entry.value, 'capture', reading).flatMap(({ key, value, place }) => {
    const long = isMap(value) ? readMap(value, { what: 'a capture', keys: ['from', 'secret'] }, reading) : undefined;
    const from = long ? long.get('from')?.value : value;
    if (from === undefined) {
      complain(value, `the capture ${key} has no from; write { from: json.${key} }`, reading);
      return [];
    }
    if (!/^[\w.-]+$/.test(key)) complain(value, `the capture "${key}" is no name of letters, digits, - . _`, reading);
    const secret = long?.get('secret');
    const text = textOf(from, `the capture ${key}`, reading);
    const subject = text === undefined ? undefined : subjectOf(text, placeOf(from, reading), reading);
    return subject ? [{ name: key, from: subject, secret: secret ? readFlag(secret, reading) : false, place }] : [];
  });
}

/** `when: { stage: one-of staging, production }`: variables and captures that must match. */
export function readConditions(entry: Entry | undefined, reading: Reading): readonly Condition[] {
  if (entry === undefined) return [];
  return entriesOf(entry.value, 'when', reading).flatMap(({ key, value }) => {
    const matcher = attempt(value, reading, () => readValue(value));
    return matcher ? [{ name: key, matcher, text: `${key} ${written(matcher, value)}` }] : [];
  });
}

function mapsOf(node: Node, reading: Reading): readonly Node[] {
  return isSeq(node) ? itemsOf(node, 'expect', reading) : [node];
}

function readAll(map: Node, reading: Reading): readonly Expectation[] {
  return entriesOf(map, 'expect', reading).flatMap(({ key, value, place }) => {
    const subject = subjectOf(key, place, reading);
    const matcher = subject && attempt(value, reading, () => readMatcher(subject, value));
    return subject && matcher ? [{ subject, matcher, text: `${key} ${written(matcher, value)}`, place }] : [];
  });
}

function readMatcher(subject: Subject, value: Node): Matcher {
  if (subject.kind === 'status') return readStatus(value);
  if (subject.kind === 'schema') return readSchema(value);
  return readValue(value);
}

/** A path of a schema, or the schema itself. */
function readSchema(value: Node): Matcher {
  const schema = plain(value);
  if (typeof schema === 'string' || isMap(value)) return equals({ value: schema, source: JSON.stringify(schema) });
  throw new RangeError('schema is neither a path nor a map that is a JSON Schema');
}

function readValue(value: Node): Matcher {
  const literal = plain(value);
  if (typeof literal === 'string') return parseYamlText(literal, value);
  return equals({ value: literal, source: sourceOf(value) });
}

/** What YAML says is text stays text: "5" in quotes is not the number 5. */
function parseYamlText(text: string, node: Node): Matcher {
  const parsed = parseMatcherText(text);
  const quoted = isScalar(node) && parsed.kind === '==' && !text.trim().startsWith('==');
  return quoted ? equals({ value: text, source: text }) : parsed;
}

function readStatus(value: Node): Matcher {
  const nodes = isSeq(value) ? (value.items as Node[]) : [value];
  const codes: readonly Literal[] = nodes.map((node) => parseLiteral(sourceOf(node)));
  const wrong = codes.find(({ source }) => !/^[1-5](\d\d|xx)$/i.test(source));
  if (wrong === undefined) return { kind: 'status', expected: codes };
  const only = codes.length === 1 ? parseMatcherText(wrong.source) : undefined;
  if (only && only.kind !== '==') return only;
  throw new RangeError(`the status "${wrong.source}" is neither a code such as 200 nor 2xx`);
}

/** Parses a subject; a problem where it stands. */
function subjectOf(text: string, { file, line, column }: Place, reading: Reading): Subject | undefined {
  try {
    return parseSubject(text);
  } catch (error) {
    reading.problems.push(`${file}:${line}:${column} ${text} ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function readFlag(entry: Entry, reading: Reading): boolean {
  const value = plain(entry.value);
  if (typeof value === 'boolean') return value;
  complain(entry.value, `${entry.key} is neither true nor false`, reading);
  return false;
}

/** How an assertion was written, as a failure names it. */
function written(matcher: Matcher, value: Node): string {
  if (isMap(value)) return '{…}';
  if (matcher.kind === 'status') return matcher.expected.map(({ source }) => source).join(' or ');
  const source = sourceOf(value);
  return matcher.kind === '==' && isScalar(value) && !source.startsWith('==') ? `== ${source}` : source;
}
