import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file below a folder of the checkout; `inside` is its path below it, `''` where the source is the file itself. */
export interface TreeFile {
  readonly inside: string;
  readonly content: Uint8Array;
  /** Only whether it can be run is kept: 0o755 or 0o644. */
  readonly mode: number;
}

/**
 * Reads a file, or every file below a folder, sorted by path; undefined where there is nothing. Links are followed
 * within the checkout: what lies outside of it is the runner's, and nobody who may change the checkout may send it.
 * @throws RangeError naming a link that leads out of the checkout, or nowhere.
 */
export async function readTree(path: string, checkout = '.'): Promise<readonly TreeFile[] | undefined> {
  const root = await realpath(checkout);
  const source = join(root, path);
  if ((await stat(source).catch(() => undefined)) === undefined) return undefined;
  const files: TreeFile[] = [];
  await walk({ path: source, inside: '' }, root, files);
  return files.sort((a, b) => (a.inside < b.inside ? -1 : 1));
}

interface Place {
  readonly path: string;
  readonly inside: string;
}

async function walk({ path, inside }: Place, root: string, files: TreeFile[]): Promise<void> {
  const name = relative(root, path);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw new RangeError(`${name} is a link that leads nowhere`);
  if (real !== root && !real.startsWith(`${root}${sep}`))
    throw new RangeError(`${name} is a link that leads out of the checkout, to ${real}`);
  const facts = await stat(real);
  if (facts.isFile()) {
    files.push({ inside, content: await readFile(real), mode: facts.mode & 0o111 ? 0o755 : 0o644 });
  } else if (facts.isDirectory()) {
    for (const child of await readdir(real))
      await walk({ path: join(path, child), inside: join(inside, child) }, root, files);
  }
}
