import { expect, it } from 'vitest';
import type { BackupPlan, ListPlan, RestorePlan } from '../src/plan.ts';
import { report } from '../src/report.ts';
import { manifestOf } from './make.ts';

const ID = '20261123T021500Z-1a2b3c4d';
const place = { prefix: 'backups', name: 'shop' };
const manifest = manifestOf(ID);

it('of a backup gives verdict, evidence, the recipe, and warns of what could not be removed', () => {
  const kept = [{ backup: { id: ID, startedMs: 0 }, reasons: ['newest', 'last 1'] }];
  const plan = { mode: 'backup', place, manifestKey: 'm', prune: { remove: [], kept } } as unknown as BackupPlan;
  const tidied = { pruned: ['old-1'], swept: [], failures: ['old-2: AccessDenied'] };
  const { outputs, summary, annotations, failure } = report(plan, {
    mode: 'backup',
    plan,
    backup: { manifest, transferMs: 10 },
    tidied,
  });
  expect(outputs).toMatchObject({
    result: 'stored',
    ratio: '2.00',
    tables: '1',
    rows: '3',
    verified: 'full',
    'pruned-count': '1',
    'kept-count': '1',
  });
  expect(summary.split('\n')[0]).toBe(`### ✅ backup-to-s3: stored \`${ID}\``);
  expect(summary).toContain('every stored byte, equal to what was sent (hashes of the stored bytes)');
  expect(summary).toContain('newest, last 1');
  expect(summary).toContain('age -d');
  expect(annotations?.[0]?.message).toContain('W_PRUNE: not removed, the next run tries again: old-2: AccessDenied');
  expect(failure).toBeUndefined();
});

it('says so where nothing is encrypted and nothing was read', () => {
  const bare = manifestOf(ID, {
    pipeline: { compression: 'none', encryption: 'none', recipients: [] },
    verification: { level: 'head', bytesRead: 0, at: '' },
    inventory: null,
  });
  const plan = { mode: 'backup', place, manifestKey: 'm', prune: { remove: [], kept: [] } } as unknown as BackupPlan;
  const backup = { manifest: bare, transferMs: 0 };
  const { summary, outputs } = report(plan, {
    mode: 'backup',
    plan,
    backup,
    tidied: { pruned: [], swept: [], failures: [] },
  });
  expect(summary).toContain('**not encrypted**');
  expect(summary).toContain('size only: no stored byte was read');
  expect(outputs).not.toHaveProperty('tables');
});

it('of a restore gives its measured time and what was compared', () => {
  const plan = {
    mode: 'restore',
    place,
    manifest,
    target: { label: 'db:5432/copy' },
    replaces: true,
  } as unknown as RestorePlan;
  const restored = { ms: 61_500, rawBytes: 20, tables: 1, rows: 3 };
  const { outputs, summary } = report(plan, { mode: 'restore', plan, restored });
  expect(outputs).toMatchObject({ result: 'restored', 'backup-id': ID, 'rto-seconds': '61.5', rows: '3' });
  expect(summary).toContain('db:5432/copy, replacing what was there');
  expect(summary).toContain('1 tables, 3 rows, all equal');
});

it('of a list counts what is usable and warns of the rest', () => {
  const backups = [
    { id: ID, manifest, problem: undefined },
    { id: 'x', manifest: undefined, problem: 'its data is missing' },
  ];
  const plan: ListPlan = { mode: 'list', place, nowMs: Date.parse('2026-11-23T03:15:00Z'), backups };
  const { outputs, summary, annotations } = report(plan, { mode: 'list', plan });
  expect(outputs).toMatchObject({ result: 'listed', 'kept-count': '1', 'backup-id': ID, 'age-seconds': '3600' });
  expect(JSON.parse(outputs['report'] ?? '')).toEqual([
    expect.objectContaining({ id: ID, class: 'standard', tables: 1, verified: 'full', holdUntil: null }),
    { id: 'x', problem: 'its data is missing' },
  ]);
  expect(annotations).toEqual([{ level: 'warning', message: 'W_BACKUP_UNUSABLE: x: its data is missing' }]);
  const none = report(plan, { mode: 'list', plan: { ...plan, backups: [] } });
  expect([none.outputs['age-seconds'], none.summary.slice(0, 5)]).toEqual([undefined, '### ❌']);
  expect(summary.slice(0, 5)).toBe('### ✅');
});
