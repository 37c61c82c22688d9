import { isDeepStrictEqual } from 'node:util';
import { redact } from '@suite/core';

/** A value that an assertion compares with, and how it was written: a header is text whatever YAML makes of `1.10`. */
export interface Literal {
  readonly value: unknown;
  readonly source: string;
}

const LONGEST = 200;

/** JSON where the text is JSON (`5`, `true`, `"5"`, `[1]`), else the text itself. */
export function parseLiteral(text: string): Literal {
  const source = text.trim();
  if (/^(-?\d|["[{]|true$|false$|null$)/.test(source)) {
    try {
      const value: unknown = JSON.parse(source);
      return { value, source: typeof value === 'string' ? value : source };
    } catch {
      // Not JSON after all: text such as 10.0.0.1 or [draft].
    }
  }
  return { value: source, source };
}

/** A value as a failure shows it, with its type: `"5" (text)`, `5 (number)`, `nothing`. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `${quote(value)} (text)`;
  const text = shorten(redact(JSON.stringify(value) ?? String(value)));
  return `${text} (${typeOf(value)})`;
}

/** The word that `type` compares with. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  return typeof value;
}

/** Equal in type and value, lists and objects through and through. */
export function sameValue(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

/** A secret goes before the text is cut: half of one would not be recognised. A long text is cut before it is copied. */
function quote(text: string): string {
  const whole = redact(text);
  return whole.length <= LONGEST
    ? JSON.stringify(whole)
    : `${JSON.stringify(whole.slice(0, LONGEST))}… (${whole.length} characters)`;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}
