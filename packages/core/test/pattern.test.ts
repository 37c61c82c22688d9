import { expect, test } from 'vitest';
import { testPattern } from '../src/pattern.ts';

test.each([
  [/^v\d+$/, 'v12', true],
  [/^v\d+$/, 'x', false],
  [/^\p{L}+$/u, 'é', true],
])('%s on %s', (pattern, text, expected) => expect(testPattern(pattern, text)).toBe(expected));

test('a pattern that would never end is ended, and the next one works', () => {
  expect(() => testPattern(/^(a+)+$/, `${'a'.repeat(40)}!`, 50)).toThrow(
    'the pattern ^(a+)+$ took more than 50 ms on a text of 41 characters',
  );
  expect(testPattern(/a/, 'a')).toBe(true);
});
