import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpError } from '@suite/core';

export interface Download {
  readonly status: number;
  /** Hexadecimal digits; of nothing where the status is not 200. */
  readonly sha256: string;
}

/** Fetches an address into a file, hashing what is written. @throws HttpError, retryable, where the transfer breaks. */
export async function download(
  url: string,
  file: string,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Download> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const hash = createHash('sha256');
  const tap = new Transform({
    transform: (chunk, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { status: response.status, sha256: '' };
    }
    await pipeline(Readable.fromWeb(response.body), tap, createWriteStream(file), { signal });
    return { status: response.status, sha256: hash.digest('hex') };
  } catch (error) {
    throw new HttpError(`${url}: ${reasonOf(error)}`, { code: 'E_DOWNLOAD', cause: error, retryable: true });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message || String(Object(error.cause).code ?? '') : '';
  return cause || error.message;
}
