import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PhaseResult, runMain, step } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, openProxy } from './backup-to-s3-proxy.ts';
import { isEmpty, makeWorld, SHOP, type World } from './backup-to-s3-world.ts';

let world: World;
beforeAll(() => {
  world = makeWorld('failures');
});
afterAll(() => world?.dispose());

const honest: Fault = { kind: 'forward' };
const inputsOf = (inputs: Record<string, string>) => ({ ...world.store, ...inputs });
const run = (inputs: Record<string, string>) => runMain('backup-to-s3', { inputs: inputsOf(inputs) });
const open = { encryption: 'optional', compression: 'none', 'part-size': '5MiB' };
const command = (text: string) => ({ ...open, source: 'command', command: `sh\n-c\n${text}` });
const MB = 'head -c 1000000 /dev/urandom;';

/** Nothing of a set is in the store, as another client sees it, and nothing is listed. */
async function expectNothing(name: string): Promise<void> {
  const own = (key: string) => key.includes(`/${name}/`);
  expect((await world.keys()).filter(own)).toEqual([]);
  expect((await world.uploads()).filter(own)).toEqual([]);
}

function expectFailure(result: PhaseResult, code: string): void {
  expect(result.exitCode, result.stdout).toBe(1);
  expect(result.errors[0]).toContain(code);
  expect(result.outputs.get('result')).toBe('failed');
}

describe('a dump that fails leaves nothing in the store', () => {
  it.each([
    ['exits 3 after two parts', `${MB.repeat(11)} echo "disk on fire" >&2; exit 3`, 'E_DUMP_FAILED: sh exited 3'],
    ['is killed after a part', `${MB.repeat(6)} kill -9 $$`, 'E_DUMP_FAILED: sh was ended by SIGKILL'],
    ['writes nothing and exits 0', 'true', 'E_DUMP_EMPTY'],
    ['is not there', 'exec no-such-program', 'E_DUMP_FAILED'],
  ])('where a command %s', async (name, script, code) => {
    const set = name.replaceAll(/\W/g, '-');
    const result = await run({ ...command(script), name: set });
    expectFailure(result, code);
    if (script.includes('fire')) expect(result.errors[0]).toContain('disk on fire');
    await expectNothing(set);
  });

  it('where the program is missing, the database is, or its password is wrong', async () => {
    expectFailure(
      await run({ ...open, name: 'none', source: 'command', command: 'no-such-program' }),
      'it is not on PATH',
    );
    const { url } = world.database('door');
    const wrong = new URL(url);
    wrong.password = 'wrong-hunter22';
    const refused = await run({ ...open, name: 'none', source: 'postgres', url: wrong.href });
    expectFailure(refused, 'E_SOURCE');
    expect(refused.errors[0]).toContain('password authentication failed');
    expectFailure(await run({ ...open, name: 'none', source: 'postgres', url: `${url}_absent` }), 'does not exist');
    expectFailure(await run({ ...open, name: 'none', source: 'postgres', url }), 'E_DUMP_EMPTY');
    expectFailure(await run({ ...open, name: 'none', source: 'postgres', url, 'min-size': '1B' }), 'E_DUMP_TABLES');
    await expectNothing('none');
  });

  it('where the server ends the dump in the middle', async () => {
    const source = world.database('ended', SHOP(1_000));
    const one = step('backup-to-s3', {
      inputs: inputsOf({ ...open, name: 'ended', source: 'postgres', url: source.url }),
    });
    const release = await world.hold(source.name, 'BEGIN; LOCK TABLE orders;');
    const running = one.start();
    const waiting = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${source.name}' AND wait_event_type = 'Lock'`;
    while (world.sql('postgres', waiting) !== '2') await new Promise((resolve) => setTimeout(resolve, 50));
    world.sql(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${source.name}' AND query LIKE 'LOCK TABLE%' AND wait_event_type = 'Lock'`,
    );
    const result = await running.done;
    release();
    expectFailure(result, 'E_DUMP_FAILED');
    expect(result.errors[0]).toContain('terminating connection due to administrator command');
    expect((await one.post('failure')).exitCode).toBe(0);
    one.dispose();
    await expectNothing('ended');
  });
});

describe('a store that lies or stumbles', () => {
  const through = async (decide: (request: string, count: number) => Fault, inputs: Record<string, string>) => {
    const proxy = await openProxy(decide);
    try {
      return { result: await run({ endpoint: proxy.endpoint, ...inputs }), seen: proxy.seen };
    } finally {
      proxy.close();
    }
  };
  const isComplete = (request: string) => request.startsWith('POST') && request.includes('uploadId=');

  it('may lose the answer to the completion: the object is looked at, and is ours', async () => {
    const lose = (request: string): Fault => (isComplete(request) ? { kind: 'lose-reply' } : honest);
    const { result, seen } = await through(lose, { ...command(MB), name: 'lost-answer' });
    expect(result.errors).toEqual([]);
    expect(seen.filter(isComplete).length).toBe(1);
    expect(result.outputs.get('verified')).toBe('full');
  });

  it('may answer 200 with an error in it: that is a failure, and nothing stays', async () => {
    const body = '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>no</Message></Error>';
    const refuse = (request: string): Fault => (isComplete(request) ? { kind: 'answer', status: 200, body } : honest);
    const { result } = await through(refuse, { ...command(MB), name: 'error-in-200' });
    expectFailure(result, 'refused to complete');
    await expectNothing('error-in-200');
  });

  it('may ask to slow down, twice on every part', async () => {
    const body = '<Error><Code>SlowDown</Code><Message>Please reduce</Message></Error>';
    const slow = (request: string, count: number): Fault =>
      request.includes('partNumber=') && count <= 2 ? { kind: 'answer', status: 503, body } : honest;
    const { result } = await through(slow, { ...command(MB.repeat(11)), name: 'slow' });
    expect(result.errors).toEqual([]);
    expect(result.outputs.get('bytes-stored')).toBe('11000000');
  });

  it('may give other bytes than it got: no manifest, no data, and the part is named', async () => {
    const flip = (request: string): Fault => (/^GET .*data\.bin$/.test(request) ? { kind: 'flip' } : honest);
    const { result } = await through(flip, { ...command(MB.repeat(11)), name: 'flipped' });
    expectFailure(result, 'E_BACKUP_VERIFY: part 1 of 3');
    await expectNothing('flipped');
  });

  it('may refuse the manifest: the data is deleted', async () => {
    const body = '<Error><Code>AccessDenied</Code><Message>no manifests here</Message></Error>';
    const refuse = (request: string): Fault =>
      /^PUT .*\/manifests\//.test(request) ? { kind: 'answer', status: 403, body } : honest;
    const { result } = await through(refuse, { ...command(MB), name: 'no-manifest' });
    expectFailure(result, 'E_STORE_ACCESS');
    await expectNothing('no-manifest');
  });

  it('says what is wrong with bucket, key and address', async () => {
    expectFailure(await run({ ...command(MB), bucket: 'no-such-bucket-here' }), 'E_STORE_BUCKET');
    expectFailure(await run({ ...command(MB), 'secret-access-key': 'wrong-secret-key' }), 'E_STORE_CREDENTIALS');
    const nobody = { endpoint: 'http://127.0.0.1:9', retries: '1' };
    expectFailure(await run({ ...command(MB), ...nobody }), 'E_STORE_UNREACHABLE');
  });
});

describe('a restore that cannot be whole changes nothing', () => {
  it('where a stored byte was turned, or the identity is another', async () => {
    const source = world.database('damaged', SHOP(500));
    const target = world.database('damaged_target');
    const set = { name: 'damaged', 'age-recipients': world.recipient };
    const stored = await run({ ...set, source: 'postgres', url: source.url });
    const restore = { ...set, mode: 'restore', 'target-url': target.url, 'age-identity': world.identity };
    const stranger = makeWorld('stranger');
    expectFailure(await run({ ...restore, 'age-identity': stranger.identity }), 'E_IDENTITY');
    await stranger.dispose();

    const file = world.fileOf(stored.outputs.get('key') ?? '');
    const bytes = readFileSync(file);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expectFailure(await run(restore), 'E_BACKUP_VERIFY: part 1 of 1');
    expect(world.sql(target.name, "SELECT to_regclass('orders') IS NULL")).toBe('t');
  });

  it('where the server refuses a statement, or a path cannot be written', async () => {
    const role = `${world.name}-role`;
    const source = world.database(
      'refused',
      `${SHOP(10)} CREATE ROLE "${role}"; ALTER TABLE events OWNER TO "${role}";`,
    );
    const target = world.database('refused_target');
    const set = { ...open, name: 'refused' };
    await run({ ...set, source: 'postgres', url: source.url });
    world.sql(source.name, `ALTER TABLE events OWNER TO CURRENT_USER; DROP ROLE "${role}"`);
    const result = await run({ ...set, mode: 'restore', 'target-url': target.url });
    expectFailure(result, 'E_RESTORE_FAILED');
    expect(result.errors[0]).toContain(`role "${role}" does not exist`);
    expect(world.sql(target.name, "SELECT count(*) FROM pg_class WHERE relname IN ('orders', 'customers')")).toBe('0');

    const folder = join(world.folder, 'not-here');
    expectFailure(await run({ ...set, mode: 'restore', path: folder }), 'E_TARGET: ');
    expect(isEmpty(folder)).toBe(true);
  });
});
