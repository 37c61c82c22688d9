import { forgetSecrets, redact } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { formatPlan } from '../src/plan.ts';
import { givenInputs, planFor, problemsOf } from './world.ts';

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

  it('make the password inside of Basic credentials a secret', () => {
    forgetSecrets();
    const basic = Buffer.from('ann:pass:of-ann').toString('base64');
    givenInputs({ checks, 'base-url': 'https://a.test', headers: `Authorization: Basic ${basic}` });
    expect(redact(`pass:of-ann ${basic}`)).toBe('*** ***');
  });

  it.each([
    ['https://tok%_in-url@a.test', 'tok%_in-url tok%25_in-url'],
    ['https://u:50%off%21@a.test', '50%off%21'],
    ['https://u:p%40ss-in-url@a.test', 'p%40ss-in-url p@ss-in-url'],
  ])('make the credential of %s a secret, however it is written', (url, forms) => {
    forgetSecrets();
    expect(problemsOf({ checks, 'base-url': url })).toEqual([]);
    expect(redact(forms)).toBe(forms.replace(/\S+/g, '***'));
  });

  it('make the credentials in addresses of checks, bursts and files secrets before the plan is shown', async () => {
    forgetSecrets();
    const given = {
      checks: 'GET https://tok_of_check@a.test/x 200\nGET /y?api_key=key-of-check&n=1 200',
      burst: '2x GET https://tok_of_burst@a.test/ 200',
      files: 'a.yml',
    };
    const file = 'base-url: https://u:pw_of_file@b.test\nchecks: [{ get: "/z?token={{key}}" }]';
    const plan = await planFor({ ...given, secrets: 'key=of-secrets' }, { 'a.yml': file });
    expect(redact(formatPlan(plan))).not.toMatch(/of_check|of-check|of_burst/);
    expect(redact('pw_of_file and {{key}}')).toBe('*** and {{key}}');
  });

  it('that are a private key are not quoted where they cannot be read', async () => {
    const key = Buffer.from('a key that is no PEM and is longer than that').toString('base64');
    const wrong = await planFor({ checks, 'client-cert': 'x', 'client-key': key }).catch(
      (error: Error) => error.message,
    );
    expect(wrong).toContain('client-key: it is no file and no PEM text');
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
