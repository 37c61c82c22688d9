import { parseArgsStringToArgv } from 'string-argv';
import { parseDuration } from './duration.ts';
import { InputError, type InputProblem } from './errors.ts';
import type { InputSource } from './input-source.ts';
import { didYouMean, nearest } from './nearest.ts';
import { Secret } from './secret.ts';
import { parseSize } from './size.ts';

/** How an input is asked for. `fallback` is its default as action.yml writes it; an empty value means 'not given'. */
export interface Ask {
  readonly fallback?: string;
  readonly required?: boolean;
  /** The output of an earlier step, which is empty only by mistake. Its default in action.yml is `none`. */
  readonly output?: boolean;
  /** What is wrong with it does not quote it, because it may be a secret. */
  readonly unquoted?: boolean;
}

/** What every action takes. */
export interface CommonInputs {
  readonly dryRun: boolean;
  readonly summary: boolean;
}

/**
 * Reads inputs and collects every problem instead of stopping at the first. Each method gives a usable value even
 * where the input is wrong, so that reading goes on; `done` then throws one InputError with all problems.
 */
export type InputReader = Collector & ReturnType<typeof kinds>;

type Collector = ReturnType<typeof collector>;

/** Makes a reader over one run's inputs. */
export function inputReader(source: InputSource): InputReader {
  const collected = collector(source);
  return { ...collected, ...kinds(collected) };
}

function collector(source: InputSource) {
  const problems: InputProblem[] = [];
  const declared = new Set<string>();

  function text(name: string, ask: Ask = {}): string | undefined {
    declared.add(name);
    source.onDeclare?.({ name, required: ask.required ?? false, fallback: ask.output ? 'none' : ask.fallback });
    const value = source.inputs.get(name)?.trim() || ask.fallback;
    if (value) return ask.output && value === 'none' ? undefined : value;
    problems.push(...emptiness(name, ask, source.inputs.has(name)));
    return undefined;
  }

  return {
    env: source.env,
    /** The text, trimmed; undefined where it was not given. */
    text,
    /** Any value a function can parse; what it throws becomes the problem, behind the quoted value where that is a line. */
    parsed: <T>(name: string, ask: Ask, parse: (value: string) => T): T | undefined => {
      const value = text(name, ask);
      if (value === undefined) return undefined;
      try {
        return parse(value);
      } catch (error) {
        problems.push({ input: name, problem: describeProblem(value, error, ask) });
        return undefined;
      }
    },
    /** Reports a problem that concerns several inputs, or one that only the action can see. */
    problem: (input: string, problem: string, fix?: string): void => {
      problems.push({ input, problem, ...(fix === undefined ? {} : { fix }) });
    },
    /** Inputs that were passed and that nobody asked for, each with the nearest known name. */
    unknown: (): readonly string[] => unknownInputs(source, declared),
    /** @throws InputError with every problem found. */
    done: (): void => {
      if (problems.length > 0) throw new InputError(problems);
    },
  };
}

function kinds(collected: Collector) {
  const { text, parsed } = collected;
  const boolean = (name: string, fallback: boolean): boolean =>
    parsed(name, { fallback: String(fallback) }, parseBoolean) ?? fallback;
  return {
    /** Strict: `true` or `false`. */
    boolean,
    /** `dry-run` and `summary`, which every action takes. */
    common: (): CommonInputs => ({ dryRun: boolean('dry-run', false), summary: boolean('summary', true) }),
    /** The text, or `''` where a required one is missing (and reported). */
    requiredText: (name: string): string => text(name, { required: true }) ?? '',
    integer: (name: string, ask: Ask & { min: number; max: number }): number | undefined =>
      parsed(name, ask, (value) => parseInteger(value, ask.min, ask.max)),
    /** Milliseconds. */
    duration: (name: string, ask: Ask = {}): number | undefined => parsed(name, ask, parseDuration),
    /** Bytes. */
    size: (name: string, ask: Ask = {}): number | undefined => parsed(name, ask, parseSize),
    /** One of a set of words. */
    choice: <T extends string>(name: string, words: readonly T[], fallback: T): T =>
      parsed(name, { fallback }, (value) => parseChoice(value, words)) ?? fallback,
    /** Words by newline or comma; each one of a set. */
    words: <T extends string>(name: string, words: readonly T[], ask: Ask = {}): readonly T[] =>
      parsed(name, ask, (value) => splitWords(value).map((word) => parseChoice(word, words))) ?? [],
    /** One entry a line: paths, images, arguments, URLs. Empty lines are dropped. */
    lines: (name: string, ask: Ask = {}): readonly string[] => splitLines(text(name, ask) ?? ''),
    /** `key=value` lines, in order; a value may be empty and may hold `=`. */
    pairs: (name: string, ask: Ask = {}): ReadonlyMap<string, string> => readPairs(collected, { name, ask }, '='),
    /** `Name: value` lines. */
    headers: (name: string, ask: Ask = {}): ReadonlyMap<string, string> => readPairs(collected, { name, ask }, ':'),
    url: (name: string, ask: Ask = {}): URL | undefined => parsed(name, ask, parseUrl),
    /** A command without a shell: one line is split as a shell would, several lines are one argument each. */
    command: (name: string, ask: Ask = {}): readonly string[] => parsed(name, ask, parseArguments) ?? [],
    secret: (name: string, ask: Ask = {}): Secret | undefined => {
      const value = text(name, ask);
      return value === undefined ? undefined : new Secret(value);
    },
    requiredSecret: (name: string): Secret => new Secret(text(name, { required: true }) ?? ''),
  };
}

/** What is wrong with one line must not quote the others: they may hold credentials. */
function readPairs(
  { text, problem }: Collector,
  { name, ask }: { readonly name: string; readonly ask: Ask },
  separator: '=' | ':',
): ReadonlyMap<string, string> {
  try {
    return parsePairs(text(name, ask) ?? '', separator);
  } catch (error) {
    problem(name, error instanceof Error ? error.message : String(error));
    return new Map();
  }
}

/** Several lines are not quoted: the message names the one that is wrong, and the others may be secrets. */
function describeProblem(value: string, error: unknown, { unquoted }: Ask): string {
  const message = error instanceof Error ? error.message : String(error);
  return unquoted || value.includes('\n') ? message : `"${withoutLogin(value)}" ${message}`;
}

/** A refused address is quoted without its user, password and the values of its query: nobody has masked them yet. */
export function withoutLogin(text: string): string {
  return text.replace(/\/\/\S+/g, (address) =>
    address.replace(/^\/\/.+@/, '//***@').replace(/([?&][^=&#]+=)[^&#]+/g, '$1***'),
  );
}

function emptiness(input: string, ask: Ask, given: boolean): readonly InputProblem[] {
  if (ask.required) return [missing(input, given)];
  if (!ask.output || !given) return [];
  const problem = 'is empty: the step whose output it takes did not run, or has another id';
  return [{ input, problem, fix: `${input}: \${{ steps.<id of that step>.outputs.${input} }}, or leave ${input} out` }];
}

function missing(input: string, given: boolean): InputProblem {
  return given
    ? { input, problem: 'is required and empty: does the secret or variable that it comes from exist?' }
    : { input, problem: 'is required and missing', fix: `with: { ${input}: … }` };
}

function unknownInputs({ inputs }: InputSource, declared: ReadonlySet<string>): readonly string[] {
  return [...inputs.keys()].filter((name) => !declared.has(name)).map((name) => unknownInput(name, [...declared]));
}

function unknownInput(name: string, known: readonly string[]): string {
  const candidate = nearest(name, known);
  return `input ${name} is unknown and was ignored${candidate ? `; did you mean ${candidate}?` : ''}`;
}

function parseBoolean(value: string): boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new RangeError('is neither true nor false; write true or false');
}

function parseInteger(value: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^-?\d+$/.test(value) || number < min || number > max) {
    throw new RangeError(`is not a whole number from ${min} to ${max}`);
  }
  return number;
}

/** @throws RangeError naming the words and the nearest one. */
export function parseChoice<T extends string>(value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (word !== undefined) return word;
  throw new RangeError(`is none of ${words.join(', ')}${didYouMean(value, words)}`);
}

function parseUrl(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new RangeError('is not an http or https address; write for example https://app.example.com/health');
}

/** Splits a list of words by newline or comma. */
export function splitWords(value: string): readonly string[] {
  return value
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Splits a list by line; blank lines are dropped. */
export function splitLines(value: string): readonly string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * Parses `key<separator>value` lines into a map that keeps their order.
 * @throws RangeError with the number of the line that has no separator or no key: the line itself may be a secret.
 */
export function parsePairs(value: string, separator: '=' | ':'): ReadonlyMap<string, string> {
  const form = separator === '=' ? 'key=value' : 'Name: value';
  const pairs = new Map<string, string>();
  for (const [index, raw] of value.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const at = line.indexOf(separator);
    if (at < 1) throw new RangeError(`has line ${index + 1} that is not ${form}`);
    pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return pairs;
}

/** Splits a command as a shell would, quotes included, nothing expanded; several lines are one argument each. */
export function parseArguments(value: string): readonly string[] {
  const lines = splitLines(value);
  return lines.length > 1 ? lines : parseArgsStringToArgv(value);
}
