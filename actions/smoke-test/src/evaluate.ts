import { ActionError, formatDuration, formatError } from '@suite/core';
import { sameVersion } from '@suite/http';
import type { Answer } from './answer.ts';
import type { Capture, Expectation, Place } from './check.ts';
import { show } from './literal.ts';
import { match } from './match.ts';
import type { Matcher } from './matcher.ts';
import { type Found, readSubject } from './read-subject.ts';
import { isText, type Subject } from './subject.ts';
import type { Tools } from './tools.ts';

/** An assertion that did not hold. `expected` and `actual` are for people, with their types. */
export interface FailedAssertion {
  readonly text: string;
  readonly place: Place;
  readonly expected: string;
  readonly actual: string;
}

/** What an answer is judged by. Expectations have their variables filled in. */
export interface Judgement {
  readonly expect: readonly Expectation[];
  readonly capture: readonly Capture[];
  readonly place: Place;
  readonly expectVersion: string | undefined;
  readonly nowMs: number;
  readonly tools: Tools;
}

/** What holds for a body of which only the beginning was read. */
const HOLDS_OF_BEGINNING = new Set<Matcher['kind']>(['contains', 'starts', 'exists']);

const SECRET_SUBJECTS = new Set(['header.set-cookie', 'header.authorization', 'header.cookie']);

/** Every assertion that an answer breaks. Where there is no answer that is the one thing said. */
export function evaluate(answer: Answer, judgement: Judgement): readonly FailedAssertion[] {
  const broken = noAnswer(answer, judgement.place);
  if (broken) return [broken];
  const failed = judgement.expect.flatMap((expectation) => judgeSafely(expectation, answer, judgement) ?? []);
  const uncaptured = judgement.capture.flatMap((capture) => judgeCapture(capture, answer, judgement.tools) ?? []);
  return [...failed, ...uncaptured, ...judgeVersion(answer, judgement)];
}

function noAnswer({ last, stopped, hops }: Answer, place: Place): FailedAssertion | undefined {
  const ways = hops.map(({ url }) => new URL(url).pathname).join(' → ');
  if (stopped) {
    const actual = stopped === 'loop' ? `a redirect loop ${ways} → …` : `more redirects than follow allows: ${ways}`;
    return { text: 'redirects', place, expected: 'an answer behind the redirects', actual };
  }
  if (last.failure === undefined) return undefined;
  const expected = last.response ? 'a whole body' : 'an answer';
  return { text: 'answer', place, expected, actual: `${last.failure.message} (${last.failure.kind})` };
}

/** What cannot be judged, such as a pattern that would never end, is an assertion that fails and says so. */
function judgeSafely(expectation: Expectation, answer: Answer, judgement: Judgement): FailedAssertion | undefined {
  try {
    return judge(expectation, answer, judgement);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { subject, matcher, text, place } = expectation;
    return { text, place, expected: formatExpected(matcher, isText(subject)), actual: onOneLine(error) };
  }
}

/** An error as one line of a failure. */
export function onOneLine(error: ActionError): string {
  return formatError(error).replaceAll('\n', '; ');
}

function judge(
  { subject, matcher, text, place }: Expectation,
  answer: Answer,
  { nowMs, tools }: Judgement,
): FailedAssertion | undefined {
  const found = readSubject(subject, answer, tools);
  if (subject.kind === 'openapi') return judgeOperation({ subject, matcher, text, place }, answer, tools);
  if (subject.kind === 'schema') return judgeSchema({ subject, matcher, text, place }, found, tools);
  const outcome = match(matcher, { value: found.value, isText: isText(subject), nowMs });
  if (outcome.ok && (!found.unread || HOLDS_OF_BEGINNING.has(matcher.kind))) return undefined;
  const note = found.unread ? found.why : (outcome.note ?? found.why);
  const actual = `${showActual(subject, found)}${note === undefined ? '' : `; ${note}`}`;
  return { text, place, expected: formatExpected(matcher, isText(subject)), actual };
}

function judgeOperation(
  { matcher, text, place }: Expectation,
  { last, body, request }: Answer,
  tools: Tools,
): FailedAssertion | undefined {
  const path = String(matcher.expected[0]?.value);
  const method = request.method ?? 'GET';
  const contentType = last.response?.headers.get('content-type')?.[0];
  const described = { status: last.response?.status ?? 0, contentType, body, method };
  const wrong = tools.openapi?.(path, described) ?? ['no document'];
  if (wrong.length === 0) return undefined;
  return { text, place, expected: `an answer as the document describes ${method} ${path}`, actual: wrong.join('; ') };
}

function judgeSchema({ matcher, text, place }: Expectation, found: Found, tools: Tools): FailedAssertion | undefined {
  const [schema] = matcher.expected;
  const name = typeof schema?.value === 'string' ? schema.value : 'the schema here';
  const wrong =
    found.value === undefined ? [found.why ?? 'nothing'] : tools.schemas.get(schema?.source ?? '')?.(found.value);
  if (wrong?.length === 0) return undefined;
  return { text, place, expected: `a body that fits ${name}`, actual: wrong?.join('; ') ?? 'no such schema' };
}

function judgeCapture({ name, from, place }: Capture, answer: Answer, tools: Tools): FailedAssertion | undefined {
  const found = readSubject(from, answer, tools);
  if (found.value !== undefined && found.value !== null && !found.unread) return undefined;
  const why = found.why === undefined ? '' : `; ${found.why}`;
  return { text: `capture ${name}`, place, expected: `a value at ${from.text}`, actual: `${show(found.value)}${why}` };
}

/** An answer that tells a version must tell the one that is expected. */
export function judgeVersion(
  { version }: Answer,
  { expectVersion, place }: Pick<Judgement, 'expectVersion' | 'place'>,
): readonly FailedAssertion[] {
  if (expectVersion === undefined || version === undefined || sameVersion(version, expectVersion)) return [];
  const actual = `${show(version)}; another build answers`;
  return [{ text: 'expect-version', place, expected: show(expectVersion), actual }];
}

function showActual(subject: Subject, { value }: Found): string {
  if (value === undefined) return 'nothing';
  if (subject.kind === 'cookie' || SECRET_SUBJECTS.has(subject.text.toLowerCase())) return '*** (text)';
  if (subject.kind === 'time' && typeof value === 'number') return formatDuration(value);
  return show(value);
}

/** A matcher for people: `"ann" (text)`, `<1s`, `not contains "x"`. */
export function formatExpected(matcher: Matcher, asText: boolean): string {
  const { kind, expected, inner } = matcher;
  if (inner) return `${kind} ${formatExpected(inner, asText)}`;
  const values = expected.map(({ value, source }) => show(asText ? source : value));
  if (kind === 'status')
    return expected.map(({ value, source }) => (typeof value === 'number' ? show(value) : source)).join(' or ');
  if (kind === '==') return values.join(' or ');
  if (/^[<>]/.test(kind)) return `${kind}${expected[0]?.source}`;
  return values.length === 0 ? kind : `${kind} ${values.join(', ')}`;
}
