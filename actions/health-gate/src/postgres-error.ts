import type { DatabaseAnswer } from './judge-connection.ts';

/** What the driver is told when the server asks for a password that was not given. */
export const NO_PASSWORD = 'no password was given';

/** An error as the server sends it: `code` is its SQLSTATE. */
export interface ServerError {
  readonly code?: string | undefined;
  readonly message: string;
}

/**
 * What a failed log-in says of a server; undefined where it was not the server that spoke. `loggedIn`: a password was
 * given. Without one, a server that asks for it, or knows no such user or database, is up and takes connections.
 */
export function readServerError({ code, message }: ServerError, loggedIn: boolean): DatabaseAnswer | undefined {
  if (message === NO_PASSWORD) return up('wants a password');
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const says = `${code} ${message}`;
  // Class 28: not let in; 3D000: no such database.
  if (!loggedIn && /^28|^3D000$/.test(code)) return up(says);
  if (code.startsWith('28')) return { verdict: 'auth-refused', speaks: says };
  return { verdict: 'rejecting', speaks: says };
}

function up(why: string): DatabaseAnswer {
  const notes = ['PostgreSQL takes connections; without credentials no query was tried'];
  return { verdict: 'accepting', speaks: `up, ${why}`, notes };
}
