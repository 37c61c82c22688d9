import { promisify } from 'node:util';
import { gzip, gzipSync, zstdCompress, zstdCompressSync } from 'node:zlib';
import { type ArchiveFile, packTar } from '@suite/ssh';
import { sha256 } from './manifest.ts';

/** Packed files, and their SHA-256. */
export interface Archive {
  readonly content: Uint8Array;
  readonly hash: string;
}

/** What was packed in this run: hundreds of megabytes must not be packed again for every host. */
const made = new Map<string, Archive>();

/** Packs files, but for those that were packed before. */
export function packOnce(files: readonly ArchiveFile[], zstd: boolean): Archive {
  const key = keyOf(files, zstd);
  return made.get(key) ?? keep(key, zstd ? zstdCompressSync(packTar(files)) : gzipSync(packTar(files)));
}

/** Packs files for those who ask later. Meanwhile everything else goes on: the agents must hear of this runner. */
export async function packAhead(files: readonly ArchiveFile[], zstd: boolean): Promise<void> {
  const key = keyOf(files, zstd);
  if (made.has(key)) return;
  const tar = packTar(files);
  keep(key, await (zstd ? promisify(zstdCompress)(tar) : promisify(gzip)(tar)));
}

function keep(key: string, content: Uint8Array): Archive {
  const archive = { content, hash: sha256(content) };
  made.set(key, archive);
  return archive;
}

function keyOf(files: readonly ArchiveFile[], zstd: boolean): string {
  return JSON.stringify([zstd, files.map(({ path, content, mode }) => [path, mode, sha256(content)])]);
}
