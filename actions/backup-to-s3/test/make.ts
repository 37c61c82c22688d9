import { createHash } from 'node:crypto';
import { InputError, inputReader } from '@suite/core';
import { type Inputs, readInputs } from '../src/inputs.ts';
import type { Manifest } from '../src/manifest.ts';
import type { OpenUpload, Store } from '../src/store.ts';

/** A key pair of age-keygen, for tests only. */
export const RECIPIENT = 'age1hk3rcqqhdwu7n7d4ak29jg4dzucskw6mj3kq50sa53xx4fqx4ynqln52fl';
export const IDENTITY = 'AGE-SECRET-KEY-1VMQ9WT2E384RUSQH9M603R5PCDTY5YSSGZ7UNLP05L6DXX8A9H6QH0ZFW9';

const GIVEN = {
  source: 'command',
  command: 'printf x',
  bucket: 'acme-backups',
  encryption: 'optional',
  'access-key-id': 'AKID',
  'secret-access-key': 'hunter22',
};
const ENV = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '7' };

export interface Read {
  readonly inputs: Inputs | undefined;
  /** `input: problem` of each one. */
  readonly problems: readonly string[];
}

/** Reads inputs over a valid set of them; an empty text takes one away. */
export function read(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = ENV): Read {
  const reader = inputReader({ inputs: new Map(Object.entries({ ...GIVEN, ...given })), env });
  const inputs = readInputs(reader);
  try {
    reader.done();
    return { inputs, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { inputs: undefined, problems: error.problems.map(({ input, problem }) => `${input}: ${problem}`) };
  }
}

export function inputsOf(given: Readonly<Record<string, string>> = {}): Inputs {
  const { inputs, problems } = read(given);
  if (inputs === undefined) throw new Error(problems.join('\n'));
  return inputs;
}

export function manifestOf(id: string, change: Partial<Manifest> = {}): Manifest {
  const key = `backups/shop/${change.class ?? 'standard'}/${id}/data.sql.zst.age`;
  return {
    schema: 1,
    id,
    name: 'shop',
    class: 'standard',
    startedAt: id.replace(/^(....)(..)(..)T(..)(..)(..)Z.*/, '$1-$2-$3T$4:$5:$6.000Z'),
    source: {
      kind: 'postgres',
      label: 'db:5432/shop',
      serverVersion: '15.20',
      clientVersion: '15.18',
      snapshot: '0-1',
    },
    pipeline: { compression: 'zstd:3', encryption: 'age', recipients: [RECIPIENT] },
    raw: { bytes: 20, sha256: 'aa' },
    stored: { key, bytes: 10, sha256: 'bb', partSize: 10, parts: [{ bytes: 10, sha256: 'bb' }] },
    inventory: [{ table: 'public.orders', rows: 3 }],
    verification: { level: 'full', bytesRead: 10, at: '2026-01-01T00:00:00.000Z' },
    retention: { holdUntil: null },
    run: { repository: 'acme/shop', workflow: 'w', runId: '7', attempt: '1', sha: 'abc', actor: 'ann' },
    recipe: ['age -d'],
    ...change,
  };
}

/** A store in memory that remembers what it was asked, and does wrong where it is told to. */
export interface MemoryStore extends Store {
  readonly objects: Map<string, Buffer>;
  readonly open: Map<string, Map<number, Buffer>>;
  readonly calls: string[];
}

export function memoryStore(faults: Partial<Store> = {}): MemoryStore {
  const objects = new Map<string, Buffer>();
  const ids = new Map<string, string>();
  const open = new Map<string, Map<number, Buffer>>();
  const calls: string[] = [];
  const keyOf = ({ key }: OpenUpload): string => key;
  const honest: Store = {
    list: async (prefix) =>
      [...objects].filter(([key]) => key.startsWith(prefix)).map(([key, { length: size }]) => ({ key, size })),
    listUploads: async (prefix) =>
      [...open.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key, uploadId: 'u' })),
    createUpload: async (key, id) => {
      open.set(key, new Map());
      ids.set(key, id);
      return { key, uploadId: 'u' };
    },
    uploadPart: async (upload, { number, bytes, sha256 }) => {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('wrong hash');
      open.get(keyOf(upload))?.set(number, Buffer.from(bytes));
      calls.push(`part ${number}`);
      return `etag-${number}`;
    },
    completeUpload: async (upload, etags) => {
      const parts = open.get(keyOf(upload)) ?? new Map();
      calls.push(`complete ${etags.join(' ')}`);
      objects.set(keyOf(upload), Buffer.concat(etags.map((_, index) => parts.get(index + 1) ?? Buffer.alloc(0))));
      open.delete(keyOf(upload));
      return true;
    },
    abortUpload: async (upload) => void open.delete(keyOf(upload)),
    put: async (key, body) => void objects.set(key, Buffer.from(body)),
    get: async (key, range) => {
      const bytes = objects.get(key) ?? Buffer.alloc(0);
      return range ? bytes.subarray(range.from, range.from + range.bytes) : bytes;
    },
    digest: async (key, { from, bytes }) => {
      const found = (objects.get(key) ?? Buffer.alloc(0)).subarray(from, from + bytes);
      return { bytes: found.length, sha256: createHash('sha256').update(found).digest('hex') };
    },
    head: async (key) => {
      const bytes = objects.get(key);
      return bytes && { size: bytes.length, backupId: ids.get(key) };
    },
    remove: async (key) => void objects.delete(key),
  };
  return { ...honest, ...faults, objects, open, calls };
}

/** A stream of chunks of awkward sizes that together are `bytes`. */
export async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}
