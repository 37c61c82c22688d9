import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { findLeaksInFolder, runMain, step } from '@suite/testing';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { run } from '../lab/shell.ts';
import { readLab } from '../lab/state.ts';
import { checkout, labEnvironment, lockFile, refusing, type Stub, servingDatabase, stub } from './trivy-scan-world.ts';

const lab = readLab();
const env = labEnvironment(lab);
const base = { 'trivy-path': lab.tools.trivy, scanners: 'vuln', retries: '0' };
const workspace = checkout({ 'package-lock.json': lockFile('4.17.10') });
const stubs: Stub[] = [];
const opened = async (made: Promise<Stub>): Promise<Stub> => {
  const one = await made;
  stubs.push(one);
  return one;
};
afterEach(async () => {
  for (const one of stubs.splice(0)) await one.close();
});
afterAll(() => {
  for (const folder of [workspace, env['DOCKER_CONFIG'] ?? '']) rmSync(folder, { recursive: true, force: true });
});

/** Runs main with tools of its own that outlive the run, as a self-hosted runner's do. */
function scan(tools: string, inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const surroundings = { ...env, RUNNER_TOOL_CACHE: tools, ...more };
  return runMain('trivy-scan', { workspace, env: surroundings, inputs: { ...base, ...inputs } });
}

function toolFolder(): string {
  const folder = checkout({});
  toolFolders.push(folder);
  return folder;
}
const toolFolders: string[] = [];
afterAll(() => {
  for (const folder of toolFolders) rmSync(folder, { recursive: true, force: true });
});

const databaseOf = (tools: string): string => join(tools, 'trivy-scan', 'cache', 'db');

describe('a database that cannot be had', () => {
  it.each([
    [401, 'UNAUTHORIZED', 'unauthorized (401)'],
    [403, 'DENIED', 'denied (403)'],
    [404, 'MANIFEST_UNKNOWN', 'not found (404)'],
    [429, 'TOOMANYREQUESTS', 'too many requests (429)'],
    [503, 'UNAVAILABLE', 'the registry failed (5xx)'],
  ])('is told by its cause: %i', async (status, code, cause) => {
    const registry = await opened(refusing(status, code));
    const { exitCode, errors, outputs } = await scan(toolFolder(), { 'db-repository': `${registry.host}/trivy-db:2` });
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain(
      `E_DB: the vulnerability database could not be had: ${registry.host}/trivy-db:2: ${cause}`,
    );
    expect(outputs.get('result')).toBe('error');
  });

  it.each([
    ['refused', '127.0.0.1:9/trivy-db:2', 'connection refused'],
    ['without a name', 'registry.invalid/trivy-db:2', 'no such host'],
    ['with a certificate of nobody', `${lab.trivyDb}`, 'certificate not trusted'],
  ])('is told by its cause: %s', async (_, repository, cause) => {
    const { errors } = await scan(toolFolder(), { 'db-repository': repository }, { SSL_CERT_FILE: '/etc/hostname' });
    expect(errors.at(-1)).toContain(`${repository}: ${cause}`);
  });

  it('is silent: the deadline is ours', async () => {
    const silent = await opened(stub(() => undefined));
    const inputs = { 'db-repository': `${silent.host}/trivy-db:2`, timeout: '4s' };
    const { errors } = await scan(toolFolder(), inputs);
    expect(errors.at(-1)).toContain('silent: no answer in time');
  });

  it('is no problem where no scan needs it', async () => {
    const inputs = { 'db-repository': '127.0.0.1:9/trivy-db:2', scanners: 'secret' };
    const { exitCode, outputs } = await scan(toolFolder(), inputs);
    expect([exitCode, outputs.get('result'), outputs.get('db-updated-at')]).toEqual([0, 'passed', '']);
  });
});

describe('repositories', () => {
  it('are walked on every failure, also on those where Trivy stops', async () => {
    const [denied, gone, good] = [
      await opened(refusing(403, 'DENIED')),
      await opened(refusing(404, 'MANIFEST_UNKNOWN')),
      await opened(servingDatabase()),
    ];
    const hosts = ['127.0.0.1:9', denied.host, gone.host, good.host];
    const inputs = { 'db-repository': hosts.map((host) => `${host}/trivy-db:2`).join('\n') };
    const { outputs, summary, stdout } = await scan(toolFolder(), inputs);
    expect(outputs.get('critical')).toBe('1');
    expect(summary).toContain(`from \`${good.host}/trivy-db:2\``);
    expect(stdout).toContain(`${denied.host}/trivy-db:2: denied (403)`);
  });

  it('are asked again where the failure was of the moment', async () => {
    const registry = await opened(refusing(503, 'UNAVAILABLE'));
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2`, retries: '1' };
    await scan(toolFolder(), inputs);
    expect(registry.requests.filter((request) => request === 'HEAD /v2/trivy-db/manifests/2')).toHaveLength(2);
  });

  it('are not downloaded from while they serve the same manifest', async () => {
    const registry = await opened(servingDatabase());
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2` };
    const tools = toolFolder();
    await scan(tools, inputs);
    const asked = registry.requests.length;
    const { outputs } = await scan(tools, inputs);
    expect(registry.requests.slice(asked).filter((request) => request.startsWith('GET'))).toEqual([]);
    expect(outputs.get('critical')).toBe('1');
    expect(readdirSync(join(tools, 'trivy-scan', 'cache')).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });
});

describe('a database that is there', () => {
  it('is not asked for with skip-db-update, and missed where there is none', async () => {
    const registry = await opened(servingDatabase());
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2` };
    const tools = toolFolder();
    const skipped = { ...inputs, 'skip-db-update': 'true' };
    expect((await scan(tools, skipped)).errors.at(-1)).toMatch(/^E_DB: skip-db-update is set and .* there is none/);
    expect(registry.requests).toEqual([]);
    await scan(tools, inputs);
    const asked = registry.requests.length;
    expect((await scan(tools, skipped)).outputs.get('critical')).toBe('1');
    expect(registry.requests.length).toBe(asked);
  });

  it('is refused when it is too old, unless the user says so', async () => {
    const registry = await opened(servingDatabase({ updatedAt: '2026-01-01T00:00:00Z' }));
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2` };
    const tools = toolFolder();
    const { errors, outputs } = await scan(tools, inputs);
    expect(errors.at(-1)).toMatch(
      /^E_DB_STALE: the database is of 2026-01-01T00:00:00.000Z, \d+ h .* max-db-age is 48 h/,
    );
    expect(outputs.get('result')).toBe('error');
    const allowed = await scan(tools, { ...inputs, 'allow-stale-db': 'true', 'fail-on': 'off' });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.commands.find(({ command }) => command === 'warning')?.message).toContain('W_DB_STALE');
  });

  it('stands in, with a warning, where nobody serves a newer one', async () => {
    const registry = await servingDatabase();
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2`, 'fail-on': 'off' };
    const tools = toolFolder();
    await scan(tools, inputs);
    await registry.close();
    const source = join(databaseOf(tools), 'metadata.json');
    writeFileSync(source, readFileSync(source, 'utf8').replace('2099-', '2020-'));
    const { exitCode, outputs, commands } = await scan(tools, inputs);
    expect([exitCode, outputs.get('critical')]).toEqual([0, '1']);
    expect(commands.find(({ command }) => command === 'warning')?.message).toMatch(/W_DB_STALE: .*connection refused/);
  });

  it.each([
    ['cut', (file: string) => truncateSync(file, 9000)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['garbled inside', garble],
  ])('is deleted and fetched again once where it is %s', async (_, spoil) => {
    const registry = await opened(servingDatabase());
    const inputs = { 'db-repository': `${registry.host}/trivy-db:2` };
    const tools = toolFolder();
    await scan(tools, inputs);
    spoil(join(databaseOf(tools), 'trivy.db'));
    const { outputs } = await scan(tools, inputs);
    expect([outputs.get('result'), outputs.get('critical')]).toEqual(['failed', '1']);
  });

  it('is an error where what is served is corrupt too', async () => {
    const registry = await opened(servingDatabase({}, (folder) => garble(join(folder, 'trivy.db'))));
    const { errors } = await scan(toolFolder(), { 'db-repository': `${registry.host}/trivy-db:2` });
    expect(errors.at(-1)).toMatch(/^E_DB: the corrupt database stayed/);
  });

  it('is an error where the schema is another', async () => {
    const registry = await opened(
      servingDatabase({}, (folder) => {
        const file = join(folder, 'metadata.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"Version":2', '"Version":1'));
      }),
    );
    const { errors } = await scan(toolFolder(), { 'db-repository': `${registry.host}/trivy-db:2` });
    expect(errors.at(-1)).toMatch(/its schema is 1, expected 2/);
  });
});

it.each([
  ['HEAD /v2/trivy-db/manifests/2', () => undefined],
  ['GET /v2/trivy-db/manifests/2', silentOnDownload],
])('leaves no process and no folder behind when the job is cancelled in %s', async (moment, answer) => {
  const registry = await opened(stub(answer));
  const one = step('trivy-scan', {
    workspace,
    env,
    inputs: { ...base, 'db-repository': `${registry.host}/trivy-db:2` },
  });
  const running = one.start();
  while (!registry.requests.includes(moment)) await new Promise((done) => setTimeout(done, 20));
  running.cancel();
  const { outputs } = await running.done;
  expect(outputs.get('result')).toBe('cancelled');
  await one.post('cancelled');
  expect(findLeaksInFolder('', one.temporary)).toEqual([]);
  expect(await run('sh', ['-c', `ps -eo args | grep -F ${registry.host} | grep -vF grep || true`])).toBe('');
  one.dispose();
});

function silentOnDownload(path: string, method: string) {
  if (method === 'HEAD') return { status: 404 };
  return path.includes('/manifests/') ? undefined : { status: 200, body: '{}' };
}

it('leaves nothing on the disk after post, even where main was killed', async () => {
  const registry = await opened(stub(silentOnDownload));
  const login = { registry: registry.host, 'registry-username': 'ann', 'registry-password': 'planted-password' };
  const inputs = { ...base, ...login, 'db-repository': `${registry.host}/trivy-db:2` };
  const one = step('trivy-scan', { workspace, env, inputs });
  const running = one.start();
  while (!registry.requests.includes('GET /v2/trivy-db/manifests/2')) await new Promise((done) => setTimeout(done, 20));
  expect(findLeaksInFolder('ann:planted-password', one.temporary)).not.toEqual([]);
  running.kill();
  await running.done;
  await one.post('failure');
  expect(findLeaksInFolder('', one.temporary)).toEqual([]);
  one.dispose();
});

it('plans without asking anybody', async () => {
  const registry = await opened(servingDatabase());
  const tools = toolFolder();
  const inputs = { 'db-repository': `${registry.host}/trivy-db:2`, 'dry-run': 'true' };
  const { exitCode, outputs, stdout } = await scan(tools, inputs);
  expect([exitCode, outputs.get('result'), registry.requests]).toEqual([0, 'planned', []]);
  expect(stdout).toMatch(/scan\s+fs:\. for vuln/);
  expect(existsSync(join(tools, 'trivy-scan'))).toBe(false);
});

/** Overwrites everything behind the meta pages, which stay as they were. */
function garble(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(readFileSync(file).length - 8192, 0xff), 0, undefined, 8192);
  closeSync(handle);
}
