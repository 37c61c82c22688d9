import { createHash } from 'node:crypto';
import { ActionError, formatSize } from '@suite/core';
import type { Verify } from './inputs-policy.ts';
import type { ByteFacts, PartFacts, VerifyLevel } from './manifest.ts';
import type { Range, Store } from './store.ts';

/** An object as it should lie in the store. */
export interface StoredData extends ByteFacts {
  readonly key: string;
  readonly parts: readonly PartFacts[];
}

export interface Verified {
  readonly level: VerifyLevel;
  readonly bytesRead: number;
}

const FULL_BELOW = 2 * 1024 ** 3;
const DEFAULT_PERCENT = 5;

/** Which parts are read back. A sample always has the first and the last; `random` in [0, 1) chooses the others. */
export function chooseParts(verify: Verify, data: StoredData, random: () => number): readonly number[] {
  const all = data.parts.map((_, index) => index);
  if (verify === 'head') return [];
  if (verify === 'full' || (verify === 'auto' && data.bytes <= FULL_BELOW)) return all;
  const percent = typeof verify === 'object' ? verify.percent : DEFAULT_PERCENT;
  const wanted = Math.max(Math.ceil((all.length * percent) / 100), Math.min(2, all.length));
  const chosen = new Set([0, all.length - 1]);
  while (chosen.size < wanted) {
    let index = Math.floor(random() * all.length);
    while (chosen.has(index)) index = (index + 1) % all.length;
    chosen.add(index);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Compares what the store holds with what was sent. @throws ActionError E_BACKUP_VERIFY naming what differs. */
export async function readBack(store: Store, data: StoredData, parts: readonly number[]): Promise<Verified> {
  const facts = await store.head(data.key);
  if (facts?.size !== data.bytes) {
    const found = facts ? `${facts.size} bytes` : 'nothing';
    throw differs(`${data.key} should have ${data.bytes} bytes, the store has ${found}`);
  }
  let bytesRead = 0;
  for (const index of parts) bytesRead += await comparePart(store, data, index);
  const level = parts.length === data.parts.length ? 'full' : parts.length === 0 ? 'head' : 'sample';
  return { level, bytesRead };
}

/** Gives the bytes that were read. */
async function comparePart(store: Store, data: StoredData, index: number): Promise<number> {
  const { part, range } = locate(data, index);
  if (part.bytes === 0) return 0;
  const found = await store.digest(data.key, range);
  if (found.bytes !== part.bytes || found.sha256 !== part.sha256) throw partDiffers(data, index);
  return found.bytes;
}

async function readPart(store: Store, data: StoredData, index: number): Promise<Buffer> {
  const { part, range } = locate(data, index);
  if (part.bytes === 0) return Buffer.alloc(0);
  const bytes = await store.get(data.key, range);
  if (bytes.length === part.bytes && createHash('sha256').update(bytes).digest('hex') === part.sha256) return bytes;
  throw partDiffers(data, index);
}

function locate({ key, parts }: StoredData, index: number): { readonly part: PartFacts; readonly range: Range } {
  const part = parts[index];
  if (part === undefined) throw new RangeError(`${key} has no part ${index + 1}`);
  const from = parts.slice(0, index).reduce((sum, { bytes }) => sum + bytes, 0);
  return { part, range: { from, bytes: part.bytes } };
}

function partDiffers(data: StoredData, index: number): ActionError {
  const { from, bytes } = locate(data, index).range;
  const where = `bytes ${from} to ${from + bytes - 1}, ${formatSize(bytes)}`;
  return differs(`part ${index + 1} of ${data.parts.length} of ${data.key} (${where}) differs from what was stored`);
}

/**
 * The whole object, part by part, each checked before its first byte is passed on; the next one is fetched ahead.
 * @throws ActionError E_BACKUP_VERIFY naming the part that differs.
 */
export async function* readParts(store: Store, data: StoredData): AsyncGenerator<Buffer> {
  let next: Promise<Buffer> | undefined;
  for (let index = 0; index < data.parts.length; index++) {
    const bytes = await (next ?? readPart(store, data, index));
    next = index + 1 < data.parts.length ? readPart(store, data, index + 1) : undefined;
    // Whoever stops reading early must not leave a rejection behind that nobody hears.
    next?.catch(() => undefined);
    yield bytes;
  }
}

function differs(message: string): ActionError {
  const hint = 'the store changed or lost bytes: look at it before you trust it with another backup';
  return new ActionError(message, { code: 'E_BACKUP_VERIFY', hint });
}
