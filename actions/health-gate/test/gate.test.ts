import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterCancel,
  afterDeadline,
  type GateState,
  INITIAL,
  isOver,
  judgeBy,
  type Policy,
  type Sample,
  settle,
  shouldRollBack,
} from '../src/gate.ts';
import { parseSlo } from '../src/slo.ts';

const policy: Policy = {
  successes: 3,
  warmupMs: 30_000,
  bakeMs: 0,
  consecutiveFailures: 3,
  maxFailures: undefined,
  flakeBudget: { errors: 1, of: 10 },
  failFastOn: ['auth-refused', 'version-regressed'],
  slo: [],
  minSamples: 20,
};

const WORDS: Readonly<Record<string, Sample>> = {
  p: { class: 'pass', latencyMs: 12, message: 'good', reached: true },
  w: { class: 'warn', latencyMs: 12, message: 'degraded', reached: true },
  f: { class: 'fail', cause: 'unhealthy', latencyMs: 12, message: '503', reached: true },
  v: { class: 'fail', cause: 'wrong-version', latencyMs: 12, message: 'old build', reached: true },
  s: { class: 'fail', cause: 'starting', latencyMs: 12, message: 'starting', reached: true },
  u: { class: 'fail', cause: 'waiting', latencyMs: 12, message: 'not yet', reached: true },
  x: { class: 'fail', cause: 'fail-condition', latencyMs: 12, message: 'state error', reached: true },
  d: { class: 'fail', cause: 'degraded', latencyMs: 12, message: 'ollama degraded', reached: true },
  a: { class: 'fail', cause: 'auth-refused', latencyMs: 12, message: '401', reached: true },
  e: { class: 'error', cause: 'network', latencyMs: 12, message: 'refused', reached: false },
};

/** Plays letters, one every 2 s from `fromMs` on. */
function play(letters: string, own: Partial<Policy> = {}, fromMs = 0): GateState {
  const judge = judgeBy({ ...policy, ...own });
  const samples = [...letters].map((letter) => WORDS[letter] as Sample);
  return samples.reduce((state, sample, index) => judge(state, sample, fromMs + index * 2_000), INITIAL);
}

describe('the gate', () => {
  it.each([
    ['passes after three good samples', 'ppp', {}, 'passed'],
    ['not after two', 'pp', {}, 'healthy'],
    ['takes degraded where it is allowed', 'pwp', {}, 'passed'],
    ['starts the streak again after a failure', 'ppfpp', {}, 'healthy'],
    ['never passes what alternates', 'pfpfpfpfpfpf', {}, 'healthy'],
    ['keeps the streak over one flake', 'ppep', {}, 'passed'],
    ['counts an error beyond the budget as a failure', 'ppeep', {}, 'healthy'],
    ['does not judge failures before the first pass', 'ffffffff', {}, 'warming'],
    ['does not judge errors before the first pass', 'eeeeeeeeppp', {}, 'passed'],
    ['fails after three failures in a row', 'pfff', {}, 'failed'],
    ['fails at max-failures and one', 'pfpf', { maxFailures: 1 }, 'failed'],
    ['allows max-failures', 'pfpfppp', { maxFailures: 2 }, 'passed'],
    ['waits for a mixed roll-out', 'pvpvpvvvppp', {}, 'passed'],
    ['waits for a start', 'sssppp', {}, 'passed'],
    ['waits for until however long', 'u'.repeat(40), {}, 'warming'],
    ['judges until once it held', `${'u'.repeat(20)}puuu`, {}, 'failed'],
    ['ends at once where fail-when holds', 'ux', {}, 'failed'],
    ['ends at once at refused credentials', 'a', {}, 'failed'],
    ['waits at refused credentials where it is told so', 'aappp', { failFastOn: [] }, 'passed'],
    ['bakes', 'ppp', { bakeMs: 4_000 }, 'baking'],
    ['passes when it is baked', 'ppppp', { bakeMs: 4_000 }, 'passed'],
    ['fails at one failure while baking', 'pppf', { bakeMs: 4_000 }, 'failed'],
    ['forgives a flake while baking', 'pppepp', { bakeMs: 4_000 }, 'passed'],
    ['passes only on a good sample', 'pppee', { bakeMs: 4_000, flakeBudget: { errors: 2, of: 10 } }, 'baking'],
    ['fails at a version that goes back', 'pppv', { bakeMs: 60_000 }, 'failed'],
  ])('%s: %s', (_, letters, own, phase) => {
    expect(play(letters, own as Partial<Policy>).phase).toBe(phase);
  });

  it('judges failures after warm-up though nothing ever passed', () => {
    expect(play('fff', {}, 30_000).phase).toBe('failed');
    expect(play('vvv', {}, 30_000)).toMatchObject({
      phase: 'failed',
      reason: '3 failures in a row; at last: old build',
    });
    expect(play('eee', {}, 30_000).phase).toBe('warming');
    expect(play('eeee', {}, 30_000).phase).toBe('failed');
  });

  it('times out with what was seen last', () => {
    const state = play('pfpf');
    expect(afterDeadline(state, state, '2 min')).toMatchObject({
      phase: 'timed-out',
      reason: 'not healthy within 2 min; at last: 503',
    });
  });

  it('blames the application only where it spoke', () => {
    const timedOut = (letters: string): GateState => afterDeadline(play(letters), play(letters), '1 s');
    expect(shouldRollBack(timedOut('f'), false)).toBe(true);
    expect(shouldRollBack(timedOut('ee'), false)).toBe(false);
    expect(shouldRollBack(play('pfff'), false)).toBe(true);
    expect(shouldRollBack(play('ppp'), false)).toBe(false);
    expect(shouldRollBack(afterCancel(play('f')), false)).toBe(false);
  });

  it.each([
    ['ddd', {}, 'failed', false],
    ['fdd', { consecutiveFailures: 3 }, 'failed', false],
    ['ddf', {}, 'failed', true],
    ['pppd', { bakeMs: 9_000 }, 'failed', false],
    ['pppf', { bakeMs: 9_000 }, 'failed', true],
    ['pdpd', { maxFailures: 1 }, 'failed', false],
    ['pppddpp', { bakeMs: 8_000, slo: parseSlo('error-rate<10%'), minSamples: 2 }, 'failed', false],
    ['pppdfpp', { bakeMs: 8_000, slo: parseSlo('error-rate<10%'), minSamples: 2 }, 'failed', true],
    ['ppppppp', { bakeMs: 8_000, slo: parseSlo('p95<1ms'), minSamples: 2 }, 'failed', true],
  ] as const)('%s with %j is %s, and a reason to roll back: %s', (letters, own, phase, expected) => {
    const state = play(letters, { warmupMs: 0, ...own } as Partial<Policy>);
    expect(state.phase).toBe(phase);
    expect(shouldRollBack(state, false)).toBe(expected);
  });

  it('that was only degraded until the deadline is no reason to roll back', () => {
    const timedOut = (letters: string): GateState =>
      afterDeadline(play(letters, { warmupMs: 99_000 }), play(letters, { warmupMs: 99_000 }), '1 s');
    expect(shouldRollBack(timedOut('dd'), false)).toBe(false);
    expect(shouldRollBack(timedOut('fd'), false)).toBe(true);
  });

  it('is inconclusive only where nobody was ever reached and the runner reaches nobody', () => {
    const silent = play('eeee', {}, 30_000);
    expect(settle(silent, false).phase).toBe('inconclusive');
    expect(shouldRollBack(settle(silent, false), false)).toBe(false);
    expect(settle(silent, true).phase).toBe('failed');
    expect(settle(play('peeee'), false).phase).toBe('failed');
  });
});

describe('whatever comes', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Object.keys(WORDS)), maxLength: 60 });
  const policies = fc.record({
    successes: fc.integer({ min: 1, max: 5 }),
    bakeMs: fc.constantFrom(0, 10_000),
    consecutiveFailures: fc.integer({ min: 1, max: 4 }),
    maxFailures: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    flakeBudget: fc.constantFrom({ errors: 1, of: 10 }, { errors: 0, of: 1 }, { errors: 2, of: 3 }),
  });

  it('it passes only after enough good samples since the last failure, and only on a good one', () => {
    fc.assert(
      fc.property(letters, policies, (text, own) => {
        const at = [...text].findIndex((_, index) => play(text.slice(0, index + 1), own).phase === 'passed');
        if (at < 0) return;
        const seen = text.slice(0, at + 1);
        const sinceFailure = seen.slice(
          Math.max(...['f', 'v', 's', 'a', 'u', 'x', 'd'].map((letter) => seen.lastIndexOf(letter))) + 1,
        );
        expect([...sinceFailure].filter((letter) => letter === 'p' || letter === 'w').length).toBeGreaterThanOrEqual(
          own.successes,
        );
        expect(seen).toMatch(/[pw]$/);
      }),
    );
  });

  it('one flake among good samples never fails it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), policies, (at, own) => {
        const text = `${'p'.repeat(at)}e${'p'.repeat(20)}`;
        expect(play(text, { ...own, flakeBudget: { errors: 1, of: 10 } }).phase).toBe('passed');
      }),
    );
  });

  it('what is over stays over, and its numbers add up', () => {
    fc.assert(
      fc.property(letters, letters, policies, (text, more, own) => {
        const state = play(text, own);
        if (isOver(state)) expect(play(text + more, own)).toEqual(state);
        expect(state.samples).toBeLessThanOrEqual(text.length);
        expect(state.reached).toBeLessThanOrEqual(state.samples);
        expect(state.window.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
