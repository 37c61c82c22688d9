import { createHash } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import { constants, createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { ActionError, type Secret } from '@suite/core';
import { decrypt, encrypt } from '../age.ts';
import type { Compression } from '../compression.ts';
import type { ByteFacts } from '../manifest.ts';

/** Bytes a turn: the default of 16 KiB costs 15 % more CPU. */
const CHUNK = 256 * 1024;

type Bytes = AsyncIterable<Uint8Array>;

/** What to do with raw bytes on their way to the store. */
export interface Encoding {
  readonly compression: Compression;
  readonly recipients: readonly string[];
}

export function encode(source: Bytes, { compression, recipients }: Encoding): Bytes {
  const compressed = through(source, compressor(compression));
  return recipients.length === 0 ? compressed : encrypt(compressed, recipients);
}

/** The way back. @throws ActionError E_CORRUPT where what was stored cannot be read. */
export function decode(
  source: Bytes,
  { compression, identities }: { compression: Compression['kind']; identities: readonly Secret[] | undefined },
): Bytes {
  const opened = identities === undefined ? source : decrypt(source, identities);
  return readable(through(opened, decompressor(compression)));
}

/** Passes a stream on and measures it. The facts are whole once the stream has ended. */
export function measure(source: Bytes): { readonly bytes: Bytes; readonly facts: () => ByteFacts } {
  const hash = createHash('sha256');
  let total = 0;
  let digest = '';
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      total += chunk.length;
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  return { bytes: pass(), facts: () => ({ bytes: total, sha256: digest }) };
}

/** Nothing is read before the first byte is asked for. An error on either side ends both and reaches the reader. */
async function* through(source: Bytes, transform: Transform | undefined): AsyncGenerator<Uint8Array> {
  if (transform === undefined) return yield* source;
  const from = Readable.from(source, { objectMode: false, highWaterMark: 1024 * 1024 });
  from.on('error', (error) => transform.destroy(error));
  transform.on('close', () => from.destroy());
  // The reader may be between two reads when it happens: it gets the error with its next one.
  transform.on('error', () => undefined);
  yield* from.pipe(transform);
}

async function* readable(source: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    if (!/^(Z_|ZSTD_|ERR_ZSTD|ERR_BUFFER)/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    const message = `the stored data cannot be decompressed: ${(error as Error).message}`;
    throw new ActionError(message, { code: 'E_CORRUPT', hint: 'restore another backup', cause: error });
  }
}

/** A transform, or undefined where bytes stay as they are. Workers stay off: `ZSTD_c_nbWorkers` hangs Node 24. */
function compressor(compression: Compression): Transform | undefined {
  if (compression.kind === 'none') return undefined;
  if (compression.kind === 'gzip') return createGzip({ level: compression.level, chunkSize: CHUNK });
  const params = {
    [constants.ZSTD_c_compressionLevel]: compression.level,
    [constants.ZSTD_c_checksumFlag]: 1,
  };
  return createZstdCompress({ params, chunkSize: CHUNK });
}

function decompressor(kind: Compression['kind']): Transform | undefined {
  if (kind === 'none') return undefined;
  return kind === 'gzip' ? createGunzip({ chunkSize: CHUNK }) : createZstdDecompress({ chunkSize: CHUNK });
}
