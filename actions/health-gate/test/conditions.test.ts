import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, findCondition, parseConditions, type Quantity } from '../src/conditions.ts';

function holds(line: string, body: unknown, quantity: Quantity = 'all'): boolean {
  return findCondition(parseConditions(line)[0] as Condition, body, quantity).holds;
}

describe('a condition', () => {
  const body = {
    state: 'ready',
    count: 3,
    error: null,
    tags: ['a', 'b'],
    'a b': { c: true },
    pods: [{ s: 'up' }, { s: 'down' }],
  };
  it.each([
    ['$.state == "ready"', true],
    ['$.state=="ready"', true],
    ['$.state == "READY"', false],
    ['$.state != "ready"', false],
    ['$.count == 3', true],
    ['$.count == "3"', false],
    ['$.count < 4', true],
    ['$.count <= 3', true],
    ['$.count > 3', false],
    ['$.count >= 3', true],
    ['$.state < 4', false],
    ['$.error == null', true],
    ['$.error exists', true],
    ['$.none exists', false],
    ['$.none != "error"', false],
    ['$.tags contains "a"', true],
    ['$.state contains "ead"', true],
    ['$.count contains 3', false],
    ['$.tags == ["a", "b"]', true],
    ['$.state matches "^re"', true],
    ['$.state matches /^RE/', false],
    ['$.state matches /^RE/i', true],
    ['$.count matches /^\\d$/', true],
    ['$.state one-of ["ready", "live"]', true],
    ['$.state one-of "ready", "live"', true],
    ['$.state one-of ["live"]', false],
    ["$['a b'].c == true", true],
    ['$.pods[0].s == "up"', true],
    ['$.pods[-1].s == "up"', false],
    ['$.pods[*].s == "up"', false],
    ['$.pods[*].s one-of ["up", "down"]', true],
    ['$.none[*] == 1', false],
    ['$ contains "x"', false],
  ])('%s is %s', (line, expected) => {
    expect(holds(line, body)).toBe(expected);
  });

  it('of several places wants all in until and any in fail-when', () => {
    expect(holds('$.pods[*].s == "up"', body, 'any')).toBe(true);
    expect(holds('$.pods[*].s == "gone"', body, 'any')).toBe(false);
    expect(holds('$.none[*] == 1', body, 'any')).toBe(false);
  });

  it.each([
    ['$.state == ready', 'wants a JSON value; write for example $.state == "ready"'],
    ["$.state == 'ready'", 'write for example $.state == "ready"'],
    ['$.count < "3"', 'and < wants a number; write for example $.count < 10'],
    ['$.state matches /(/', 'wants a regular expression'],
    ['$.state one-of', 'one-of wants JSON values; write for example $.state one-of ["failed", "error"]'],
    ['$.state exists 1', 'write for example $.state exists'],
    ['state == "ready"', 'is no condition; write for example $.status == "ready" (with == !='],
    ['$.state is "ready"', 'is no condition'],
    ['$..state == 1', 'is no condition'],
    ['$.state', 'is no condition'],
  ])('%s is refused', (line, message) => {
    expect(() => parseConditions(line)).toThrow(RangeError);
    expect(() => parseConditions(line)).toThrow(message);
  });

  it('stands on a line of its own', () => {
    const parsed = parseConditions('\n  $.a == 1\n\n  $.b exists \n');
    expect(parsed.map(({ text }) => text)).toEqual(['$.a == 1', '$.b exists']);
  });
});

describe('whatever is written', () => {
  it('is parsed or refused with a RangeError', () => {
    const words = fc.constantFrom(
      '$',
      '.a',
      '[0]',
      '[*]',
      "['x y']",
      ' ',
      '==',
      '<',
      'contains',
      'one-of',
      'exists',
      '"w"',
      '1',
      '[',
      '/',
    );
    const lines = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(lines, (line) => {
        try {
          for (const condition of parseConditions(line)) findCondition(condition, { a: [1, 'w'] }, 'all');
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('any JSON value at any name is found equal to itself, and not otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 3 }), fc.jsonValue(), fc.jsonValue(), (names, value, other) => {
        const quoted = names.map((name) => `['${name.replace(/[\\']/g, '\\$&')}']`);
        const wrap = (inner: unknown): unknown =>
          names.reduceRight((inside: unknown, name) => Object.fromEntries([[name, inside]]), inner);
        const line = `$${quoted.join('')} == ${JSON.stringify(value)}`;
        expect(holds(line, wrap(JSON.parse(JSON.stringify(value))))).toBe(true);
        expect(holds(line, wrap(other))).toBe(same(value, other));
      }),
    );
  });

  it('numbers are compared as numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const results = ['<', '<=', '>', '>=', '==', '!='].map((operator) => holds(`$.n ${operator} ${b}`, { n: a }));
        expect(results).toEqual([a < b, a <= b, a > b, a >= b, a === b, a !== b]);
      }),
    );
  });
});

function same(a: unknown, b: unknown): boolean {
  try {
    expect(JSON.parse(JSON.stringify(b))).toEqual(JSON.parse(JSON.stringify(a)));
    return true;
  } catch {
    return false;
  }
}
