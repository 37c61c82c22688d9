import type { Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ProbeRequest, ProbeResponse } from './types.ts';

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

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
  const kept: Buffer[] = [];
  let size = 0;
  let keptBytes = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    hash?.update(chunk);
    const part = chunk.subarray(0, Math.max(0, limit - keptBytes));
    if (part.length > 0) kept.push(part);
    keptBytes += part.length;
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
      ...(size === 0 ? { body: Buffer.alloc(0) } : await decompress(Buffer.concat(kept), message, limit)),
      cut: size > keptBytes,
      size,
      ...(hash === undefined ? {} : { sha256: hash.copy().digest('hex') }),
    }),
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
