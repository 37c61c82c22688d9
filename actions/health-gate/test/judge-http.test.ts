import { describe, expect, it } from 'vitest';
import type { HttpCheck } from '../src/check.ts';
import { judgeHttp } from '../src/judge-http.ts';
import type { CheckSample } from '../src/sample.ts';
import { answer, planOf, silence } from './fakes.ts';

async function judge(
  result: ReturnType<typeof answer>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<CheckSample> {
  const plan = await planOf({ url: 'https://app/health', ...inputs });
  return judgeHttp(plan.checks[0] as HttpCheck, result, plan.reading);
}

describe('an answer', () => {
  it.each([
    [200, { status: 'healthy', checks: { a: 'healthy' } }, 'pass', '200 healthy'],
    [204, '', 'pass', '204'],
    [200, '<html>', 'pass', '200'],
    [200, 'Healthy', 'pass', '200 Healthy'],
    [200, 'Unhealthy', 'fail', 'status Unhealthy'],
    [200, { status: 'degraded' }, 'warn', '200 status degraded'],
    [503, { status: 'unhealthy', checks: { postgres: 'unhealthy', redis: 'ok' } }, 'fail', '503 (postgres unhealthy)'],
    [503, { status: 'unhealthy', checks: { worker: 'degraded' } }, 'fail', '503 (unhealthy, worker degraded)'],
    [502, '<title>Bad Gateway</title>', 'fail', '502 (HTML page "Bad Gateway")'],
    [401, '', 'fail', '401: the application wants credentials; give headers'],
    [404, '', 'fail', '404'],
  ] as const)('%d %j is %s', async (status, body, expected, message) => {
    expect(await judge(answer(status, body))).toMatchObject({ class: expected, message });
  });

  it('that redirects is explained and not followed', async () => {
    const sample = await judge(answer(301, '', { location: '/login' }));
    expect(sample).toMatchObject({ class: 'fail', cause: 'redirect' });
    expect(sample.message).toBe('301 redirects to https://app/login; set the URL to where the answer is');
  });

  it('that contradicts itself is told', async () => {
    expect((await judge(answer(200, { status: 'down' }))).notes).toEqual([
      'contradiction: HTTP 200, but the body says down',
    ]);
    expect((await judge(answer(503, { status: 'healthy' }))).notes).toEqual([
      'contradiction: HTTP 503, but the body says healthy',
    ]);
    const lying = await judge(answer(200, { status: 'ok', details: { db: { status: 'down' } } }));
    expect(lying).toMatchObject({ class: 'fail', failing: ['db'] });
    expect(lying.notes).toEqual(['contradiction: the body says ok at its top, but db down']);
  });

  it('out of a cache, or by status alone, is told', async () => {
    expect((await judge(answer(200, { status: 'ok' }, { age: '31' }))).notes).toEqual([
      'the answer came from a cache (Age: 31), not from the application',
    ]);
    expect((await judge(answer(200, 'fine, thanks'))).notes).toEqual([
      'app/health passes by status alone: its body tells no health',
    ]);
  });

  it.each([
    ['{"status":"down","checks":{"db":"dow', {}],
    ['{"status":"down",}', {}],
    ['{"status":"ok"}\n{"status":"down"}', {}],
    [')]}\',\n{"status":"down"}', { 'content-type': 'application/json' }],
    ['\0{\0"\0a', { 'content-type': 'application/health+json; charset=utf-16' }],
  ])('whose JSON is broken, %j, does not pass by status alone', async (body, headers) => {
    expect(await judge(answer(200, body, headers))).toMatchObject({
      class: 'fail',
      message: '200, but its JSON is broken, so nobody knows what it says',
    });
  });

  it.each(['', 'OK', '"ok"'])('%j that is called JSON says what it says', async (body) => {
    expect((await judge(answer(200, body, { 'content-type': 'application/json' }))).class).toBe('pass');
  });

  it('must come in time', async () => {
    expect(await judge(answer(200, 'ok'), { 'max-latency': '5ms' })).toMatchObject({
      class: 'fail',
      cause: 'too-slow',
      message: '200 after 12 ms, max-latency is 5 ms',
    });
  });
});

describe('conditions', () => {
  const deploy = { until: '$.state == "ready"', 'fail-when': '$.state one-of ["error", "failed"]' };
  it.each([
    [{ state: 'ready' }, 'pass', undefined, '200 $.state == "ready"'],
    [{ state: 'building' }, 'fail', 'waiting', 'not yet: $.state == "ready", it is "building"'],
    [{ id: 7 }, 'fail', 'waiting', 'not yet: $.state == "ready", but nothing stands there'],
    [
      { state: 'error' },
      'fail',
      'fail-condition',
      'fail-when: $.state one-of ["error", "failed"] holds, it is "error"',
    ],
    ['soon', 'fail', 'unhealthy', 'the answer is no JSON, and until and fail-when look into JSON'],
  ] as const)('%j is %s', async (body, expected, cause, message) => {
    const sample = await judge(answer(200, body), deploy);
    expect([sample.class, sample.cause, sample.message, sample.notes]).toEqual([expected, cause, message, []]);
  });

  it('of fail-when stand beside the words, and components beside until', async () => {
    const failWhen = { 'fail-when': '$.queue > 10' };
    expect(await judge(answer(200, { status: 'down', queue: 1 }), failWhen)).toMatchObject({ class: 'fail' });
    expect(await judge(answer(200, { status: 'ok', queue: 11 }), failWhen)).toMatchObject({ cause: 'fail-condition' });
    const both = { ...deploy, components: 'db=healthy' };
    expect(await judge(answer(200, { state: 'ready', checks: { db: 'down' } }), both)).toMatchObject({
      failing: ['db'],
    });
  });
});

it('components that are missing are named beside those that are there', async () => {
  const rules = { components: 'postgres=healthy' };
  expect((await judge(answer(200, { status: 'ok', checks: { db: 'up', cache: 'up' } }), rules)).message).toBe(
    'the answer has no component postgres; it has db, cache',
  );
  expect((await judge(answer(200, 'fine, thanks'), { components: '*>=degraded' })).message).toBe(
    'the answer is no JSON, so it tells no components',
  );
});

it('an encoded body that cannot be read is not taken by its status', async () => {
  const whole = answer(200, { status: 'down' });
  const encoded = whole.response && { ...whole, response: { ...whole.response, undecoded: 'zstd' } };
  expect(await judge(encoded ?? whole)).toMatchObject({
    class: 'fail',
    message: '200, but its zstd encoding cannot be undone, so nobody knows what it says',
  });
});

it.each(['', '[]', '{"hello":"world"}'])('a components-path that finds nothing in %j is no pass', async (body) => {
  expect(await judge(answer(200, body), { 'components-path': '$.parts' })).toMatchObject({
    class: 'fail',
    message: 'nothing stands at components-path $.parts',
  });
});

it('with until the words are not read, and are not told', async () => {
  const list = answer(200, [{ state: 'success' }, { state: 'in_progress' }]);
  expect(await judge(list, { until: '$[0].state == "success"' })).toMatchObject({ class: 'pass', components: [] });
});

describe('the version', () => {
  const wanted = { 'expect-version': 'abc1234def' };
  it('is the expected one, by its first characters', async () => {
    expect(await judge(answer(200, { version: 'abc1234' }), wanted)).toMatchObject({
      class: 'pass',
      version: 'abc1234',
    });
  });
  it('of the old build is not taken', async () => {
    expect(await judge(answer(200, { status: 'ok' }, { 'x-version': '9f8e7d6' }), wanted)).toMatchObject({
      class: 'fail',
      cause: 'wrong-version',
      message: 'the old build still answers: version 9f8e7d6, expected abc1234def',
    });
  });
  it('must be told', async () => {
    expect(await judge(answer(200, { status: 'ok' }), wanted)).toMatchObject({ class: 'fail', cause: 'wrong-version' });
  });
});

it.each([
  ['{"status":"ok","checks":{"a":"ok",', 'fail'],
  ['<!doctype html><title>Shop</title>', 'pass'],
])('an answer cut after %s', async (text, expected) => {
  const whole = answer(200, text);
  const cut = whole.response && { ...whole, response: { ...whole.response, cut: true } };
  expect((await judge(cut ?? whole)).class).toBe(expected);
});

it('silence is an error, not a failure of the application', async () => {
  const sample = await judge(silence());
  expect(sample).toMatchObject({ class: 'error', cause: 'network', message: 'nobody listens' });
  expect(sample.evidence).toEqual([
    'phases: dns 1 ms · connect 2 ms',
    'addresses: 10.0.0.7 connected',
    'repeat: curl -sS -i --max-time 5 https://app/health',
  ]);
});
