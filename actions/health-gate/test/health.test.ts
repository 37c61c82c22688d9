import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../src/check.ts';
import { readHealth } from '../src/components.ts';
import { judgeHealth } from '../src/judge-health.ts';
import { parseRules } from '../src/rules.ts';
import { isWorse, levelOf, worst } from '../src/words.ts';

const reading: Reading = { degraded: 'warn', unknown: 'fail', componentsPath: 'auto', versionSource: { kind: 'auto' } };
const judge = (body: unknown, rules = '', own: Partial<Reading> = {}) =>
  judgeHealth(readHealth(body, own.componentsPath ?? 'auto'), parseRules(rules), { ...reading, ...own });

describe('words', () => {
  it.each([
    ['UP', 'healthy'],
    ['Out-Of-Service', 'unhealthy'],
    ['OUT_OF_SERVICE', 'unhealthy'],
    ['shutting down', 'unhealthy'],
    ['Warning', 'degraded'],
    ['initializing', 'starting'],
    ['banana', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (word, level) => expect(levelOf(word)).toBe(level));
  it('the worst of any is no better than each', () => {
    const levels = fc.array(fc.constantFrom('up', 'warn', 'starting', 'x', 'down').map(levelOf));
    fc.assert(fc.property(levels, (all) => !all.some((level) => isWorse(level, worst(all)))));
  });
});

describe('dialects', () => {
  const named = (body: unknown, path = 'auto'): string =>
    readHealth(body, path)
      .components.map(({ name, level }) => `${name} ${level}`)
      .join(', ');
  it.each([
    [
      'seed',
      { status: 'healthy', checks: { postgres: 'healthy', ollama: 'degraded' } },
      'postgres healthy, ollama degraded',
    ],
    [
      'health+json',
      { status: 'pass', checks: { 'db:time': [{ status: 'pass' }, { status: 'fail' }], 'up:x': [] } },
      'db:time unhealthy, up:x unknown',
    ],
    ['Terminus', { status: 'ok', info: {}, error: {}, details: { db: { status: 'down' } } }, 'db unhealthy'],
    [
      'Spring',
      {
        status: 'UP',
        components: { db: { status: 'UP', components: { a: { status: 'DOWN' } } }, disk: { status: 'UP' } },
      },
      'db healthy, db.a unhealthy, disk healthy',
    ],
    [
      'ASP.NET',
      { status: 'Healthy', entries: { sql: { status: 'Unhealthy', data: {} }, bus: { status: 1 } } },
      'sql unhealthy, bus degraded',
    ],
    [
      'booleans',
      { ok: true, checks: { a: true, b: false, c: { healthy: false } } },
      'a healthy, b unhealthy, c unhealthy',
    ],
    ['a list', { status: 'ok', checks: [{ name: 'db', status: 'up' }, { status: 'down' }] }, 'db healthy, 1 unhealthy'],
    ['no status', { status: 'ok', checks: { disk: { free: 1 }, cpu: null } }, 'disk unknown, cpu unknown'],
    ['text', 'Degraded', ''],
    ['nothing', null, ''],
  ])('%s', (_, body, expected) => expect(named(body)).toBe(expected));
  it('a place of its own', () => {
    expect(named({ deep: { parts: { a: 'up' } } }, '$.deep.parts')).toBe('a healthy');
  });
  it('reads any JSON without an error', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void judge(body)));
  });
});

describe('the worst wins', () => {
  it.each([
    [{ status: 'ok', checks: { a: 'up', b: 'down' } }, '', 'fail', 'b down'],
    [{ status: 'down', checks: { a: 'up' } }, '', 'fail', 'status down'],
    [{ status: 'up', checks: { a: 'degraded' } }, '', 'warn', 'a degraded'],
    [{ status: 'up', checks: { a: 'banana' } }, '', 'fail', 'a banana'],
    [{ status: 'up', checks: { a: 'starting' } }, '', 'fail', 'a starting'],
    [{ status: 'healthy', checks: { a: 'up' } }, '', 'pass', 'healthy'],
    [{ status: 'degraded', checks: { a: 'degraded', b: 'up' } }, 'a>=degraded', 'warn', 'a degraded'],
    [{ status: 'up', checks: { a: 'degraded' } }, 'a=healthy', 'fail', 'a degraded'],
    [{ status: 'up', checks: { a: 'degraded' } }, '*>=degraded', 'warn', 'a degraded'],
    [{ status: 'up', checks: { A: 'down' } }, 'a>=unhealthy', 'warn', 'A down'],
    [{ status: 'up', checks: { 'db:time': [{ status: 'fail' }] } }, 'db=healthy', 'fail', 'db:time fail'],
    [
      { status: 'up', checks: {} },
      'postgres=healthy, *>=degraded',
      'fail',
      'the answer has no component postgres; it has none at all',
    ],
    ['OK', 'postgres=healthy', 'fail', 'the answer has no component postgres; it has none at all'],
  ])('%j with %s: %s', (body, rules, expected, message) => {
    expect(judge(body, rules)).toMatchObject({ class: expected, message });
  });
  it('as degraded and unknown are told to count', () => {
    const body = { status: 'up', checks: { a: 'degraded' } };
    expect(judge(body, '', { degraded: 'fail' }).class).toBe('fail');
    expect(judge(body, '', { degraded: 'pass' }).class).toBe('pass');
    expect(judge({ status: 'banana' }, '', { unknown: 'warn' }).class).toBe('warn');
  });
});

it.each(['postgres', 'a=good', '=healthy', 'a<degraded'])('the rule %s is refused', (rule) => {
  expect(() => parseRules(rule)).toThrow(`has "${rule}", which is not a rule; write for example postgres=healthy`);
});
