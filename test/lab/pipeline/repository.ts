import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceDir } from '../paths.ts';
import { run } from '../shell.ts';
import type { Variant } from './variants.ts';

/** A user's repository as the example workflows expect one: the sample application, a commit for each release. */
export interface Repository {
  readonly folder: string;
  /** Makes the tree a variant of the sample application, commits it, and returns the commit's SHA. */
  readonly commit: (variant: Variant) => Promise<string>;
}

/** Makes an empty repository in a folder; `binary` is the built sample application. */
export async function makeRepository(folder: string, binary: string): Promise<Repository> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): Promise<string> => run('git', ['-C', folder, '-c', 'user.name=Ann', ...args]);
  await git('init', '-q', '-b', 'main');
  await git('config', 'user.email', 'ann@example.com');
  const commit = async (variant: Variant): Promise<string> => {
    writeTree(folder, binary, variant);
    await git('add', '--all', '--force');
    await git('commit', '-q', '-m', `Release ${variant.name}`, '--allow-empty');
    return git('rev-parse', 'HEAD');
  };
  return { folder, commit };
}

function writeTree(folder: string, binary: string, variant: Variant): void {
  const source = join(sourceDir, 'app');
  const composed = readdirSync(source).filter((name) => /^compose.*\.yaml$/.test(name));
  const kept = ['Dockerfile', '.dockerignore', ...composed, 'proxy', 'smoke.smoke.yml'];
  for (const name of ['deploy.env', 'ballast', 'node_modules', 'release.txt', ...kept]) {
    rmSync(join(folder, name), { recursive: true, force: true });
    if (kept.includes(name) && existsSync(join(source, name))) {
      cpSync(join(source, name), join(folder, name), { recursive: true });
    }
  }
  copyFileSync(binary, join(folder, 'app'));
  for (const [path, content] of Object.entries(variant.write ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const [path, pairs] of Object.entries(variant.replace ?? {})) {
    const before = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), pairs.reduce(replaceOnce, before));
  }
}

function replaceOnce(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`a variant wants to replace ${JSON.stringify(from)}, which is not there`);
  return text.replace(from, () => to);
}
