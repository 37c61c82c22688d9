import { rmSync } from 'node:fs';
import { runMain } from '@suite/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { readLab } from '../lab/state.ts';
import { checkout, labEnvironment, lockFile, type Stub, servingDatabase, stub } from './trivy-scan-world.ts';

const lab = readLab();
const env = labEnvironment(lab);
const workspace = checkout({ 'package-lock.json': lockFile('4.17.10') });
const folders = [workspace, env['DOCKER_CONFIG'] ?? ''];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The runner's cache service, version 2: three calls and a blob store (the toolkit's own protocol). */
async function cacheService(): Promise<Stub & { readonly keys: string[] }> {
  const blobs = new Map<string, Buffer>();
  const keys: string[] = [];
  const json = (value: object) => ({
    status: 200,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  });
  const service: Stub = await stub((path, method, body) => {
    const address = (key: string): string => `http://${service.host}/blob/${key}`;
    const asked = path.startsWith('/twirp/') && body.length > 0 ? JSON.parse(body.toString()) : {};
    if (path.endsWith('/CreateCacheEntry')) return json({ ok: true, signed_upload_url: address(asked.key) });
    if (path.endsWith('/FinalizeCacheEntryUpload')) {
      keys.push(asked.key);
      return json({ ok: true, entry_id: '1' });
    }
    if (path.endsWith('/GetCacheEntryDownloadURL')) {
      const hit = keys.includes(asked.key);
      return json({ ok: hit, signed_download_url: hit ? address(asked.key) : '', matched_key: hit ? asked.key : '' });
    }
    const key = path.split(/[/?]/)[2] ?? '';
    const headers = { etag: '"1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': '1' };
    if (method === 'PUT') {
      blobs.set(key, body);
      return { status: 201, headers };
    }
    const blob = blobs.get(key) ?? Buffer.alloc(0);
    return { status: 200, body: blob, headers: { ...headers, 'content-length': String(blob.length) } };
  });
  return { ...service, keys };
}

const token = ['{"alg":"none"}', '{"ac":"[]"}', 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

function scan(tools: string, registry: string, cache: string) {
  const offered = { ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: cache, ACTIONS_RUNTIME_TOKEN: token };
  const inputs = { 'trivy-path': lab.tools.trivy, scanners: 'vuln', retries: '0', 'db-repository': registry };
  return runMain('trivy-scan', { workspace, env: { ...env, ...offered, RUNNER_TOOL_CACHE: tools }, inputs });
}

describe('the cache of the runner', () => {
  it('keeps the database by its digest: the next runner downloads nothing, a new database is fetched', async () => {
    const [service, old, fresh] = [
      await cacheService(),
      await servingDatabase(),
      await servingDatabase({ content: {} }),
    ];
    const tools = checkout({});
    folders.push(tools);
    const first = await scan(tools, `${old.host}/trivy-db:2`, `http://${service.host}/`);
    expect(first.outputs.get('critical')).toBe('1');
    expect(service.keys).toEqual([expect.stringMatching(/^trivy-scan-db-2-[0-9a-f]{64}$/)]);
    const asked = old.requests.length;
    rmSync(tools, { recursive: true });
    const second = await scan(tools, `${old.host}/trivy-db:2`, `http://${service.host}/`);
    expect(second.stdout).toContain('from the cache');
    expect(second.outputs.get('critical')).toBe('1');
    expect(old.requests.slice(asked).filter((request) => request.startsWith('GET'))).toEqual([]);
    await scan(tools, `${fresh.host}/trivy-db:2`, `http://${service.host}/`);
    expect(fresh.requests.some((request) => request.includes('/blobs/'))).toBe(true);
    for (const one of [service, old, fresh]) await one.close();
  });

  it('never fails a scan: broken, it is only told', async () => {
    const [broken, registry] = [await stub(() => ({ status: 500, body: '{}' })), await servingDatabase()];
    const tools = checkout({});
    folders.push(tools);
    const { outputs, commands } = await scan(tools, `${registry.host}/trivy-db:2`, `http://${broken.host}/`);
    expect([outputs.get('result'), outputs.get('critical')]).toEqual(['failed', '1']);
    expect(commands.find(({ command }) => command === 'notice')?.message).toContain('N_CACHE');
    expect(commands.filter(({ command }) => command === 'warning')).toEqual([]);
    for (const one of [broken, registry]) await one.close();
  });
});
