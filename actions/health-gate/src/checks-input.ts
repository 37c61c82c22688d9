import { didYouMean, parseDuration, parsePairs } from '@suite/core';
import type { Check, CheckKind, HttpCheck } from './check.ts';
import { CHECK_KINDS, targetOf } from './check.ts';
import { type Condition, parseConditions } from './conditions.ts';
import { type ComponentRule, parseRules } from './rules.ts';
import { isKind, type ParsedTarget, parseTarget } from './target.ts';

/** What holds for every check that does not say otherwise. */
export interface Defaults {
  readonly requestTimeoutMs: number;
  readonly maxLatencyMs: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
  readonly components: readonly ComponentRule[];
  readonly until: readonly Condition[];
  readonly failWhen: readonly Condition[];
  readonly expectVersion: string | undefined;
}

/** Told of each thing that is wrong, with the corrected form. */
export type Complain = (problem: string) => void;

const COMMON = ['name', 'required', 'request-timeout', 'max-latency'];
const HTTP_ONLY = ['components', 'expect-version', 'headers', 'until', 'fail-when'];

/** Makes checks from the parsed YAML of `checks`, complaining of all that is wrong. Problems never quote a target. */
export function readChecks(value: unknown, defaults: Defaults, complain: Complain): readonly Check[] {
  if (!Array.isArray(value)) {
    complain('is not a list; write entries such as "- http: https://app.example.com/health"');
    return [];
  }
  return value.flatMap((entry, index) => {
    const said = (problem: string): void => complain(`entry ${index + 1} ${problem}`);
    const check = readCheck(entry, defaults, said);
    return check === undefined ? [] : [check];
  });
}

/** The check that a line of `url` stands for. */
export function httpCheck(url: URL, defaults: Defaults, mustTellVersion: boolean): HttpCheck {
  const { requestTimeoutMs, maxLatencyMs, ...asked } = defaults;
  const common = { name: `${url.host}${url.pathname}`, required: true, requestTimeoutMs, maxLatencyMs };
  return { ...common, ...asked, kind: 'http', url, mustTellVersion };
}

function readCheck(entry: unknown, defaults: Defaults, said: Complain): Check | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return void said('is not a kind with a target; write for example "http: https://app.example.com/health"');
  }
  const given = entry as Record<string, unknown>;
  const kinds = Object.keys(given).filter(isKind);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const near = Object.keys(given).map((key) => didYouMean(key, CHECK_KINDS))[0] ?? '';
    return void said(`must name exactly one kind of ${CHECK_KINDS.join(', ')}${near}`);
  }
  checkKeys(given, kind, said);
  const target = attempt(
    String(given[kind] ?? ''),
    (text) => parseTarget(kind, text),
    (why) => said(`(${kind}) ${why}`),
  );
  const options = readOptions(given, defaults, (why) => said(`(${kind}) ${why}`));
  return target === undefined ? undefined : assemble(target, options);
}

function checkKeys(given: Record<string, unknown>, kind: CheckKind, said: Complain): void {
  const known = [kind, ...COMMON, ...(kind === 'http' ? HTTP_ONLY : [])];
  for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
    const only = HTTP_ONLY.includes(key) ? ', which only http takes' : didYouMean(key, known);
    said(`(${kind}) has the unknown option ${key}${only}`);
  }
}

type Options = ReturnType<typeof readOptions>;

function readOptions(given: Record<string, unknown>, defaults: Defaults, said: Complain) {
  const option = <T>(key: string, parse: (text: string) => T): T | undefined => {
    const value = given[key];
    return value === undefined
      ? undefined
      : attempt(asText(value), parse, (why) => said(`${key} "${asText(value)}" ${why}`));
  };
  const required = given['required'];
  if (required !== undefined && typeof required !== 'boolean') said('required is neither true nor false');
  const ownVersion = option('expect-version', (text) => text);
  const headers = given['headers'] === undefined ? undefined : attempt(asLines(given['headers']), parseHeaders, said);
  return {
    name: option('name', (text) => text),
    required: required !== false,
    requestTimeoutMs: option('request-timeout', parseDuration) ?? defaults.requestTimeoutMs,
    maxLatencyMs: option('max-latency', parseDuration) ?? defaults.maxLatencyMs,
    headers: new Map([...defaults.headers, ...(headers ?? [])]),
    components: option('components', parseRules) ?? defaults.components,
    until: option('until', parseConditions) ?? defaults.until,
    failWhen: option('fail-when', parseConditions) ?? defaults.failWhen,
    expectVersion: ownVersion ?? defaults.expectVersion,
    mustTellVersion: ownVersion !== undefined,
  };
}

function assemble(target: ParsedTarget, options: Options): Check {
  const { name, required, requestTimeoutMs, maxLatencyMs, ...http } = options;
  const common = { required, requestTimeoutMs, maxLatencyMs };
  if (target.kind === 'http') {
    return { ...common, ...http, ...target, kind: 'http', name: name ?? `${target.url.host}${target.url.pathname}` };
  }
  const check = { ...common, ...target, name: '' } as Check;
  return { ...check, name: name ?? `${check.kind} ${targetOf(check).replace(/^\w+:\/\/([^@/]*@)?/, '')}` };
}

function parseHeaders(text: string): ReadonlyMap<string, string> {
  try {
    return parsePairs(text, ':');
  } catch {
    throw new RangeError('headers has an entry that is not "Name: value"');
  }
}

function asLines(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n');
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function attempt<T>(text: string, parse: (text: string) => T, complain: Complain): T | undefined {
  try {
    return parse(text);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
