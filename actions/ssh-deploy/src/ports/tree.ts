import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below a folder of the checkout; `inside` is its path below it, `''` where the source is the file itself. */
export interface TreeFile {
  readonly inside: string;
  readonly content: Uint8Array;
  /** Only whether it can be run is kept: 0o755 or 0o644. */
  readonly mode: number;
}

/** Reads a file, or every file below a folder, sorted by path; undefined where there is nothing. Links are followed. */
export async function readTree(path: string): Promise<readonly TreeFile[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const names = found.isDirectory() ? await readdir(path, { recursive: true }) : [''];
  const files = await Promise.all(names.sort().map((inside) => readOne(join(path, inside), inside)));
  return files.filter((file) => file !== undefined);
}

async function readOne(path: string, inside: string): Promise<TreeFile | undefined> {
  const facts = await stat(path);
  if (!facts.isFile()) return undefined;
  return { inside, content: await readFile(path), mode: facts.mode & 0o111 ? 0o755 : 0o644 };
}
