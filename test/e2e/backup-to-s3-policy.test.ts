import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLeaks, findLeaksInFolder, runMain, step, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, SHOP, type World } from './backup-to-s3-world.ts';

let world: World;
beforeAll(() => {
  world = makeWorld('policy');
});
afterAll(() => world?.dispose());

const run = (inputs: Record<string, string>) => runMain('backup-to-s3', { inputs: { ...world.store, ...inputs } });
const seq = { source: 'command', command: 'seq 1 2000', encryption: 'optional' };
const last = (count: number) => ({ 'keep-last': String(count), 'keep-daily': '0', 'keep-monthly': '0' });
const idsOf = async (name: string): Promise<string[]> =>
  (await world.keys())
    .flatMap((key) => /\/([^/]+)\/manifests\/(.*)\.json$/.exec(key)?.slice(1) ?? [])
    .filter((_, at, all) => at % 2 === 1 && all[at - 1] === name);

describe('retention', () => {
  it('keeps the newest of its own class and name, never a hold, and takes the data along', async () => {
    const held = await run({ ...seq, name: 'kept', class: 'pre-migration' });
    const other = await run({ ...seq, name: 'kept-elsewhere' });
    const made: string[] = [];
    for (let round = 0; round < 4; round++) {
      const result = await run({ ...seq, name: 'kept', ...last(2) });
      expect(result.outputs.get('pruned-count')).toBe(round < 2 ? '0' : '1');
      made.push(result.outputs.get('backup-id') ?? '');
    }
    const heldId = held.outputs.get('backup-id') ?? '';
    expect(held.summary).toContain('held until');
    expect((await idsOf('kept')).sort()).toEqual([heldId, ...made.slice(2)].sort());
    expect(await idsOf('kept-elsewhere')).toEqual([other.outputs.get('backup-id')]);
    const data = (await world.keys()).filter((key) => key.includes('/kept/') && key.includes('/data.'));
    expect(data.length).toBe(3);
    const secondHold = await run({ ...seq, name: 'kept', class: 'pre-migration', ...last(1) });
    expect(secondHold.outputs.get('pruned-count')).toBe('0');
    expect(await idsOf('kept')).toContain(heldId);
  });

  it('prunes nothing after a backup that failed', async () => {
    const first = await run({ ...seq, name: 'failing', ...last(1) });
    const failed = await run({ ...seq, name: 'failing', ...last(1), command: 'false' });
    expect(failed.exitCode).toBe(1);
    expect(await idsOf('failing')).toEqual([first.outputs.get('backup-id')]);
  });

  it('sweeps what killed runs left 48 h ago, and nothing younger or of another name', async () => {
    const place = (name: string, id: string) => `${world.store.prefix}/${name}/standard/${id}/data.bin`;
    const old = place('swept', '20250101T000000Z-00000001');
    const foreign = place('not-swept', '20250101T000000Z-00000001');
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const young = place('swept', `${stamp}-00000002`);
    for (const key of [old, foreign, young]) {
      await world.s3('PUT', key, undefined, 'orphan');
      await world.s3('POST', key, 'uploads=');
    }
    const result = await run({ ...seq, name: 'swept' });
    expect(result.stdout).toContain(`sweep   abandoned upload of ${old}`);
    expect(await world.uploads()).toEqual([foreign, young]);
    expect(await world.keys()).toEqual(expect.arrayContaining([foreign, young]));
    expect(await world.keys()).not.toContain(old);
  });
});

describe('list', () => {
  it('shows whole backups only, and says which are not usable and why', async () => {
    const set = { name: 'listed' };
    const results = [];
    for (let round = 0; round < 3; round++) results.push(await run({ ...seq, ...set }));
    const [first, second, third] = results.map((result) => result.outputs);
    await world.s3('DELETE', first?.get('key') ?? '');
    await world.s3('PUT', second?.get('manifest-key') ?? '', undefined, '{"schema":1,');
    await world.s3(
      'PUT',
      `${world.store.prefix}/listed/standard/20260101T000000Z-0000000a/data.bin`,
      undefined,
      'no manifest',
    );
    const listed = await run({ ...set, mode: 'list' });
    expect(listed.outputs.get('kept-count')).toBe('1');
    expect(listed.outputs.get('backup-id')).toBe(third?.get('backup-id'));
    expect(listed.stdout).toContain(`${first?.get('backup-id')}  NOT USABLE: its data is missing`);
    expect(listed.stdout).toContain(`${second?.get('backup-id')}  NOT USABLE: the manifest of`);
    expect(listed.stdout).not.toContain('20260101T000000Z');

    const before = { mode: 'restore', path: join(world.folder, 'at'), at: '2025-01-01' };
    expect((await run({ ...set, ...before })).errors[0]).toContain('E_NO_BACKUP');
  });
});

describe('inputs', () => {
  it('that are wrong are all named in one run, with the corrected form, and nothing is touched', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'empty-'));
    const wrong = {
      source: 'postgres',
      url: 'mysql://u:pw-hunter22@h/db',
      bucket: 's3://My-Bucket/x',
      endpoint: 'http://s3.example.com',
      compression: 'zstd:40',
      'age-recipients': world.identity,
      'keep-daily': '-1',
      'hold-for': '90',
      'part-size': '1MiB',
      verify: 'maybe',
      class: 'manifests',
      'min-size': '12',
      prune: 'yes',
      retries: 'x',
      'keep-weekley': '3',
      'secret-access-key': '',
    };
    const result = await runMain('backup-to-s3', { inputs: { ...world.store, ...wrong }, workspace });
    const [message = ''] = result.errors;
    expect(result.exitCode).toBe(1);
    for (const input of [
      'url',
      'bucket',
      'endpoint',
      'compression',
      'age-recipients',
      'keep-daily',
      'hold-for',
      'part-size',
      'verify',
      'class',
      'min-size',
      'prune',
      'retries',
      'secret-access-key',
    ]) {
      expect(message, input).toMatch(new RegExp(`^${input}: `, 'm'));
    }
    expect(message).toContain('write my-bucket');
    expect(message).toContain('holds a private key; write the public one');
    expect(result.stdout).toContain('keep-weekley is unknown and was ignored; did you mean keep-weekly?');
    const shown = result.stdout
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    expect(findLeaks('pw-hunter22', { log: shown })).toEqual([]);
    expect(findLeaks(world.identity, { log: shown, summary: result.summary })).toEqual([]);
    expect(readdirSync(workspace)).toEqual([]);
  });

  it('of a dry run change nothing and give the plan', async () => {
    const source = world.database('dry', SHOP(10));
    const before = await world.keys();
    const result = await run({
      name: 'dry',
      source: 'postgres',
      url: source.url,
      'age-recipients': world.recipient,
      'dry-run': 'true',
    });
    expect(result.outputs.get('result')).toBe('planned');
    expect(result.stdout).toMatch(/encode {2}zstd:3, age/);
    expect(await world.keys()).toEqual(before);
    expect(await world.uploads()).toEqual((await world.uploads()).filter((key) => !key.includes('/dry/')));
  });
});

describe('secrets', () => {
  it('stand in no argument, log, summary, output, manifest or file', async () => {
    const source = world.database('secret', SHOP(2_000));
    const target = world.database('secret_target');
    const watch = watchCommandLines(5);
    const common = { ...world.store, name: 'secret' };
    const steps = [
      step('backup-to-s3', {
        inputs: { ...common, source: 'postgres', url: source.url, 'age-recipients': world.recipient },
      }),
      step('backup-to-s3', {
        inputs: { ...common, mode: 'restore', 'target-url': target.url, 'age-identity': world.identity },
      }),
    ];
    const texts: Record<string, string> = {};
    const password = new URL(source.url).password;
    const secrets = [password, world.identity, world.store['secret-access-key'] ?? ''];
    for (const [index, one] of steps.entries()) {
      const main = await one.main();
      const post = await one.post('success');
      expect(main.errors).toEqual([]);
      const log = `${main.stdout}${main.stderr}${post.stdout}`
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::'));
      texts[`log ${index}`] = log.join('\n');
      texts[`summary ${index}`] = main.summary;
      texts[`outputs ${index}`] = JSON.stringify([...main.outputs]);
      for (const secret of secrets) expect(findLeaksInFolder(secret, one.temporary)).toEqual([]);
      expect(main.masks).toContain(password);
      one.dispose();
    }
    texts['argv'] = watch.stop();
    expect(texts['argv']).toContain('pg_dump --no-password');
    for (const key of await world.keys())
      if (key.includes('/secret/manifests/')) texts[key] = (await world.object(key)).toString('utf8');
    for (const secret of secrets) expect(findLeaks(secret, texts)).toEqual([]);
  });
});
