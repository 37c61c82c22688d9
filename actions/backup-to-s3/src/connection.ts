import { Secret } from '@suite/core';

/** How to reach one PostgreSQL database. It is handed to clients by PG* variables of their own environment only. */
export interface Connection {
  /** Address for messages: host, port and database, no user, no password. */
  readonly label: string;
  readonly database: string;
  readonly env: Readonly<Record<string, string | Secret>>;
}

/** Query parameters that libpq knows, and the variable by which it takes them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  host: 'PGHOST',
  port: 'PGPORT',
  dbname: 'PGDATABASE',
  user: 'PGUSER',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslsni: 'PGSSLSNI',
  sslnegotiation: 'PGSSLNEGOTIATION',
  channel_binding: 'PGCHANNELBINDING',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  options: 'PGOPTIONS',
  application_name: 'PGAPPNAME',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
  gssencmode: 'PGGSSENCMODE',
};
/** Parameters that only frameworks read; they change nothing for a dump. */
const FRAMEWORK = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'pool', 'statement_cache_size'];

const NO_HOST = 'no-host.invalid';

export interface ConnectionParts {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: Secret;
}

export function connectionFrom(parts: ConnectionParts): Connection {
  return {
    label: `${parts.host}:${parts.port}/${parts.database}`,
    database: parts.database,
    env: {
      PGHOST: parts.host,
      PGPORT: String(parts.port),
      PGDATABASE: parts.database,
      ...(parts.user === undefined ? {} : { PGUSER: parts.user }),
      ...(parts.password === undefined ? {} : { PGPASSWORD: parts.password }),
    },
  };
}

/**
 * Parses `postgres://user:password@host:5432/database?sslmode=require`.
 * @throws RangeError that names what is missing and no part of the address, for it is a secret.
 */
export function parseConnection(secret: Secret): Connection {
  const text = secret.reveal();
  const scheme = /^(postgres|postgresql)(\+\w+)?:\/\//.exec(text)?.[0];
  if (scheme === undefined) throw new RangeError('is not a postgres:// address');
  // libpq takes credentials without a host, the URL standard does not.
  const whole = text.replace(scheme, 'postgres://').replace(/^([^/]*\/\/[^/?#]*@)(?=[/?])/, `$1${NO_HOST}`);
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url === undefined) throw new RangeError('cannot be read; are special characters of the password URL-encoded?');
  const given = parameters(url.searchParams);
  const host = given['PGHOST'] ?? unbracket(decode(url.hostname)).replace(NO_HOST, '');
  const database = given['PGDATABASE'] ?? decode(url.pathname.slice(1));
  if (host === '') throw new RangeError('names no host');
  if (database === '' || database.includes('/')) throw new RangeError('names no database');
  const user = given['PGUSER'] ?? decode(url.username);
  const port = Number(given['PGPORT'] ?? (url.port || 5432));
  const password = decode(url.password);
  const named = { host, port, database, ...(user ? { user } : {}) };
  const plain = connectionFrom({ ...named, ...(password ? { password: new Secret(password) } : {}) });
  return { ...plain, env: { ...given, ...plain.env } };
}

function parameters(search: URLSearchParams): Record<string, string> {
  const known = (key: string): boolean => key in PARAMETERS || key === 'ssl' || FRAMEWORK.includes(key);
  const unknown = [...search.keys()].find((key) => !known(key));
  if (unknown !== undefined) throw new RangeError(`has the parameter ${unknown}, which PostgreSQL does not know`);
  // `ssl=true` is how drivers of other languages ask for what libpq calls sslmode=require.
  const tls = search.get('ssl') === 'true' ? { PGSSLMODE: 'require' } : {};
  const pairs = [...search].flatMap(([key, value]) => (PARAMETERS[key] ? [[PARAMETERS[key], value]] : []));
  return { ...tls, ...Object.fromEntries(pairs) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RangeError('has a % that is not part of a URL encoding; write %25 for it');
  }
}

function unbracket(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
