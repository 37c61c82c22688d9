import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, SHOP, type World } from './backup-to-s3-world.ts';

let world: World;
beforeAll(() => {
  world = makeWorld('backup');
});
afterAll(() => world?.dispose());

const run = (inputs: Record<string, string>) => runMain('backup-to-s3', { inputs: { ...world.store, ...inputs } });
const plain = { encryption: 'optional', compression: 'none' };

/** Fetches the data by another client and restores it by the manifest's own plain commands. */
async function follow(manifestKey: string, env: Record<string, string>): Promise<string> {
  const manifest = JSON.parse((await world.object(manifestKey)).toString('utf8'));
  const folder = join(world.folder, manifest.id);
  mkdirSync(folder, { recursive: true });
  const file = manifest.stored.key.split('/').at(-1);
  writeFileSync(join(folder, file), await world.object(manifest.stored.key));
  writeFileSync(join(folder, 'identity.txt'), readFileSync(world.identityFile));
  const script = ['set -eu', ...manifest.recipe.slice(1)].join('\n');
  execFileSync('bash', ['-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  return folder;
}

describe('a PostgreSQL database', () => {
  it('is stored so that plain age, zstd and psql restore it', async () => {
    const source = world.database('plain', SHOP(5_000));
    const target = world.database('plain_target');
    const result = await run({ source: 'postgres', url: source.url, 'age-recipients': world.recipient });
    expect(result.errors).toEqual([]);
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      result: 'stored',
      verified: 'full',
      tables: '5',
      rows: '5056',
    });
    const manifestKey = result.outputs.get('manifest-key') ?? '';
    expect(await world.keys()).toEqual(expect.arrayContaining([manifestKey, result.outputs.get('key')]));

    await follow(manifestKey, { DATABASE_URL: target.url });
    for (const query of [
      'TABLE orders',
      'TABLE customers',
      'TABLE events ORDER BY at',
      `TABLE "Odd schema"."it's a ""table"""`,
    ]) {
      expect(world.sql(target.name, query), query).toBe(world.sql(source.name, query));
    }
  });

  it('is restored into an empty database, every table counted against the snapshot of the dump', async () => {
    const source = world.database('restore', SHOP(3_000));
    const target = world.database('restore_target');
    const name = { name: 'restored' };
    const stored = await run({ ...name, source: 'postgres', url: source.url, 'age-recipients': world.recipient });
    const manifest = JSON.parse((await world.object(stored.outputs.get('manifest-key') ?? '')).toString('utf8'));
    expect(manifest.source.snapshot).toMatch(/^[0-9A-F-]+$/);
    expect(manifest.inventory).toContainEqual({ table: 'public.orders', rows: 3_000 });

    const identity = { 'age-identity': readFileSync(world.identityFile, 'utf8') };
    const restored = await run({ ...name, mode: 'restore', 'target-url': target.url, ...identity });
    expect(restored.errors).toEqual([]);
    expect(Object.fromEntries(restored.outputs)).toMatchObject({ result: 'restored', tables: '5', rows: '3056' });
    expect(restored.summary).toContain('5 tables, 3056 rows, all equal');
    expect(world.sql(target.name, 'SELECT count(*) FROM big')).toBe('2990');
    expect(world.sql(target.name, "INSERT INTO customers (name) VALUES ('new') RETURNING id")).toBe('51');
  });

  it('is not restored over another one, unless confirm names it; then what was there is replaced', async () => {
    const source = world.database('over', SHOP(100));
    const target = world.database(
      'over_target',
      "CREATE TABLE precious (v text); INSERT INTO precious VALUES ('mine')",
    );
    const set = { name: 'over', compression: 'gzip:6', encryption: 'optional' };
    await run({ ...set, source: 'postgres', url: source.url });
    const restore = { ...set, mode: 'restore', 'target-url': target.url };

    for (const confirm of [{}, { confirm: 'another' }]) {
      const refused = await run({ ...restore, ...confirm });
      expect(refused.exitCode).toBe(1);
      expect(refused.errors[0]).toContain(`E_TARGET_NOT_EMPTY`);
      expect(refused.errors[0]).toContain(`confirm: ${target.name}`);
      expect(world.sql(target.name, 'TABLE precious')).toBe('mine');
    }
    const replaced = await run({ ...restore, confirm: target.name });
    expect(replaced.errors).toEqual([]);
    expect(world.sql(target.name, "SELECT to_regclass('precious') IS NULL, count(*) FROM orders")).toBe('t|100');
  });
});

describe('a directory', () => {
  it('comes back as it was: names, links, modes, and bytes of several parts', async () => {
    const folder = join(world.folder, 'uploads');
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'a name, ünïcode'), 'hello', { mode: 0o640 });
    writeFileSync(join(folder, '.hidden'), '');
    symlinkSync('deep', join(folder, 'link'));
    execFileSync('sh', ['-c', `head -c 17000000 /dev/urandom > ${join(folder, 'big')}`]);
    const set = { name: 'uploads', 'age-recipients': world.recipient, 'part-size': '5MiB', concurrency: '2' };
    const stored = await run({ ...set, source: 'directory', path: folder });
    expect(stored.errors).toEqual([]);
    const manifestKey = stored.outputs.get('manifest-key') ?? '';
    const { stored: data } = JSON.parse((await world.object(manifestKey)).toString('utf8'));
    expect(data.parts.map(({ bytes }: { bytes: number }) => bytes).slice(0, 3)).toEqual([
      5_242_880, 5_242_880, 5_242_880,
    ]);
    expect(data.parts.length).toBe(4);

    const target = join(world.folder, 'uploads-restored');
    const restored = await run({ ...set, mode: 'restore', path: target, 'age-identity': world.identity });
    expect(restored.errors).toEqual([]);
    const listing = (root: string) =>
      execFileSync('sh', ['-c', 'find . -printf "%p %m %y %l %T@\n" | sort; cat big | sha256sum'], {
        cwd: root,
        encoding: 'utf8',
      });
    expect(listing(target)).toBe(listing(folder));

    const again = await run({ ...set, mode: 'restore', path: target, 'age-identity': world.identity });
    expect(again.errors[0]).toContain('E_TARGET_NOT_EMPTY');
    const byHand = await follow(manifestKey, {});
    expect(listing(join(byHand, 'restored'))).toBe(listing(folder));
  });
});

describe('a command', () => {
  it('has its bytes stored and written to a file, with the environment of the job and without a shell', async () => {
    const inputs = { ...world.store, ...plain, name: 'command', source: 'command', command: 'printenv PAYLOAD' };
    const stored = await runMain('backup-to-s3', {
      inputs: { ...inputs, 'min-size': '1B' },
      env: { PAYLOAD: '$HOME; "x"' },
    });
    expect(stored.errors).toEqual([]);
    const target = join(world.folder, 'deep', 'payload');
    const restored = await run({ name: 'command', mode: 'restore', path: target });
    expect(restored.errors).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('$HOME; "x"\n');

    writeFileSync(target, 'mine');
    const refused = await run({ name: 'command', mode: 'restore', path: target });
    expect(refused.errors[0]).toContain('confirm: payload');
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect((await run({ name: 'command', mode: 'restore', path: target, confirm: 'payload' })).exitCode).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe('$HOME; "x"\n');
    expect(existsSync(`${target}.replaced`)).toBe(false);
  });
});
