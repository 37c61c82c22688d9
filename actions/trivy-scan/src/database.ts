import { formatDuration } from '@suite/core';

/** Trivy's own repositories, in its order. */
export const DEFAULT_REPOSITORIES = ['mirror.gcr.io/aquasec/trivy-db:2', 'ghcr.io/aquasecurity/trivy-db:2'];
export const DEFAULT_JAVA_REPOSITORIES = [
  'mirror.gcr.io/aquasec/trivy-java-db:1',
  'ghcr.io/aquasecurity/trivy-java-db:1',
];

/** The public database is hundreds of megabytes; one of a few is a mistake of whoever made it. */
const SMALLEST_PUBLIC_BYTES = 10_000_000;
const SCHEMA = 2;
const BBOLT_MAGIC = 0xed0cdaed;
const META_OFFSET = 16;
const USUAL_PAGE = 4096;

/** A database that is on this machine. Times are milliseconds since the epoch. */
export interface Database {
  readonly updatedMs: number;
  readonly nextUpdateMs: number;
  /** The manifest it came from, where that is known. */
  readonly digest?: string;
  readonly repository?: string;
}

/** What was read from the disk about a database: nothing of it is trusted yet. */
export interface DatabaseFiles {
  readonly metadata: string | undefined;
  readonly source: string | undefined;
  readonly size: number;
  /** The first 8 KiB of trivy.db. */
  readonly start: Uint8Array;
}

/**
 * Judges a database by its metadata and by the two meta pages of its bbolt file: Trivy passes an empty one in
 * silence and crashes on a cut one. Gives the database, or the reason why it cannot be used.
 */
export function judgeDatabase(files: DatabaseFiles, publicOne: boolean): Database | string {
  if (files.metadata === undefined) return 'there is none';
  const metadata = record(files.metadata);
  const updatedMs = Date.parse(String(metadata['UpdatedAt']));
  if (metadata['Version'] !== SCHEMA) return `its schema is ${metadata['Version'] ?? 'unknown'}, expected ${SCHEMA}`;
  if (Number.isNaN(updatedMs)) return 'its metadata has no date';
  const needed = neededBytes(files.start);
  if (needed === undefined) return 'its file is corrupt: no bbolt database begins there';
  if (files.size < needed) return `its file is corrupt: ${files.size} bytes of ${needed}`;
  if (publicOne && files.size < SMALLEST_PUBLIC_BYTES) return `its file has only ${files.size} bytes`;
  const { digest, repository } = record(files.source ?? '{}');
  return {
    updatedMs,
    nextUpdateMs: Date.parse(String(metadata['NextUpdate'])) || 0,
    ...(typeof digest === 'string' ? { digest } : {}),
    ...(typeof repository === 'string' ? { repository } : {}),
  };
}

/** True where nothing needs to be fetched: the same manifest, or nobody said which and it is not due yet. */
export function isCurrent(
  database: Database,
  offered: { readonly repository: string; readonly digest: string | undefined },
  nowMs: number,
): boolean {
  if (offered.digest !== undefined) return database.digest === offered.digest;
  return database.repository === offered.repository && database.nextUpdateMs > nowMs;
}

/** What is wrong with a database's age, or undefined. */
export function ageProblem(database: Database, maxAgeMs: number, nowMs: number): string | undefined {
  const age = nowMs - database.updatedMs;
  if (age <= maxAgeMs) return undefined;
  const written = new Date(database.updatedMs).toISOString();
  return `the database is of ${written}, ${formatDuration(age)} old; max-db-age is ${formatDuration(maxAgeMs)}`;
}

/** Bytes that the newer of the two meta pages promises, or undefined where neither is one. */
function neededBytes(start: Uint8Array): number | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const isMeta = (at: number): boolean => at + 64 <= view.byteLength && view.getUint32(at, true) === BBOLT_MAGIC;
  const pageSize = isMeta(META_OFFSET) ? view.getUint32(META_OFFSET + 8, true) : USUAL_PAGE;
  const promises = [META_OFFSET, pageSize + META_OFFSET].filter(isMeta).map((at) => {
    const pages = Number(view.getBigUint64(at + 40, true));
    return { transaction: view.getBigUint64(at + 48, true), bytes: pages * view.getUint32(at + 8, true) };
  });
  return promises.sort((a, b) => (a.transaction < b.transaction ? 1 : -1))[0]?.bytes;
}

function record(json: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}
