import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@suite/testing';

/** One file of the tree: its path from the root, its lines, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

/** Names of the actions that have an action.yml. */
export const actionNames: readonly string[] = readdirSync(join(repository, 'actions'))
  .filter((name) => existsSync(join(repository, 'actions', name, 'action.yml')))
  .sort();

/** The TypeScript and shell files below a folder. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  if (!existsSync(join(repository, folder))) return [];
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|sh)$/.test(name) && !name.includes('node_modules'))
    .map((name) => readSource(join(folder, name)));
}

/** The sources of every package and action. */
export function productSources(): readonly SourceFile[] {
  const folders = ['packages', 'actions'].flatMap((group) =>
    readdirSync(join(repository, group)).map((name) => join(group, name, 'src')),
  );
  return folders.filter((folder) => !folder.includes('testing')).flatMap(sourceFiles);
}

/** A file's text from the root of the checkout. */
export function readText(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

function readSource(path: string): SourceFile {
  const text = readText(path);
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return { path, text, lines: text.split('\n').length - 1, imports };
}

/** The middle of a list of numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
