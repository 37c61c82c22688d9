import { createHash } from 'node:crypto';
import { ActionError, toActionError } from '@suite/core';
import type { ByteFacts, PartFacts } from './manifest.ts';
import { partBuffers } from './part-buffers.ts';
import type { OpenUpload, Store } from './store.ts';

export interface UploadOptions {
  readonly partSize: number;
  readonly concurrency: number;
}

export interface UploadedParts extends ByteFacts {
  readonly parts: readonly PartFacts[];
  readonly etags: readonly string[];
}

/**
 * Cuts a stream into equal parts and uploads them, `concurrency` at a time, out of `concurrency + 1` buffers. Nothing
 * is readable in the store before `completeUpload`. On failure it waits for what is under way and rethrows.
 */
export async function uploadParts(
  source: AsyncIterable<Uint8Array>,
  to: { readonly store: Store; readonly upload: OpenUpload },
  { partSize, concurrency }: UploadOptions,
): Promise<UploadedParts> {
  const whole = createHash('sha256');
  const buffers = partBuffers(concurrency + 1, partSize);
  const running = new Set<Promise<void>>();
  const parts: PartFacts[] = [];
  const etags: string[] = [];
  let failure: unknown;
  const sendPart = async (buffer: Buffer, bytes: Buffer): Promise<void> => {
    while (running.size >= concurrency) await Promise.race(running);
    if (failure !== undefined) throw failure;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const md5 = createHash('md5').update(bytes).digest('base64');
    const number = parts.push({ bytes: bytes.length, sha256 });
    const task = to.store
      .uploadPart(to.upload, { number, bytes, sha256, md5 })
      .then((etag) => {
        etags[number - 1] = etag;
      })
      .catch((error) => {
        failure ??= error;
      })
      .finally(() => {
        running.delete(task);
        buffers.give(buffer);
      });
    running.add(task);
  };
  try {
    let bytes = 0;
    for await (const { buffer, filled } of filledBuffers(source, buffers)) {
      whole.update(filled);
      bytes += filled.length;
      await sendPart(buffer, filled);
    }
    await Promise.all(running);
    if (failure !== undefined) throw failure;
    return { bytes, sha256: whole.digest('hex'), parts, etags };
  } finally {
    await Promise.all(running);
  }
}

interface Filled {
  readonly buffer: Buffer;
  readonly filled: Buffer;
}

/** The last buffer may be part-filled; an empty stream gives one empty buffer, so that every object has a part. */
async function* filledBuffers(
  source: AsyncIterable<Uint8Array>,
  buffers: ReturnType<typeof partBuffers>,
): AsyncGenerator<Filled> {
  let buffer: Buffer | undefined;
  let used = 0;
  let any = false;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      buffer ??= await buffers.take();
      const taken = Math.min(buffer.length - used, chunk.length - at);
      buffer.set(chunk.subarray(at, at + taken), used);
      used += taken;
      at += taken;
      if (used < buffer.length) continue;
      yield { buffer, filled: buffer.subarray(0, used) };
      [buffer, used, any] = [undefined, 0, true];
    }
  }
  if (buffer === undefined && any) return;
  buffer ??= await buffers.take();
  yield { buffer, filled: buffer.subarray(0, used) };
}

/**
 * Makes the object appear. A lost answer is settled by looking at the object, never by trusting a second try alone:
 * it is ours if it has our size and our id. @throws what the store said where the object is not there.
 */
export async function completeUpload(
  to: { readonly store: Store; readonly upload: OpenUpload; readonly backupId: string; readonly retries: number },
  uploaded: UploadedParts,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    let refusal: unknown;
    try {
      if (await to.store.completeUpload(to.upload, uploaded.etags)) return;
    } catch (error) {
      refusal = error;
    }
    const facts = await to.store.head(to.upload.key);
    if (facts?.size === uploaded.bytes && facts.backupId === to.backupId) return;
    const worth = refusal === undefined || toActionError(refusal).details.retryable === true;
    if (attempt < to.retries && worth) continue;
    throw refusal ?? notThere(to.upload.key);
  }
}

function notThere(key: string): ActionError {
  return new ActionError(`the store said that ${key} is complete, but it is not there`, { code: 'E_STORE' });
}
