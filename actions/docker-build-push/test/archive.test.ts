import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureArchive } from '../src/archive.ts';

const BLOCK = 512;

interface File {
  readonly name: string;
  readonly content: Buffer;
}

/** A tar as Go's writer makes it; `pax` puts the name into a header of its own. */
function tar(files: readonly File[], pax = false): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const record = ` path=${name}\n`;
    const length = String(record.length + String(record.length + 2).length);
    const ahead = Buffer.from(`${length}${record}`);
    return [
      ...(pax ? [header('PaxHeaders', ahead.length, 'x'), padded(ahead)] : []),
      header(pax ? 'short' : name, content.length, '0'),
      padded(content),
    ];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name.slice(-100), 0);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write(type, 156);
  block.write('ustar\0', 257);
  return block;
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function image(layers: readonly Buffer[], pax = false): Buffer {
  const files = layers.map((content, index) => ({ name: `blobs/sha256/${String(index).padStart(64, '0')}`, content }));
  const manifest = [{ Config: 'blobs/sha256/c', Layers: files.map(({ name }) => name) }];
  const other = { name: 'blobs/sha256/c', content: Buffer.from('{"not":"counted"}') };
  return tar([...files, other, { name: 'manifest.json', content: Buffer.from(JSON.stringify(manifest)) }], pax);
}

describe('measureArchive', () => {
  it.each([
    ['as tar', (layer: Buffer) => layer],
    ['with gzip', (layer: Buffer) => gzipSync(layer)],
    ['with zstd', (layer: Buffer) => zstdCompressSync(layer)],
    [
      'in two gzip members',
      (layer: Buffer) => Buffer.concat([gzipSync(layer.subarray(0, 9)), gzipSync(layer.subarray(9))]),
    ],
  ])('sums layers that are stored %s', async (_how, store) => {
    const layers = [Buffer.alloc(70_000, 'x'), Buffer.alloc(1024), Buffer.from('y'.repeat(3000))];
    const stored = layers.map(store);
    expect(await measureArchive(inChunks(image(stored), 65_536))).toEqual({
      stored: stored.reduce((sum, { length }) => sum + length, 0),
      unpacked: 74_024,
    });
  });

  it('gives the same in chunks of any length, with names in pax headers too', async () => {
    const layer = fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => Buffer.from(bytes).fill('z', 0, 1));
    await fc.assert(
      fc.asyncProperty(
        fc.array(layer, { maxLength: 4 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.boolean(),
        async (layers, size, pax) => {
          const stored = layers.map((one, index) => (index % 2 ? gzipSync(one) : one));
          const sums = await measureArchive(inChunks(image(stored, pax), size));
          expect(sums.unpacked).toBe(layers.reduce((sum, { length }) => sum + length, 0));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('fails on an archive that is cut', async () => {
    const whole = image([Buffer.alloc(5000, 'x')]);
    await expect(measureArchive(inChunks(whole.subarray(0, 3000), 700))).rejects.toThrow('ends in the middle');
    await expect(measureArchive(inChunks(Buffer.alloc(0), 1))).rejects.toThrow('no manifest.json');
  });

  it('fails on a layer that is missing or broken', async () => {
    const manifest = Buffer.from('[{"Layers":["blobs/sha256/gone"]}]');
    await expect(measureArchive(inChunks(tar([{ name: 'manifest.json', content: manifest }]), 512))).rejects.toThrow(
      'misses the layer blobs/sha256/gone',
    );
    const broken = gzipSync(Buffer.alloc(5000, 'x')).subarray(0, 20);
    await expect(measureArchive(inChunks(image([broken]), 512))).rejects.toThrow('unexpected end of file');
  });
});
