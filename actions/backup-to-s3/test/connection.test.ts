import { Secret } from '@suite/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseConnection } from '../src/connection.ts';

const parse = (text: string) => {
  const { label, env } = parseConnection(new Secret(text));
  return {
    label,
    ...Object.fromEntries(
      Object.entries(env).map(([key, value]) => [key, value instanceof Secret ? value.reveal() : value]),
    ),
  };
};

it.each([
  [
    'postgres://ann:p%40ss@db.example.com/shop',
    { label: 'db.example.com:5432/shop', PGUSER: 'ann', PGPASSWORD: 'p@ss', PGPORT: '5432' },
  ],
  [
    'postgresql://db:6000/shop?sslmode=verify-full&sslrootcert=/ca',
    { PGPORT: '6000', PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/ca' },
  ],
  ['postgresql+psycopg2://u:p@[::1]/shop', { PGHOST: '::1', PGUSER: 'u' }],
  ['postgres://u:p@/shop?host=/run/postgresql', { PGHOST: '/run/postgresql', PGDATABASE: 'shop' }],
  ['postgres://u:p@h/shop?schema=public&connection_limit=5', { PGDATABASE: 'shop' }],
  ['postgres://u:p@h/shop?ssl=true', { PGSSLMODE: 'require' }],
])('reads %s', (url, expected) => {
  expect(parse(url)).toMatchObject(expected);
});

it.each([
  ['mysql://u:hunter22@h/d', 'is not a postgres:// address'],
  ['postgres://u:hunter22@h', 'names no database'],
  ['postgres://u:hunter22@h/a/b', 'names no database'],
  ['postgres://u:hunter22@/d', 'names no host'],
  ['postgres://u:hunter22%@h/d', 'has a % that is not part of a URL encoding; write %25 for it'],
  ['postgres://u:hunter/22@h/d', 'cannot be read; are special characters of the password URL-encoded?'],
  ['postgres://u:hunter22@h/d?sslmod=require', 'has the parameter sslmod, which PostgreSQL does not know'],
])('refuses %s without quoting it', (url, message) => {
  expect(() => parse(url)).toThrow(message);
  expect(message).not.toContain('hunter');
});

it('keeps every password as it is, and shows it nowhere', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (password) => {
      const connection = parseConnection(new Secret(`postgres://u:${encodeURIComponent(password)}@h:1/d`));
      expect((connection.env['PGPASSWORD'] as Secret).reveal()).toBe(password);
      expect(JSON.parse(JSON.stringify(connection)).env.PGPASSWORD).toBe('***');
    }),
  );
});
