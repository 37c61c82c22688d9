import type { Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ProbeRequest, ProbeResponse } from './types.ts';

const MIB = 1024 * 1024;
const DEFAULT_MAX_BYTES = 10 * MIB;
const GROWTH = 16 * MIB;
const COLLECT_BYTES = MIB;
let collectGarbage: ((options: { type: 'minor' }) => void) | undefined;

/** A body on its way in: what it holds is there at any moment, also when a deadline cuts it off. */
export interface BodyReader {
  /** Resolves at the end or at the cut. @throws the stream's error; Node's `aborted` where the server closed early. */
  readonly read: () => Promise<void>;
  readonly response: () => Promise<ProbeResponse>;
}

/** Reads a body with a cap. Beyond it nothing is kept; nothing is even read unless a hash is wanted. */
export async function bodyReader(message: IncomingMessage, request: ProbeRequest): Promise<BodyReader> {
  const limit = request.maxBodyBytes ?? DEFAULT_MAX_BYTES;
  const hash: Hash | undefined = request.hash ? (await import('node:crypto')).createHash('sha256') : undefined;
  const kept = keeper(Math.min(limit, Number(message.headers['content-length']) || 0), limit);
  const collect = collector();
  let size = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    hash?.update(chunk);
    kept.add(chunk);
    collect(chunk.length);
  };
  return {
    read: async () => {
      for await (const chunk of message) {
        take(chunk);
        if (size > limit && hash === undefined) break;
      }
    },
    response: async () => ({
      status: message.statusCode ?? 0,
      statusText: message.statusMessage ?? '',
      httpVersion: message.httpVersion,
      headers: headersOf(message),
      ...(size === 0 ? { body: Buffer.alloc(0) } : await decompress(kept.bytes(), message, limit)),
      cut: size > kept.bytes().length,
      size,
      ...(hash === undefined ? {} : { sha256: hash.copy().digest('hex') }),
    }),
  };
}

interface Keeper {
  readonly add: (chunk: Buffer) => void;
  readonly bytes: () => Buffer;
}

/**
 * The first `limit` bytes in one piece of memory, as joining a list of chunks would hold them twice. Memory that is not
 * written to yet costs nothing.
 */
function keeper(expected: number, limit: number): Keeper {
  let memory = Buffer.allocUnsafeSlow(expected);
  let length = 0;
  return {
    add: (chunk) => {
      const part = chunk.subarray(0, Math.max(0, limit - length));
      const needed = length + part.length;
      if (needed > memory.length) {
        const larger = Buffer.allocUnsafeSlow(length === 0 ? needed : Math.min(limit, Math.max(2 * needed, GROWTH)));
        memory.copy(larger, 0, 0, length);
        memory = larger;
      }
      part.copy(memory, length);
      length = needed;
    },
    bytes: () => memory.subarray(0, length),
  };
}

/**
 * Frees chunks that were looked at. The engine counts what it holds itself, not the bytes behind that: of a long body a
 * hundred megabytes are dead before it looks for them.
 */
function collector(): (bytes: number) => void {
  let sinceLast = 0;
  return (bytes) => {
    sinceLast += bytes;
    if (sinceLast < COLLECT_BYTES) return;
    sinceLast = 0;
    if (collectGarbage === undefined) {
      setFlagsFromString('--expose-gc');
      collectGarbage = runInNewContext('gc') as typeof collectGarbage;
    }
    collectGarbage?.({ type: 'minor' });
  };
}

function headersOf(message: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, values ?? []]));
}

/** A server may compress though we ask it not to. What cannot be undone stays as it came, and is said to have. */
async function decompress(
  body: Buffer,
  { headers }: IncomingMessage,
  maxOutputLength: number,
): Promise<Pick<ProbeResponse, 'body' | 'undecoded'>> {
  const encodings = `${headers['content-encoding'] ?? ''},${headers['transfer-encoding'] ?? ''}`
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !['', 'identity', 'chunked'].includes(name));
  if (encodings.length === 0) return { body };
  const undo = await decoders(maxOutputLength);
  try {
    return { body: encodings.reduceRight((bytes, name) => undo(name, bytes), body) };
  } catch {
    return { body, undecoded: encodings.join(', ') };
  }
}

/** Undoes one encoding of at most so many bytes. @throws where it is unknown, broken or too large. */
async function decoders(maxOutputLength: number): Promise<(name: string, bytes: Buffer) => Buffer> {
  const zlib = await import('node:zlib');
  const known: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
    gzip: zlib.gunzipSync,
    'x-gzip': zlib.gunzipSync,
    // By its name in HTTP the zlib format, but some servers send the bare stream.
    deflate: (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? zlib.inflateSync : zlib.inflateRawSync)(bytes, options),
    br: zlib.brotliDecompressSync,
    zstd: zlib.zstdDecompressSync,
  };
  return (name, bytes) => {
    const decoder = Object.hasOwn(known, name) ? known[name] : undefined;
    if (decoder === undefined) throw new RangeError(`${name} is not known`);
    return decoder(bytes, { maxOutputLength });
  };
}
