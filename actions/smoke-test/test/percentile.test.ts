import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBudget, parseBudgets } from '../src/budget.ts';
import { latencyOf, percentile, sparkline } from '../src/percentile.ts';
import { parseSuccessRate, successRate } from '../src/success-rate.ts';

const samples = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });

describe('a percentile by nearest rank', () => {
  it.each([
    [[15, 20, 35, 40, 50], 5, 15],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 100, 50],
    [[7], 95, 7],
  ])('of %j at %d is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  it('is the smallest sample that the share of all does not exceed', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent) ?? -1;
        const share = (limit: number) => (values.filter((value) => value <= limit).length / values.length) * 100;
        expect(share(found)).toBeGreaterThanOrEqual(percent - 1e-9);
        const smaller = values.filter((value) => value < found);
        if (smaller.length > 0) expect(share(Math.max(...smaller))).toBeLessThan(percent);
      }),
    );
  });

  it('of no samples is nothing', () => {
    expect(percentile([], 95)).toBeUndefined();
    expect(latencyOf([])).toBeUndefined();
  });

  it('below 20 samples is the maximum at 95', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 19 }), (values) => {
        expect(percentile(values, 95)).toBe(Math.max(...values));
      }),
    );
  });
});

describe('a budget', () => {
  it.each([
    ['p95<10s', { check: undefined, percent: 95, limitMs: 10_000, orEqual: false }],
    ['health.p95<=1s', { check: 'health', percent: 95, limitMs: 1000, orEqual: true }],
    ['GET /a.b.p99.9<1s', { check: 'GET /a.b', percent: 99.9, limitMs: 1000 }],
    ['max<2s', { percent: 100, limitMs: 2000 }],
  ])('%s', (text, budget) => {
    expect(parseBudgets(text)[0]).toMatchObject(budget);
  });

  it.each([
    ['p95>1s', 'has "p95>1s" that is no budget; write p95<10s'],
    ['p95<1', 'has "p95<1" whose limit has no unit; write 1s or 1ms'],
    ['fast', 'has "fast" that is no budget'],
  ])('%s is refused', (text, message) => {
    expect(() => parseBudgets(text)).toThrow(message);
  });

  it.each([
    ['p95<1s', [10, 20], true, 'p95<1s: kept, p95=20 ms (n=2: the max)'],
    ['p50<1s', [10, 2000, 3000], false, 'p50<1s: broken, p50=2.0 s (n=3)'],
    ['p95<100ms', [100], false, 'p95<100ms: broken, p95=100 ms (n=1: the max)'],
    ['p95<=100ms', [100], true, 'p95<=100ms: kept, p95=100 ms (n=1: the max)'],
    ['p95<1s', [], false, 'p95<1s: no request was answered, so there is no figure'],
    [
      'p95<1s',
      Array.from({ length: 20 }, (_, index) => (index === 19 ? 5000 : 10)),
      true,
      'p95<1s: kept, p95=10 ms (n=20)',
    ],
  ])('%s over %j', (text, values, kept, sentence) => {
    const [budget] = parseBudgets(text);
    expect(budget && judgeBudget(budget, values)).toEqual({ text, kept, sentence });
  });
});

describe('a success rate', () => {
  it.each([
    ['>=99%', 99],
    ['>= 99.5 %', 99.5],
  ])('%s', (text, percent) => expect(parseSuccessRate(text)).toBe(percent));
  it.each(['99%', '>=99', '>99%', '>=101%'])('%s is refused', (text) =>
    expect(() => parseSuccessRate(text)).toThrow('write for example >=99%'),
  );
  it('is rounded down, so that it never tells more than was', () => {
    expect(successRate(999, 1000)).toBe(99.9);
    expect(successRate(9999, 10_000)).toBe(99.9);
    expect(successRate(0, 0)).toBeUndefined();
  });
});

it('a sparkline has a bar a sample, the highest for the slowest', () => {
  expect(sparkline([1, 4, 7])).toBe('▁▄▇');
  expect(sparkline([5])).toBe('▁');
});
