import { formatError } from '@suite/core';
import { expect, test } from 'vitest';
import { formatHolder, lockedError, settlesItself } from '../src/holder.ts';

const lock = '1000 deploy-r1-x7 99 acme/shop/actions/runs/12:ann\n';
const who = 'deploy-r1-x7 of ann (acme/shop/actions/runs/12) has held the lock for';

test.each([
  ['', `${who} 42.0 s, now beginning`],
  ['1001 begin deploy-r1-x7 1', `${who} 42.0 s, now beginning`],
  ['1001 start migrate', `${who} 42.0 s, now at migrate`],
  ['1001 ok gate 0', `${who} 42.0 s, now behind gate`],
  ['1001 then stop:40', `${who} 42.0 s, committed, now finishing`],
  ['1001 commit', `${who} 42.0 s, committed, now finishing`],
  ['1001 after drain 0', `${who} 42.0 s, committed, now finishing`],
  ['1001 fail gate 1', `${who} 42.0 s, now undoing`],
  ['1001 undo-all lease', `${who} 42.0 s, now undoing`],
  ['1001 stuck start 1', `${who} 42.0 s, now undoing`],
])('the holder of a lock behind the journal line %j', (line, text) => {
  expect(formatHolder({ e: 'locked', now: 1_042, out: `${lock}${line}` })).toBe(text);
});

test('a lock file that says little, and a clock that went back', () => {
  expect(formatHolder({ e: 'locked', now: 900, out: lock })).toBe(`${who} 0 ms, now beginning`);
  expect(formatHolder({ e: 'locked', now: 900, out: '1 t 2 me' })).toContain('t of me has held');
  expect(formatHolder({ e: 'locked', now: 900, out: '' })).toBe(
    'another deploy of somebody has held the lock for 0 ms, now beginning',
  );
});

test('a deploy of this very run that has not committed settles by itself', () => {
  const holds = (line: string) => ({ e: 'locked' as const, now: 1_042, out: `${lock}${line}` });
  const own = 'acme/shop/actions/runs/12:ann';
  expect(settlesItself(holds('1001 start migrate'), own)).toBe(true);
  expect(settlesItself(holds('1001 undo-all eof'), own)).toBe(true);
  expect(settlesItself(holds('1001 after drain 0'), own)).toBe(false);
  expect(settlesItself(holds('1001 start migrate'), 'acme/shop/actions/runs/13:ann')).toBe(false);
  expect(settlesItself(undefined, own)).toBe(false);
});

test('the whole message', () => {
  expect(formatError(lockedError('app', { e: 'locked', now: 1_042, out: `${lock}1001 start migrate` }))).toBe(
    `E_LOCKED: app is locked: ${who} 42.0 s, now at migrate
nothing was changed; wait for it to end, or set lock-wait, for example 5m`,
  );
  expect(lockedError('app', undefined).message).toBe('app is locked: another deploy holds the lock');
});
