import { once } from 'node:events';
import { readTar, type Sink, type TarEntry } from './tar.ts';

/** Bytes of an image's layers, as they are stored and as tar streams. */
export interface LayerSums {
  readonly stored: number;
  readonly unpacked: number;
}

/** The largest `manifest.json` that is read. */
const MANIFEST_LIMIT = 16 * 1024 * 1024;
const MAGIC_BYTES = 4;

/**
 * Sums the layers of an engine's image archive, a tar with `manifest.json`, while it streams by. One store keeps
 * layers as tar, another as gzip or zstd.
 * @throws Error where the archive ends early or has no manifest.
 */
export async function measureArchive(chunks: AsyncIterable<Buffer>): Promise<LayerSums> {
  const files = new Map<string, LayerSums>();
  const manifest: Buffer[] = [];
  await readTar(chunks, (entry) => {
    if (entry.name !== 'manifest.json' || entry.size > MANIFEST_LIMIT) return count(entry, files);
    const take = async (chunk: Buffer): Promise<void> => void manifest.push(chunk);
    return { take, end: async () => undefined };
  });
  return sumLayers(Buffer.concat(manifest).toString('utf8'), files);
}

function sumLayers(manifest: string, files: ReadonlyMap<string, LayerSums>): LayerSums {
  const parsed: unknown = manifest === '' ? undefined : JSON.parse(manifest);
  const layers: unknown = Array.isArray(parsed) ? parsed[0]?.Layers : undefined;
  if (!Array.isArray(layers)) throw new Error('the image archive has no manifest.json with layers');
  const sizes = layers.map((layer) => {
    const found = files.get(String(layer));
    if (found === undefined) throw new Error(`the image archive misses the layer ${layer}`);
    return found;
  });
  const sum = (kind: keyof LayerSums): number => sizes.reduce((total, size) => total + size[kind], 0);
  return { stored: sum('stored'), unpacked: sum('unpacked') };
}

/** Measures one file of the archive; whether it is compressed shows in its first bytes. */
function count({ name, size }: TarEntry, files: Map<string, LayerSums>): Sink {
  let head: Buffer = Buffer.alloc(0);
  let unpacking: Unpacking | undefined;
  return {
    take: async (chunk) => {
      if (unpacking !== undefined || head.length >= MAGIC_BYTES) return unpacking?.take(chunk);
      head = Buffer.concat([head, chunk]);
      if (head.length >= MAGIC_BYTES) unpacking = await unpack(head);
      return unpacking?.take(head);
    },
    end: async () => {
      files.set(name, { stored: size, unpacked: (await unpacking?.total()) ?? size });
    },
  };
}

interface Unpacking {
  readonly take: (chunk: Buffer) => Promise<void>;
  readonly total: () => Promise<number>;
}

async function unpack(head: Buffer): Promise<Unpacking | undefined> {
  const decoder = await decoderFor(head);
  if (decoder === undefined) return undefined;
  let bytes = 0;
  decoder.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const done = once(decoder, 'end');
  // Its failure comes out of total(); until then nobody may be waiting for it.
  done.catch(() => undefined);
  return {
    take: async (chunk) => {
      if (!decoder.write(chunk)) await Promise.race([once(decoder, 'drain'), done]);
    },
    total: async () => {
      decoder.end();
      await done;
      return bytes;
    },
  };
}

async function decoderFor(head: Buffer) {
  const { createGunzip, createZstdDecompress } = await import('node:zlib');
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip();
  return head.readUInt32LE(0) === 0xfd2fb528 ? createZstdDecompress() : undefined;
}
