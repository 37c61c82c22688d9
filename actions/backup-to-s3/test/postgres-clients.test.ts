import { formatCommand, Secret } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { parseConnection } from '../src/connection.ts';
import {
  chooseClients,
  clientEnvironment,
  dumpCommand,
  parseClientVersion,
  psqlCommand,
} from '../src/postgres-clients.ts';
import { parseInventory, parseServer } from '../src/postgres-sql.ts';

const clients = (...majors: readonly number[]) =>
  majors.map((major) => ({ folder: `/pg/${major}`, version: `${major}.2`, major }));

describe('the client', () => {
  it.each([
    [[14, 15, 16], 15, undefined, 15],
    [[14, 17, 16], 15, undefined, 16],
    [[16], 16, 16, 16],
    [[15, 17], 15, 17, 17],
  ])('of %j for server %i, asked for %s, is %i', (found, server, asked, expected) => {
    expect(chooseClients(clients(...found), server, asked).major).toBe(expected);
  });

  it.each([
    [[], 15, undefined, 'E_CLIENT_MISSING', 'pg_dump and psql are not installed here'],
    [[13, 14], 15, undefined, 'E_CLIENT_OLD', 'the server is PostgreSQL 15'],
    [[15], 15, 16, 'E_CLIENT_MISSING', 'no client of version 16 is installed here, only 15.2'],
    [[14, 15], 15, 14, 'E_CLIENT_OLD', 'the server is PostgreSQL 15'],
  ] as const)('of %j for server %i, asked for %s, fails before the dump', (found, server, asked, code, message) => {
    const choose = () => chooseClients(clients(...found), server, asked);
    expect(choose).toThrow(expect.objectContaining({ code }));
    expect(choose).toThrow(message);
  });

  it.each([
    ['pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n', { version: '15.20', major: 15 }],
    ['pg_dump (PostgreSQL) 18beta1', { version: '18beta1', major: 18 }],
    ['bash: pg_dump: not found', undefined],
  ])('says %j', (output, expected) => {
    expect(parseClientVersion(output)).toEqual(expected);
  });

  it('gets the connection by its environment only', () => {
    const connection = parseConnection(new Secret('postgres://ann:hunter22@db/shop'));
    const env = clientEnvironment(connection, {
      PATH: '/bin',
      INPUT_URL: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      PGPASSWORD: 'other',
    });
    expect(Object.keys(env).sort()).toEqual([
      'LC_ALL',
      'PATH',
      'PGAPPNAME',
      'PGCLIENTENCODING',
      'PGCONNECT_TIMEOUT',
      'PGDATABASE',
      'PGHOST',
      'PGPASSWORD',
      'PGPORT',
      'PGUSER',
    ]);
    const [one = { folder: '', version: '', major: 0 }] = clients(15);
    expect(formatCommand(dumpCommand(one, env, '00-1'))).toBe(
      '/pg/15/pg_dump --no-password --format=plain --encoding=UTF8 --snapshot=00-1',
    );
    expect(formatCommand(psqlCommand({ ...one, folder: '' }, env))).toBe(
      'psql --no-psqlrc --no-password --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1',
    );
  });
});

it('reads what the server answers', () => {
  const line = '{"version" : "15.20 (Debian 15.20-0+deb12u1)", "number" : 150020, "bytes" : 9}';
  expect(parseServer(line)).toEqual({ version: '15.20', major: 15, bytes: 9 });
  expect(parseInventory(['', '{"table" : "a.b\\nc", "rows" : 3}', 'SET'])).toEqual([{ table: 'a.b\nc', rows: 3 }]);
});
