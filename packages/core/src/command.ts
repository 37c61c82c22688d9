import type { Secret } from './secret.ts';

/**
 * A command as data. Arguments are plain text, so that a secret cannot be one: secrets travel on stdin or in the
 * environment of that one child.
 */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The child's whole environment; absent: the caller's own. */
  readonly env?: Readonly<Record<string, string | Secret>>;
  readonly cwd?: string;
  readonly stdin?: string | Secret | Buffer;
  /** Milliseconds after which the whole process group gets TERM and, two seconds later, KILL. */
  readonly timeoutMs?: number;
  /** Bytes of each output stream that are kept; of longer output the end counts. Default 4 MiB. */
  readonly keptBytes?: number;
}

/** Writes a command as a person would type it: what a plan shows and what tests compare. */
export function formatCommand(command: Command): string {
  return [command.file, ...command.args].map(quoteWord).join(' ');
}

function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
