import { step } from '@suite/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, serve, smoke, type TestServer } from './smoke-test-world.ts';

// A pattern that needs longer than any deadline on what the server answers, and that no timer can end.
const pattern = '^(a+)+$';
let server: TestServer;

beforeAll(async () => {
  server = await serve((_, response) => json(response, { s: `${'a'.repeat(40)}!` }));
});
afterAll(() => server.close());

const says = `E_PATTERN: the pattern ${pattern} took more than 1000 ms on a text of 41 characters`;
const advice = 'write it without a repetition inside a repetition: a+ instead of (a+)+';

test('smoke-test ends it, says which, and tells of the other checks', async () => {
  const checks = `GET / 200 json $.s matches ${pattern}\nGET /good 200`;
  const run = await smoke({ 'base-url': server.url, checks });
  expect(run.exitCode).toBe(1);
  expect(run.errors.join('\n')).toContain(`actual    ${says}; ${advice}`);
  expect(run.report?.checks.map(({ status }) => status)).toEqual(['failed', 'passed']);
  expect(run.junit).toContain(says);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ result: 'failed', failed: '1', passed: '1' });
});

test('health-gate ends it, and says which', async () => {
  const until = `$.s matches "${pattern}"`;
  const inputs = { url: server.url, until, warmup: '1s', successes: '1', deadline: '9s' };
  const result = await step('health-gate', { inputs }).main();
  expect(result.errors.join('\n')).toContain(says);
  expect(result.errors.join('\n')).toContain(advice);
  expect(result.exitCode).toBe(1);
});
