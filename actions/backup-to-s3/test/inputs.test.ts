import { expect, it } from 'vitest';
import { IDENTITY, inputsOf, RECIPIENT, read } from './make.ts';

it('take their defaults from the contract', () => {
  const inputs = inputsOf();
  expect(inputs).toMatchObject({
    mode: 'backup',
    place: { prefix: 'backups', name: 'shop-command' },
    pipeline: { compression: { kind: 'zstd', level: 3 }, concurrency: 3, maxMemory: 134_217_728 },
    policy: { class: 'standard', keep: { last: 3, daily: 30, weekly: 0, monthly: 12, yearly: 0 }, verify: 'auto' },
    store: { region: 'us-east-1', pathStyle: false, retries: 6 },
    timeoutMs: 19_800_000,
  });
  expect(inputs.store.endpoint.href).toBe('https://s3.us-east-1.amazonaws.com/');
});

const wrong: readonly (readonly [Record<string, string>, string])[] = [
  [{ source: '' }, 'source: is needed to make a backup'],
  [{ source: 'postgre' }, 'source: "postgre" is none of postgres, directory, command'],
  [{ mode: 'backups' }, 'mode: "backups" is none of backup, list, restore; did you mean backup?'],
  [{ source: 'directory' }, 'path: is needed with source: directory'],
  [{ command: '' }, 'command: is needed with source: command'],
  [{ source: 'postgres' }, 'url: is needed with source: postgres, from a secret or in parts'],
  [{ source: 'postgres', host: 'db' }, 'database: is needed with source: postgres, from a secret or in parts'],
  [
    { source: 'postgres', host: 'db', database: '*' },
    'database: takes one name: several databases are one backup each',
  ],
  [
    { source: 'postgres', host: 'db', url: 'postgres://h/d' },
    'url: stands beside host, user or database: which one counts?',
  ],
  [{ source: 'postgres', url: 'postgres://u:hunter@h' }, 'url: names no database'],
  [{ name: 'a/b' }, 'name: "a/b" is not letters, digits, dots, dashes and underscores'],
  [
    { encryption: 'required' },
    'age-recipients: is needed because encryption is required: without it the dump would be readable in the store',
  ],
  [{ 'age-recipients': IDENTITY }, 'age-recipients: holds a private key; write the public one, age1…'],
  [
    { 'age-recipients': 'ssh-ed25519 AAAA' },
    'age-recipients: holds an SSH key; write an age one, age1… (age-keygen makes it)',
  ],
  [
    { 'age-recipients': `${RECIPIENT.slice(0, -1)}q` },
    `age-recipients: holds ${RECIPIENT.slice(0, 12)}… with a wrong checksum: a letter is wrong`,
  ],
  [{ compression: 'zstd:20' }, 'compression: "zstd:20" has a level outside of 1 to 19'],
  [{ compression: 'lz4' }, 'compression: "lz4" is none of zstd:N, gzip:N, none; write for example zstd:3'],
  [{ 'part-size': '64MiB' }, 'max-memory: is too small for 4 parts of 64MiB'],
  [{ 'part-size': '16MB' }, 'part-size: "16MB" is neither auto nor 5MiB to 5120MiB; write for example 16MiB'],
  [{ bucket: 's3://acme/x' }, 'bucket: "s3://acme/x" is not the name of a bucket; write acme'],
  [
    { endpoint: 'http://s3.example.com' },
    'endpoint: is plain http to a public address: credentials and data would travel in the clear',
  ],
  [{ 'secret-access-key': '' }, 'secret-access-key: is empty while the other half of the credentials is given'],
  [
    { class: 'manifests' },
    'class: "manifests" is not a class: letters, digits, dots, dashes; manifests and drills are reserved',
  ],
  [
    { 'keep-last': '0', 'keep-daily': '0', 'keep-monthly': '0' },
    'keep-last: and every other keep-* is 0: nothing would be kept',
  ],
  [{ verify: 'sample:0%' }, 'verify: "sample:0%" is none of auto, head, sample:N%, full; write for example sample:5%'],
  [{ 'hold-for': '90' }, 'hold-for: "90" has no unit; write 90s or 90ms'],
  [{ mode: 'restore' }, 'target-url: is needed to restore a database, or path for a directory or file'],
  [
    { mode: 'restore', path: 'x', backup: 'newest' },
    'backup: "newest" is neither latest nor an id as mode: list shows it, like 20261123T021500Z-1a2b3c4d',
  ],
  [{ mode: 'restore', path: 'x', 'age-identity': RECIPIENT }, 'age-identity: is not what age-keygen writes'],
  [
    { mode: 'restore', path: 'x', at: 'yesterday' },
    'at: "yesterday" is not a moment; write for example 2026-11-23T02:15:00Z',
  ],
];

it.each(wrong)('%j is refused', (given, problem) => {
  expect(read(given).problems).toContain(problem);
});

it('name every problem at once', () => {
  expect(read({ bucket: 'B', compression: 'x', 'keep-daily': 'x', class: '/' }).problems.length).toBe(4);
});

it.each([
  [{ class: 'pre-migration' }, 1_095 * 86_400_000],
  [{ class: 'pre-migration', 'hold-for': '30d' }, 30 * 86_400_000],
  [{ 'hold-for': '7d' }, 7 * 86_400_000],
  [{}, undefined],
])('%j holds for %s ms', (given, expected) => {
  expect(inputsOf(given).policy.holdForMs).toBe(expected);
});

it.each([
  [{ endpoint: 'http://127.0.0.1:9000' }, true, 'us-east-1'],
  [{ endpoint: 'http://minio:9000' }, true, 'us-east-1'],
  [{ endpoint: 'http://[fd00::1]:9000' }, true, 'us-east-1'],
  [{ endpoint: 'https://x.r2.cloudflarestorage.com' }, true, 'auto'],
  [{ region: 'eu-central-1' }, false, 'eu-central-1'],
  [{ bucket: 'with.dots' }, true, 'us-east-1'],
  [{ endpoint: 'https://s3.example.com', 'path-style': 'false' }, false, 'us-east-1'],
])('%j addresses the bucket', (given: Record<string, string>, pathStyle, region) => {
  expect(inputsOf(given).store).toMatchObject({ pathStyle, region });
});

it.each(['http://8.8.8.8', 'http://10.example.com', 'http://172.32.0.1', 'http://fc.example.com'])(
  '%s is public',
  (endpoint) => {
    expect(read({ endpoint }).problems[0]).toMatch(/^endpoint: is plain http/);
  },
);

it('takes credentials from the environment only where the inputs give none', () => {
  const env = { AWS_ACCESS_KEY_ID: 'env-id', AWS_SECRET_ACCESS_KEY: 'env-key', AWS_SESSION_TOKEN: 'env-token' };
  const fromEnv = read({ 'access-key-id': '', 'secret-access-key': '' }, env).inputs?.store;
  expect([fromEnv?.accessKeyId.reveal(), fromEnv?.sessionToken?.reveal()]).toEqual(['env-id', 'env-token']);
  expect(read({}, env).inputs?.store.sessionToken).toBeUndefined();
  expect(read({ 'access-key-id': '', 'secret-access-key': '' }, {}).problems[0]).toMatch(/^access-key-id: is missing/);
});

it('takes the whole file that age-keygen wrote', () => {
  const file = `# created: 2026\n# public key: ${RECIPIENT}\n${IDENTITY}\n`;
  expect(
    inputsOf({ mode: 'restore', path: 'x', 'age-identity': file }).restore?.identities.map((one) => one.reveal()),
  ).toEqual([IDENTITY]);
});
