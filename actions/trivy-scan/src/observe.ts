import { isAbsolute, join, resolve } from 'node:path';
import { ActionError, type Ports } from '@suite/core';
import { type IgnoreFile, parsePlainIgnores, parseYamlIgnores } from './ignores.ts';
import type { Inputs } from './inputs.ts';
import { formatTarget, isLocal } from './targets.ts';

/** What was looked up before anything is planned; nothing is changed. */
export interface Facts {
  readonly folder: string;
  /** Node's words, such as `linux-x64`. */
  readonly platform: string;
  readonly nowMs: number;
  readonly ignores: IgnoreFile | undefined;
  /** Targets that are paths and are not there. */
  readonly missing: readonly string[];
}

export async function observe(inputs: Inputs, ports: Ports): Promise<Facts> {
  const folder = process.cwd();
  return {
    folder,
    platform: `${process.platform}-${process.arch}`,
    nowMs: ports.clock.now(),
    ignores: await readIgnoreFile(inputs.ignoreFile, folder, ports),
    missing: await missingTargets(inputs, folder, ports),
  };
}

async function missingTargets(inputs: Inputs, folder: string, ports: Ports): Promise<readonly string[]> {
  const local = inputs.targets.filter(isLocal);
  const facts = await Promise.all(local.map((target) => ports.files.facts(resolve(folder, target.ref))));
  return local.filter((_, index) => facts[index] === undefined).map(formatTarget);
}

async function readIgnoreFile(
  named: string | undefined,
  folder: string,
  ports: Ports,
): Promise<IgnoreFile | undefined> {
  for (const name of named === undefined ? ['.trivyignore.yaml', '.trivyignore'] : [named]) {
    const path = isAbsolute(name) ? name : join(folder, name);
    const text = await ports.files.readText(path);
    if (text !== undefined) return /\.ya?ml$/.test(path) ? parseYamlFile(path, text) : parsePlainIgnores(path, text);
  }
  if (named === undefined) return undefined;
  const hint = 'check the path, or leave ignore-file out';
  throw new ActionError(`there is no ignore file ${named}`, { code: 'E_IGNORE_FILE', hint });
}

/** The YAML parser is loaded only where there is something to parse: it would cost every start 8 ms. */
async function parseYamlFile(path: string, text: string): Promise<IgnoreFile> {
  const { parse } = await import('yaml');
  try {
    return parseYamlIgnores(path, parse(text));
  } catch (error) {
    const message = `${path} is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : error}`;
    throw new ActionError(message, { code: 'E_IGNORE_FILE', file: path, hint: 'mend the file' });
  }
}
