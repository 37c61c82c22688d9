import { ActionError } from '@suite/core';
import type { Compression } from './compression.ts';
import type { RunFacts } from './inputs.ts';
import type { SourceKind } from './inputs-source.ts';

/** A table of the dump and the rows that its snapshot held. `table` is schema and name, unquoted. */
export interface TableCount {
  readonly table: string;
  readonly rows: number;
}

export interface PartFacts {
  readonly bytes: number;
  /** Hex, of the stored bytes. */
  readonly sha256: string;
}

export interface ByteFacts {
  readonly bytes: number;
  readonly sha256: string;
}

export type VerifyLevel = 'head' | 'sample' | 'full';

/** What a backup is: written last, in the clear, without a secret. Its form is fixed by `schema`. */
export interface Manifest {
  readonly schema: 1;
  readonly id: string;
  readonly name: string;
  readonly class: string;
  /** ISO 8601, UTC: the moment whose state the backup holds. */
  readonly startedAt: string;
  readonly source: {
    readonly kind: SourceKind;
    /** What was read: host, port and database, a path, or a command's words. */
    readonly label: string;
    readonly serverVersion: string | null;
    readonly clientVersion: string | null;
    /** The exported snapshot that dump and inventory share; null where there is none. */
    readonly snapshot: string | null;
  };
  readonly pipeline: {
    readonly compression: string;
    readonly encryption: 'age' | 'none';
    readonly recipients: readonly string[];
  };
  readonly raw: ByteFacts;
  readonly stored: ByteFacts & {
    readonly key: string;
    readonly partSize: number;
    readonly parts: readonly PartFacts[];
  };
  /** Null for what has no tables. */
  readonly inventory: readonly TableCount[] | null;
  readonly verification: { readonly level: VerifyLevel; readonly bytesRead: number; readonly at: string };
  readonly retention: { readonly holdUntil: string | null };
  readonly run: RunFacts;
  /** Plain commands that restore it without this action. */
  readonly recipe: readonly string[];
}

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @throws ActionError E_MANIFEST where the text is not a manifest of this id that we understand. */
export function parseManifest(text: string, id: string): Manifest {
  const found = parseJson(text);
  const problem = problemOf(found, id);
  if (problem === undefined) return found as Manifest;
  const hint = 'restore by hand from an intact copy, or name another backup';
  throw new ActionError(`the manifest of ${id} ${problem}`, { code: 'E_MANIFEST', hint });
}

function parseJson(text: string): Partial<Manifest> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(found: Partial<Manifest> | undefined, id: string): string | undefined {
  if (found === undefined || found === null || typeof found !== 'object') return 'is no JSON';
  if (found.schema !== 1) return `has the schema ${found.schema}, which this version does not read`;
  if (found.id !== id) return `names another backup, ${found.id}`;
  const { stored, raw, pipeline } = found;
  if (Number.isNaN(Date.parse(found.startedAt ?? ''))) return 'does not say when it began';
  if (!stored || !raw || !pipeline || !found.retention || !found.source || !Array.isArray(stored.parts))
    return 'is incomplete';
  const total = stored.parts.reduce((sum, part) => sum + part.bytes, 0);
  return total === stored.bytes ? undefined : `adds up to ${total} bytes instead of ${stored.bytes}`;
}

/** Milliseconds since the epoch. */
export function startedOf(manifest: Manifest): number {
  return Date.parse(manifest.startedAt);
}

export function compressionKind(manifest: Manifest): Compression['kind'] {
  const kind = manifest.pipeline.compression.split(':')[0];
  return kind === 'zstd' || kind === 'gzip' ? kind : 'none';
}

export function rowsOf(inventory: readonly TableCount[]): number {
  return inventory.reduce((sum, { rows }) => sum + rows, 0);
}

/** Tables whose rows differ between what was dumped and what is there now, each as a line. */
export function differences(expected: readonly TableCount[], found: readonly TableCount[]): readonly string[] {
  const there = new Map(found.map(({ table, rows }) => [table, rows]));
  const wanted = new Set(expected.map(({ table }) => table));
  const missing = expected.flatMap(({ table, rows }) => {
    const now = there.get(table);
    if (now === rows) return [];
    return [now === undefined ? `${table} is missing` : `${table} has ${now} rows instead of ${rows}`];
  });
  return [...missing, ...found.filter(({ table }) => !wanted.has(table)).map(({ table }) => `${table} is too many`)];
}
