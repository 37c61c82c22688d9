import { ActionError } from '@suite/core';
import { fakePorts } from '@suite/testing';
import { expect, test } from 'vitest';
import { compareDisks, formatDiskUse } from '../src/disk-use.ts';
import type { Plan } from '../src/plan.ts';
import { entryOf, formatTranscript, writeLog } from '../src/transcript.ts';

const plan: Plan = { mode: 'deploy', app: 'shop', release: 'r2', hosts: [], warnings: [] };
const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const entries = [
  entryOf({ e: 'start', id: 'pull' }, 'app1', at),
  entryOf({ e: 'fail', id: 'pull', rc: 1, s: 2, out: 'first\nsecond\n' }, 'app1', at + 10),
];

test('a transcript holds the plan, every event with its output, and the end', () => {
  const failure = new ActionError('cannot pull', { code: 'E_PULL' });
  expect(formatTranscript(plan, { entries, failure, address: undefined })).toBe(`deploy shop to r2 on 0 hosts

2026-01-02T03:04:05.678Z app1  start pull
2026-01-02T03:04:05.688Z app1  fail pull rc=1 s=2
    first
    second

E_PULL: cannot pull
`);
});

test('it is written where later steps find it; nothing where nothing was done, or where it cannot be', async () => {
  const { files, tree } = fakePorts();
  const told = { entries, failure: undefined, address: undefined };
  const path = await writeLog(plan, told, files);
  expect(path).toBe('/tmp/ssh-deploy-log-fake/shop-r2.log');
  expect(tree.get(path ?? '')?.toString()).toContain('    second\n');
  expect(await writeLog(plan, { ...told, entries: [] }, files)).toBeUndefined();
  const full = { ...files, write: async () => Promise.reject(new Error('ENOSPC')) };
  expect(await writeLog(plan, told, full)).toBeUndefined();
});

test('disks before and after', () => {
  const disk = (where: string, free: number) => ({ where, free, total: 9e9, used: 0, inodes: { free: 1, total: 2 } });
  const [use, ...others] = compareDisks([disk('/opt', 5e9), disk('/gone', 1e9)], [disk('/opt', 4.8e9)]);
  expect(use).toEqual({ where: '/opt', total: 9e9, freeBefore: 5e9, freeAfter: 4.8e9 });
  expect(others).toEqual([]);
  expect(use && formatDiskUse(use)).toBe('/opt: 5.0 GB → 4.8 GB free');
});
