import { createHash } from 'node:crypto';
import { ActionError, toActionError } from '@suite/core';
import type { ByteFacts, PartFacts } from './manifest.ts';
import { type PartBuffers, partBuffers } from './part-buffers.ts';
import type { OpenUpload, PartBody, Store } from './store.ts';

export interface UploadOptions {
  readonly partSize: number;
  readonly concurrency: number;
}

export interface UploadedParts extends ByteFacts {
  readonly parts: readonly PartFacts[];
  readonly etags: readonly string[];
}

/** Where the parts of one upload go. */
export interface PartTarget {
  readonly store: Store;
  readonly upload: OpenUpload;
}

/**
 * Cuts a stream into equal parts and uploads them, `concurrency` at a time, out of `concurrency + 1` buffers. Nothing
 * is readable in the store before `completeUpload`. On failure it waits for what is under way and rethrows.
 */
export async function uploadParts(
  source: AsyncIterable<Uint8Array>,
  to: PartTarget,
  { partSize, concurrency }: UploadOptions,
): Promise<UploadedParts> {
  const whole = createHash('sha256');
  const buffers = partBuffers(concurrency + 1, partSize);
  const sender = partSender(to, concurrency, buffers.give);
  let bytes = 0;
  try {
    for await (const { buffer, filled } of filledBuffers(source, buffers)) {
      whole.update(filled);
      bytes += filled.length;
      await sender.send(buffer, filled);
    }
  } catch (error) {
    await sender.settle().catch(() => undefined);
    throw error;
  }
  return { bytes, sha256: whole.digest('hex'), ...(await sender.settle()) };
}

interface PartSender {
  /** Resolves when the part is under way; rejects when an earlier one has failed. */
  readonly send: (buffer: Buffer, bytes: Buffer) => Promise<void>;
  /** Waits for every part. @throws the first failure. */
  readonly settle: () => Promise<Pick<UploadedParts, 'parts' | 'etags'>>;
}

function partSender({ store, upload }: PartTarget, concurrency: number, release: (buffer: Buffer) => void): PartSender {
  const running = new Set<Promise<void>>();
  const parts: PartFacts[] = [];
  const etags: string[] = [];
  let failure: unknown;
  const deliver = async (part: PartBody): Promise<void> => {
    try {
      etags[part.number - 1] = await store.uploadPart(upload, part);
    } catch (error) {
      failure ??= error;
    }
  };
  return {
    send: async (buffer, bytes) => {
      while (running.size >= concurrency) await Promise.race(running);
      if (failure !== undefined) throw failure;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const md5 = createHash('md5').update(bytes).digest('base64');
      const number = parts.push({ bytes: bytes.length, sha256 });
      const task = deliver({ number, bytes, sha256, md5 }).finally(() => {
        running.delete(task);
        release(buffer);
      });
      running.add(task);
    },
    settle: async () => {
      await Promise.all(running);
      if (failure !== undefined) throw failure;
      return { parts, etags };
    },
  };
}

interface Filled {
  readonly buffer: Buffer;
  readonly filled: Buffer;
}

/** The last buffer may be part-filled; an empty stream gives one empty buffer, so that every object has a part. */
async function* filledBuffers(source: AsyncIterable<Uint8Array>, buffers: PartBuffers): AsyncGenerator<Filled> {
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
  to: PartTarget & { readonly backupId: string; readonly retries: number },
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
