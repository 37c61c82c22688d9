import { InputError, inputReader, inputSource } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpCheck } from '../src/check.ts';
import { type Inputs, readInputs } from '../src/inputs.ts';
import { formatPlan, planGate } from '../src/plan.ts';

async function read(inputs: Readonly<Record<string, string>>): Promise<{ inputs: Inputs; problems: string }> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const reader = inputReader(inputSource(Object.fromEntries(variables)));
  const parsed = await readInputs(reader);
  try {
    reader.done();
  } catch (error) {
    if (error instanceof InputError) return { inputs: parsed, problems: error.message };
    throw error;
  }
  return { inputs: parsed, problems: '' };
}

describe('inputs', () => {
  it('make checks of every kind, with what they inherit and what is their own', async () => {
    const { inputs, problems } = await read({
      url: 'https://app.example.com/health',
      'expect-version': 'abc1234',
      headers: 'X-Trace: 1',
      'request-timeout': '4s',
      checks: `- http: https://api.example.com/health
  components: postgres=healthy
  headers: { X-Own: "2" }
  max-latency: 1s
  required: false
- tcp: "[::1]:22"
- tls: app.example.com
  name: certificate
- postgres: postgres://app:hunter2hunter2@db/shop
- redis: cache
  request-timeout: 1s`,
    });
    expect(problems).toBe('');
    expect(formatPlan(planGate(inputs, { ca: undefined, baseline: undefined }))).toBe(
      [
        'health-gate: wait until 6 checks are healthy 3 times in a row, every 2.0 s',
        '  http     https://app.example.com/health version abc1234 within 4.0 s',
        '  http     https://api.example.com/health version abc1234 components postgres>=healthy within 4.0 s max-latency 1.0 s (only warns)',
        '  tcp      [::1]:22 within 4.0 s',
        '  tls      app.example.com:443 within 4.0 s',
        '  postgres postgres://app:***@db:5432/shop within 4.0 s',
        '  redis    redis://cache:6379 within 1.0 s',
        'warm-up 30.0 s, deadline 2 min 0 s, bake 0 ms',
        'fails after 3 failures in a row; forgives 1 error in 10',
        'degraded counts as warn, unknown as fail',
      ].join('\n'),
    );
    expect(inputs.checks.map(({ name }) => name)).toEqual([
      'app.example.com/health',
      'api.example.com/health',
      'tcp [::1]:22',
      'certificate',
      'postgres db:5432/shop',
      'redis cache:6379',
    ]);
    expect([...(inputs.checks[1] as HttpCheck).headers]).toEqual([
      ['X-Trace', '1'],
      ['X-Own', '2'],
    ]);
  });

  it('are all refused at once, each with its corrected form', async () => {
    const { problems } = await read({
      url: 'app.example.com/health',
      interval: '20',
      deadline: '2 minutes',
      successes: '0',
      degraded: 'warm',
      components: 'postgres',
      'flake-budget': '10%',
      'version-path': '$..version',
      addresses: 'all',
      'fail-fast-on': 'auth',
      until: '$.state == ready',
      checks: `- https: https://app/
- http: https://app/
  component: a
- tcp: db
  components: a=healthy
  request-timeout: 20`,
    });
    for (const line of [
      ' inputs are wrong; nothing was changed',
      'url: "app.example.com/health" is not an http or https address; write for example https://',
      'interval: "20" has no unit; write 20s or 20ms',
      'deadline: "2 minutes" is not a duration',
      'successes: "0" is not a whole number from 1 to 1000',
      'degraded: "warm" is none of warn, pass, fail; did you mean warn?',
      'components: "postgres" has "postgres", which is not a rule',
      'flake-budget: "10%" is not a flake budget; write for example 1 in 10',
      'version-path: "$..version" is not a JSON path',
      'addresses: "all" has all, which is neither auto, each nor an IP address',
      'until: "$.state == ready" has the line $.state == ready, and == wants a JSON value; write for example $.state == "ready"',
      'checks: entry 1 must name exactly one kind of http, tcp, tls, postgres, redis, docker, compose, command, logs, disk, memory; did you mean http?',
      'checks: entry 2 (http) has the unknown option component; did you mean components?',
      'checks: entry 3 (tcp) has the unknown option components, which only http takes',
      'checks: entry 3 (tcp) is not host:port; write for example db:5432',
      'checks: entry 3 (tcp) request-timeout "20" has no unit',
    ]) {
      expect(problems).toContain(line);
    }
  });

  it('are refused where nothing would be checked, or the deadline leaves no time', async () => {
    expect((await read({})).problems).toContain('url: is missing, and so is checks: nothing would be checked');
    const { problems } = await read({ checks: 'a: [' });
    expect(problems).toContain('one input is wrong');
    expect(problems).toContain('checks: is no YAML');
    expect((await read({ checks: 'app.example.com' })).problems).toContain('checks: is not a list');
    const short = await read({ url: 'https://app/', interval: '10s', deadline: '20s' });
    expect(short.problems).toContain('deadline: ends before 3 successes at this interval can be seen (20s)');
  });

  it.each([
    ['[]', 'checks: is an empty list: nothing would be checked'],
    [
      '- http: https://app/\n  required: false\n- tcp: db:22\n  required: false',
      'checks: has no check that is required, so nothing could ever fail',
    ],
  ])('are refused where nothing could fail: %s', async (checks, problem) => {
    expect((await read({ checks })).problems).toContain(problem);
    expect((await read({ checks, mode: 'replay', baseline: 'r.json' })).problems).toBe('');
  });

  it('may have checks that only warn beside one that is required', async () => {
    expect((await read({ url: 'https://app/', checks: '- tcp: db:22\n  required: false' })).problems).toBe('');
  });

  it.each(['1234e56', '0123456', '12e45678', '0x10', 'true', '1.10'])(
    'keep a version as it is written: %s',
    async (version) => {
      const { inputs } = await read({ checks: `- http: https://app/\n  expect-version: ${version}` });
      expect((inputs.checks[0] as HttpCheck).expectVersion).toBe(version);
    },
  );

  it('take addresses as IP addresses only, and no hopeless state at all where it says none', async () => {
    const wrong = await read({ url: 'https://app/', addresses: '300.1.1.1', 'fail-fast-on': 'none, auth-refused' });
    expect(wrong.problems).toContain(
      'addresses: "300.1.1.1" has 300.1.1.1, which is neither auto, each nor an IP address',
    );
    expect(wrong.problems).toContain('fail-fast-on: "none, auth-refused" has none beside others; write none alone');
    const { inputs, problems } = await read({
      url: 'https://app/',
      addresses: '10.0.0.1\n[::1]',
      'fail-fast-on': 'none',
    });
    expect(problems).toBe('');
    expect(inputs.addresses).toEqual({ kind: 'list', list: ['10.0.0.1', '::1'] });
    expect(inputs.rules.failFastOn).toEqual([]);
  });

  it('are read or refused, whatever YAML and whatever budget it is', async () => {
    const kinds = fc.constantFrom(
      'http',
      'tcp',
      'tls',
      'postgres',
      'redis',
      'docker',
      'command',
      'logs',
      'disk',
      'memory',
    );
    const options = fc.constantFrom('required', 'headers', 'components', 'until', 'used-max', 'deny', 'max-latency');
    const target = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.webUrl(), fc.string());
    const entry = fc
      .tuple(kinds, target, options, fc.jsonValue({ maxDepth: 2 }))
      .map(([kind, what, option, value]) => ({
        [kind]: what,
        [option]: value,
      }));
    const yaml = fc.oneof(
      fc.string(),
      fc.array(entry, { maxLength: 3 }).map((list) => JSON.stringify(list)),
    );
    await fc.assert(
      fc.asyncProperty(yaml, fc.string(), async (checks, slo) => {
        expect(typeof (await read({ checks, slo })).problems).toBe('string');
      }),
      { numRuns: 40 },
    );
    const bomb = `- &a [x]\n${Array.from({ length: 9 }, (_, n) => `- &${'bcdefghij'[n]} [${`*${'abcdefghi'[n]},`.repeat(9)}]`).join('\n')}`;
    expect((await read({ checks: bomb })).problems).toContain('checks: is no YAML: Excessive alias count');
  });

  it('ask no room in time of a replay, which takes no samples', async () => {
    const own = { url: 'https://app/', baseline: 'r.json', slo: 'error-rate<1%', bake: '6s', deadline: '3s' };
    expect((await read({ ...own, mode: 'replay' })).problems).toBe('');
    expect((await read(own)).problems).toContain('bake: has room for 4 samples at this interval');
  });

  it.each([
    ['{"Authorization": "Bearer hunter2"}', 'is JSON; write one header a line, such as Authorization: …'],
    ['{\n  "Authorization": "Bearer hunter2"\n}', 'is JSON; write one header a line, such as Authorization: …'],
    ['X-Own: 1\n"hunter2": a', 'has a name in header 2 that no header can have; write for example Authorization: …'],
    ['X-Own hunter2: 1', 'has a name in header 1 that no header can have; write for example Authorization: …'],
    ['hunter2', 'has line 1 that is not Name: value'],
  ])('take no headers %j', async (headers, why) => {
    const { problems } = await read({ url: 'https://app/', headers });
    expect(problems).toContain(`headers: ${why}`);
    const own = await read({ checks: JSON.stringify([{ http: 'https://app/', headers }]) });
    expect(own.problems).toContain(`checks: entry 1 (http) headers ${why}`);
    expect(problems + own.problems).not.toContain('hunter2');
  });

  it.each(['https://a/|https://b/', 'https://a/ https://b/', 'https://a/?q=x|y'])('take no address %s', async (url) => {
    expect((await read({ url })).problems).toContain('has a space or a | in it; write one address a line');
    expect((await read({ checks: `- http: "${url}"` })).problems).toContain('(http) has a space or a | in it');
  });

  it('never quote what may be a password', async () => {
    const { problems } = await read({
      checks: '- postgres: mysql://app:hunter2hunter2@db/shop\n- http: ftp://u:hunter2hunter2@x/',
      headers: 'no colon here\nAuthorization: Bearer hunter2hunter2',
    });
    expect(problems).toContain('entry 1 (postgres) is neither a postgres:// address nor host:port');
    expect(problems).not.toContain('hunter2');
  });
});
