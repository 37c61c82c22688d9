import { InputError, type InputProblem, Secret } from '@suite/core';
import type { ArchiveFile } from '@suite/ssh';
import { type Checkout, IMAGES_FILE } from './content.ts';
import { parseEnvFile } from './env-file.ts';
import { destinationOf } from './file-mapping.ts';
import type { WhatInputs } from './inputs-what.ts';
import { COLOUR_FILE } from './manifest.ts';
import type { TreeFile } from './ports/tree.ts';

/** How the checkout is read; a function, so that tests need no files. */
export type ReadTree = (path: string) => Promise<readonly TreeFile[] | undefined>;

/** Reads everything that is sent to the hosts. @throws InputError with every path that is not there. */
export async function readCheckout(what: WhatInputs, readTree: ReadTree): Promise<Checkout> {
  const problems: InputProblem[] = [];
  const read = async (input: string, path: string): Promise<readonly TreeFile[]> => {
    try {
      const found = await readTree(path);
      if (found !== undefined) return found;
      problems.push({ input, problem: `${path} is not in the checkout; is there a checkout step before this one?` });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push({ input, problem: error.message, fix: 'a file of the checkout instead of the link' });
    }
    return [];
  };
  const compose = await Promise.all(
    what.composeFiles.map(async (path) => ({ path, files: await read('compose-files', path) })),
  );
  const mapped = await Promise.all(
    what.files.map(async (mapping) => ({ mapping, files: await read('files', mapping.source) })),
  );
  const envText = what.envFile === undefined ? undefined : await read('env-file', what.envFile);
  if (problems.length > 0) throw new InputError(problems);
  const placed = mapped.flatMap(({ mapping, files }) =>
    files.map(({ inside, content, mode }) => ({
      area: mapping.area,
      path: destinationOf(mapping, inside),
      content,
      mode,
    })),
  );
  refuseReserved(placed.filter(({ area }) => area === 'release').map(({ path }) => path));
  const composed = compose.flatMap(({ path, files }) => files.map(({ content, mode }) => ({ path, content, mode })));
  return {
    ...(await readCompose(composed)),
    releaseFiles: unique([...composed, ...placed.filter(({ area }) => area === 'release')]),
    sharedFiles: unique(placed.filter(({ area }) => area === 'shared')),
    env: new Map([...readEnvFile(envText?.[0]?.content), ...what.env]),
  };
}

/** The action writes these itself, so that files of that name would be lost without a word. */
const RESERVED = ['env', 'manifest.json', 'shared', '.compose', '.profiles', '.hashes', IMAGES_FILE, COLOUR_FILE];

function refuseReserved(paths: readonly string[]): void {
  const taken = RESERVED.filter((name) => paths.some((path) => path === name || path.startsWith(`${name}/`)));
  if (taken.length === 0) return;
  const problem = `would put ${taken.join(', ')} into the release, where ssh-deploy writes its own`;
  throw new InputError([{ input: 'files', problem, fix: `files: <src> -> <another name than ${taken[0]}>` }]);
}

async function readCompose(files: readonly ArchiveFile[]): Promise<Pick<Checkout, 'services' | 'networks'>> {
  if (files.length === 0) return { services: [], networks: [] };
  // The YAML parser is half of the bundle's start-up time, which bad inputs need not wait for.
  const { parseCompose, parseNetworks } = await import('./compose.ts');
  try {
    const texts = files.map(({ path, content }) => ({ path, text: Buffer.from(content).toString('utf8') }));
    return { services: parseCompose(texts), networks: parseNetworks(texts) };
  } catch (error) {
    throw new InputError([{ input: 'compose-files', problem: error instanceof Error ? error.message : String(error) }]);
  }
}

function readEnvFile(content: Uint8Array | undefined): ReadonlyMap<string, Secret> {
  if (content === undefined) return new Map();
  try {
    const values = parseEnvFile(Buffer.from(content).toString('utf8'));
    return new Map([...values].map(([key, value]) => [key, new Secret(value)]));
  } catch (error) {
    throw new InputError([{ input: 'env-file', problem: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Later mappings win over earlier ones; sorted, so that the same files give the same archive. */
function unique(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const byPath = new Map(
    files.map(({ path, content, mode }) => [path, mode === undefined ? { path, content } : { path, content, mode }]),
  );
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
