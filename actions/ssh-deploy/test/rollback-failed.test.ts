import { ActionError, formatError } from '@suite/core';
import { expect, test } from 'vitest';
import { rollbackFailed, standingAfter, standingOf } from '../src/rollback-failed.ts';
import { facts, host, inputs, manifest } from './samples.ts';

const given = inputs({ hosts: 'deploy@a\ndeploy@b', 'job-status': 'failure' });
const manifests = [manifest('r1'), manifest('r2', { previous: 'r1' })];
const seen = facts(host('a', { current: 'r2', manifests }), host('b', { current: 'r2', manifests }));

test('a rollback that did not work: each host, what it is on, and the commands', () => {
  const cause = new ActionError('deploy@b, pull: no; undone in 1 s, r2 still serves', { code: 'E_PULL' });
  const hosts = standingOf(seen.hosts);
  expect(formatError(rollbackFailed(given, { release: 'r2', cause, hosts }))).toBe(
    `E_ROLLBACK_FAILED: the job is failure, and r2 could not be rolled back: E_PULL: deploy@b, pull: no; undone in 1 s, r2 still serves
deploy@a is on r2
deploy@b is on r2
then run mode: rollback with to: r1`,
  );
});

test('a host between releases, one that cannot be reached, and a hint of its own', () => {
  const cause = new ActionError('deploy@b: the undo failed', { code: 'E_MANUAL', hint: 'on the host: mend it' });
  const outcomes = ['committed', 'stuck', 'unknown', 'aborted'] as const;
  const lines = outcomes.map((outcome) => standingOf(seen.hosts).map((each) => standingAfter(each, outcome).on)[0]);
  expect(lines).toEqual(['on r1', 'between r2 and r1', 'on r2 or r1, which it settles by itself', 'on r2']);
  const apart = inputs({ hosts: 'deploy@a\ndeploy@b:2222', 'job-status': 'failure' });
  expect(formatError(rollbackFailed(apart, { release: 'r2', cause, hosts: [] }))).toBe(
    `E_ROLLBACK_FAILED: the job is failure, and r2 could not be rolled back: E_MANUAL: deploy@b: the undo failed
what deploy@a is on is not known: ssh -p 22 deploy@a 'readlink /opt/shop/current; tail -n 3 /opt/shop/.deploy/history'
what deploy@b:2222 is on is not known: ssh -p 2222 deploy@b 'readlink /opt/shop/current; tail -n 3 /opt/shop/.deploy/history'
on the host: mend it
then run mode: rollback, or deploy the older commit`,
  );
});
