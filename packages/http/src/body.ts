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
      body: await decompress(Buffer.concat(kept), message.headers['content-encoding'], limit),
      cut: size > keptBytes,
      size,
      ...(hash === undefined ? {} : { sha256: hash.copy().digest('hex') }),
    }),
  };
}

function headersOf(message: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, values ?? []]));
}

/** A server may compress though we ask it not to. What cannot be undone stays as it came. */
async function decompress(body: Buffer, encoding: string | undefined, maxOutputLength: number): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity' || body.length === 0) return body;
  const zlib = await import('node:zlib');
  const undo = {
    gzip: zlib.gunzipSync,
    'x-gzip': zlib.gunzipSync,
    deflate: zlib.inflateSync,
    br: zlib.brotliDecompressSync,
  };
  try {
    return undo[encoding as keyof typeof undo]?.(body, { maxOutputLength }) ?? body;
  } catch {
    return body;
  }
}
