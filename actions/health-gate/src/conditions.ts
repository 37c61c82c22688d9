import { splitLines, testPattern } from '@suite/core';
import { type JsonPath, parseJsonPath, readJsonPath } from '@suite/http';

/** One line of `until` or `fail-when`: a place of a JSON answer and what must stand there. */
export interface Condition {
  /** As it was written. */
  readonly text: string;
  readonly path: JsonPath;
  readonly operator: Operator;
  /** JSON; the pattern of `matches`; the list of `one-of`; null for `exists`. */
  readonly value: unknown;
}

/** Of several places that a path with `*` meets: `until` wants all of them, `fail-when` any of them. */
export type Quantity = 'all' | 'any';

/** Whether a condition holds, and the value that decided; `found` is undefined where there is none. */
export interface Finding {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly found: unknown;
}

const OPERATORS = ['==', '!=', '<=', '>=', '<', '>', 'contains', 'matches', 'one-of', 'exists'] as const;
type Operator = (typeof OPERATORS)[number];

const STEP = String.raw`\.\*|\[\*\]|\.[\w$-]+|\[-?\d+\]|\['(?:[^'\\]|\\.)*'\]|\["(?:[^"\\]|\\.)*"\]`;
const LINE = new RegExp(String.raw`^(\$(?:${STEP})*)(?=[\s=!<>])\s*(${OPERATORS.join('|')})(?![\w-])\s*(.*)$`);
const EXAMPLE = '$.status == "ready"';

/**
 * Parses one condition a line: `$.path == "word"`, with `== != < <= > >= contains matches one-of exists`.
 * @throws RangeError naming the line and the corrected form.
 */
export function parseConditions(text: string): readonly Condition[] {
  return splitLines(text).map(parseCondition);
}

function parseCondition(text: string): Condition {
  const [, path, word, rest = ''] = LINE.exec(text) ?? [];
  const operator = OPERATORS.find((one) => one === word);
  if (path === undefined || operator === undefined) {
    const known = OPERATORS.join(' ');
    throw new RangeError(`has the line ${text}, which is no condition; write for example ${EXAMPLE} (with ${known})`);
  }
  const value = parseOperand(operator, rest);
  if (value === undefined) {
    throw new RangeError(`has the line ${text}, ${wanted(operator)}; write for example ${corrected(path, word, rest)}`);
  }
  return { text, path: parseJsonPath(path), operator, value };
}

/** What stands behind an operator, or undefined where it does not fit. */
function parseOperand(operator: Operator, rest: string): unknown {
  if (operator === 'exists') return rest === '' ? null : undefined;
  if (operator === 'matches') return patternOf(rest.startsWith('/') ? unslashed(rest) : parseJson(rest));
  if (operator === 'one-of') {
    const list = parseJson(rest.startsWith('[') ? rest : `[${rest}]`);
    return Array.isArray(list) && list.length > 0 ? list : undefined;
  }
  const value = parseJson(rest);
  return /[<>]/.test(operator) && typeof value !== 'number' ? undefined : value;
}

function wanted(operator: Operator): string {
  if (operator === 'exists') return 'and nothing stands behind exists';
  if (operator === 'matches') return 'and matches wants a regular expression';
  if (operator === 'one-of') return 'and one-of wants JSON values';
  return /[<>]/.test(operator) ? `and ${operator} wants a number` : `and ${operator} wants a JSON value`;
}

function corrected(path: string, operator: string | undefined, rest: string): string {
  const word = rest.replace(/^'(.*)'$/, '$1') || 'ready';
  if (operator === 'exists') return `${path} exists`;
  if (operator === 'matches') return `${path} matches "^1\\\\.2"`;
  if (operator === 'one-of') return `${path} one-of ["failed", "error"]`;
  return /[<>]/.test(operator ?? '') ? `${path} ${operator} 10` : `${path} ${operator} ${JSON.stringify(word)}`;
}

/** Whether a condition holds for an answer. Where nothing stands at the path, no condition holds, `!=` neither. */
export function findCondition(condition: Condition, body: unknown, quantity: Quantity): Finding {
  const read = readJsonPath(body, condition.path);
  const several = condition.path.some((step) => typeof step === 'symbol');
  const places = several ? (read as readonly unknown[]) : [read].filter((value) => value !== undefined);
  if (quantity === 'any') {
    const found = places.find((value) => test(condition, value));
    return { condition, holds: found !== undefined, found };
  }
  const against = places.find((value) => !test(condition, value));
  return { condition, holds: places.length > 0 && against === undefined, found: against };
}

function test({ operator, value }: Condition, found: unknown): boolean {
  switch (operator) {
    case 'exists':
      return true;
    case '==':
      return isSame(found, value);
    case '!=':
      return !isSame(found, value);
    case 'contains':
      if (typeof found === 'string') return typeof value === 'string' && found.includes(value);
      return Array.isArray(found) && found.some((each) => isSame(each, value));
    case 'matches':
      return (
        (typeof found === 'string' || typeof found === 'number') &&
        testPattern(new RegExp(String(value)), String(found))
      );
    case 'one-of':
      return (value as readonly unknown[]).some((each) => isSame(found, each));
    default:
      return typeof found === 'number' && compare(operator, found, value as number);
  }
}

function compare(operator: '<' | '<=' | '>' | '>=', a: number, b: number): boolean {
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** Equal as JSON; the order of keys counts for nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, Reflect.get(b, key)))
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The pattern in `/…/` or `/…/i`. */
function unslashed(text: string): string | undefined {
  const [, pattern, insensitive] = /^\/(.+)\/(i?)$/.exec(text) ?? [];
  return insensitive ? `(?i:${pattern})` : pattern;
}

function patternOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    new RegExp(text);
    return text;
  } catch {
    return undefined;
  }
}
