import { didYouMean } from '@suite/core';
import { type Body, type Check, type Expectation, METHODS, type Place } from './check.ts';
import { parseLiteral } from './literal.ts';
import { type Matcher, parseMatcher, parseMatcherText, type Words } from './matcher.ts';
import { parseSubject, type Subject } from './subject.ts';

const FORM = 'METHOD PATH STATUS, for example: GET /health 200 <1s json $.status == "healthy"';
const ASSERTIONS = ['json', 'header', 'contains', 'body'] as const;
const TOKEN = /"(?:[^"\\]|\\.)*"|'[^']*'|(?:==|!=|<=|>=|<|>)(?=["'])|\S+/g;

/** What `checks` holds: the checks of its good lines, and a sentence for each bad one. */
export interface CheckLines {
  readonly checks: readonly Check[];
  readonly problems: readonly string[];
}

/** Parses the `checks` input: a check a line; blank lines and lines that begin with # are left out. */
export function parseCheckLines(text: string): CheckLines {
  const checks: Check[] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    try {
      checks.push(parseCheckLine(line, { line: index + 1 }));
    } catch (error) {
      problems.push(`line ${index + 1} ${error instanceof Error ? error.message : error}`);
    }
  }
  return { checks, problems };
}

/** @throws RangeError saying what is wrong with the line. */
export function parseCheckLine(line: string, place: Place): Check {
  const { head, body } = cutBody(line);
  const tokens = lineWords(head);
  const method = parseMethod(tokens.next());
  const path = parsePath(tokens.next());
  const status = parseStatus(tokens.next(), place);
  const expect = [status, ...parseAssertions(tokens, place)];
  return { ...EMPTY, name: `${method} ${path}`, method, path, body, expect, place };
}

const EMPTY = {
  tags: [],
  query: new Map(),
  headers: new Map(),
  follow: 0,
  requestTimeoutMs: undefined,
  retry: undefined,
  repeat: undefined,
  capture: [],
  when: [],
} as const;

/** `body` stands last and goes to the end of the line: nothing in it is read as an assertion. */
function cutBody(line: string): { readonly head: string; readonly body: Body | undefined } {
  let at = 0;
  for (const token of line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\S+/g)) {
    const first = at++ < 2;
    if (first || token[0] !== 'body') continue;
    const text = line.slice(token.index + 'body'.length).trim();
    if (text === '') throw new RangeError('has nothing behind body');
    refuseAssertion(text);
    return { head: line.slice(0, token.index), body: { kind: 'text', text } };
  }
  return { head: line, body: undefined };
}

/** JSON with an assertion behind it is no body that anybody means; other text may be, broken JSON too. */
function refuseAssertion(body: string): void {
  if (!/^(\[|\{(?!\{))/.test(body) || isJson(body)) return;
  for (const { index, 1: word = '' } of body.matchAll(/\s(json|header|contains|[<>]=?(?=\s*\d))/g)) {
    if (!isJson(body.slice(0, index))) continue;
    throw new RangeError(`has ${word} … behind its body, which goes to the end of the line; put ${word} … before body`);
  }
}

/** Whether a text is JSON once its variables are filled in. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/\{\{\s*[\w.-]+\s*\}\}/g, '0'));
    return true;
  } catch {
    return false;
  }
}

function parseMethod(word: string | undefined): string {
  const method = word?.toUpperCase() ?? '';
  if ((METHODS as readonly string[]).includes(method)) return method;
  throw new RangeError(`begins with "${word}", which is no method${didYouMean(method, METHODS)}; write ${FORM}`);
}

function parsePath(word: string | undefined): string {
  if (word !== undefined && /^(\/|https?:\/\/|\{\{)/.test(word)) return word;
  throw new RangeError(`has the path "${word ?? ''}" that begins neither with / nor with https://; write ${FORM}`);
}

function parseStatus(word: string | undefined, place: Place): Expectation {
  const codes = (word ?? '').split(',');
  if (!codes.every((code) => /^[1-5](\d\d|xx)$/i.test(code))) {
    throw new RangeError(`has the status "${word ?? ''}" that is neither a code such as 200 nor 2xx; write ${FORM}`);
  }
  const matcher: Matcher = { kind: 'status', expected: codes.map(parseLiteral) };
  return { subject: parseSubject('status'), matcher, text: `status ${word}`, place };
}

function parseAssertions(tokens: Words, place: Place): readonly Expectation[] {
  const found: Expectation[] = [];
  for (let word = tokens.next(); word !== undefined; word = tokens.next()) {
    const [subject, matcher, written] = parseAssertion(word, tokens);
    found.push({ subject, matcher, text: written, place });
  }
  return found;
}

function parseAssertion(word: string, tokens: Words): readonly [Subject, Matcher, string] {
  if (/^[<>]=?/.test(word)) {
    const text = /^[<>]=?$/.test(word) ? `${word}${tokens.argument() ?? ''}` : word;
    if (!/(ms|s|m|h)$/.test(text)) throw new RangeError(`has the time "${text}" without a unit; write ${text}s`);
    return [parseSubject('time.total'), parseMatcherText(text), `time.total ${text}`];
  }
  if (word === 'contains') {
    const text = tokens.argument();
    return [parseSubject('body'), parseMatcherText(`contains ${text ?? ''}`), `body contains ${text}`];
  }
  if (word === 'json' || word === 'header') {
    const name = tokens.next();
    if (name === undefined) throw new RangeError(`has nothing behind ${word}`);
    const spoken = recording(tokens);
    const matcher = parseMatcher(spoken.words);
    return [parseSubject(`${word}.${name}`), matcher, `${word} ${name} ${spoken.said()}`];
  }
  throw new RangeError(
    `has "${word}" where ${ASSERTIONS.join(', ')} or a time such as <1s is known${didYouMean(word, ASSERTIONS)}`,
  );
}

function lineWords(text: string): Words {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const next = (): string | undefined => unquoteSingle(tokens[at++]);
  return { peek: () => unquoteSingle(tokens[at]), next, argument: next };
}

function unquoteSingle(token: string | undefined): string | undefined {
  return token?.startsWith("'") && token.endsWith("'") ? JSON.stringify(token.slice(1, -1)) : token;
}

/** Remembers the words that a matcher took, to name the assertion as it was written. */
function recording(words: Words): { readonly words: Words; readonly said: () => string } {
  const taken: (string | undefined)[] = [];
  const note = (word: string | undefined): string | undefined => {
    taken.push(word);
    return word;
  };
  return {
    words: { peek: words.peek, next: () => note(words.next()), argument: () => note(words.argument()) },
    said: () => taken.join(' '),
  };
}
