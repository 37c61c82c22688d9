import { testPattern } from '@suite/core';
import { type Literal, sameValue, show, typeOf } from './literal.ts';
import { type Matcher, quantity } from './matcher.ts';

/** How a value compares. `note` says why not where the values alone do not. */
export interface Outcome {
  readonly ok: boolean;
  readonly note?: string;
  /** The comparison does not fit the value, such as `>5` a text: it fails under `not` as well. */
  readonly unfit?: true;
}

/** What is compared: the value, whether its subject is text by nature (a header), and the time for dates. */
export interface Actual {
  readonly value: unknown;
  readonly isText: boolean;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;
const SEMVER = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?(\+[\w.-]+)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const ISO_DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

type Rule = (actual: Actual, matcher: Matcher) => Outcome | boolean;

const RULES: Readonly<Record<Matcher['kind'], Rule>> = {
  '==': (actual, { expected }) => expected.some((literal) => equal(actual, literal)),
  '!=': (actual, { expected }) => !expected.some((literal) => equal(actual, literal)),
  '<': order((difference) => difference < 0),
  '<=': order((difference) => difference <= 0),
  '>': order((difference) => difference > 0),
  '>=': order((difference) => difference >= 0),
  status: ({ value }, { expected }) => expected.some(({ source }) => statusMatches(String(value), source)),
  contains: (actual, { expected }) => contains(actual, expected[0]),
  'not-contains': (actual, { expected }) => opposite(contains(actual, expected[0])),
  starts: ({ value }, { expected }) => onText(value, (text) => text.startsWith(expected[0]?.source ?? '')),
  ends: ({ value }, { expected }) => onText(value, (text) => text.endsWith(expected[0]?.source ?? '')),
  matches: ({ value }, { expected }) =>
    onText(value, (text) => testPattern(new RegExp(expected[0]?.source ?? '', 'u'), text)),
  'one-of': (actual, { expected }) => expected.some((literal) => equal(actual, literal)),
  exists: () => true,
  empty: ({ value }) => isEmpty(value),
  type: ({ value }, { expected }) => hasType(value, expected[0]?.source ?? ''),
  semver: ({ value }) => onText(value, (text) => SEMVER.test(text)),
  uuid: ({ value }) => onText(value, (text) => UUID.test(text)),
  'iso-date': ({ value }) => onText(value, (text) => ISO_DATE.test(text) && !Number.isNaN(Date.parse(text))),
  not: (actual, { inner }) => opposite(through(inner, actual)),
  length: (actual, { inner }) => measured({ what: 'the length', number: lengthOf(actual.value) }, actual, inner),
  'days-from-now': (actual, { inner }) =>
    measured({ what: 'in days from now it', number: daysFromNow(actual) }, actual, inner),
  each: (actual, { inner }) => eachOf(actual, inner),
  any: (actual, { inner }) => anyOf(actual, inner),
};

/** Compares. What is not there fails everything but `not exists`. */
export function match(matcher: Matcher, actual: Actual): Outcome {
  if (actual.value === undefined) return { ok: matcher.kind === 'not' && matcher.inner?.kind === 'exists' };
  const outcome = RULES[matcher.kind](actual, matcher);
  return typeof outcome === 'boolean' ? { ok: outcome } : outcome;
}

function through(inner: Matcher | undefined, actual: Actual): Outcome {
  return inner ? match(inner, actual) : { ok: false };
}

function opposite(outcome: Outcome): Outcome {
  return outcome.unfit ? outcome : { ok: !outcome.ok };
}

function unfit(note: string): Outcome {
  return { ok: false, note, unfit: true };
}

function equal({ value, isText }: Actual, literal: Literal): boolean {
  return isText ? String(value) === literal.source : sameValue(value, literal.value);
}

function order(holds: (difference: number) => boolean): Rule {
  return ({ value, isText }, { expected }) => {
    const limit = quantity(expected[0]?.source ?? '');
    const number = typeof value === 'number' ? value : isText ? quantity(String(value)) : undefined;
    if (limit === undefined) return unfit(`"${expected[0]?.source}" is not a number`);
    return number === undefined ? unfit(`it is ${typeOf(value)}, not a number`) : holds(number - limit);
  };
}

function statusMatches(code: string, pattern: string): boolean {
  return (
    code.length === pattern.length && [...pattern.toLowerCase()].every((sign, at) => sign === 'x' || sign === code[at])
  );
}

function contains({ value }: Actual, literal: Literal | undefined): Outcome {
  const { value: wanted, source = '' } = literal ?? {};
  if (Array.isArray(value)) return { ok: value.some((item) => sameValue(item, wanted)) };
  if (typeof value === 'string') return { ok: value.includes(source) };
  if (typeof value === 'object' && value !== null) return { ok: Object.hasOwn(value, source) };
  return unfit(`it is ${typeOf(value)}, which holds nothing`);
}

function onText(value: unknown, test: (text: string) => boolean): Outcome {
  if (typeof value === 'string') return { ok: test(value) };
  return unfit(`it is ${typeOf(value)}, not text`);
}

function isEmpty(value: unknown): boolean {
  return value === null || lengthOf(value) === 0;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

function daysFromNow({ value, nowMs }: Actual): number | undefined {
  const ms = typeof value === 'number' ? value * (value < 1e11 ? 1000 : 1) : Date.parse(String(value));
  return Number.isNaN(ms) ? undefined : Math.floor((ms - nowMs) / DAY_MS);
}

interface Measure {
  readonly what: string;
  readonly number: number | undefined;
}

function measured({ what, number }: Measure, actual: Actual, inner: Matcher | undefined): Outcome {
  if (number === undefined) return unfit(`it is ${typeOf(actual.value)}, which has none`);
  return { ...through(inner, { ...actual, value: number, isText: false }), note: `${what} is ${number}` };
}

/** An empty list proves nothing, whichever way it is asked. */
function eachOf({ value, ...rest }: Actual, inner: Matcher | undefined): Outcome {
  if (!Array.isArray(value)) return unfit(`it is ${typeOf(value)}, not a list`);
  if (value.length === 0) return unfit('the list is empty');
  const outcomes = value.map((item) => through(inner, { ...rest, value: item }));
  const at = outcomes.findIndex(({ ok }) => !ok);
  if (at < 0) return { ok: true };
  const note = `item ${at} is ${show(value[at])}`;
  return outcomes.some((one) => !one.ok && !one.unfit) ? { ok: false, note } : unfit(note);
}

function anyOf({ value, ...rest }: Actual, inner: Matcher | undefined): Outcome {
  if (!Array.isArray(value)) return unfit(`it is ${typeOf(value)}, not a list`);
  const outcomes = value.map((item) => through(inner, { ...rest, value: item }));
  const at = outcomes.findIndex((one) => one.unfit);
  if (at < 0 || outcomes.some(({ ok }) => ok)) return { ok: outcomes.some(({ ok }) => ok) };
  return unfit(`item ${at} is ${show(value[at])}`);
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  const same: Readonly<Record<string, string>> = { string: 'text', list: 'array' };
  return typeOf(value) === (same[type] ?? type);
}
