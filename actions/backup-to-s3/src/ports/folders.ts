import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A few names in a folder, or the file itself where it has bytes; empty where there is nothing. */
export async function contentOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isDirectory()) return (await readdir(path)).slice(0, 6);
  return found.size === 0 ? [] : [`${found.size} bytes`];
}

/** Writes a stream to a file that nobody but its owner reads. */
export async function writeStream(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(bytes, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

/** Puts what lies at `from` in the place of `to`; what was there is put back if that fails, else removed. */
export async function replace(from: string, to: string): Promise<void> {
  const aside = `${from}.replaced`;
  const there = await stat(to).catch(() => undefined);
  if (there) await rename(to, aside);
  try {
    await rename(from, to);
  } catch (error) {
    if (there) await rename(aside, to);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** The first bytes of every PostgreSQL client folder pattern: the folders that exist for `parent/*` + `rest`. */
export async function expandFolder(pattern: string): Promise<readonly string[]> {
  const [before = '', after = ''] = pattern.split('*');
  const parent = before.endsWith('/') ? before.slice(0, -1) : dirname(before);
  const start = before.slice(parent.length + 1);
  const names = await readdir(parent).catch(() => []);
  return names.filter((name) => name.startsWith(start)).map((name) => `${parent}/${name}${after}`);
}

/** Bytes of the files below a folder, and how many there are; what cannot be read counts nothing. */
export async function sizeOf(folder: string): Promise<{ readonly bytes: number; readonly entries: number }> {
  let [bytes, entries] = [0, 0];
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of names) {
    entries += 1;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      const below = await sizeOf(path);
      bytes += below.bytes;
      entries += below.entries;
    } else if (entry.isFile()) {
      bytes += (await stat(path).catch(() => undefined))?.size ?? 0;
    }
  }
  return { bytes, entries };
}
