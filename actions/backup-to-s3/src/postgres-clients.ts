import { ActionError, type Command, type Secret } from '@suite/core';
import type { Connection } from './connection.ts';

/** A folder with PostgreSQL's clients, `''` for PATH. */
export interface Clients {
  readonly folder: string;
  /** As the client says it: `15.20`. */
  readonly version: string;
  readonly major: number;
}

/** Folders where systems put the clients of one major version, the number in the place of `*`. */
export const CLIENT_FOLDERS = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
] as const;

/** Reads `pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`. */
export function parseClientVersion(output: string): { version: string; major: number } | undefined {
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)*\w*)/.exec(output)?.[1];
  return version === undefined ? undefined : { version, major: Number.parseInt(version, 10) };
}

/**
 * The server's own major, else the nearest newer one: an older client refuses, or worse, leaves things out.
 * @throws ActionError E_CLIENT_MISSING, E_CLIENT_OLD before anything is dumped.
 */
export function chooseClients(found: readonly Clients[], serverMajor: number, askedMajor: number | undefined): Clients {
  const hint = `install postgresql-client-${askedMajor ?? serverMajor} in a step before`;
  if (found.length === 0)
    throw new ActionError('pg_dump and psql are not installed here', { code: 'E_CLIENT_MISSING', hint });
  const there = found.map(({ version }) => version).join(', ');
  const candidates = askedMajor === undefined ? found : found.filter(({ major }) => major === askedMajor);
  if (candidates.length === 0) {
    throw new ActionError(`no client of version ${askedMajor} is installed here, only ${there}`, {
      code: 'E_CLIENT_MISSING',
      hint,
    });
  }
  const able = candidates.filter(({ major }) => major >= serverMajor).sort((a, b) => a.major - b.major);
  if (able[0]) return able[0];
  const message = `the server is PostgreSQL ${serverMajor}, but the newest client that may be used is ${there}`;
  throw new ActionError(message, {
    code: 'E_CLIENT_OLD',
    hint: `install postgresql-client-${serverMajor} in a step before`,
  });
}

/** What a client needs of the job's environment, and the connection. Nothing of it stands in an argument. */
export function clientEnvironment(
  connection: Connection,
  env: Readonly<Record<string, string>>,
): Record<string, string | Secret> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SSL_CERT_FILE', 'KRB5CCNAME'].flatMap((key) =>
    env[key] ? [[key, env[key]]] : [],
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    PGCLIENTENCODING: 'UTF8',
    PGAPPNAME: 'backup-to-s3',
    PGCONNECT_TIMEOUT: '15',
    ...connection.env,
  };
}

type Environment = Readonly<Record<string, string | Secret>>;

export function dumpCommand(clients: Clients, env: Environment, snapshot: string | undefined): Command {
  const shared = snapshot === undefined ? [] : [`--snapshot=${snapshot}`];
  return {
    file: inFolder(clients, 'pg_dump'),
    args: ['--no-password', '--format=plain', '--encoding=UTF8', ...shared],
    env,
  };
}

/** A session that takes statements on stdin, answers one value a line, and stops at the first error. */
export function psqlCommand(clients: Clients, env: Environment): Command {
  const args = ['--no-psqlrc', '--no-password', '--quiet', '--no-align', '--tuples-only', '--set=ON_ERROR_STOP=1'];
  return { file: inFolder(clients, 'psql'), args, env };
}

function inFolder({ folder }: Clients, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
