import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellJoin, shellQuote } from '../src/index.ts';

test.each([
  ['plain-word_1.2', 'plain-word_1.2'],
  ['', "''"],
  ['two words', "'two words'"],
  ["it's", "'it'\\''s'"],
  ['$(reboot)', "'$(reboot)'"],
  ['a=b', "'a=b'"],
  ['~', "'~'"],
])('%j is written %s', (word, text) => {
  expect(shellQuote(word)).toBe(text);
});

test('NUL is refused', () => {
  expect(() => shellQuote('a\0b')).toThrow(RangeError);
});

test('dash sees exactly the words, whatever they hold', () => {
  const word = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom("'", '\\', '\n', '$x', '`', '*', '-n'),
  );
  const words = fc.array(
    word.filter((text) => !text.includes('\0')),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(words, (given) => {
      const script = `set -- ${shellJoin(given)}; for w; do printf '%s\\0' "$w"; done`;
      const seen = spawnSync('dash', { input: script }).stdout.toString();
      expect(seen).toBe(given.map((each) => `${Buffer.from(each).toString()}\0`).join(''));
    }),
    { numRuns: 100 },
  );
});
