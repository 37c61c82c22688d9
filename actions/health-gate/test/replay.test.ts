import { forgetSecrets, Secret } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBaseline } from '../src/baseline.ts';
import { INITIAL, shouldRollBack, type Verdict } from '../src/gate.ts';
import { reportGate } from '../src/report.ts';
import { answer, gate, planOf, silence } from './fakes.ts';

const well = answer(200, { status: 'healthy', version: 'v1' });
const ill = answer(503, { status: 'unhealthy', checks: { db: 'down' } });
const ANSWERS = { p: well, f: ill, e: silence(), a: answer(401, '') } as const;
type Letter = keyof typeof ANSWERS;
const url = { url: 'https://app/health' };

async function run(letters: string, inputs: Readonly<Record<string, string>> = {}) {
  let index = 0;
  const http = async () => ANSWERS[(letters[index++] ?? letters.at(-1) ?? 'p') as Letter];
  const plan = await planOf({ ...url, ...inputs });
  const { result, report } = await gate(plan, { http });
  return { plan, result, report: JSON.stringify(report), text: reportGate(plan, result) };
}

async function replay(report: string, inputs: Readonly<Record<string, string>> = {}) {
  const plan = await planOf(
    { mode: 'replay', baseline: 'r.json', ...inputs },
    undefined,
    readBaseline('r.json', report),
  );
  const { result } = await gate(plan, {});
  return { plan, result, text: reportGate(plan, result) };
}

describe('should-rollback', () => {
  const table: readonly (readonly [Verdict, number, boolean])[] = [
    ['passed', 0, false],
    ['passed', 3, false],
    ['failed', 0, true],
    ['failed', 3, true],
    ['timed-out', 0, false],
    ['timed-out', 1, true],
    ['inconclusive', 0, false],
    ['inconclusive', 3, false],
    ['cancelled', 0, false],
    ['cancelled', 3, false],
  ];
  it.each(table)(
    '%s with %d spoken failures: %s, and never where it was unhealthy before',
    (phase, spokenFailures, expected) => {
      const state = { ...INITIAL, phase, spokenFailures };
      expect(shouldRollBack(state, false)).toBe(expected);
      expect(shouldRollBack(state, true)).toBe(false);
    },
  );

  it.each([
    ['ppp', 'true'],
    ['fff', 'false'],
    ['ppf', 'false'],
    ['eee', 'false'],
  ])('after a snapshot %s is %s', async (seen, expected) => {
    const before = await run(seen, { mode: 'snapshot' });
    const plan = await planOf({ ...url, warmup: '0s' }, undefined, readBaseline('r', before.report));
    const { result } = await gate(plan, { http: async () => ill });
    const { outputs, annotations, failure } = reportGate(plan, result);
    expect(outputs).toMatchObject({ result: 'failed', 'should-rollback': expected });
    expect(failure).toMatchObject({ code: 'E_UNHEALTHY' });
    expect(annotations?.length).toBe(expected === 'true' ? 0 : 1);
  });
});

describe('should-rollback of a whole run', () => {
  const degraded = answer(200, { status: 'degraded', checks: { ollama: 'degraded' } });
  it.each([
    ['a degraded component where degraded is fail', { degraded: 'fail' }, degraded, 'failed', 'false'],
    ['a degraded component where a rule wants healthy', { components: 'ollama=healthy' }, degraded, 'failed', 'false'],
    [
      'a degraded component until the deadline',
      { degraded: 'fail', warmup: '60s', deadline: '9s' },
      degraded,
      'timed-out',
      'false',
    ],
    ['a degraded component that is allowed', {}, degraded, 'passed', 'false'],
    [
      'one that is down beside it',
      { degraded: 'fail' },
      answer(200, { checks: { ollama: 'degraded', db: 'down' } }),
      'failed',
      'true',
    ],
    ['503', {}, ill, 'failed', 'true'],
    ['503 until the deadline', { warmup: '60s', deadline: '9s' }, ill, 'timed-out', 'true'],
    ['silence until the deadline', { warmup: '60s', deadline: '9s' }, silence(), 'timed-out', 'false'],
  ] as const)('%s', async (_, inputs, seen, result, expected) => {
    const plan = await planOf({ ...url, warmup: '0s', ...inputs });
    const { outputs } = reportGate(plan, (await gate(plan, { http: async () => seen })).result);
    expect([outputs['result'], outputs['should-rollback']]).toEqual([result, expected]);
    const before = readBaseline('r', (await run('fff', { mode: 'snapshot' })).report);
    const again = await planOf({ ...url, warmup: '0s', ...inputs }, undefined, before);
    const { result: ended } = await gate(again, { http: async () => seen });
    expect(reportGate(again, ended).outputs['should-rollback']).toBe('false');
  });
});

describe('should-rollback where the gate itself is set up wrongly', () => {
  const two = 'https://app/health\nhttps://two/health';
  const typo = { components: 'postgress=healthy' };
  const redirect = answer(302, '', { location: '/login' });
  it.each([
    ['401 from the first sample', {}, [answer(401, '')], 'false'],
    ['403 from the first sample', {}, [answer(403, '')], 'false'],
    ['401 after it was well', {}, [well, answer(401, '')], 'true'],
    ['a redirect', {}, [redirect], 'false'],
    ['a redirect after it was well', { successes: '9' }, [well, redirect], 'true'],
    ['a component that is not there', typo, [answer(200, { checks: { postgres: 'ok' } })], 'false'],
    ['a component that is not there, of an answer that is down', typo, [answer(200, { status: 'down' })], 'true'],
    ['404', {}, [answer(404, '')], 'true'],
    [
      '401 that is waited for until the deadline',
      { 'fail-fast-on': 'none', warmup: '60s', deadline: '9s' },
      [answer(401, '')],
      'false',
    ],
  ] as const)('%s', async (_, inputs, answers, expected) => {
    let index = 0;
    const plan = await planOf({ ...url, warmup: '0s', ...inputs });
    const http = async () => answers[Math.min(index++, answers.length - 1)] ?? well;
    const { result, report } = await gate(plan, { http });
    expect(reportGate(plan, result).outputs['should-rollback']).toBe(expected);
    const again = await planOf(
      { mode: 'replay', baseline: 'r', warmup: '0s', ...inputs },
      undefined,
      readBaseline('r', JSON.stringify(report)),
    );
    expect(reportGate(again, (await gate(again, {})).result).outputs['should-rollback']).toBe(expected);
  });

  it.each([
    ['another check says no', ill, 'true'],
    ['nobody answers another', silence(), 'true'],
    ['the other is well', well, 'false'],
  ] as const)('%s beside a 401', async (_, other, expected) => {
    const seen = async (host: string) => (host === 'app' ? answer(401, '') : other);
    const checks = await planOf({ url: two, warmup: '0s' });
    const beside = await gate(checks, { http: ({ url: { host } }) => seen(host) });
    expect(reportGate(checks, beside.result).outputs['should-rollback']).toBe(expected);
    const each = await planOf({ ...url, warmup: '0s', addresses: 'each' });
    const joined = await gate(each, {
      addressesOf: async () => ['10.0.0.1', '10.0.0.2'],
      http: (_check, { address }) => seen(address === '10.0.0.1' ? 'app' : 'two'),
    });
    expect(reportGate(each, joined.result).outputs['should-rollback']).toBe(expected);
  });
});

describe('a snapshot', () => {
  it('takes so many samples, asks for no version and never fails', async () => {
    const { result, text } = await run('pff', { mode: 'snapshot', 'expect-version': 'v2' });
    expect(text).toMatchObject({
      failure: undefined,
      outputs: { result: 'failed', samples: '3', 'should-rollback': 'false' },
    });
    expect(result.state.reason).toBe('2 of 3 samples were not good; at last: app/health: 503 (db down)');
    expect((await run('ppp', { mode: 'snapshot', 'expect-version': 'v2' })).result.state.phase).toBe('passed');
  });
});

describe('a replay', () => {
  it('under the same rules says the same, whatever was seen', async () => {
    const letters = fc.string({ unit: fc.constantFrom('p', 'p', 'f', 'e', 'a'), minLength: 1, maxLength: 14 });
    const rules = fc.record({
      warmup: fc.constantFrom('0s', '6s'),
      deadline: fc.constantFrom('9s', '60s'),
      bake: fc.constantFrom('0s', '7s'),
      'consecutive-failures': fc.constantFrom('1', '3'),
      'flake-budget': fc.constantFrom('1 in 10', '0 in 1'),
    });
    await fc.assert(
      fc.asyncProperty(letters, rules, async (text, own) => {
        const live = await run(text, own);
        const again = await replay(live.report, own);
        expect(again.result.state).toMatchObject({ phase: live.result.state.phase, reason: live.result.state.reason });
        expect(again.text.outputs).toEqual({ ...live.text.outputs, report: again.text.outputs['report'] });
      }),
      { numRuns: 40 },
    );
  });

  it('under other rules says what they would have said', async () => {
    const { report } = await run('pfffp', { 'consecutive-failures': '3' });
    expect((await replay(report, { 'consecutive-failures': '2' })).result.state.phase).toBe('failed');
    expect((await replay(report, { 'consecutive-failures': '5' })).result.state).toMatchObject({
      phase: 'inconclusive',
      reason: expect.stringContaining('the saved timeline ends after 6.0 s, before these rules decide'),
    });
    expect((await replay(report, { successes: '1' })).text.outputs['result']).toBe('passed');
  });

  it('takes no other file', async () => {
    for (const text of [undefined, 'no json', '[]', '{"schema":1}', '{"schema":1,"timeline":[{"class":"good"}]}']) {
      expect(() => readBaseline('r.json', text)).toThrow(/baseline: r.json is no (file|report)/);
    }
    await expect(planOf({ mode: 'replay' })).rejects.toThrow('baseline: is missing, and mode: replay judges it');
  });
});

it('a report is JSON also where a secret looks like JSON', async () => {
  new Secret('"message"');
  new Secret('{"status":"healthy"');
  const { report } = await run('ppp');
  forgetSecrets();
  expect(JSON.parse(report)).toMatchObject({ result: 'passed' });
});

it('an error that was forgiven is told; four of ten are not forgiven', async () => {
  const one = await run('ppppepppppp', { bake: '16s' });
  expect(one.text.outputs['result']).toBe('passed');
  expect(one.text.summary).toContain('1 forgiven by the flake budget');
  expect((await run('pepepepe', { deadline: '17s' })).text.outputs['result']).toBe('timed-out');
  expect((await run('ppppeeee', { bake: '16s' })).text.outputs['result']).toBe('failed');
});
