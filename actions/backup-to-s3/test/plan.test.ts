import { describe, expect, it } from 'vitest';
import type { Facts, ListedBackup } from '../src/facts.ts';
import { formatPlan } from '../src/format-plan.ts';
import { makeId } from '../src/layout.ts';
import { plan } from '../src/plan.ts';
import { inputsOf, manifestOf, RECIPIENT } from './make.ts';

const nowMs = Date.parse('2026-11-23T02:15:00.500Z');
const OLD = '20261101T000000Z-00000001';
const NEW = '20261120T000000Z-00000002';
const listed = (manifest: ReturnType<typeof manifestOf>): ListedBackup => ({
  id: manifest.id,
  manifest,
  problem: undefined,
});
const facts = (change: Partial<Facts> = {}, backups: readonly ListedBackup[] = []): Facts => ({
  nowMs,
  newId: makeId(nowMs, 0.5),
  set: { listing: { manifests: backups.map(({ id }) => id), data: [] }, backups, uploads: [] },
  ...change,
});
const source = { source: { estimate: undefined } };

describe('a backup', () => {
  it('is written out before it is made', () => {
    const inputs = inputsOf({
      source: 'postgres',
      url: 'postgres://u:hunter22@db/shop',
      'age-recipients': RECIPIENT,
      'keep-daily': '1',
      'keep-last': '1',
      'keep-monthly': '0',
      class: 'pre-migration',
      'hold-for': '30d',
    });
    const server = { version: '15.20', major: 15, bytes: 5_000_000 };
    const clients = { folder: '/usr/lib/postgresql/15/bin', version: '15.18', major: 15 };
    const backups = [listed(manifestOf(OLD)), listed(manifestOf(NEW, { class: 'pre-migration' }))];
    const made = plan(inputs, facts({ source: { estimate: server.bytes, server, clients } }, backups));
    expect(
      formatPlan(made),
    ).toBe(`backup 20261123T021500Z-80000000 of shop-postgres, held until 2026-12-23T02:15:00.500Z
  read    postgres db:5432/shop (PostgreSQL 15.20, client 15.18), about 5.0 MB
  encode  zstd:3, age, parts of 8.4 MB
  store   backups/shop-postgres/pre-migration/20261123T021500Z-80000000/data.sql.zst.age, read it back, then backups/shop-postgres/manifests/20261123T021500Z-80000000.json
  keep    1 of this class
  prune   ${NEW}`);
  });

  it.each([
    [{}, 'data.bin.zst'],
    [{ compression: 'none' }, 'data.bin'],
    [{ compression: 'gzip:9', 'age-recipients': RECIPIENT }, 'data.bin.gz.age'],
    [{ source: 'directory', path: 'x' }, 'data.tar.zst'],
  ])('by %j is called %s', (given: Record<string, string>, name) => {
    const made = plan(inputsOf(given), facts(source));
    expect(made.mode === 'backup' && made.key.split('/').at(-1)).toBe(name);
  });

  it('prunes only what can be read, of its class, past its hold, and never itself', () => {
    const later = '2026-11-23T02:15:01.000Z';
    const backups = [
      listed(manifestOf(OLD)),
      listed(manifestOf('20261102T000000Z-00000003', { retention: { holdUntil: later } })),
      listed(manifestOf('20261103T000000Z-00000004', { retention: { holdUntil: 'for ever' } })),
      listed(manifestOf('20261104T000000Z-00000005', { class: 'other' })),
      { id: '20261105T000000Z-00000006', manifest: undefined, problem: 'is no JSON' },
      listed(manifestOf('20261231T000000Z-00000007')),
    ];
    const policy = { 'keep-last': '1', 'keep-daily': '0', 'keep-monthly': '0' };
    const pruned = (given: Record<string, string>) => {
      const made = plan(inputsOf({ ...policy, ...given }), facts(source, backups));
      return made.mode === 'backup' ? made.prune.remove.map(({ id }) => id) : [];
    };
    expect(pruned({})).toEqual([OLD]);
    expect(pruned({ prune: 'false' })).toEqual([]);
  });

  it('sweeps own leftovers of 48 h, and nothing else', () => {
    const key = (id: string, name = 'shop-command') => `backups/${name}/standard/${id}/data.bin`;
    const old = '20261121T021459Z-00000001';
    const young = '20261121T021501Z-00000001';
    const data = [OLD, old, young].map((id) => ({ key: key(id), class: 'standard', id, size: 1 }));
    const uploads = [key(old), key(young), key('not-an-id'), 'backups/shop-command/readme'].map((one) => ({
      key: one,
      uploadId: 'u',
    }));
    const set = { listing: { manifests: [OLD], data }, backups: [], uploads };
    const made = plan(inputsOf(), facts({ ...source, set }));
    expect(made.mode === 'backup' && made.sweep).toEqual({ uploads: [uploads[0]], data: [key(old)] });
  });

  it('that no number of parts can hold fails before it begins', () => {
    const huge = { source: { estimate: 2e12 } };
    expect(() => plan(inputsOf(), facts(huge))).toThrow('2.0 TB do not fit into 10000 parts of 33.6 MB');
    const made = plan(inputsOf({ 'part-size': '212MiB', 'max-memory': '848MiB' }), facts(huge));
    expect(made.mode === 'backup' && made.partSize).toBe(212 * 1024 ** 2);
  });
});

describe('a restore', () => {
  const asked = { mode: 'restore', 'target-url': 'postgres://u:p@db/copy', 'age-identity': 'AGE-SECRET-KEY-1ABC' };
  const target = { content: [] as string[], confirmName: 'copy', label: 'db:5432/copy' };
  const backups = [
    listed(manifestOf(OLD)),
    listed(manifestOf(NEW)),
    { id: '20261122T000000Z-00000009', manifest: undefined, problem: 'its data is missing' },
  ];
  const chosen = (given: Record<string, string>, change = {}) => {
    const made = plan(inputsOf({ ...asked, ...given }), facts({ target: { ...target, ...change } }, backups));
    return made.mode === 'restore' ? `${made.manifest.id}${made.replaces ? ' replaces' : ''}` : '';
  };

  it.each([
    [{}, {}, NEW],
    [{ at: '2026-11-19' }, {}, OLD],
    [{ backup: OLD }, {}, OLD],
    [{ confirm: 'copy' }, { content: ['public.orders'] }, `${NEW} replaces`],
  ])('of %j into %j takes %s', (given: Record<string, string>, change, expected) => {
    expect(chosen(given, change)).toBe(expected);
  });

  it.each([
    [{ at: '2026-10-01' }, {}, 'E_NO_BACKUP'],
    [{ backup: '20200101T000000Z-00000000' }, {}, 'E_NO_BACKUP'],
    [{ backup: '20261122T000000Z-00000009' }, {}, 'E_MANIFEST'],
    [{}, { content: ['public.orders'] }, 'E_TARGET_NOT_EMPTY'],
    [{ confirm: 'cop' }, { content: ['public.orders'] }, 'E_TARGET_NOT_EMPTY'],
    [{ 'age-identity': '' }, {}, 'E_IDENTITY'],
    [{ 'target-url': '', path: '/x' }, {}, 'E_TARGET'],
  ])('of %j into %j is refused: %s', (given: Record<string, string>, change, code) => {
    expect(() => chosen(given, change)).toThrow(expect.objectContaining({ code }));
  });
});
