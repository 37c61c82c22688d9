import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../src/duration.ts';
import { formatSize, parseSize } from '../src/size.ts';

describe('durations', () => {
  it.each([
    ['500ms', 500],
    ['5s', 5_000],
    ['1.5s', 1_500],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['5h30m', 19_800_000],
    ['30d', 2_592_000_000],
  ])('%s is %d ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each([
    ['20', /no unit; write 20s or 20ms/],
    ['5 s', /not a duration/],
    ['30m1h', /do not descend/],
    ['soon', /not a duration/],
    ['-5s', /not a duration/],
  ])('refuses %s', (text, problem) => expect(() => parseDuration(text)).toThrow(problem));

  it.each([
    [61, '61 ms'],
    [3_140, '3.1 s'],
    [125_000, '2 min 5 s'],
    [3_780_000, '1 h 3 min'],
  ])('%d ms reads %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('sizes', () => {
  it.each([
    ['500MB', 500_000_000],
    ['512MiB', 536_870_912],
    ['2GiB', 2_147_483_648],
    ['1.5kB', 1_500],
    ['10B', 10],
  ])('%s is %d bytes', (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(['500', 'MB', '5XB', '-1MB', ''])('refuses %j', (text) => expect(() => parseSize(text)).toThrow(RangeError));

  it('reads back what it writes, within the digit it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (bytes) => {
        expect(Math.abs(parseSize(formatSize(bytes)) - bytes) / bytes).toBeLessThan(0.06);
      }),
    );
  });
});
