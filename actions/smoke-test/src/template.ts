import { Secret } from '@suite/core';
import type { Body, Check, Expectation } from './check.ts';
import type { Literal } from './literal.ts';
import type { Matcher } from './matcher.ts';

/** What `{{name}}` stands for: text and captured values as they are, secrets as Secret. */
export type Scope = ReadonlyMap<string, unknown>;

const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*([\w.-]+)\s*\}\}$/;

/** Replaces each `{{name}}` by its value's text; a name that is not there stays. */
export function expandText(text: string, scope: Scope): string {
  return text.replace(VARIABLE, (whole, name: string) => (scope.has(name) ? asText(scope.get(name)) : whole));
}

/** Replaces through lists and objects. A text that is nothing but `{{name}}` becomes the value with its type. */
export function expandValue(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    const name = WHOLE.exec(value)?.[1];
    return name !== undefined && scope.has(name) ? reveal(scope.get(name)) : expandText(value, scope);
  }
  if (Array.isArray(value)) return value.map((item) => expandValue(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandValue(item, scope)]));
}

/** A matcher with its values filled in. */
export function expandMatcher(matcher: Matcher, scope: Scope): Matcher {
  const expected = matcher.expected.map((literal) => expandLiteral(literal, scope));
  return { ...matcher, expected, ...(matcher.inner ? { inner: expandMatcher(matcher.inner, scope) } : {}) };
}

/** The names that a check uses, each once. */
export function namesUsed(check: Check): readonly string[] {
  const texts = [
    check.path,
    ...check.query.values(),
    ...check.headers.values(),
    ...bodyTexts(check.body),
    ...check.expect.flatMap(expectationTexts),
    ...check.when.flatMap(({ matcher }) => matcherTexts(matcher)),
  ];
  const used = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
  return [...new Set([...check.when.map(({ name }) => name), ...used])];
}

function expandLiteral({ value, source }: Literal, scope: Scope): Literal {
  return { value: expandValue(value, scope), source: expandText(source, scope) };
}

function expectationTexts({ matcher }: Expectation): readonly string[] {
  return matcherTexts(matcher);
}

function matcherTexts({ expected, inner }: Matcher): readonly string[] {
  return [
    ...expected.map(({ source, value }) => `${source} ${JSON.stringify(value)}`),
    ...(inner ? matcherTexts(inner) : []),
  ];
}

function bodyTexts(body: Body | undefined): readonly string[] {
  if (body === undefined || body.kind === 'file') return [];
  if (body.kind === 'form') return [...body.fields.values()];
  if (body.kind === 'multipart') return [...body.parts.values()].flatMap((part) => ('text' in part ? part.text : []));
  return [body.kind === 'json' ? JSON.stringify(body.value) : body.text];
}

function reveal(value: unknown): unknown {
  return value instanceof Secret ? value.reveal() : value;
}

function asText(value: unknown): string {
  const shown = reveal(value);
  return typeof shown === 'string' ? shown : (JSON.stringify(shown) ?? '');
}
