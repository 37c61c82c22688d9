import type { Ports } from '@suite/core';
import type { Check, CheckSource } from './check.ts';
import type { Inputs } from './inputs.ts';
import type { Found } from './observe.ts';
import type { SmokeFile } from './smoke-file.ts';

type Files = Ports['files'];

/** The checks of the input and of every file, and the bodies that they send. */
export async function loadSources(inputs: Inputs, paths: readonly string[], { files, problems }: Reading) {
  const sources: CheckSource[] = [];
  if (inputs.checks.length > 0) {
    sources.push({ file: undefined, baseUrl: undefined, variables: new Map(), checks: inputs.checks });
  }
  for (const path of paths.filter((one) => !isHurl(one))) {
    const source = await loadFile(path, { files, problems, users: [] });
    if (source) sources.push(source);
  }
  return { sources, bodies: await readBodies(sources, files, problems) };
}

interface Reading {
  readonly files: Files;
  readonly problems: Found[];
}

/** The hurl files that are there; hurl itself reads them. */
export async function loadHurlFiles(
  paths: readonly string[],
  { files, problems }: Reading,
): Promise<readonly string[]> {
  const found = paths.filter(isHurl);
  for (const path of found) {
    if ((await files.facts(path))?.kind === 'file') continue;
    problems.push({ input: 'files', problem: `${path} is not there: was the repository checked out?` });
  }
  return found;
}

function isHurl(path: string): boolean {
  return path.endsWith('.hurl');
}

interface Loading extends Reading {
  /** The files that use this one. */
  readonly users: readonly string[];
}

async function loadFile(path: string, loading: Loading): Promise<CheckSource | undefined> {
  const { files, problems, users } = loading;
  const complain = (problem: string): void => void problems.push({ input: 'files', problem });
  const text = await files.readText(path);
  if (text === undefined) {
    complain(
      `${path} is not there${users.length > 0 ? `, and ${users.at(-1)} uses it` : ': was the repository checked out?'}`,
    );
    return undefined;
  }
  // The YAML parser costs start-up time that runs without files should not pay.
  const { parseSmokeFile } = await import('./smoke-file.ts');
  const parsed = parseSmokeFile(path, text);
  for (const problem of parsed.problems) complain(problem);
  return withUsed(parsed, { ...loading, users: [...users, path] });
}

/** Puts the checks of used files where `use` stands; variables of the using file win. */
async function withUsed({ source, uses }: SmokeFile, loading: Loading): Promise<CheckSource> {
  const checks: Check[] = [];
  let { variables } = source;
  let from = 0;
  for (const { before, path, place } of uses) {
    checks.push(...source.checks.slice(from, before));
    from = before;
    if (loading.users.includes(path)) {
      const problem = `${place.file}:${place.line} ${[...loading.users, path].join(' uses ')}, which has no end`;
      loading.problems.push({ input: 'files', problem });
      continue;
    }
    const used = await loadFile(path, loading);
    checks.push(...(used?.checks ?? []));
    variables = new Map([...(used?.variables ?? []), ...variables]);
  }
  return { ...source, variables, checks: [...checks, ...source.checks.slice(from)] };
}

/** A path, or a folder's files by a `*` in the last part. */
export async function findFiles(
  patterns: readonly string[],
  files: Files,
  problems: Found[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of patterns) {
    const at = pattern.lastIndexOf('/') + 1;
    const [folder, last] = [pattern.slice(0, at), pattern.slice(at)];
    if (!last.includes('*')) {
      found.push(pattern);
      continue;
    }
    const names = await files.list(folder || '.');
    const matching = names.filter((name) => globPattern(last).test(name)).map((name) => `${folder}${name}`);
    if (matching.length === 0) problems.push({ input: 'files', problem: `${pattern} matches no file` });
    found.push(...matching);
  }
  return [...new Set(found)];
}

function globPattern(last: string): RegExp {
  return new RegExp(`^${last.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

async function readBodies(
  sources: readonly CheckSource[],
  files: Files,
  problems: Found[],
): Promise<ReadonlyMap<string, Buffer>> {
  const bodies = new Map<string, Buffer>();
  for (const { body, place } of sources.flatMap(({ checks }) => checks)) {
    const parts = body?.kind === 'multipart' ? [...body.parts.values()] : body?.kind === 'file' ? [body] : [];
    for (const path of parts.flatMap((part) => ('path' in part ? part.path : []))) {
      if (bodies.has(path)) continue;
      const facts = await files.facts(path);
      if (facts?.kind === 'file') bodies.set(path, await files.read(path));
      else problems.push({ input: 'files', problem: `${place.file}:${place.line} sends ${path}, which is not there` });
    }
  }
  return bodies;
}
