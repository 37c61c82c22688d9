import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ActionError, type Secret } from '@suite/core';

/**
 * The age format, https://age-encryption.org/v1: headers, keys and recipients by its author's package, the payload
 * (STREAM of ChaCha20-Poly1305 over 64 KiB chunks) by node:crypto, six times as fast as that package's JavaScript.
 */
const CHUNK = 64 * 1024;
const TAG = 16;
const CIPHER = 'chacha20-poly1305';
const MAC_LINE = /\n--- [A-Za-z0-9+/]{43}\n/;
/** Ten post-quantum recipients take 25 KiB; what has no header by then is no age file. */
const MAX_HEADER = 256 * 1024;

type Bytes = AsyncIterable<Uint8Array>;

/** Encrypts a stream to recipients that `parseRecipient` accepted. */
export async function* encrypt(source: Bytes, recipients: readonly string[]): AsyncGenerator<Buffer> {
  const { header, fileKey } = await makeHeader(recipients);
  const nonce = randomBytes(16);
  yield Buffer.concat([header, nonce]);
  const key = payloadKey(fileKey, nonce);
  for await (const { chunk, index, last } of chunks(source, CHUNK)) {
    const cipher = createCipheriv(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** @throws ActionError E_IDENTITY where no identity fits, E_CORRUPT where a chunk was changed, lost or moved. */
export async function* decrypt(source: Bytes, identities: readonly Secret[]): AsyncGenerator<Buffer> {
  const { header, rest } = await readHeader(source);
  const fileKey = await openHeader(header, identities);
  let key: Buffer | undefined;
  for await (const { chunk, index, last } of chunks(
    payload(rest, (nonce) => (key = payloadKey(fileKey, nonce))),
    CHUNK + TAG,
  )) {
    if (key === undefined || chunk.length < TAG) throw corrupt('ends early');
    const decipher = createDecipheriv(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
    const plain = decipher.update(chunk.subarray(0, chunk.length - TAG));
    try {
      decipher.final();
    } catch {
      throw corrupt(`is damaged or cut in chunk ${index + 1}`);
    }
    yield plain;
  }
}

/** The header is that of an empty file; a recipient of ours among the others learns its file key. */
async function makeHeader(recipients: readonly string[]): Promise<{ header: Buffer; fileKey: Uint8Array }> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  let fileKey: Uint8Array | undefined;
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const empty = Buffer.from(await encrypter.encrypt(new Uint8Array()));
  const end = headerEnd(empty);
  if (fileKey === undefined || end === undefined) throw new Error('age-encryption made no header');
  return { header: empty.subarray(0, end), fileKey };
}

async function openHeader(header: Buffer, identities: readonly Secret[]): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity.reveal());
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    const message = 'age-identity opens none of the recipients that this backup was encrypted to';
    const hint = 'pass the identity that belongs to one of the recipients in the manifest';
    throw new ActionError(message, { code: 'E_IDENTITY', hint, cause });
  }
}

async function readHeader(source: Bytes): Promise<{ header: Buffer; rest: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  let seen = Buffer.alloc(0);
  while (headerEnd(seen) === undefined) {
    const { value, done } = await iterator.next();
    if (done || seen.length > MAX_HEADER) throw corrupt('has no age header');
    seen = Buffer.concat([seen, value]);
  }
  const end = headerEnd(seen) ?? 0;
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield seen.subarray(end);
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { header: seen.subarray(0, end), rest: rest() };
}

function headerEnd(bytes: Buffer): number | undefined {
  const match = MAC_LINE.exec(bytes.subarray(0, MAX_HEADER).toString('latin1'));
  return match ? match.index + match[0].length : undefined;
}

/** What stands behind the 16 bytes of the nonce. */
async function* payload(source: Bytes, onNonce: (nonce: Buffer) => void): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of source) {
    if (head === undefined) {
      yield bytes;
      continue;
    }
    head = Buffer.concat([head, bytes]);
    if (head.length < 16) continue;
    onNonce(head.subarray(0, 16));
    yield head.subarray(16);
    head = undefined;
  }
}

interface Chunk {
  readonly chunk: Buffer;
  readonly index: number;
  readonly last: boolean;
}

/** Cuts a stream into chunks of one size. The last is shorter or full, and empty only where the whole stream is. */
async function* chunks(source: Bytes, size: number): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let length = 0;
  let index = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      if (length === size) {
        yield { chunk: Buffer.concat(waiting), index: index++, last: false };
        [waiting, length] = [[], 0];
      }
      const taken = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(size - length, bytes.length - at));
      waiting.push(taken);
      length += taken.length;
      at += taken.length;
    }
  }
  yield { chunk: Buffer.concat(waiting), index, last: true };
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** Eleven bytes of counter, big-endian, and one that marks the last chunk. */
function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function corrupt(how: string): ActionError {
  return new ActionError(`the encrypted data ${how}`, { code: 'E_CORRUPT', hint: 'restore another backup' });
}
