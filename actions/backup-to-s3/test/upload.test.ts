import { HttpError } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseParts, readBack, readParts } from '../src/read-back.ts';
import { completeUpload, uploadParts } from '../src/upload.ts';
import { collect, inChunks, type MemoryStore, memoryStore } from './make.ts';

const KEY = 'k';
const send = async (store: MemoryStore, bytes: Buffer, options = { partSize: 10, concurrency: 2, chunk: 7 }) => {
  const upload = await store.createUpload(KEY, 'id');
  const uploaded = await uploadParts(inChunks(bytes, options.chunk), { store, upload }, options);
  return { upload, uploaded };
};

describe('an upload', () => {
  it('has equal parts but the last, and comes back whole', async () => {
    const size = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        size,
        size,
        fc.integer({ min: 1, max: 4 }),
        async (array, partSize, chunk, concurrency) => {
          const bytes = Buffer.from(array);
          const store = memoryStore();
          const { upload, uploaded } = await send(store, bytes, { partSize, concurrency, chunk });
          await completeUpload({ store, upload, backupId: 'id', retries: 0 }, uploaded);
          expect(uploaded.parts.slice(0, -1).every((part) => part.bytes === partSize)).toBe(true);
          expect(uploaded.parts.length).toBe(Math.max(1, Math.ceil(bytes.length / partSize)));
          const data = { ...uploaded, key: KEY };
          expect(await collect(readParts(store, data))).toEqual(bytes);
          expect(
            (
              await readBack(
                store,
                data,
                chooseParts('full', data, () => 0),
              )
            ).level,
          ).toBe('full');
        },
      ),
    );
  });

  it('never has more parts in flight than it may, nor stops for a slow one', async () => {
    let flying = 0;
    let most = 0;
    const store: MemoryStore = memoryStore({
      uploadPart: async (_, { number }) => {
        most = Math.max(most, ++flying);
        for (let turn = 0; turn < number % 5; turn++) await new Promise((resolve) => setImmediate(resolve));
        flying -= 1;
        return `e${number}`;
      },
    });
    const { uploaded } = await send(store, Buffer.alloc(200), { partSize: 10, concurrency: 3, chunk: 64 });
    expect(most).toBe(3);
    expect(uploaded.etags).toEqual(Array.from({ length: 20 }, (_, index) => `e${index + 1}`));
  });

  it('throws what a part failed with, after the others have ended', async () => {
    let ended = 0;
    const store = memoryStore({
      uploadPart: async (_, { number }) => {
        await new Promise((resolve) => setImmediate(resolve));
        ended += 1;
        if (number === 2) throw new Error('part 2 broke');
        return '';
      },
    });
    await expect(send(store, Buffer.alloc(100))).rejects.toThrow('part 2 broke');
    expect(ended).toBeLessThan(6);
  });

  it('throws what its source failed with, and completes nothing', async () => {
    const store = memoryStore();
    const upload = await store.createUpload(KEY, 'id');
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(25);
      throw new Error('the dump died');
    }
    await expect(uploadParts(failing(), { store, upload }, { partSize: 10, concurrency: 2 })).rejects.toThrow(
      'the dump died',
    );
    expect(store.calls.filter((call) => call.startsWith('complete'))).toEqual([]);
  });
});

describe('a completion', () => {
  const lost = new HttpError('reset', { retryable: true });
  const attempt = async (faults: Parameters<typeof memoryStore>[0], retries = 1) => {
    const store = memoryStore(faults);
    const { upload, uploaded } = await send(store, Buffer.from('0123456789abc'));
    await completeUpload({ store, upload, backupId: 'id', retries }, uploaded);
    return store;
  };

  it('whose answer is lost is settled by the object: our size and our id', async () => {
    const asked: string[] = [];
    const completeUpload = async () => {
      asked.push('complete');
      throw lost;
    };
    await attempt({ completeUpload, head: async () => ({ size: 13, backupId: 'id' }) });
    expect(asked.length).toBe(1);
    await expect(attempt({ completeUpload, head: async () => ({ size: 13, backupId: 'other' }) })).rejects.toBe(lost);
    await expect(attempt({ completeUpload, head: async () => ({ size: 12, backupId: 'id' }) })).rejects.toBe(lost);
    expect(asked.length).toBe(5);
  });

  it('without an ETag counts only where the object is there', async () => {
    await attempt({ completeUpload: async () => false, head: async () => ({ size: 13, backupId: 'id' }) });
    const gone = attempt({ completeUpload: async () => false, head: async () => undefined });
    await expect(gone).rejects.toThrow('it is not there');
  });

  it('that is refused is not tried again', async () => {
    let asked = 0;
    const refusal = new HttpError('AccessDenied', { code: 'E_STORE_ACCESS', status: 403 });
    const completeUpload = async () => {
      asked += 1;
      throw refusal;
    };
    await expect(attempt({ completeUpload }, 5)).rejects.toBe(refusal);
    expect(asked).toBe(1);
  });
});

describe('reading back', () => {
  const part = { bytes: 10, sha256: '' };
  const data = (count: number, bytes = 10) => ({
    key: KEY,
    bytes,
    sha256: '',
    parts: Array.from({ length: count }, () => part),
  });

  it.each([
    ['head', 100, 0, 0],
    ['full', 100, 0, 100],
    ['auto', 100, 0, 100],
    ['auto', 100, 3 * 1024 ** 3, 5],
    [{ percent: 10 }, 100, 0, 10],
    [{ percent: 1 }, 3, 0, 2],
    [{ percent: 100 }, 3, 0, 3],
  ] as const)('by %j of %i parts, %i bytes reads %i', (verify, count, bytes, expected) => {
    const chosen = chooseParts(verify, data(count, bytes), () => 0.5);
    expect(chosen.length).toBe(expected);
    if (expected > 0) expect([chosen[0], chosen.at(-1)]).toEqual([0, count - 1]);
  });

  it('names the part that differs, and an object that is gone or cut', async () => {
    const store = memoryStore();
    const { upload, uploaded } = await send(store, Buffer.from('0123456789abcdefghijXYZ'));
    await completeUpload({ store, upload, backupId: 'id', retries: 0 }, uploaded);
    const stored = { ...uploaded, key: KEY };
    store.objects.get(KEY)?.write('!', 15);
    await expect(readBack(store, stored, [0, 1, 2])).rejects.toThrow('part 2 of 3 of k (bytes 10 to 19, 10 B) differs');
    expect((await readBack(store, stored, [0, 2])).level).toBe('sample');
    store.objects.set(KEY, Buffer.from('short'));
    await expect(readBack(store, stored, [])).rejects.toThrow('should have 23 bytes, the store has 5 bytes');
    store.objects.clear();
    await expect(readBack(store, stored, [])).rejects.toThrow('the store has nothing');
  });
});
