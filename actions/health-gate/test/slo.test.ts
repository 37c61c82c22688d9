import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../src/figures.ts';
import { INITIAL, judgeBy, type Policy, type Sample } from '../src/gate.ts';
import type { Moment } from '../src/moment.ts';
import { brokenBudgets, parseSlo } from '../src/slo.ts';

const moment = (atMs: number, latencyMs: number, seen: Moment['class'] = 'pass'): Moment => ({
  atMs,
  latencyMs,
  class: seen,
  message: seen,
  reached: true,
});

/** The definition itself: the smallest value that at least so many percent of all do not exceed. */
function reference(values: readonly number[], percent: number): number | undefined {
  const enough = (value: number): boolean =>
    (100 * values.filter((one) => one <= value).length) / values.length >= percent;
  return values.filter(enough).sort((a, b) => a - b)[0];
}

describe('percentiles', () => {
  it('are those of the definition on 1,000 random samples', () => {
    const thousand = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1_000, maxLength: 1_000 });
    fc.assert(
      fc.property(thousand, fc.constantFrom(1, 50, 90, 95, 99, 100), (values, percent) => {
        expect(percentile(values, percent)).toBe(reference(values, percent));
      }),
      { numRuns: 3 },
    );
  });
  it('of few samples are the maximum, of none nothing', () => {
    expect(percentile([3, 9, 1], 95)).toBe(9);
    expect(percentile([], 95)).toBeUndefined();
  });
});

describe('an slo', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => moment(index * 1_000, 100 + index));
  const one503 = twenty.with(7, moment(7_000, 9_000, 'fail'));
  it.each([
    ['error-rate<1%, p95<1s, uptime>=99%', twenty, []],
    ['error-rate<=5%, uptime>=95%', one503, []],
    ['error-rate<5%', one503, ['error-rate<5%: it is 5 %']],
    ['uptime>95%', one503, ['uptime>95%: it is 95 %']],
    ['p50<=109ms, p95<118ms', twenty, ['p95<118ms: it is 118 ms']],
    ['p95<100ms', one503, ['p95<100ms: it is 119 ms (the maximum of 19 samples)']],
    ['p50<=109ms', twenty.slice(0, 19), []],
    ['p50<100ms', twenty.slice(0, 10), ['p50<100ms: it is 104 ms']],
    ['p99<100ms', twenty, ['p99<100ms: it is 119 ms (the maximum of 20 samples)']],
    ['p99<1s', [], ['p99<1s: there is no sample for it']],
    [
      'p99<1s, error-rate<1%',
      [moment(0, 5, 'fail')],
      ['p99<1s: there is no sample for it', 'error-rate<1%: it is 100 %'],
    ],
  ] as const)('%s', (text, moments, broken) => {
    expect(brokenBudgets(parseSlo(text), moments, 20_000)).toEqual(broken);
  });

  it.each([
    ['p95<1', 'has p95<1, and 1 has no unit; write 1s or 1ms'],
    ['error-rate<1', 'is no budget; write for example error-rate<1%'],
    ['latency<1s', 'is no budget'],
    ['uptime=99%', 'is no budget'],
    ['error-rate<101%', 'is no budget'],
  ])('%s is refused', (text, message) => {
    expect(() => parseSlo(text)).toThrow(message);
  });
});

describe('a bake with an slo', () => {
  const policy: Policy = {
    successes: 1,
    warmupMs: 0,
    bakeMs: 40_000,
    consecutiveFailures: 3,
    maxFailures: undefined,
    flakeBudget: { errors: 1, of: 10 },
    failFastOn: [],
    slo: parseSlo('error-rate<10%, p95<1s'),
    minSamples: 20,
  };
  const words: Readonly<Record<string, Sample>> = {
    p: { class: 'pass', message: 'good', latencyMs: 10, reached: true },
    l: { class: 'pass', message: 'slow', latencyMs: 1_500, reached: true },
    f: { class: 'fail', message: '503', latencyMs: 10, reached: true },
    e: { class: 'error', message: 'timeout', latencyMs: 10, reached: false },
  };
  const play = (letters: string, own: Partial<Policy> = {}) => {
    const judge = judgeBy({ ...policy, ...own });
    return [...letters].reduce((state, letter, index) => judge(state, words[letter] as Sample, index * 2_000), INITIAL);
  };
  it.each([
    ['p'.repeat(20), 'baking', ''],
    ['p'.repeat(21), 'passed', 'kept its slo over 21 samples'],
    [`pppf${'p'.repeat(17)}`, 'passed', ''],
    [`pppfpf${'p'.repeat(14)}f`, 'failed', 'slo broken over 21 samples: error-rate<10%: it is 14.29 %'],
    [`ppll${'p'.repeat(17)}`, 'failed', 'p95<1s: it is 1.5 s'],
    [`pppfff${'p'.repeat(15)}`, 'failed', '3 failures in a row'],
    [`ppe${'p'.repeat(18)}`, 'passed', ''],
  ] as const)('%s: %s', (letters, phase, reason) => {
    const state = play(letters);
    expect(state.phase).toBe(phase);
    expect(state.reason).toContain(reason);
  });
  it('of too few samples says nothing', () => {
    expect(play('p'.repeat(21), { minSamples: 22 })).toMatchObject({
      phase: 'inconclusive',
      reason: 'only 21 samples in bake time, min-samples is 22',
    });
  });
});
