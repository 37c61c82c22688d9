import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMain } from '@suite/testing';
import { callS3 } from '../lab/sigv4.ts';
import { readLab } from '../lab/state.ts';

/** What one test file uses of the lab: names of its own in the bucket and on the database server. */
export interface World {
  /** Name of the set; also the prefix of every database. */
  readonly name: string;
  readonly folder: string;
  readonly recipient: string;
  readonly identity: string;
  readonly identityFile: string;
  /** Inputs that every step has in common. */
  readonly store: Readonly<Record<string, string>>;
  readonly sql: (database: string, text: string) => string;
  /** Makes a database and gives its address. */
  readonly database: (label: string, sql?: string) => { readonly name: string; readonly url: string };
  /** A session that keeps what it has locked until it is released. */
  readonly hold: (database: string, text: string) => Promise<() => void>;
  /** Keys below the world's prefix, seen by another client. */
  readonly keys: () => Promise<readonly string[]>;
  readonly object: (key: string) => Promise<Buffer>;
  readonly s3: (method: string, key: string, query?: string, body?: string | Buffer) => Promise<string>;
  /** Multipart uploads that are open below the prefix. */
  readonly uploads: () => Promise<readonly string[]>;
  /** The file in which the store keeps an object, to damage it behind the store's back. */
  readonly fileOf: (key: string) => string;
  readonly listed: () => Promise<readonly { readonly id: string; readonly [key: string]: unknown }[]>;
  readonly dispose: () => Promise<void>;
}

export function makeWorld(label: string): World {
  const lab = readLab();
  const name = `${label}-${randomBytes(4).toString('hex')}`;
  const prefix = `e2e/${name}`;
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const identityFile = join(folder, 'identity.txt');
  execFileSync('age-keygen', ['-o', identityFile], { stdio: 'pipe' });
  const identity = execFileSync('grep', ['^AGE-SECRET-KEY', identityFile], { encoding: 'utf8' }).trim();
  const recipient = execFileSync('age-keygen', ['-y', identityFile], { encoding: 'utf8' }).trim();
  const { bucket, endpoint, region, accessKeyId, secretAccessKey } = lab.s3;
  const store = {
    bucket,
    endpoint,
    region,
    prefix,
    name: 'shop',
    'access-key-id': accessKeyId,
    'secret-access-key': secretAccessKey,
  };
  const pg = lab.postgres;
  const env = { ...process.env, PGHOST: pg.host, PGPORT: String(pg.port), PGUSER: pg.user, PGPASSWORD: pg.password };
  const sql = (database: string, text: string): string =>
    execFileSync('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', database], {
      input: text,
      env,
      encoding: 'utf8',
    }).trim();
  const databases: string[] = [];
  const s3 = async (method: string, key: string, query?: string, body?: string | Buffer): Promise<Buffer> => {
    const path = key === '' ? `/${bucket}` : `/${bucket}/${key}`;
    const answer = await callS3(lab.s3, {
      method,
      path,
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body }),
    });
    return Buffer.from(answer.body);
  };
  const found = async (query: string, tag: string): Promise<readonly string[]> => {
    const xml = (await s3('GET', '', `${query}&prefix=${encodeURIComponent(prefix)}`)).toString('utf8');
    return [...xml.matchAll(new RegExp(`<${tag}>.*?<Key>([^<]*)</Key>`, 'gs'))].map(([, key]) => key ?? '');
  };
  const world: World = {
    name,
    folder,
    recipient,
    identity,
    identityFile,
    store,
    sql,
    database: (suffix, text) => {
      const database = `${name}-${suffix}`.replaceAll('-', '_');
      sql('postgres', `CREATE DATABASE ${database}`);
      databases.push(database);
      if (text) sql(database, text);
      return { name: database, url: `postgres://${pg.user}:${pg.password}@${pg.host}:${pg.port}/${database}` };
    },
    hold: async (database, text) => {
      const args = ['-X', '-q', '-A', '-t', '-d', database];
      const session = spawn('psql', args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
      session.stdin.write(`${text}\n\\echo held\n`);
      await once(session.stdout, 'data');
      return () => session.stdin.end();
    },
    keys: () => found('list-type=2', 'Contents'),
    uploads: () => found('uploads=', 'Upload'),
    object: (key) => s3('GET', key),
    s3: async (...call) => (await s3(...call)).toString('utf8'),
    fileOf: (key) => join(lab.s3.dir, bucket, key),
    listed: async () => {
      const result = await runMain('backup-to-s3', { inputs: { ...store, mode: 'list' } });
      if (result.exitCode !== 0) throw new Error(result.stdout);
      return JSON.parse(result.outputs.get('report') ?? '[]');
    },
    dispose: async () => {
      for (const key of await world.keys()) await s3('DELETE', key);
      for (const key of await world.uploads()) await abort(key);
      for (const database of databases) sql('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const abort = async (key: string): Promise<void> => {
    const xml = (await s3('GET', '', `uploads=&prefix=${encodeURIComponent(key)}`)).toString('utf8');
    for (const [, id] of xml.matchAll(/<UploadId>([^<]*)<\/UploadId>/g)) await s3('DELETE', key, `uploadId=${id}`);
  };
  return world;
}

/** Whether a folder is absent or has nothing in it. */
export function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** A shop with awkward names, several types, a partitioned table, a sequence, a view and `rows` orders. */
export const SHOP = (rows: number): string => `
CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL, picture bytea, at timestamptz DEFAULT now());
INSERT INTO customers (name, picture) SELECT 'customer ' || n, decode(md5(n::text), 'hex') FROM generate_series(1, 50) n;
CREATE TABLE orders (id bigint PRIMARY KEY, customer int REFERENCES customers, note text);
INSERT INTO orders SELECT n, 1 + n % 50, md5(n::text) FROM generate_series(1, ${rows}) n;
CREATE SCHEMA "Odd schema";
CREATE TABLE "Odd schema"."it's a ""table""" (v text);
INSERT INTO "Odd schema"."it's a ""table""" VALUES (E'tab\\tand \\\\ backslash'), ('newline\nhere'), (NULL);
CREATE TABLE events (at date, what text) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO events VALUES ('2025-05-05', 'a'), ('2026-05-05', 'b'), ('2026-06-05', 'c');
CREATE VIEW big AS SELECT * FROM orders WHERE id > 10;`;
