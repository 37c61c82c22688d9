import { step } from '@suite/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, serve, type TestServer } from './smoke-test-world.ts';

// A pattern that needs longer than any deadline on what the server answers, and that no timer can end.
const pattern = '^(a+)+$';
let server: TestServer;

beforeAll(async () => {
  server = await serve((_, response) => json(response, { s: `${'a'.repeat(40)}!` }));
});
afterAll(() => server.close());

const says = `E_PATTERN: the pattern ${pattern} took more than 1000 ms on a text of 41 characters
write it without a repetition inside a repetition: a+ instead of (a+)+`;

test.each([
  ['smoke-test', () => ({ 'base-url': server.url, checks: `GET / 200 json $.s matches ${pattern}` })],
  [
    'health-gate',
    () => ({ url: server.url, until: `$.s matches "${pattern}"`, warmup: '1s', successes: '1', deadline: '9s' }),
  ],
] as const)('%s ends it, and says which', async (action, inputs) => {
  const result = await step(action, { inputs: inputs() }).main();
  expect(result.errors).toEqual([says]);
  expect(result.exitCode).toBe(1);
});
