import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** An input as action.yml writes it. */
export interface InputSpec {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The parts of an action.yml that the runner acts on. */
export interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, InputSpec>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** The checkout's root. */
export const repository = resolve(import.meta.dirname, '../../..');

/** Reads the action.yml of a folder such as `dist/ssh-deploy`. @throws when it is missing or no YAML. */
export function readActionFile(folder: string): ActionFile {
  const file = parse(readFileSync(join(repository, folder, 'action.yml'), 'utf8'));
  return { ...file, inputs: file.inputs ?? {}, outputs: file.outputs ?? {} };
}
