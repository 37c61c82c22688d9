import type { Secret } from '@suite/core';
import { cacheAnswers, restoreFromCache, saveToCache } from './cache.ts';
import { type Download, download } from './download.ts';
import { hashFile, readStart } from './file-parts.ts';
import { manifestDigest } from './manifest.ts';

/** Credentials for one registry. */
export interface Login {
  readonly host: string;
  readonly username: string;
  readonly password: Secret;
}

/** How a manifest is asked for. The login counts at its own host only. */
export interface ManifestAsk {
  readonly login: Login | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What only this action touches outside: archives, registries, the runner's cache, big files. */
export interface Outside {
  /** Fetches an address into a file and tells its status and SHA-256. @throws HttpError where nobody answers. */
  readonly download: (
    url: string,
    file: string,
    options: { signal: AbortSignal; timeoutMs: number },
  ) => Promise<Download>;
  /** SHA-256 of a file, in hexadecimal digits. */
  readonly hashFile: (path: string) => Promise<string>;
  /** The first bytes of a file and its size. */
  readonly readStart: (path: string, bytes: number) => Promise<{ readonly start: Uint8Array; readonly size: number }>;
  /** Digest of a manifest, or undefined where the registry does not tell. Never throws. */
  readonly manifestDigest: (repository: string, ask: ManifestAsk) => Promise<string | undefined>;
  /** True where the cache service answers at all: its client tries for half a minute before it gives up. */
  readonly cacheAnswers: (address: string, timeoutMs: number) => Promise<boolean>;
  /** True where the cache had the key. @throws what the cache says. */
  readonly restoreFromCache: (folder: string, key: string) => Promise<boolean>;
  /** @throws what the cache says. */
  readonly saveToCache: (folder: string, key: string) => Promise<void>;
}

export function realOutside(): Outside {
  return { download, hashFile, readStart, manifestDigest, cacheAnswers, restoreFromCache, saveToCache };
}
