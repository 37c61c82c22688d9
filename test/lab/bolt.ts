/** A bucket of a bbolt database: nested buckets, or values that are stored as JSON. */
export interface Bucket {
  readonly [key: string]: Bucket | Value;
}

export interface Value {
  readonly value: unknown;
}

/** Tells a value from a bucket. */
export function value(content: unknown): Value {
  return { value: content };
}

const pageSize = 4096;
const headerSize = 16;
const elementSize = 16;
const flag = { bucketElement: 1, leaf: 0x02, meta: 0x04, freelist: 0x10 };

/** Writes a whole bbolt file, format version 2 (go.etcd.io/bbolt, internal/common): every bucket is one leaf page. */
export function writeBolt(root: Bucket): Buffer {
  const pages: Buffer[] = [];
  let next = 3;
  const add = (page: Buffer): number => {
    const id = next;
    page.writeBigUInt64LE(BigInt(id), 0);
    next += page.length / pageSize;
    pages.push(page);
    return id;
  };
  const rootPage = addBucket(root, add);
  const metas = [0, 1].map((id) => metaPage({ id, rootPage, end: next }));
  return Buffer.concat([...metas, freelistPage(), ...pages]);
}

function addBucket(bucket: Bucket, add: (page: Buffer) => number): number {
  const entries = Object.entries(bucket)
    .map(([key, content]) => ({ key: Buffer.from(key), ...element(content, add) }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  return add(leafPage(entries));
}

interface Entry {
  readonly key: Buffer;
  readonly flags: number;
  readonly data: Buffer;
}

function element(content: Bucket | Value, add: (page: Buffer) => number): Omit<Entry, 'key'> {
  if (isValue(content)) return { flags: 0, data: Buffer.from(JSON.stringify(content.value)) };
  const data = Buffer.alloc(16);
  data.writeBigUInt64LE(BigInt(addBucket(content, add)), 0);
  return { flags: flag.bucketElement, data };
}

function isValue(content: Bucket | Value): content is Value {
  return 'value' in content;
}

function leafPage(entries: readonly Entry[]): Buffer {
  const bytes = entries.reduce((sum, entry) => sum + elementSize + entry.key.length + entry.data.length, headerSize);
  const count = Math.ceil(bytes / pageSize);
  const page = Buffer.alloc(count * pageSize);
  page.writeUInt16LE(flag.leaf, 8);
  page.writeUInt16LE(entries.length, 10);
  page.writeUInt32LE(count - 1, 12);
  let at = headerSize + entries.length * elementSize;
  entries.forEach((entry, index) => {
    const header = headerSize + index * elementSize;
    const fields = Uint32Array.of(entry.flags, at - header, entry.key.length, entry.data.length);
    page.set(new Uint8Array(fields.buffer), header);
    at += entry.key.copy(page, at);
    at += entry.data.copy(page, at);
  });
  return page;
}

function freelistPage(): Buffer {
  const page = Buffer.alloc(pageSize);
  page.writeBigUInt64LE(2n, 0);
  page.writeUInt16LE(flag.freelist, 8);
  return page;
}

function metaPage(meta: { id: number; rootPage: number; end: number }): Buffer {
  const page = Buffer.alloc(pageSize);
  page.writeBigUInt64LE(BigInt(meta.id), 0);
  page.writeUInt16LE(flag.meta, 8);
  const body = page.subarray(headerSize, headerSize + 64);
  body.writeUInt32LE(0xed0cdaed, 0);
  body.writeUInt32LE(2, 4);
  body.writeUInt32LE(pageSize, 8);
  body.writeBigUInt64LE(BigInt(meta.rootPage), 16);
  body.writeBigUInt64LE(2n, 32);
  body.writeBigUInt64LE(BigInt(meta.end), 40);
  body.writeBigUInt64LE(BigInt(meta.id), 48);
  body.writeBigUInt64LE(fnv1a(body.subarray(0, 56)), 56);
  return page;
}

/** FNV-1a, 64 bits. */
function fnv1a(bytes: Buffer): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}
