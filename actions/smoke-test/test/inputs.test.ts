import { redact } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { givenInputs, problemsOf } from './world.ts';

const checks = 'GET /health 200';

describe('inputs', () => {
  it('have the defaults of action.yml', () => {
    expect(givenInputs({ 'base-url': 'https://app.test', checks })).toMatchObject({
      requestTimeoutMs: 10_000,
      connectTimeoutMs: 5_000,
      timeoutMs: 300_000,
      maxBodyBytes: 10_485_760,
      ...{ retries: 0, retryOn: ['network'], retryDelayMs: 500, concurrency: 4, repeat: 1, tlsMinDays: 14 },
      ...{ tlsVerify: true, failFast: false, failOn: ['failed'], reports: ['junit', 'json'] },
      ...{ reportDir: 'smoke-report', readyTimeoutMs: 0, dryRun: false, summary: true, budgets: [], tags: [] },
    });
  });

  it.each([
    [{}, ['checks: is missing, and so are files and openapi: nothing would be checked']],
    [{ checks }, ['base-url: is missing, and checks has GET /health']],
    [{ checks: 'GET https://a.test/x 200' }, []],
    [
      { checks, 'base-url': 'app.test' },
      ['base-url: "app.test" is not an http or https address; write for example https://app.example.com/health'],
    ],
    [{ checks, 'base-url': 'https://a.test/?x=1' }, ['base-url: has a query or a fragment']],
    [{ files: 'a.yml', 'request-timeout': '10' }, ['request-timeout: "10" has no unit; write 10s or 10ms']],
    [{ files: 'a.yml', 'retry-on': '4xx' }, ['retry-on: "4xx" is none of network, 5xx, 429, any; did you mean 5xx?']],
    [{ files: 'a.yml', 'fail-on': 'falky' }, ['fail-on: "falky" is none of failed, flaky, warn; did you mean flaky?']],
    [{ files: 'a.yml', 'success-rate': '99' }, ['success-rate: "99" is no rate; write for example >=99%']],
    [
      { files: 'a.yml', 'version-path': '$[' },
      ['version-path: "$[" is not a JSON path; write for example $.checks.postgres or $.items[0].id'],
    ],
    [
      { files: 'a.yml', secrets: 'password=' },
      ['secrets: line 1: password has no value; does the secret that it comes from exist?'],
    ],
    [{ files: 'a.yml', headers: 'X-Trace 1' }, ['headers: line 1 is not Name: value']],
    [{ files: 'a.yml', concurrency: '0' }, ['concurrency: "0" is not a whole number from 1 to 64']],
  ])('%j', (inputs, problems) => {
    expect(problemsOf(inputs)).toEqual(problems);
  });

  it('are all named at once', () => {
    const wrong = {
      checks: 'GTE /x 200\nGET x 200',
      retries: 'x',
      repeat: '0',
      timeout: '5',
      'max-body': '10',
      'latency-budget': 'p95',
    };
    expect(problemsOf(wrong).length).toBe(7);
  });

  it('never show a secret in a problem', () => {
    expect(
      problemsOf({ files: 'a.yml', secrets: 's3cret-planted', headers: 'Authorization s3cret-planted' }).join(),
    ).not.toContain('s3cret');
  });

  it('make the credentials of headers and of base-url secrets', () => {
    givenInputs({
      checks,
      'base-url': 'https://u:pass-in-url@a.test',
      headers: 'Authorization: Bearer tok-in-header\nCookie: sid=cookie-value',
    });
    expect(redact('pass-in-url tok-in-header sid=cookie-value')).toBe('*** *** ***');
  });
});
