import { parseDuration } from '@suite/core';
import { isMap, isScalar, type Node } from 'yaml';
import { type Check, IDEMPOTENT, METHODS, RETRY_CAUSES, type RetryCause, type RetryRule } from './check.ts';
import { readBody } from './smoke-body.ts';
import { readCaptures, readConditions, readExpectations } from './smoke-expect.ts';
import {
  attempt,
  complain,
  type Entry,
  itemsOf,
  placeOf,
  plain,
  type Reading,
  readMap,
  type Shape,
  textMap,
  textOf,
} from './yaml-map.ts';

const METHOD_KEYS = METHODS.map((method) => method.toLowerCase());
const SHARED = ['headers', 'auth', 'follow', 'request-timeout', 'retry', 'repeat', 'tags'];
const BODIES = ['json', 'form', 'multipart', 'body-file'];
export const CHECK: Shape = {
  what: 'a check',
  keys: ['name', ...METHOD_KEYS, 'query', ...SHARED, ...BODIES, 'expect', 'capture', 'when'],
};
export const DEFAULTS: Shape = { what: 'defaults', keys: SHARED };
const RETRY: Shape = { what: 'retry', keys: ['count', 'on', 'delay', 'backoff'] };

type Entries = ReadonlyMap<string, Entry>;

/** Reads one check of a file over the file's defaults; undefined where it has no method. */
export function readCheck(node: Node, defaults: Node | undefined, reading: Reading): Check | undefined {
  const own = readMap(node, CHECK, reading);
  const shared: Entries = defaults ? readMap(defaults, DEFAULTS, reading) : new Map();
  const get = (key: string): Entry | undefined => own.get(key) ?? shared.get(key);
  const request = readRequest(node, own, reading);
  if (request === undefined) return undefined;
  const name = own.get('name');
  const both = (key: string): ReadonlyMap<string, string> =>
    new Map([...textMap(shared.get(key), key, reading), ...textMap(own.get(key), key, reading)]);
  return {
    ...request,
    name: (name && textOf(name.value, 'name', reading)) ?? `${request.method} ${request.path}`,
    tags: readTags(get('tags'), reading),
    query: textMap(own.get('query'), 'query', reading),
    headers: withAuthorization(both('headers'), get('auth'), reading),
    body: readBody(own, reading),
    follow: readFollow(get('follow'), reading),
    requestTimeoutMs: readDuration(get('request-timeout'), reading),
    // What defaults say of all checks is not said of a POST: it is sent twice only where the check itself says so.
    retry: readRetry(IDEMPOTENT.has(request.method) ? get('retry') : own.get('retry'), reading),
    repeat: readCount(get('repeat'), { min: 1, max: 1000 }, reading),
    expect: readExpectations(own.get('expect'), placeOf(node, reading), reading),
    capture: readCaptures(own.get('capture'), reading),
    when: readConditions(own.get('when'), reading),
    place: placeOf(node, reading),
  };
}

function readRequest(node: Node, own: Entries, reading: Reading): Pick<Check, 'method' | 'path'> | undefined {
  const given = METHOD_KEYS.filter((key) => own.has(key));
  const [method, second] = given;
  const entry = method === undefined ? undefined : own.get(method);
  if (entry === undefined || second !== undefined) {
    const what = second === undefined ? 'no method' : `two methods, ${given.join(' and ')}`;
    if (isMap(node)) complain(node, `a check has ${what}; write for example get: /health`, reading);
    return undefined;
  }
  const path = textOf(entry.value, method ?? '', reading) ?? '/';
  if (!/^(\/|https?:\/\/|\{\{)/.test(path)) {
    complain(entry.value, `the path "${path}" begins neither with / nor with https://; write /${path}`, reading);
  }
  return { method: (method ?? '').toUpperCase(), path };
}

function readTags(entry: Entry | undefined, reading: Reading): readonly string[] {
  if (entry === undefined) return [];
  const nodes = isScalar(entry.value) ? [entry.value] : itemsOf(entry.value, 'tags', reading);
  return nodes.flatMap((node) => (textOf(node as Node, 'a tag', reading) ?? '').split(',').map((tag) => tag.trim()));
}

function withAuthorization(
  headers: ReadonlyMap<string, string>,
  entry: Entry | undefined,
  reading: Reading,
): ReadonlyMap<string, string> {
  if (entry === undefined) return headers;
  const auth = readMap(entry.value, { what: 'auth', keys: ['basic', 'bearer'] }, reading);
  const [one, other] = [...auth.values()];
  const text = one && textOf(one.value, `auth ${one.key}`, reading);
  if (one === undefined || text === undefined || other) {
    complain(entry.value, 'auth is one of basic: name:password and bearer: token', reading);
    return headers;
  }
  // Basic is encoded when the request is made, once its variables are known.
  return new Map([...headers, ['Authorization', one.key === 'basic' ? `basic:${text}` : `Bearer ${text}`]]);
}

function readFollow(entry: Entry | undefined, reading: Reading): number {
  if (entry === undefined) return 0;
  const value = plain(entry.value);
  if (typeof value === 'boolean') return value ? 10 : 0;
  return readCount(entry, { min: 0, max: 50 }, reading) ?? 0;
}

function readDuration(entry: Entry | undefined, reading: Reading): number | undefined {
  const text = entry && textOf(entry.value, entry.key, reading);
  if (entry === undefined || text === undefined) return undefined;
  return attempt(entry.value, reading, () => prefixed(`${entry.key} "${text}"`, () => parseDuration(text)));
}

function readCount(
  entry: Entry | undefined,
  range: { readonly min: number; readonly max: number },
  reading: Reading,
): number | undefined {
  if (entry === undefined) return undefined;
  const value = plain(entry.value);
  if (typeof value === 'number' && Number.isInteger(value) && value >= range.min && value <= range.max) return value;
  complain(entry.value, `${entry.key} is not a whole number from ${range.min} to ${range.max}`, reading);
  return undefined;
}

function readRetry(entry: Entry | undefined, reading: Reading): Partial<RetryRule> | undefined {
  if (entry === undefined) return undefined;
  const range = { min: 0, max: 20 };
  if (!isMap(entry.value)) {
    const retries = readCount(entry, range, reading);
    return retries === undefined ? undefined : { retries };
  }
  const found = readMap(entry.value, RETRY, reading);
  const retries = readCount(found.get('count'), range, reading);
  const delayMs = readDuration(found.get('delay'), reading);
  const on = found.get('on');
  const backoff = found.get('backoff');
  const factor = backoff && plain(backoff.value);
  const isFactor = typeof factor === 'number' && factor >= 1 && factor <= 10;
  if (backoff && !isFactor) complain(backoff.value, 'backoff is not a number from 1 to 10', reading);
  return {
    retries: retries ?? 1,
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(isFactor ? { backoff: factor } : {}),
    ...(on === undefined ? {} : { on: readCauses(on, reading) }),
  };
}

function readCauses(entry: Entry, reading: Reading): readonly RetryCause[] {
  const nodes = isScalar(entry.value) ? [entry.value] : itemsOf(entry.value, 'on', reading);
  return nodes.flatMap((node) => {
    const text = textOf(node as Node, 'on', reading) ?? '';
    const cause = RETRY_CAUSES.find((one) => one === text);
    if (cause === undefined)
      complain(node as Node, `retry on "${text}" is none of ${RETRY_CAUSES.join(', ')}`, reading);
    return cause ?? [];
  });
}

function prefixed<T>(prefix: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new RangeError(`${prefix} ${error instanceof Error ? error.message : error}`);
  }
}
