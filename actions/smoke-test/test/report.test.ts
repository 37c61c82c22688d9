import { Secret } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../src/json-report.ts';
import { renderJunit } from '../src/junit.ts';
import { report } from '../src/report.ts';
import type { CheckResult, RunResults } from '../src/results.ts';
import { judgeRun } from '../src/verdict.ts';
import { planFor, play, type Server } from './world.ts';

const STARTED = Date.UTC(2026, 0, 2, 3, 4, 5);

async function run(inputs: Record<string, string>, server: Server, more: Partial<RunResults> = {}) {
  const plan = await planFor(inputs);
  const { results } = await play(plan, server);
  const run: RunResults = {
    checks: results,
    ending: 'done',
    startedMs: STARTED,
    durationMs: 50,
    reports: { json: 'r/report.json' },
    ...more,
  };
  return { plan, run, verdict: judgeRun(plan, run), report: report(plan, run) };
}

const good: Server = () => ({});
const bad: Server = ({ url }) => ({ status: url.pathname === '/bad' ? 500 : 200 });
const three = 'GET /a 200\nGET /bad 200\nGET /c 200';
const certificate = (daysLeft: number) => ({
  ...{ subject: 'CN=app.test', issuer: 'CN=ca', names: [], validFrom: 0, validTo: 0, fingerprint256: '' },
  daysLeft,
});

describe('the verdict', () => {
  it.each([
    [{ checks: three }, good, [], 'passed'],
    [{ checks: three }, bad, ['1 of 3 checks failed: GET /bad'], 'failed'],
    [{ checks: three, 'success-rate': '>=60%' }, bad, [], 'passed'],
    [
      { checks: three, 'success-rate': '>=99%' },
      bad,
      ['66.6% of the requests passed, success-rate asks for 99%'],
      'failed',
    ],
    [
      { checks: three, 'latency-budget': 'p95<10ms' },
      good,
      ['latency-budget p95<10ms: broken, p95=12 ms (n=3: the max)'],
      'failed',
    ],
    [
      { checks: three, 'expect-version': 'abc1234' },
      good,
      ['no answer told a version, expect-version asks for abc1234'],
      'failed',
    ],
    [
      { checks: 'GET /a 200', retries: '1', 'retry-on': '5xx', 'fail-on': 'flaky' },
      ((_, nth) => ({ status: nth === 1 ? 500 : 200 })) as Server,
      ['1 check passed only after a retry, and fail-on names flaky'],
      'failed',
    ],
    [
      { checks: 'GET /a 200', 'fail-on': 'warn', 'tls-verify': 'false' },
      good,
      ['there are warnings, and fail-on names warn'],
      'failed',
    ],
  ])('of %j', async (inputs, server, reasons, result) => {
    const { verdict } = await run(inputs, server);
    expect(verdict.reasons).toEqual(reasons);
    expect(verdict.result).toBe(result);
  });

  it('of a budget for all counts what hurl sent, and one without a sample is broken', async () => {
    const plan = await planFor({ files: 'a.hurl', 'latency-budget': 'p95<1s' }, { 'a.hurl': 'GET http://a.test' });
    const sample = { ok: true, ms: 2000, counts: true, attempts: 1, coldMs: undefined, phases: {} };
    const place = { file: 'a.hurl', line: 1 };
    const hurl = { id: 0, name: 'a.hurl:1', request: 'GET /', place, status: 'passed', versions: [] } as const;
    const judged = (samples: CheckResult['samples']) =>
      judgeRun(plan, { checks: [{ ...hurl, samples }], ending: 'done', startedMs: 0, durationMs: 1, reports: {} });
    expect(judged([sample]).reasons).toEqual(['latency-budget p95<1s: broken, p95=2.0 s (n=1: the max)']);
    expect(judged([]).reasons).toEqual(['latency-budget p95<1s: no request was answered, so there is no figure']);
  });

  it('warns of a certificate that ends soon', async () => {
    const tls = { protocol: 'TLSv1.3', valid: true, certificate: certificate(6) };
    const { verdict, report: said } = await run({ checks: 'GET /a 200' }, () => ({ tls }));
    expect(verdict.result).toBe('passed');
    expect(said.outputs['tls-days-left']).toBe('6');
    expect(said.annotations).toEqual([
      {
        level: 'warning',
        title: 'W_TLS_EXPIRES',
        message: 'W_TLS_EXPIRES: the certificate behind GET /a is valid for 6 more days, and tls-min-days asks for 14',
      },
    ]);
  });
});

describe('the report', () => {
  it('has outputs that add up', async () => {
    const { outputs } = (await run({ checks: three }, bad)).report;
    expect(outputs).toMatchObject({
      result: 'failed',
      total: '3',
      passed: '2',
      failed: '1',
      flaky: '0',
      skipped: '0',
      'success-rate': '66.6',
      'p50-ms': '12',
      report: 'r/report.json',
      junit: '',
    });
    expect(JSON.parse(outputs['failures'] ?? '')).toEqual([
      { check: 'GET /bad', assertion: 'status 200', expected: '200 (number)', actual: '500 (number)', line: 2 },
    ]);
  });

  it('annotates eight failures and counts the rest', async () => {
    const checks = Array.from({ length: 11 }, (_, index) => `GET /${index} 200`).join('\n');
    const { annotations = [], outputs } = (await run({ checks }, () => ({ status: 500 }))).report;
    expect(annotations.length).toBe(9);
    expect(annotations.at(-1)?.message).toBe('and 3 more failures; the reports have all');
    expect(JSON.parse(outputs['failures'] ?? '').length).toBe(11);
  });

  it.each([
    ['cancelled', 'E_CANCELLED', 'cancelled'],
    ['timeout', 'E_TIMEOUT', 'failed'],
    ['done', 'E_SMOKE', 'failed'],
  ] as const)('of a run that ended %s fails with %s', async (ending, code, result) => {
    const { report: said } = await run({ checks: three }, bad, { ending });
    expect(said.failure?.code).toBe(code);
    expect(said.outputs['result']).toBe(result);
  });

  it('puts the verdict and the failures before the table', async () => {
    const { summary } = (await run({ checks: three, repeat: '3' }, bad)).report;
    const order = [
      'smoke-test: failed',
      '1 of 3 checks failed',
      '❌ GET /bad</summary>',
      '| check | status |',
      'p50 12 ms',
    ].map((part) => summary.indexOf(part));
    expect(order.every((at, index) => at > (order[index - 1] ?? -1))).toBe(true);
    expect(summary).toContain('| `GET /a`<br>checks line 1 | ✅ | 12 / 12 / 12 ms | 12 ms | 3 ▁▁▁ |');
  });
});

describe('reports', () => {
  it('tell the same failure in JUnit and JSON', async () => {
    const { plan, run: ran, verdict } = await run({ checks: three }, bad);
    const xml = renderJunit(ran);
    expect(xml).toContain(
      '<testsuite name="checks" tests="3" failures="1" skipped="0" errors="0" time="0.036" timestamp="2026-01-02T03:04:05">',
    );
    expect(xml).toContain('<testcase name="GET /bad" classname="checks" line="2" time="0.012">');
    expect(xml).toContain('<failure message="status 200" type="assertion">GET /bad › status 200');
    const json = JSON.parse(renderJson(plan, ran, verdict));
    expect(json).toMatchObject({
      schema: 'smoke-report/1',
      result: 'failed',
      total: 3,
      failed: 1,
      startedAt: '2026-01-02T03:04:05.000Z',
    });
    expect(json.checks[1].failure.text).toBe(ran.checks[1]?.failure?.text);
  });

  it('hold no character that XML cannot, and no tag of a server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
        async (body) => {
          const { run: ran } = await run({ checks: 'GET /a 200' }, () => ({ status: 500, body }));
          const xml = renderJunit(ran);
          expect(xml).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
          expect(xml.match(/<\/?[a-z]+/g)?.length).toBe(10);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('show base-url without its credentials', async () => {
    const inputs = { checks: 'GET /a 200', 'base-url': 'https://ab:c@app.test/' };
    const { plan, run: ran, verdict } = await run(inputs, good);
    expect(JSON.parse(renderJson(plan, ran, verdict)).baseUrl).toBe('https://ab:***@app.test/');
  });

  it('hold no secret in any escaping', async () => {
    const secret = 'pl"anted<&>\\secret';
    new Secret(secret);
    const {
      plan,
      run: ran,
      verdict,
    } = await run({ checks: 'GET /a 200 json $.a 1' }, () => ({ body: JSON.stringify({ a: secret }) }));
    for (const text of [renderJunit(ran), renderJson(plan, ran, verdict)]) {
      expect(text).toContain('***');
      expect(text).not.toMatch(/anted.{1,10}secret/);
    }
  });
});
