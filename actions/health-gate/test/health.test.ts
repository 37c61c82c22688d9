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
    ['success', 'unknown'],
    ['passed', 'unknown'],
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
    [
      'several places',
      { status: 'ok', checks: { a: 'ok', b: 'ok' }, services: { worker: 'down', b: 'down' } },
      'a healthy, b unhealthy, worker unhealthy',
    ],
    ['an empty place before a full one', { checks: {}, components: { db: 'DOWN' } }, 'db unhealthy'],
    ['keys in any case', { Status: 'Healthy', Entries: { sql: { Status: 'Unhealthy' } } }, 'sql unhealthy'],
    [
      'Spring with details',
      {
        status: 'UP',
        components: {
          diskSpace: { status: 'UP', details: { total: 9, free: 4, path: '/.', exists: true } },
          db: { status: 'UP', details: { database: 'PostgreSQL', replica: { status: 'DOWN' } } },
        },
      },
      'diskSpace healthy, db healthy, db.replica unhealthy',
    ],
    [
      'a flat one',
      { status: 'ok', version: '1.2', db: 'down', cache: 'up', debug: false },
      'db unhealthy, cache healthy',
    ],
    ['a state that holds components', { status: 'ok', health: { db: 'down' } }, 'db unhealthy'],
    [
      'a list at the top',
      [
        { name: 'db', status: 'down' },
        { name: 'web', status: 'up' },
      ],
      'db unhealthy, web healthy',
    ],
    ['a list of other things', [{ id: 7 }, { id: 8 }], ''],
    ['a list of words', ['ok', 'down'], '0 healthy, 1 unhealthy'],
    ['no status', { status: 'ok', checks: { disk: { free: 1 }, cpu: null } }, 'disk unknown, cpu unknown'],
    ['text', 'Degraded', ''],
    ['nothing', null, ''],
  ])('%s', (_, body, expected) => expect(named(body)).toBe(expected));
  it.each([
    ['$.deep.parts', { deep: { parts: { a: 'up' } } }, 'a healthy'],
    ['$[*]', [{ name: 'db', status: 'down' }, { status: 'up' }], 'db unhealthy, 1 healthy'],
    ['$', [{ Name: 'db', Status: 'down' }], 'db unhealthy'],
    ['$.parts', { checks: { a: 'up' } }, ''],
    ['$.parts[*]', { checks: { a: 'up' } }, ''],
  ])('a place of its own: %s of %j', (path, body, expected) => expect(named(body, path)).toBe(expected));
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
      'the answer has no component postgres, *; it has none at all',
    ],
    [{ state: 'running', health: 'unhealthy' }, '', 'fail', 'health unhealthy'],
    [{ status: 'ok', healthy: false }, '', 'fail', 'healthy false'],
    [{ status: 'ok', checks: { a: { status: 'up', state: 'failed' } } }, '', 'fail', 'a failed'],
    [{ State: { Status: 'running', Health: { Status: 'unhealthy', Log: [] } } }, '', 'fail', 'state unhealthy'],
    [[{ State: { Status: 'running', Health: { Status: 'unhealthy' } }, Name: '/web' }], '', 'fail', '/web unhealthy'],
    [{ State: { Status: 'running', Health: { Status: 'none' } } }, '', 'pass', 'running'],
    [{ State: { Status: 'exited', Running: false } }, '', 'fail', 'state exited'],
    [{ Status: 'Unhealthy' }, '', 'fail', 'status Unhealthy'],
    [{ status: 'ok', up: 3_600 }, '', 'pass', 'ok'],
    [{ status: 'up' }, '*>=degraded', 'fail', 'the answer has no component *; it has none at all'],
    [{ checks: { db: 'up' } }, 'worker*>=degraded', 'fail', 'the answer has no component worker*; it has db'],
    [{ checks: { postgres: 'degraded' } }, '*>=degraded, postgres=healthy', 'fail', 'postgres degraded'],
    [{ checks: { 'db:time': 'degraded' } }, 'db:time>=degraded, db=healthy', 'warn', 'db:time degraded'],
    [{ checks: { 'api-a': 'degraded' } }, '*=healthy, api-*>=degraded', 'warn', 'api-a degraded'],
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

it('a components-path that finds nothing is no pass', () => {
  const nothing = { class: 'fail', message: 'nothing stands at components-path $.parts[*]' };
  expect(judge({ status: 'ok' }, '', { componentsPath: '$.parts[*]' })).toMatchObject(nothing);
  expect(judge({ status: 'ok', parts: [] }, '', { componentsPath: '$.parts[*]' })).toMatchObject(nothing);
  expect(judge('OK', '', { componentsPath: '$.parts[*]' })).toMatchObject(nothing);
});

it.each(['postgres', 'a=good', '=healthy', 'a<degraded'])('the rule %s is refused', (rule) => {
  expect(() => parseRules(rule)).toThrow(`has "${rule}", which is not a rule; write for example postgres=healthy`);
});
