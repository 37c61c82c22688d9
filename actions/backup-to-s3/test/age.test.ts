import { Secret } from '@suite/core';
import { Decrypter, Encrypter, generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../src/age.ts';
import { parseRecipient } from '../src/recipient.ts';
import { collect, IDENTITY, inChunks, RECIPIENT } from './make.ts';

const identities = [new Secret(IDENTITY)];
const CHUNK = 65_536;
const sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 200_000];
const bytesOf = (size: number) => Buffer.alloc(size, 'age!');

describe.each(sizes)('%i bytes', (size) => {
  it("are read by the format's own package, and by us what it wrote", async () => {
    const sealed = await collect(encrypt(inChunks(bytesOf(size), 10_007), [RECIPIENT]));
    const decrypter = new Decrypter();
    decrypter.addIdentity(IDENTITY);
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(bytesOf(size))).toBe(true);

    const encrypter = new Encrypter();
    encrypter.addRecipient(RECIPIENT);
    const theirs = Buffer.from(await encrypter.encrypt(bytesOf(size)));
    expect((await collect(decrypt(inChunks(theirs, 777), identities))).equals(bytesOf(size))).toBe(true);
  });
});

it('opens for each of several recipients, post-quantum ones included', async () => {
  const keys = [IDENTITY, await generateIdentity(), await generateHybridIdentity()];
  const recipients = await Promise.all(keys.map((key) => identityToRecipient(key)));
  for (const recipient of recipients) expect(parseRecipient(recipient)).toBe(recipient);
  const sealed = await collect(encrypt(inChunks(bytesOf(100), 100), recipients));
  for (const key of keys) expect(await collect(decrypt(inChunks(sealed, 50), [new Secret(key)]))).toEqual(bytesOf(100));
  const stranger = [new Secret(await generateIdentity())];
  await expect(collect(decrypt(inChunks(sealed, 50), stranger))).rejects.toMatchObject({ code: 'E_IDENTITY' });
});

it('gives no byte of a chunk that was cut, turned, doubled or left out', async () => {
  const sealed = await collect(encrypt(inChunks(bytesOf(3 * CHUNK), 50_000), [RECIPIENT]));
  const header = sealed.length - 3 * (CHUNK + 16);
  const chunk = (index: number) => sealed.subarray(header + index * (CHUNK + 16), header + (index + 1) * (CHUNK + 16));
  const flipped = Buffer.from(sealed);
  flipped[header + 5] = (flipped[header + 5] ?? 0) ^ 1;
  const damaged = [
    flipped,
    sealed.subarray(0, -1),
    sealed.subarray(0, header + CHUNK + 16),
    sealed.subarray(0, header),
    Buffer.concat([sealed.subarray(0, header), chunk(1), chunk(0), chunk(2)]),
    Buffer.concat([sealed, chunk(2)]),
    Buffer.from('no age file at all'),
  ];
  for (const bytes of damaged)
    await expect(collect(decrypt(inChunks(bytes, 9_999), identities))).rejects.toMatchObject({ code: 'E_CORRUPT' });
});

it('finds every single wrong letter of a public key', () => {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const at = fc.integer({ min: 4, max: RECIPIENT.length - 1 });
  fc.assert(
    fc.property(at, fc.constantFrom(...letters), (index, letter) => {
      fc.pre(RECIPIENT[index] !== letter);
      const typo = `${RECIPIENT.slice(0, index)}${letter}${RECIPIENT.slice(index + 1)}`;
      expect(() => parseRecipient(typo)).toThrow('wrong checksum');
    }),
  );
});
