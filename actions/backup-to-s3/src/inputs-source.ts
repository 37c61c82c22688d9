import type { InputReader } from '@suite/core';
import { type Connection, connectionFrom, parseConnection } from './connection.ts';
import type { Mode } from './inputs.ts';

export const sourceKinds = ['postgres', 'directory', 'command'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface PostgresSource {
  readonly kind: 'postgres';
  readonly connection: Connection;
  /** The major version of the clients that was asked for; absent: the server decides. */
  readonly clientMajor: number | undefined;
}

export interface DirectorySource {
  readonly kind: 'directory';
  readonly path: string;
}

export interface CommandSource {
  readonly kind: 'command';
  readonly words: readonly string[];
}

export type SourceInputs = PostgresSource | DirectorySource | CommandSource;

/** Reads what is backed up. Every input is asked for in every mode, so that none is reported as unknown. */
export function readSource(read: InputReader, mode: Mode): SourceInputs | undefined {
  const kind = sourceKinds.find((word) => word === read.text('source')?.toLowerCase());
  const connection = readConnection(read, mode === 'backup' && kind === 'postgres');
  const path = read.text('path');
  const words = read.command('command');
  const clientMajor = read.parsed('client-version', { fallback: 'auto' }, parseMajor);
  if (mode !== 'backup') return undefined;
  if (kind === 'postgres' && connection) return { kind, connection, clientMajor };
  if (kind === 'directory') {
    if (path === undefined) read.problem('path', 'is needed with source: directory', 'path: /srv/uploads');
    return { kind, path: path ?? '' };
  }
  if (kind === 'command') {
    if (words.length === 0) read.problem('command', 'is needed with source: command', 'command: redis-cli --rdb -');
    return { kind, words };
  }
  if (read.text('source') === undefined) {
    read.problem('source', 'is needed to make a backup', `source: ${sourceKinds.join(' | ')}`);
  }
  return undefined;
}

/** One of `url`, or `host` and `database` and what belongs to them. Nothing of the URL is ever quoted: it is a secret. */
function readConnection(read: InputReader, needed: boolean): Connection | undefined {
  const url = read.secret('url');
  const host = read.text('host');
  const port = read.integer('port', { fallback: '5432', min: 1, max: 65_535 }) ?? 5432;
  const user = read.text('user');
  const password = read.secret('password');
  const database = read.text('database');
  if (!needed) return undefined;
  if (url !== undefined && (host ?? database ?? user) !== undefined) {
    read.problem('url', 'stands beside host, user or database: which one counts?', 'only url, or only host, user, …');
  }
  if (url !== undefined) return reportUrl(read, 'url', () => parseConnection(url));
  if (host === undefined || database === undefined) {
    const which = host === undefined && database === undefined ? 'url' : host === undefined ? 'host' : 'database';
    const fix = which === 'url' ? 'url: postgres://user:password@host:5432/database' : `${which}: …`;
    read.problem(which, 'is needed with source: postgres, from a secret or in parts', fix);
    return undefined;
  }
  if (database === '*') {
    read.problem('database', 'takes one name: several databases are one backup each', 'a matrix over the databases');
  }
  return connectionFrom({ host, port, database, ...(user ? { user } : {}), ...(password ? { password } : {}) });
}

/** Runs a parser of a secret address and reports what it says, which names no part of the address. */
export function reportUrl<T>(read: InputReader, input: string, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    read.problem(input, (error as Error).message, 'postgres://user:password@host:5432/database');
    return undefined;
  }
}

function parseMajor(value: string): number | undefined {
  if (value.toLowerCase() === 'auto') return undefined;
  const major = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (major >= 9) return major;
  throw new RangeError('is neither auto nor a major version; write for example 16');
}
