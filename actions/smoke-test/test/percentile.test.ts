import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBudget, parseBudgets } from '../src/budget.ts';
import { latencyOf, percentile, sparkline } from '../src/percentile.ts';
import { parseSuccessRate, successRate } from '../src/success-rate.ts';

const samples = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });

/** The smallest sample of which at least `percent` of all are no greater: `count / n >= percent / 100` without fractions. */
function byDefinition(values: readonly number[], percent: number): number | undefined {
  const tenths = Math.round(percent * 10);
  const sorted = [...values].sort((one, other) => one - other);
  return sorted.find((_, index) => (index + 1) * 1000 >= tenths * values.length);
}

describe('a percentile by nearest rank', () => {
  it.each([
    [[15, 20, 35, 40, 50], 5, 15],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 100, 50],
    [[7], 95, 7],
    [Array.from({ length: 100 }, (_, index) => index + 1), 7, 7],
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

  it('equals the definition, counted in whole numbers, on 1,000 random samples', () => {
    const percents = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10);
    const many = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 1000 });
    fc.assert(
      fc.property(many, percents, (values, percent) => {
        expect(percentile(values, percent)).toBe(byDefinition(values, percent));
        for (const usual of [50, 95, 99, 100]) {
          expect(percentile(values, usual)).toBe(byDefinition(values, usual));
        }
      }),
      { numRuns: 1000, seed: 95 },
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
    ['p75<1s', [10, 20, 30, 40, 50], true, 'p75<1s: kept, p75=40 ms (n=5)'],
    ['p50<1s', [10], true, 'p50<1s: kept, p50=10 ms (n=1: the max)'],
    ['max<1s', [10], true, 'max<1s: kept, max=10 ms (n=1)'],
    ['p99<1s', Array.from({ length: 50 }, () => 10), true, 'p99<1s: kept, p99=10 ms (n=50: the max)'],
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
