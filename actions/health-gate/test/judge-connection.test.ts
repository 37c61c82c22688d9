import { describe, expect, it } from 'vitest';
import type { PortCheck } from '../src/check.ts';
import { judgePort } from '../src/judge-connection.ts';
import { connected, planOf } from './fakes.ts';

async function judge(check: string, value: Parameters<typeof judgePort>[1]['value']) {
  const [first] = (await planOf({ checks: check })).checks;
  return judgePort(first as PortCheck, connected(value));
}

describe('a port', () => {
  it.each([
    ['- tcp: app:22', undefined, 'pass', 'open', []],
    ['- tcp: db:5432', { verdict: 'accepting', speaks: 'up' }, 'pass', 'open, postgres is up', []],
    [
      '- tcp: db:5432',
      { verdict: 'rejecting', speaks: '57P03 the database system is starting up' },
      'fail',
      'open, but postgres takes no commands: 57P03 the database system is starting up',
      [],
    ],
    [
      '- tcp: cache:6379',
      { verdict: 'rejecting', speaks: 'LOADING Redis is loading' },
      'fail',
      'open, but redis takes no commands: LOADING Redis is loading',
      [],
    ],
    ['- tcp: cache:6379', undefined, 'pass', 'open', ['port 6379 is open, but it is not redis that answers there']],
  ] as const)('%s with %j is %s', async (check, value, seen, message, notes) => {
    expect(await judge(check, value)).toMatchObject({ class: seen, message, notes });
  });
});
