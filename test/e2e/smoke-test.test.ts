import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleApp, smoke, startApp } from './smoke-test-world.ts';

const file = readFileSync(join(repository, 'test/lab/app/smoke.smoke.yml'), 'utf8');
const checks = `GET /health 200 <1s json $.status == "healthy"
GET /docs 200 contains "Swagger"
GET /version 200 header X-Version exists`;

describe('the sample application', () => {
  let app: SampleApp;
  beforeAll(async () => {
    app = await startApp('abc1234def');
  });
  afterAll(() => app?.stop());

  it("passes the lab's file and three lines, and what was created is in its database", async () => {
    const before = (await app.items()).length;
    const inputs = {
      'base-url': app.url,
      files: 'smoke/*.smoke.yml',
      checks,
      'expect-version': 'abc1234',
      'ready-timeout': '30s',
    };
    const run = await smoke(inputs, { 'smoke/app.smoke.yml': file });
    expect(run.errors).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(Object.fromEntries(run.outputs)).toMatchObject({
      ...{ result: 'passed', total: '12', passed: '12', failed: '0', flaky: '0', skipped: '0', 'success-rate': '100' },
      ...{ version: 'abc1234def', failures: '[]', junit: 'smoke-report/junit.xml', report: 'smoke-report/report.json' },
    });
    expect(run.summary).toContain('✅ smoke-test: passed');
    expect(run.junit).toContain('<testsuite name="smoke/app.smoke.yml" tests="9" failures="0" skipped="0"');
    expect((await app.items()).slice(before)).toEqual(['smoke']);
  });

  it('fails where another build answers than was deployed', async () => {
    const run = await smoke({ 'base-url': app.url, checks, 'expect-version': 'fedcba9' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs.get('result')).toBe('failed');
    expect(run.errors.join('\n')).toContain('another version than fedcba9 answers: abc1234def');
    expect(run.report?.checks.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  });

  it('sends nothing in a dry run', async () => {
    const before = await app.items();
    const run = await smoke(
      { 'base-url': app.url, files: 'app.smoke.yml', 'dry-run': 'true' },
      { 'app.smoke.yml': file },
    );
    expect(run.exitCode).toBe(0);
    expect(run.outputs.get('result')).toBe('planned');
    expect(run.stdout).toMatch(/me +GET \/api\/me {2}2 assertions, after login/);
    expect(run.report).toBeUndefined();
    expect(await app.items()).toEqual(before);
  });
});

describe('a release that is broken behind a healthy face', () => {
  let app: SampleApp;
  beforeAll(async () => {
    app = await startApp('bad0bad', { SMOKE_BROKEN: 'true' });
  });
  afterAll(() => app?.stop());

  it('is told by the one check that sees it, at its line of the file', async () => {
    // On a busy machine its database may be late once; that is not what is broken here.
    const patience = { retries: '3', 'retry-on': '5xx' };
    const inputs = { 'base-url': app.url, files: 'app.smoke.yml', 'ready-timeout': '30s', ...patience };
    const run = await smoke(inputs, { 'app.smoke.yml': file });
    const line = file.split('\n').findIndex((text) => text.includes('type array')) + 1;
    expect(run.exitCode).toBe(1);
    expect(run.report?.checks.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual(['items']);
    expect(JSON.parse(run.outputs.get('failures') ?? '')).toEqual([
      {
        check: 'items',
        assertion: 'json.items type array',
        expected: 'type "array" (text)',
        actual: '"broken" (text)',
        file: 'app.smoke.yml',
        line,
      },
    ]);
    const annotation = run.commands.find(({ command, properties }) => command === 'error' && properties['title']);
    expect(annotation?.properties).toMatchObject({ file: 'app.smoke.yml', line: String(line) });
    expect(annotation?.message).toBe(run.report?.checks.at(-1)?.failure?.text);
    expect(run.summary).toContain(annotation?.message);
  });
});
