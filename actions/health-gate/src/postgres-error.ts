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

/** What the first message of a server says to somebody without credentials; undefined where it is no PostgreSQL's. */
export function readGreeting(message: Buffer): DatabaseAnswer | undefined {
  const [type] = message.toString('latin1');
  if (type === 'R') return { verdict: 'accepting', speaks: 'up' };
  if (type !== 'E' || message.length < 6) return undefined;
  const fields = message.subarray(5).toString('utf8').split('\0');
  const field = (letter: string): string => fields.find((one) => one.startsWith(letter))?.slice(1) ?? '';
  const speaks = `${field('C')} ${field('M')}`;
  if (!/^[0-9A-Z]{5} /.test(speaks)) return undefined;
  // Class 53: no room left; 57: starting, shutting down, in recovery. All else is said by a server that takes connections.
  return { verdict: /^5[37]/.test(speaks) ? 'rejecting' : 'accepting', speaks: /^5[37]/.test(speaks) ? speaks : 'up' };
}

function up(why: string): DatabaseAnswer {
  const notes = ['PostgreSQL takes connections; without credentials no query was tried'];
  return { verdict: 'accepting', speaks: `up, ${why}`, notes };
}
