import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningPhase, step } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, openProxy } from './backup-to-s3-proxy.ts';
import { makeWorld, SHOP, type World } from './backup-to-s3-world.ts';

let world: World;
beforeAll(() => {
  world = makeWorld('killed');
});
afterAll(() => world?.dispose());

const command = (text: string, name: string) => ({
  ...world.store,
  name,
  encryption: 'optional',
  compression: 'none',
  'part-size': '5MiB',
  source: 'command',
  command: `sh\n-c\n${text}`,
});
const TWELVE_MB = 'head -c 12000000 /dev/urandom';
const ofSet = (name: string, keys: readonly string[]) => keys.filter((key) => key.includes(`/${name}/`));

/** Whole backups of a set: what the action lists, each with data of the size that its manifest says. */
async function wholeBackups(name: string): Promise<number> {
  const one = step('backup-to-s3', { inputs: { ...world.store, name, mode: 'list' } });
  const result = await one.main();
  one.dispose();
  expect(result.errors).toEqual([]);
  expect(result.stdout).not.toContain('NOT USABLE');
  return Number(result.outputs.get('kept-count'));
}

describe('SIGKILL', () => {
  const steps: readonly (readonly [string, (request: string) => boolean])[] = [
    ['the start of the upload', (request) => request.startsWith('POST') && request.includes('uploads=')],
    ['the second part', (request) => request.includes('partNumber=2')],
    ['the completion', (request) => request.startsWith('POST') && request.includes('uploadId=')],
    ['the reading back', (request) => /^GET .*data\.bin/.test(request)],
    ['the manifest', (request) => /^PUT .*\/manifests\//.test(request)],
  ];
  const when = ['before', 'after'] as const;
  const cases = steps.flatMap(([label, isStep]) => when.map((moment) => ({ label, isStep, moment })));

  it.each(cases)(
    '$moment $label: only whole backups are listed, post heals, and so does the next run',
    async ({ label, isStep, moment }) => {
      const name = `${moment} ${label}`.replaceAll(' ', '-');
      let child: RunningPhase | undefined;
      const proxy = await openProxy((request): Fault => {
        if (!isStep(request) || child === undefined) return { kind: 'forward' };
        const kill = child.kill;
        if (moment === 'after') return { kind: 'lose-reply', after: kill };
        kill();
        return { kind: 'hang' };
      });
      const one = step('backup-to-s3', { inputs: { ...command(TWELVE_MB, name), endpoint: proxy.endpoint } });
      child = one.start();
      const killed = await child.done;
      child = undefined;
      expect(killed.exitCode).toBe(null);
      const whole = moment === 'after' && label === 'the manifest' ? 1 : 0;
      expect(await wholeBackups(name)).toBe(whole);

      const post = await one.post('failure');
      expect(post.exitCode).toBe(0);
      expect(ofSet(name, await world.uploads())).toEqual([]);
      expect(ofSet(name, await world.keys()).length).toBe(whole * 2);
      proxy.close();
      one.dispose();

      const next = step('backup-to-s3', { inputs: command(TWELVE_MB, name) });
      expect((await next.main()).errors).toEqual([]);
      next.dispose();
      expect(await wholeBackups(name)).toBe(whole + 1);
    },
  );

  it('in the middle of pruning leaves no backup half listed, and the next run finishes', async () => {
    const name = 'pruning';
    const only = { ...command(TWELVE_MB, name), 'keep-last': '1', 'keep-daily': '0', 'keep-monthly': '0' };
    const first = step('backup-to-s3', { inputs: only });
    const made = await first.main();
    let child: RunningPhase | undefined;
    const proxy = await openProxy((request): Fault => {
      const deletes = request.startsWith('DELETE') && request.includes('/manifests/');
      return deletes && child ? { kind: 'lose-reply', after: child.kill } : { kind: 'forward' };
    });
    const second = step('backup-to-s3', { inputs: { ...only, endpoint: proxy.endpoint } });
    child = second.start();
    await child.done;
    expect((await second.post('failure')).exitCode).toBe(0);
    proxy.close();
    expect(await wholeBackups(name)).toBe(1);
    expect(ofSet(name, await world.keys())).toContain(made.outputs.get('key'));
    for (const one of [first, second]) one.dispose();
  });

  it('in the middle of a restore leaves the database as it was', async () => {
    const source = world.database('restore', SHOP(30_000));
    const target = world.database('restore_target', 'CREATE TABLE mine (v int); INSERT INTO mine VALUES (7)');
    const set = { ...world.store, name: 'restore', encryption: 'optional', compression: 'none', 'part-size': '5MiB' };
    const filler = 'CREATE TABLE filler AS SELECT repeat(md5(n::text), 40) v FROM generate_series(1, 6000) n';
    world.sql(source.name, filler);
    const backup = step('backup-to-s3', { inputs: { ...set, source: 'postgres', url: source.url } });
    expect((await backup.main()).errors).toEqual([]);
    let child: RunningPhase | undefined;
    const proxy = await openProxy((request): Fault => {
      const gets = /^GET .*data\.sql/.test(request);
      const seen = proxy.seen.filter((other) => /^GET .*data\.sql/.test(other)).length;
      if (!gets || seen < 2) return { kind: 'forward' };
      child?.kill();
      return { kind: 'hang' };
    });
    const inputs = {
      ...set,
      mode: 'restore',
      'target-url': target.url,
      confirm: target.name,
      endpoint: proxy.endpoint,
    };
    const restore = step('backup-to-s3', { inputs });
    child = restore.start();
    expect((await child.done).exitCode).toBe(null);
    proxy.close();
    const sessions = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${target.name}'`;
    while (world.sql('postgres', sessions) !== '0') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.sql(target.name, "SELECT v, to_regclass('orders') IS NULL FROM mine")).toBe('7|t');
    for (const one of [backup, restore]) one.dispose();
  });
});

describe('a cancel', () => {
  it('ends the dump with all its children and takes the upload back', async () => {
    const mark = `cancelled-${world.name}`;
    const script = `${TWELVE_MB}; touch ${world.folder}/${mark}; sleep 987654`;
    const one = step('backup-to-s3', { inputs: command(script, 'cancelled') });
    const child = one.start();
    while (!existsSync(join(world.folder, mark))) await new Promise((resolve) => setTimeout(resolve, 20));
    while (ofSet('cancelled', await world.uploads()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.cancel();
    const result = await child.done;
    expect(result.outputs.get('result')).toBe('cancelled');
    const commands = readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid))
      .map((pid) => commandLineOf(pid));
    expect(commands.filter((line) => line.includes('987654'))).toEqual([]);
    expect(ofSet('cancelled', [...(await world.keys()), ...(await world.uploads())])).toEqual([]);
    expect((await one.post('cancelled')).exitCode).toBe(0);
    one.dispose();
  });
});

describe('a timeout', () => {
  it('does the same, and says how long it was', async () => {
    const inputs = { ...command(`${TWELVE_MB}; sleep 987653`, 'timeout'), timeout: '2s' };
    const one = step('backup-to-s3', { inputs });
    const result = await one.main();
    one.dispose();
    expect(result.errors[0]).toContain('E_TIMEOUT: not finished within 2.0 s');
    expect(ofSet('timeout', [...(await world.keys()), ...(await world.uploads())])).toEqual([]);
  });
});

describe('memory', () => {
  it('does not grow with the source', async () => {
    const peaks: number[] = [];
    for (const megabytes of [60, 300]) {
      const folder = join(world.folder, `sparse-${megabytes}`);
      mkdirSync(folder);
      writeFileSync(join(folder, 'zeros'), '');
      truncateSync(join(folder, 'zeros'), megabytes * 1_000_000);
      const inputs = { ...world.store, name: 'memory', source: 'directory', path: folder, encryption: 'optional' };
      const one = step('backup-to-s3', { inputs: { ...inputs, compression: 'none' } });
      const child = one.start();
      let peak = 0;
      const timer = setInterval(() => {
        peak = Math.max(peak, peakOf(child.pid));
      }, 10);
      expect((await child.done).errors).toEqual([]);
      clearInterval(timer);
      peaks.push(peak);
      one.dispose();
    }
    const [small = 0, large = 0] = peaks;
    console.log(`peak resident memory: ${small} MiB for 60 MB, ${large} MiB for 300 MB`);
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThanOrEqual(160);
    expect(large - small).toBeLessThan(40);
  });
});

/** Peak resident memory of a process so far, in MiB; 0 where it is gone. */
function peakOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  return existsSync(file) ? Math.round(Number(/VmHWM:\s+(\d+)/.exec(readText(file))?.[1] ?? 0) / 1024) : 0;
}

function commandLineOf(pid: string): string {
  return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
