import { type InputReader, splitWords } from '@suite/core';

/** Which part of the application is meant, and what destroy may take with it. */
export interface ScopeInputs {
  /** Profiles of the compose file that are active. */
  readonly profiles: readonly string[];
  /** Services that are deployed; empty: all that the profiles leave. */
  readonly services: readonly string[];
  /** Whether destroy takes volumes and shared/ too. */
  readonly destroyData: boolean;
}

/** Reads the inputs about the part that is meant. What destroy removes does not come back, so it asks for the name. */
export function readScope(
  read: InputReader,
  { destroys, app }: { readonly destroys: boolean; readonly app: string },
): ScopeInputs {
  const confirm = read.text('confirm');
  if (destroys && confirm !== app) {
    const problem = confirm ? `"${confirm}" is not the app` : 'is missing, and mode destroy does not come back';
    read.problem('confirm', problem, `confirm: ${app}`);
  }
  return {
    profiles: read.parsed('profiles', {}, parseNames) ?? [],
    services: read.parsed('services', {}, parseNames) ?? [],
    destroyData: read.boolean('destroy-data', false),
  };
}

function parseNames(text: string): readonly string[] {
  const names = splitWords(text);
  const bad = names.find((name) => !/^[\w][\w.-]*$/.test(name));
  if (bad !== undefined) throw new RangeError(`has "${bad}", which compose would not take as a name`);
  return [...new Set(names)];
}
