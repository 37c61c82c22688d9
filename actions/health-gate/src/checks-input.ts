import { didYouMean, parseDuration } from '@suite/core';
import type { Check, CheckKind, HttpCheck } from './check.ts';
import { CHECK_KINDS, targetOf } from './check.ts';
import { type Condition, parseConditions } from './conditions.ts';
import { parseHeaders } from './headers.ts';
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
/** Options that only some kinds take. */
const OWN: Readonly<Partial<Record<CheckKind, readonly string[]>>> = {
  http: ['components', 'expect-version', 'headers', 'until', 'fail-when'],
  logs: ['deny'],
  disk: ['used-max'],
  memory: ['used-max'],
};
const DEFAULT_USED_MAX = 90;

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
    kind === 'command' && Array.isArray(given[kind]) ? given[kind].join('\n') : String(given[kind] ?? ''),
    (text) => parseTarget(kind, text),
    (why) => said(`(${kind}) ${why}`),
  );
  const options = readOptions(given, defaults, (why) => said(`(${kind}) ${why}`));
  if (kind === 'logs' && options.deny === undefined) said('(logs) lacks deny; write for example deny: FATAL|panic');
  return target === undefined ? undefined : assemble(target, options);
}

function checkKeys(given: Record<string, unknown>, kind: CheckKind, said: Complain): void {
  const known = [kind, ...COMMON, ...(OWN[kind] ?? [])];
  for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
    const owners = CHECK_KINDS.filter((one) => OWN[one]?.includes(key));
    const only = owners.length > 0 ? `, which only ${owners.join(' and ')} takes` : didYouMean(key, known);
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
  if (required !== undefined && required !== 'true' && required !== 'false') said('required is neither true nor false');
  const ownVersion = option('expect-version', (text) => text);
  const headers =
    given['headers'] === undefined
      ? undefined
      : attempt(asLines(given['headers']), parseHeaders, (why) => said(`headers ${why}`));
  return {
    name: option('name', (text) => text),
    required: required !== 'false',
    requestTimeoutMs: option('request-timeout', parseDuration) ?? defaults.requestTimeoutMs,
    maxLatencyMs: option('max-latency', parseDuration) ?? defaults.maxLatencyMs,
    headers: new Map([...defaults.headers, ...(headers ?? [])]),
    components: option('components', parseRules) ?? defaults.components,
    until: option('until', parseConditions) ?? defaults.until,
    failWhen: option('fail-when', parseConditions) ?? defaults.failWhen,
    expectVersion: ownVersion ?? defaults.expectVersion,
    mustTellVersion: ownVersion !== undefined,
    deny: option('deny', parsePattern),
    usedMax: option('used-max', parseShare) ?? DEFAULT_USED_MAX,
  };
}

function assemble(target: ParsedTarget, options: Options): Check {
  const { name, required, requestTimeoutMs, maxLatencyMs, deny, usedMax, ...http } = options;
  const common = { required, requestTimeoutMs, maxLatencyMs };
  if (target.kind === 'http') {
    return { ...common, ...http, ...target, kind: 'http', name: name ?? `${target.url.host}${target.url.pathname}` };
  }
  const own = { logs: { deny: deny ?? '' }, disk: { usedMax }, memory: { usedMax } };
  const check = { ...common, ...target, ...own[target.kind as keyof typeof own], name: '' } as Check;
  return { ...check, name: name ?? `${check.kind} ${targetOf(check).replace(/^\w+:\/\/([^@/]*@)?/, '')}` };
}

function parsePattern(text: string): string {
  try {
    return new RegExp(text).source;
  } catch {
    throw new RangeError('is no regular expression');
  }
}

/** Percent. */
function parseShare(text: string): number {
  const share = Number(/^(\d{1,2}(?:\.\d+)?|100)\s*%$/.exec(text)?.[1]);
  if (share > 0) return share;
  throw new RangeError('is no share; write for example 80%');
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
