import { ActionError } from '@suite/core';
import { fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { runGate } from '../src/execute.ts';
import { type Probes, realProbes } from '../src/ports/probes.ts';
import { reportGate } from '../src/report.ts';
import { takeSample } from '../src/take-sample.ts';
import { answer, connected, gate, planOf, silence } from './fakes.ts';

const healthy = answer(200, { status: 'healthy', version: 'abc1234', checks: { postgres: 'healthy' } });
const unhealthy = answer(503, { status: 'unhealthy', checks: { postgres: 'unhealthy' } });

const nowhere = {
  run: async () => ({ totalMs: 0, reached: false, result: undefined, failure: '' }),
  close: async () => undefined,
};

/** Answers in turn; the last one for ever. */
function turns(...results: (typeof healthy)[]): Probes['http'] {
  let index = -1;
  return async () => results[Math.min(++index, results.length - 1)] ?? healthy;
}

describe('the loop', () => {
  it('passes, and says when and on what', async () => {
    const plan = await planOf({ url: 'https://app/health', 'expect-version': 'abc1234' });
    const { result, ports, report } = await gate(plan, { http: turns(unhealthy, healthy) });
    const { outputs, failure, summary } = reportGate(plan, result);
    expect(failure).toBeUndefined();
    expect(outputs).toMatchObject({
      result: 'passed',
      version: 'abc1234',
      components: '{"postgres":"healthy"}',
      samples: '4',
      'time-to-healthy-ms': '6000',
      'uptime-percent': '100',
      'error-rate': '0',
      'p50-ms': '12',
      'should-rollback': 'false',
      failing: '',
    });
    expect(summary).toContain('### ✅ health-gate: passed');
    expect(summary).toContain('🟥🟩🟩🟩');
    expect(summary).toContain('| pass: 200 healthy, version abc1234 | 12 ms | 10.0.0.7 · dns 1 ms · connect 2 ms |');
    expect(ports.lines).toEqual([
      '     0 ms  fail   app/health: 503 (postgres unhealthy) (12 ms) → warming',
      '    2.0 s  pass   app/health: 200 healthy, version abc1234 (12 ms) → healthy 1 in a row',
      '    4.0 s  pass   app/health: 200 healthy, version abc1234 (12 ms) → healthy 2 in a row',
      '    6.0 s  pass   app/health: 200 healthy, version abc1234 (12 ms) → passed',
    ]);
    expect(report).toMatchObject({
      schema: 1,
      result: 'passed',
      timeline: [{ class: 'fail' }, {}, {}, { atMs: 6000 }],
    });
  });

  it('times out at the deadline with a diagnosis', async () => {
    const plan = await planOf({ url: 'https://app/health', deadline: '11s' });
    const { result } = await gate(plan, { http: turns(unhealthy) });
    const { outputs, failure, summary } = reportGate(plan, result);
    expect(result.endMs).toBe(11_000);
    expect(outputs).toMatchObject({ result: 'timed-out', failing: 'postgres', 'should-rollback': 'true' });
    expect(failure).toMatchObject({
      code: 'E_NOT_HEALTHY_IN_TIME',
      message: 'not healthy within 11.0 s; at last: app/health: 503 (postgres unhealthy)',
      details: { hint: 'app/health: the application itself says no; look at its log' },
    });
    expect(summary).toContain('6 of 6 samples fail: app/health: 503 (postgres unhealthy)');
    expect(summary).toContain('body: {"status":"unhealthy","checks":{"postgres":"unhealthy"}}');
  });

  it('tells what was seen last, not that the deadline cut the last request', async () => {
    const plan = await planOf({ url: 'https://app/health', deadline: '11s' });
    const ports = fakePorts();
    let count = 0;
    const http: Probes['http'] = async (_, { timeoutMs }) => {
      if (++count < 6) return unhealthy;
      await ports.clock.sleep(timeoutMs);
      return silence('timed out');
    };
    const result = await runGate(plan, { ...ports, probes: { ...realProbes(nowhere), http, tidy: () => undefined } });
    const { outputs, summary, failure } = reportGate(plan, result);
    expect(result.endMs).toBe(11_000);
    expect(outputs).toMatchObject({ result: 'timed-out', samples: '6', 'should-rollback': 'true' });
    expect(failure?.message).toBe('not healthy within 11.0 s; at last: app/health: 503 (postgres unhealthy)');
    expect(failure?.details.hint).toBe('app/health: the application itself says no; look at its log');
    expect(summary).toContain('body: {"status":"unhealthy"');
  });

  it('gives the last request no more time than the deadline leaves', async () => {
    const limits: number[] = [];
    const plan = await planOf({ url: 'https://app/health', deadline: '5s', successes: '2' });
    await gate(plan, {
      http: async (_, { timeoutMs }) => {
        limits.push(timeoutMs);
        return unhealthy;
      },
    });
    expect(limits).toEqual([5_000, 3_000, 1_000]);
  });

  it('fails at once where credentials are refused', async () => {
    const plan = await planOf({ url: 'https://app/health' });
    const { result } = await gate(plan, { http: turns(answer(401, '')) });
    expect(reportGate(plan, result).failure).toMatchObject({ code: 'E_UNHEALTHY' });
    expect(result.history.timeline).toHaveLength(1);
  });

  it('is not to be blamed on the application where the runner has no network', async () => {
    for (const [reached, expected, code] of [
      [true, 'failed', 'E_UNHEALTHY'],
      [false, 'inconclusive', 'E_INCONCLUSIVE'],
    ] as const) {
      const plan = await planOf({ url: 'https://app/health', warmup: '0s' });
      const { result } = await gate(plan, { http: turns(silence()), reaches: async () => reached });
      const { outputs, failure } = reportGate(plan, result);
      expect([outputs['result'], outputs['should-rollback']]).toEqual([expected, String(reached)]);
      expect(failure).toMatchObject({ code });
    }
    const lenient = await planOf({ url: 'https://app/health', warmup: '0s', 'on-inconclusive': 'warn' });
    const { result } = await gate(lenient, { http: turns(silence()), reaches: async () => false });
    expect(reportGate(lenient, result)).toMatchObject({ failure: undefined, annotations: [{ level: 'warning' }] });
  });

  it('bakes, and confirms the end by one more sample', async () => {
    const plan = await planOf({ url: 'https://app/health', bake: '5s' });
    const { result } = await gate(plan, { http: turns(healthy) });
    expect(result.history.timeline.map(({ atMs }) => atMs)).toEqual([0, 2_000, 4_000, 6_000, 8_000, 9_000]);
    const broken = await gate(plan, { http: turns(healthy, healthy, healthy, healthy, unhealthy) });
    expect(broken.result.state).toMatchObject({
      phase: 'failed',
      reason: 'healthy at first, then: app/health: 503 (postgres unhealthy)',
    });
  });

  it('probes no faster than its interval when the bake time is over', async () => {
    const plan = await planOf({ url: 'https://app/health', bake: '4s' });
    const at10 = await gate(plan, { http: turns(healthy, healthy, healthy, healthy, silence(), healthy) });
    expect(at10.result.state.phase).toBe('passed');
    expect(at10.result.history.timeline.map(({ atMs }) => atMs)).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
  });

  it('names every address that is behind', async () => {
    const plan = await planOf({
      url: 'https://app/health',
      'expect-version': 'abc1234',
      addresses: 'each',
      warmup: '0s',
    });
    const { result } = await gate(plan, {
      addressesOf: async () => ['10.0.0.5', '10.0.0.6', '10.0.0.7'],
      http: async (_, { address }) => (address === '10.0.0.7' ? answer(200, { version: '9f8e7d6' }) : healthy),
    });
    expect(result.state.phase).toBe('failed');
    expect(result.state.reason).toContain('2 of 3 on abc1234, 10.0.0.7 still on 9f8e7d6');
  });

  it('lets the worst required check decide and the others only warn', async () => {
    const checks = '- postgres: db\n- redis: cache\n  required: false';
    const plan = await planOf({ checks });
    const { result } = await gate(plan, {
      database: async ({ kind }) =>
        connected({ verdict: kind === 'postgres' ? 'accepting' : 'rejecting', speaks: 'LOADING' }),
    });
    const { outputs, summary } = reportGate(plan, result);
    expect(outputs).toMatchObject({ result: 'passed', failing: '' });
    expect(summary).toContain('fail: LOADING (only warns)');
  });

  it('writes the report when it is cancelled', async () => {
    const controller = new AbortController();
    const plan = await planOf({ url: 'https://app/health' });
    const { result, report } = await gate(
      plan,
      {
        http: async () => {
          controller.abort();
          return healthy;
        },
      },
      controller.signal,
    );
    const { outputs, failure } = reportGate(plan, result);
    expect(outputs).toMatchObject({ result: 'cancelled', 'should-rollback': 'false' });
    expect(failure).toMatchObject({ code: 'E_CANCELLED' });
    expect(report).toMatchObject({ result: 'cancelled', checks: [{ class: 'not-run' }] });
  });

  it.each([
    [new ActionError('the host key is not the one', { code: 'E_SSH_HOST_KEY' }), 'E_SSH_HOST_KEY'],
    [new TypeError('x is not a function'), 'E_INTERNAL'],
  ])('writes report and outputs also where a probe throws: %s', async (thrown, code) => {
    const plan = await planOf({ url: 'https://app/health' });
    let count = 0;
    const { result, report } = await gate(plan, {
      reaches: async () => false,
      http: async () => {
        if (++count === 3) throw thrown;
        return healthy;
      },
    });
    const first = await gate(plan, { reaches: async () => false, http: () => Promise.reject(thrown) });
    expect(reportGate(plan, first.result)).toMatchObject({ outputs: { result: 'failed' }, failure: { code } });
    const { outputs, failure, summary } = reportGate(plan, result);
    expect(failure).toMatchObject({ code });
    expect(outputs).toMatchObject({
      result: 'failed',
      samples: '2',
      'should-rollback': 'false',
      report: result.report,
    });
    expect(summary).toContain(thrown.message);
    expect(report).toMatchObject({ result: 'failed', shouldRollback: false, timeline: [{}, {}] });
  });

  it('asks whether the runner has a network beside the last rounds, for no longer than the deadline leaves', async () => {
    const asked: number[] = [];
    const reaches: Probes['reaches'] = async (_, { timeoutMs }) => asked.push(timeoutMs) > 1;
    const silent = async (): Promise<typeof healthy> => silence();
    const late = await gate(await planOf({ url: 'https://app/', deadline: '20s', warmup: '60s' }), {
      http: silent,
      reaches,
    });
    expect(late.result.state.phase).toBe('inconclusive');
    expect(late.result.endMs).toBe(20_000);
    expect(asked).toEqual([3_000]);
    const short = await planOf({ url: 'https://app/', deadline: '1500ms', successes: '1' });
    await gate(short, { http: silent, reaches });
    expect(asked).toEqual([3_000, 1_500]);
    await gate(await planOf({ url: 'https://app/', deadline: '20s' }), { http: turns(healthy), reaches });
    await gate(await planOf({ url: 'https://app/', deadline: '20s' }), { http: turns(unhealthy), reaches });
    expect(asked).toHaveLength(2);
  });

  it('quotes logs for no longer than the deadline leaves, and falls back on what it had before', async () => {
    const limits: number[] = [];
    const checks = '- docker: web';
    const plan = await planOf({ checks, logs: 'web', deadline: '20s', warmup: '60s' });
    const { result } = await gate(plan, {
      script: async (script, timeoutMs) => {
        const quoted = script.includes('docker logs');
        if (quoted) limits.push(timeoutMs);
        const late = quoted && limits.length > 1;
        const said = {
          code: quoted ? 0 : 1,
          signal: null,
          timedOut: false,
          stdout: 'no database',
          stderr: 'No such container',
        };
        return { totalMs: 1, reached: true, result: late ? undefined : said, failure: late ? 'no answer' : undefined };
      },
    });
    expect(result.state.phase).toBe('timed-out');
    expect(limits).toEqual([5_000, 200]);
    expect(result.quotes).toMatchObject([{ title: 'last lines of web', text: 'no database' }]);
  });

  it('leaves the probes of each address what the look-up has not taken', async () => {
    const ports = fakePorts();
    const plan = await planOf({ url: 'https://app/health', addresses: 'each' });
    const limits: number[] = [];
    const probes = {
      ...realProbes(nowhere),
      addressesOf: async () => {
        await ports.clock.sleep(900);
        return ['10.0.0.5', '10.0.0.6'];
      },
      http: async (_: unknown, { timeoutMs }: { timeoutMs: number }) => {
        limits.push(timeoutMs);
        return healthy;
      },
    };
    const [check] = plan.checks;
    if (check) await takeSample(check, { plan, leftMs: 1_000 }, { ...ports, probes });
    expect(limits).toEqual([100, 100]);
  });

  it('wants a version from at least one of several checks', async () => {
    const plan = await planOf({ url: 'https://a/\nhttps://b/', 'expect-version': 'abc1234', warmup: '0s' });
    const silent = answer(200, { status: 'ok' });
    expect((await gate(plan, { http: turns(silent) })).result.state.reason).toContain('no answer tells a version');
    expect((await gate(plan, { http: turns(silent, healthy) })).result.state.phase).toBe('passed');
  });
});
