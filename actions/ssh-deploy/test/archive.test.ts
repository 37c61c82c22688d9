import { randomBytes } from 'node:crypto';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { packTar } from '@suite/ssh';
import { describe, expect, test } from 'vitest';
import { packAhead, packOnce } from '../src/archive.ts';
import { planDeploy } from '../src/plan.ts';
import { checkout, facts, host, inputs } from './samples.ts';

const some = (content: Uint8Array) => [{ path: 'a/b', content, mode: 0o755 }];

describe.each([
  [true, zstdDecompressSync],
  [false, gunzipSync],
])('an archive, zstd %j', (zstd, unpack) => {
  test('holds the files, and is made once for all who ask', async () => {
    const bytes = randomBytes(100);
    const first = packOnce(some(bytes), zstd);
    expect(unpack(first.content).equals(packTar(some(bytes)))).toBe(true);
    expect(packOnce(some(bytes), zstd)).toBe(first);
    await packAhead(some(bytes), zstd);
    expect(packOnce(some(bytes), zstd)).toBe(first);
    expect(packOnce([{ path: 'a/c', content: bytes, mode: 0o755 }], zstd)).not.toBe(first);
  });

  test('made ahead lets everything else go on meanwhile', async () => {
    const bytes = randomBytes(32 * 1024 ** 2);
    let ticks = 0;
    const ticker = setInterval(() => ticks++, 1);
    await packAhead(some(bytes), zstd);
    clearInterval(ticker);
    expect(ticks).toBeGreaterThan(3);
    expect(unpack(packOnce(some(bytes), zstd).content).equals(packTar(some(bytes)))).toBe(true);
  });
});

test('all hosts get the same archive, and beside it a small one of their own', () => {
  const files = [{ path: 'compose.yaml', content: randomBytes(200_000) }];
  const hosts = [host('a'), host('b')];
  const plan = planDeploy(inputs(), { ...facts(...hosts), checkout: checkout({ releaseFiles: files }) });
  const [a, b] = plan.hosts.map(({ phases }) => phases[0]?.steps.find(({ id }) => id === 'upload')?.payloads ?? []);
  expect(a?.map(({ name }) => name)).toEqual(['release.tar.zst', 'own.tar.zst', 'hmac']);
  expect(a?.[0]?.content).toBe(b?.[0]?.content);
  expect(a?.[1]?.content.length).toBeLessThan(10_000);
});
