import { didYouMean, parseDuration } from '@suite/core';
import { type Literal, parseLiteral } from './literal.ts';
import { isSlip } from './slip.ts';

export const TYPES = ['text', 'string', 'number', 'integer', 'boolean', 'array', 'list', 'object', 'null'] as const;

const BARE = ['exists', 'empty', 'semver', 'iso-date', 'uuid'] as const;
const WITH_VALUE = ['contains', 'not-contains', 'starts', 'ends', 'matches', 'one-of', 'type'] as const;
const PREFIXES = ['not', 'length', 'each', 'any', 'days-from-now'] as const;
const SIGNS = ['==', '!=', '<=', '>=', '<', '>'] as const;

/** A letter more or less makes another word of these, which is a value: sever, uid, isodate, start, send. */
const SWAPS_ONLY: readonly string[] = ['semver', 'uuid', 'iso-date', 'starts', 'ends'];
/** Words that are near a matcher's and mean themselves. */
const ORDINARY: readonly string[] = ['exits', 'one-off', 'typed'];
/** What makes sure that a word in front of it is meant as a prefix. */
const COMPARISON = new RegExp(`^([=!]=|[<>]=?\\s*[\\d{-]|type (${TYPES.join('|')})$)`);

export type Word = (typeof BARE)[number] | (typeof WITH_VALUE)[number] | (typeof PREFIXES)[number];
export type Sign = (typeof SIGNS)[number];

/** One comparison. Prefixes (`not`, `length`, `each` …) hold another in `inner`; `status` is what status codes match. */
export interface Matcher {
  readonly kind: Word | Sign | 'status';
  readonly expected: readonly Literal[];
  readonly inner?: Matcher;
}

/** Where a matcher's words come from: the rest of a YAML value, or the tokens of a check line. */
export interface Words {
  /** The next word, or undefined at the end. */
  readonly peek: () => string | undefined;
  readonly next: () => string | undefined;
  /** What one argument is here: a token in a line, everything that is left in a YAML value. */
  readonly argument: () => string | undefined;
}

/** Whether a text is a comparison rather than a value to be equal to. */
export function isMatcherText(text: string): boolean {
  const word = text.trim().split(/\s/, 1)[0] ?? '';
  return isOneOf(BARE, word) ? text.trim() === word : beginsMatcher(word);
}

function beginsMatcher(word: string): boolean {
  return SIGNS.some((sign) => word.startsWith(sign)) || isOneOf([...BARE, ...WITH_VALUE, ...PREFIXES], word);
}

/** The whole text as one matcher: `>=3`, `contains Swagger UI`, `length >0`, or a plain value. @throws RangeError */
export function parseMatcherText(text: string): Matcher {
  if (!isMatcherText(text)) return plainValue(text);
  const words = textWords(text);
  const matcher = parseMatcher(words);
  const left = words.argument();
  if (left !== undefined) throw new RangeError(`has "${left}" behind its end; for equality write == ${text.trim()}`);
  return matcher;
}

/** Equality with a value. */
export function equals(...expected: readonly Literal[]): Matcher {
  return { kind: '==', expected };
}

/**
 * Reads one matcher from words.
 * @throws RangeError where a word lacks its value or a value cannot be compared.
 */
export function parseMatcher(words: Words): Matcher {
  const word = words.peek();
  if (word === undefined) throw new RangeError('lacks what to compare with, for example == "ok" or exists');
  const sign = SIGNS.find((candidate) => word.startsWith(candidate));
  if (sign) return parseSigned(sign, word, words);
  if (isOneOf(BARE, word)) {
    words.next();
    return { kind: word, expected: [] };
  }
  if (isOneOf(PREFIXES, word)) {
    words.next();
    if (word === 'not') refuseBare(words);
    return { kind: word, expected: [], inner: parseMatcher(words) };
  }
  if (isOneOf(WITH_VALUE, word)) {
    words.next();
    return withValue(word, required(words.argument(), word));
  }
  return plainValue(required(words.argument(), '=='));
}

/** Equality with a text, unless that is a comparison but for a slip of the pen: `lenght >0`, `typ number`, `exist`. */
function plainValue(text: string): Matcher {
  const meant = meantBy(text.trim());
  if (meant === undefined) return equals(parseLiteral(text));
  throw new RangeError(
    `has ${JSON.stringify(text)}, which is no comparison; did you mean ${meant}? For equality write == ${JSON.stringify(text)}`,
  );
}

function meantBy(text: string): Word | undefined {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  if (ORDINARY.includes(word)) return undefined;
  return [...BARE, ...WITH_VALUE, ...PREFIXES].find((meant) => {
    if (!isSlip(word, meant, SWAPS_ONLY.includes(meant))) return false;
    if (isOneOf(BARE, meant)) return rest === '';
    if (meant === 'type') return isOneOf(TYPES, rest);
    return isOneOf(WITH_VALUE, meant) ? rest !== '' : COMPARISON.test(rest);
  });
}

/** `not found` may mean the text "not found" or any other than "found". */
function refuseBare(words: Words): void {
  const word = words.peek();
  if (word === undefined || beginsMatcher(word)) return;
  const bare = words.argument();
  const text = JSON.stringify(`not ${bare}`);
  throw new RangeError(
    `has ${bare} behind not, which is no comparison; write not == ${bare}, or == ${text} where that is the text`,
  );
}

function parseSigned(sign: Sign, word: string, words: Words): Matcher {
  words.next();
  const glued = word.slice(sign.length);
  const text = glued === '' ? required(words.argument(), sign) : glued;
  if (sign.startsWith('<') || sign.startsWith('>')) checkQuantity(text);
  return { kind: sign, expected: [parseLiteral(text)] };
}

function withValue(kind: (typeof WITH_VALUE)[number], text: string): Matcher {
  const unquoted = parseLiteral(text);
  if (kind === 'one-of') return { kind, expected: listOf(unquoted, text) };
  if (kind === 'type' && !isOneOf(TYPES, text)) {
    throw new RangeError(`has the type ${text} that is none of ${TYPES.join(', ')}${didYouMean(text, TYPES)}`);
  }
  if (kind === 'matches') checkPattern(unquoted.source);
  return { kind, expected: [unquoted] };
}

function listOf(literal: Literal, text: string): readonly Literal[] {
  if (Array.isArray(literal.value)) return literal.value.map((value) => ({ value, source: String(value) }));
  return text.split(',').map(parseLiteral);
}

function checkPattern(pattern: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    throw new RangeError(`has a pattern that cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function checkQuantity(text: string): void {
  if (text.includes('{{') || quantity(text) !== undefined) return;
  throw new RangeError(`compares with "${text}", which is neither a number nor a duration such as 500ms`);
}

/** A number, or a duration as milliseconds; undefined where the text is neither. */
export function quantity(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  try {
    return parseDuration(text);
  } catch {
    return undefined;
  }
}

function textWords(text: string): Words {
  let rest = text.trim();
  const peek = (): string | undefined => /^(==|!=|<=|>=|<|>|\S+)/.exec(rest)?.[0];
  const take = (length: number): void => {
    rest = rest.slice(length).trim();
  };
  return {
    peek,
    next: () => {
      const word = peek();
      take(word?.length ?? 0);
      return word;
    },
    argument: () => {
      const all = rest;
      rest = '';
      return all || undefined;
    },
  };
}

function required(text: string | undefined, after: string): string {
  if (text !== undefined && text !== '') return text;
  throw new RangeError(`lacks a value behind ${after}`);
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word);
}
