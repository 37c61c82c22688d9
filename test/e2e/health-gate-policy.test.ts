// Snapshot, slo and replay through the bundle; and what wait-on lets pass, refused with its cause.
import { readFileSync } from 'node:fs';
import { type PhaseResult, type Step, step } from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KeyPair, openZoo, type Running, serve, type Zoo } from '../../packages/http/test/zoo.ts';
import { silentServer } from './health-gate-world.ts';

const steps: Step[] = [];
const fast = { interval: '50ms', warmup: '0s', deadline: '10s' };
const gate = (inputs: Readonly<Record<string, string>>): Promise<PhaseResult> => {
  const one = step('health-gate', { inputs: { ...fast, ...inputs } });
  steps.push(one);
  return one.main();
};

/** A server whose answers a test turns on and off. */
let server: Running;
let answer: (count: number) => readonly [number, unknown] = () => [200, { status: 'ok' }];
let count = 0;
beforeAll(async () => {
  server = await serve((_, response) => {
    const [status, body] = answer(count++);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
afterAll(() => server.close());
afterEach(() => {
  for (const one of steps.splice(0)) one.dispose();
  [answer, count] = [() => [200, { status: 'ok' }], 0];
});
const url = (): string => `http://127.0.0.1:${server.port}/`;
const sick = (): readonly [number, unknown] => [503, { status: 'down' }];

describe('a deploy', () => {
  it('is not blamed for what was broken before, and can be judged again from its report', async () => {
    answer = sick;
    const before = await gate({ url: url(), mode: 'snapshot' });
    expect([before.exitCode, before.outputs.get('result'), before.outputs.get('should-rollback')]).toEqual([
      0,
      'failed',
      'false',
    ]);
    const after = await gate({ url: url(), baseline: before.outputs.get('report') ?? '' });
    expect([after.exitCode, after.outputs.get('should-rollback')]).toEqual([1, 'false']);
    expect(after.stdout).toContain('it was not healthy before this deploy either');
    const again = await gate({ mode: 'replay', baseline: after.outputs.get('report') ?? '' });
    expect(again.outputs.get('reason')).toBe(after.outputs.get('reason'));
    const lenient = await gate({
      mode: 'replay',
      baseline: after.outputs.get('report') ?? '',
      'consecutive-failures': '9',
    });
    expect([lenient.exitCode, lenient.outputs.get('result')]).toEqual([1, 'inconclusive']);
  });

  it('is judged by its slo in bake time', async () => {
    const bake = { url: url(), bake: '6s', 'min-samples': '5', deadline: '30s' };
    answer = (index) => (index === 4 ? sick() : [200, { status: 'ok' }]);
    const good = await gate({ ...bake, slo: 'error-rate<20%, p95<1s' });
    expect(good.errors).toEqual([]);
    expect(good.outputs.get('reason')).toMatch(/^kept its slo over \d+ samples/);
    count = 0;
    const bad = await gate({ ...bake, slo: 'error-rate<0.1%' });
    expect(bad.errors.at(-1)).toMatch(/slo broken over \d+ samples: error-rate<0\.1%: it is/);
    const hopeless = await gate({ ...bake, bake: '100ms', 'min-samples': '10', slo: 'p95<1s' });
    expect(hopeless.errors.at(-1)).toContain('bake: has room for 3 samples at this interval');
    expect(hopeless.outputs.get('should-rollback')).toBe('false');
  });

  it('that loses one probe in ten passes and says so', async () => {
    const flaky = await serve((_, response) => {
      count += 1;
      if (count === 4) response.destroy();
      else response.end('{"status":"ok"}');
    });
    const main = await gate({ url: `http://127.0.0.1:${flaky.port}/`, successes: '9' });
    await flaky.close();
    expect(main.exitCode).toBe(0);
    expect(main.stdout).toContain('forgiven by the flake budget');
  });
});

describe('what wait-on lets pass', () => {
  let zoo: Zoo;
  beforeAll(() => {
    zoo = openZoo();
  });
  afterAll(() => zoo.dispose());

  it.each([
    ['an expired certificate', () => zoo.issue('DNS:localhost', { to: '20240102000000Z' }), 'the certificate expired'],
    ['a certificate of another host', () => zoo.issue('DNS:other.example'), 'not for localhost but for other.example'],
  ] as readonly (readonly [string, () => KeyPair, string])[])('%s is refused', async (_, pair, message) => {
    const tls = await serve((_request, response) => response.end('{"status":"ok"}'), pair());
    const main = await gate({ url: `https://localhost:${tls.port}/`, 'ca-cert': zoo.ca });
    await tls.close();
    expect(main.errors.at(-1)).toContain(message);
  });

  it('an unknown authority is refused', async () => {
    const tls = await serve((_request, response) => response.end('{"status":"ok"}'), zoo.issue('DNS:localhost'));
    const main = await gate({ url: `https://localhost:${tls.port}/` });
    await tls.close();
    expect(main.errors.at(-1)).toContain('an authority that is not trusted here');
  });

  it('200 and 503 in turns are refused', async () => {
    answer = (index) => (index % 2 === 0 ? [200, { status: 'ok' }] : sick());
    const main = await gate({ url: url(), deadline: '700ms' });
    expect(main.outputs.get('result')).toBe('timed-out');
    expect(main.errors.at(-1)).toContain('not healthy within');
  });

  it('a degraded component is refused where it is not allowed', async () => {
    answer = () => [200, { status: 'ok', checks: { ollama: 'degraded' } }];
    const main = await gate({ url: url(), components: 'ollama=healthy' });
    expect(main.errors.at(-1)).toContain('ollama degraded');
  });

  it('a time without a unit, or with one that is read wrong, cannot be', async () => {
    const bare = await gate({ url: url(), deadline: '20' });
    expect(bare.errors.at(-1)).toContain('deadline: "20" has no unit; write 20s or 20ms');
    answer = (index) => (index < 6 ? sick() : [200, { status: 'ok' }]);
    const twenty = await gate({ url: url(), deadline: '20s', warmup: '10s' });
    expect(twenty.outputs.get('result')).toBe('passed');
  });
});

it('a deadline is kept where sockets hang', async () => {
  const hanging = await silentServer();
  const main = await gate({
    url: `http://127.0.0.1:${hanging.port}/`,
    deadline: '1200ms',
    warmup: '10s',
    'request-timeout': '30s',
  });
  hanging.close();
  const report = JSON.parse(readFileSync(main.outputs.get('report') ?? '', 'utf8'));
  expect(report.result).toBe('timed-out');
  expect(hanging.connections()).toBe(1);
});
