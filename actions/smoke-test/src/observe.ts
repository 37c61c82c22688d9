import type { Ports } from '@suite/core';
import type { CheckSource } from './check.ts';
import type { Inputs } from './inputs.ts';

/** What the checkout holds: the parsed files, the bodies they send, the authority to trust. */
export interface Facts {
  readonly sources: readonly CheckSource[];
  readonly bodies: ReadonlyMap<string, Buffer>;
  readonly ca: string | undefined;
  readonly problems: readonly { readonly input: string; readonly problem: string }[];
}

export async function observe(inputs: Inputs, { files }: Pick<Ports, 'files'>): Promise<Facts> {
  const problems: { input: string; problem: string }[] = [];
  const sources: CheckSource[] = [];
  if (inputs.checks.length > 0) {
    sources.push({ file: undefined, baseUrl: undefined, variables: new Map(), checks: inputs.checks });
  }
  for (const path of await findFiles(inputs.files, files, problems)) {
    // The YAML parser costs start-up time that runs without files should not pay.
    const { parseSmokeFile } = await import('./smoke-file.ts');
    const text = await files.readText(path);
    if (text === undefined) {
      problems.push({ input: 'files', problem: `${path} is not there: was the repository checked out?` });
      continue;
    }
    const { source, problems: found } = parseSmokeFile(path, text);
    problems.push(...found.map((problem) => ({ input: 'files', problem })));
    sources.push(source);
  }
  const bodies = await readBodies(sources, files, problems);
  return { sources, bodies, ca: await readAuthority(inputs.caCert, files, problems), problems };
}

type Problems = { input: string; problem: string }[];
type Files = Ports['files'];

/** A path, or a folder's files by a `*` in the last part. */
async function findFiles(patterns: readonly string[], files: Files, problems: Problems): Promise<readonly string[]> {
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
  problems: Problems,
): Promise<ReadonlyMap<string, Buffer>> {
  const bodies = new Map<string, Buffer>();
  for (const { body, place } of sources.flatMap(({ checks }) => checks)) {
    if (body?.kind !== 'file' || bodies.has(body.path)) continue;
    const facts = await files.facts(body.path);
    if (facts?.kind === 'file') bodies.set(body.path, await files.read(body.path));
    else problems.push({ input: 'files', problem: `${place.file}:${place.line} body-file ${body.path} is not there` });
  }
  return bodies;
}

async function readAuthority(given: string | undefined, files: Files, problems: Problems): Promise<string | undefined> {
  if (given === undefined || given.includes('-----BEGIN')) return given;
  const text = await files.readText(given);
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return text;
  problems.push({
    input: 'ca-cert',
    problem: `"${given.slice(0, 100)}" is ${text === undefined ? 'no file and no PEM text' : 'a file without a PEM certificate'}`,
  });
  return undefined;
}
