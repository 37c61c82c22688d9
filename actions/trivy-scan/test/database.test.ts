import { describe, expect, it } from 'vitest';
import { writeBolt } from '../../../test/lab/bolt.ts';
import { ageProblem, type DatabaseFiles, isCurrent, judgeDatabase } from '../src/database.ts';

const file = writeBolt({ vulnerability: {} });
const metadata = JSON.stringify({ Version: 2, UpdatedAt: '2026-11-23T00:00:00Z', NextUpdate: '2026-11-24T00:00:00Z' });
const good: DatabaseFiles = { metadata, source: undefined, size: file.length, start: file.subarray(0, 8192 + 128) };
const day = 86_400_000;
const now = Date.parse('2026-11-23T12:00:00Z');

describe('a database', () => {
  it('is judged by its metadata and the beginning of its file', () => {
    const source = '{"digest":"sha256:1","repository":"r/db:2"}';
    expect(judgeDatabase({ ...good, source }, false)).toEqual({
      updatedMs: Date.parse('2026-11-23'),
      nextUpdateMs: Date.parse('2026-11-24'),
      digest: 'sha256:1',
      repository: 'r/db:2',
    });
  });

  it.each([
    ['there is none', { metadata: undefined }],
    ['its schema is 1, expected 2', { metadata: metadata.replace('2', '1') }],
    ['its schema is unknown', { metadata: 'no json' }],
    ['its metadata has no date', { metadata: '{"Version":2}' }],
    ['no bbolt database begins there', { start: new Uint8Array(8192) }],
    ['no bbolt database begins there', { start: new Uint8Array() }],
    ['its file is corrupt: 8192 bytes of', { size: 8192 }],
  ])('%s', (reason, change) => expect(judgeDatabase({ ...good, ...change }, false)).toContain(reason));

  it('of a few bytes is no public one', () => {
    expect(judgeDatabase(good, true)).toBe(`its file has only ${file.length} bytes`);
  });

  it('still counts where one of its two meta pages is torn', () => {
    const torn = Buffer.from(good.start);
    torn.fill(0, 0, 4096);
    expect(judgeDatabase({ ...good, start: Buffer.from(good.start).fill(0, 4096, 8192) }, false)).toHaveProperty(
      'updatedMs',
    );
    expect(judgeDatabase({ ...good, start: torn }, false)).toHaveProperty('updatedMs');
  });
});

describe('what is here', () => {
  const here = { updatedMs: now, nextUpdateMs: now + day, digest: 'sha256:1', repository: 'r/db:2' };

  it.each([
    [{ repository: 'other/db:2', digest: 'sha256:1' }, true],
    [{ repository: 'r/db:2', digest: 'sha256:2' }, false],
    [{ repository: 'r/db:2', digest: undefined }, true],
    [{ repository: 'other/db:2', digest: undefined }, false],
  ])('beside %j is current: %s', (offered, current) => expect(isCurrent(here, offered, now)).toBe(current));

  it('is due at its time where nobody tells a digest', () => {
    expect(isCurrent(here, { repository: 'r/db:2', digest: undefined }, now + 2 * day)).toBe(false);
  });

  it('is too old beyond the limit, with both ages told', () => {
    expect(ageProblem(here, day, now + day)).toBeUndefined();
    expect(ageProblem(here, day, now + 2 * day)).toBe(
      'the database is of 2026-11-23T12:00:00.000Z, 48 h 0 min old; max-db-age is 24 h 0 min',
    );
  });
});
