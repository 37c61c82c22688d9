/** A file of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
}

/** Takes a file's bytes in order; `end` is called once after the last one. */
export interface Sink {
  readonly take: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What a GNU or pax header says of the entry behind it. */
interface Ahead {
  readonly name?: string;
  readonly size?: number;
}

const BLOCK = 512;

/**
 * Reads a tar archive as it comes, in chunks of any length. `open` gives what takes a file's bytes, or undefined for
 * one that nobody wants. Knows ustar, GNU's long names and big numbers, and pax headers.
 * @throws Error where the archive stops in the middle.
 */
export async function readTar(
  chunks: AsyncIterable<Buffer>,
  open: (entry: TarEntry) => Sink | undefined,
): Promise<void> {
  const source = byteSource(chunks);
  let ahead: Ahead = {};
  for (;;) {
    const block = await nextBlock(source);
    if (block === undefined || block.every((byte) => byte === 0)) break;
    const type = String.fromCharCode(block[156] ?? 0);
    if (type === 'x' || type === 'L') {
      const text = (await gather(source, numberIn(block.subarray(124, 136)))).toString('utf8');
      ahead = { ...ahead, ...(type === 'L' ? { name: untilNul(text) } : parsePax(text)) };
      continue;
    }
    const entry = { name: ahead.name ?? nameIn(block), size: ahead.size ?? numberIn(block.subarray(124, 136)) };
    ahead = {};
    const sink = type === '0' || type === '\0' ? open(entry) : undefined;
    await each(source, entry.size, async (chunk) => sink?.take(chunk));
    await sink?.end();
  }
  await source.close();
}

/** Bytes in the order of the archive, whatever the chunks were. */
interface ByteSource {
  /** At most this many bytes, at least one; undefined at the end. */
  readonly some: (most: number) => Promise<Buffer | undefined>;
  readonly close: () => Promise<void>;
}

function byteSource(chunks: AsyncIterable<Buffer>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    some: async (most) => {
      while (rest.length === 0) {
        const next = await iterator.next();
        if (next.done) return undefined;
        rest = next.value;
      }
      const part = rest.subarray(0, most);
      rest = rest.subarray(part.length);
      return part;
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}

type Use = (chunk: Buffer) => Promise<void>;

async function take(source: ByteSource, bytes: number, use: Use): Promise<void> {
  for (let left = bytes; left > 0; ) {
    const part = await source.some(left);
    if (part === undefined) throw new Error('the image archive ends in the middle');
    left -= part.length;
    await use(part);
  }
}

/** Gives `size` bytes and passes over what fills their last block. */
async function each(source: ByteSource, size: number, use: Use): Promise<void> {
  await take(source, size, use);
  await take(source, (BLOCK - (size % BLOCK)) % BLOCK, async () => undefined);
}

async function gather(source: ByteSource, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  await each(source, size, async (part) => {
    parts.push(part);
  });
  return Buffer.concat(parts);
}

/** The next header, or undefined at the end of the archive. */
async function nextBlock(source: ByteSource): Promise<Buffer | undefined> {
  const head = await source.some(1);
  if (head === undefined) return undefined;
  const parts = [head];
  await take(source, BLOCK - head.length, async (part) => {
    parts.push(part);
  });
  return Buffer.concat(parts);
}

/** Octal text, or GNU's base 256 where the first bit is set. */
function numberIn(field: Buffer): number {
  const first = field[0] ?? 0;
  if (first & 0x80) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
  return Number.parseInt(field.toString('latin1').replace(/[^0-7]/g, '') || '0', 8);
}

function nameIn(block: Buffer): string {
  const text = (from: number, to: number): string => untilNul(block.subarray(from, to).toString('utf8'));
  // GNU writes "ustar " and keeps other things where ustar has the prefix.
  const prefix = text(257, 263) === 'ustar' ? text(345, 500) : '';
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

function untilNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function parsePax(text: string): Ahead {
  const name = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
  const size = /(?:^|\n)\d+ size=(\d+)\n/.exec(text)?.[1];
  return { ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size: Number(size) }) };
}
