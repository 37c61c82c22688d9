import { ActionError, formatSize } from '@suite/core';

const MIB = 1024 ** 2;
const MAX_PARTS = 10_000;
/** Ceiling of what an estimate is trusted with: a dump may be larger than the database says. */
const PLANNED_PARTS = 9_000;
/** Of unknown length, 16 MiB reach 156 GiB; where the length is known, smaller parts need less memory. */
const UNKNOWN_PART = 16 * MIB;
const KNOWN_PART = 8 * MIB;
const SMALLEST_PART = 5 * MIB;

export interface PartSizeQuestion {
  /** Bytes that were asked for; absent: choose. */
  readonly asked: number | undefined;
  /** Bytes of the source, uncompressed; absent: unknown. */
  readonly estimate: number | undefined;
  readonly concurrency: number;
  readonly maxMemory: number;
}

/**
 * The size of every part but the last, in bytes: equal parts, since some stores refuse others only at the very end.
 * @throws ActionError E_TOO_LARGE where 10,000 parts that memory allows cannot hold the estimate.
 */
export function choosePartSize({ asked, estimate, concurrency, maxMemory }: PartSizeQuestion): number {
  const allowed = Math.floor(maxMemory / (concurrency + 1) / MIB) * MIB;
  const needed = Math.ceil((estimate ?? 0) / PLANNED_PARTS / MIB) * MIB;
  const usual = estimate === undefined ? UNKNOWN_PART : KNOWN_PART;
  const chosen = asked ?? Math.max(SMALLEST_PART, Math.min(Math.max(usual, needed), allowed));
  if (estimate !== undefined && chosen * MAX_PARTS < estimate) {
    const memory = Math.ceil((needed * (concurrency + 1)) / MIB);
    const message = `${formatSize(estimate)} do not fit into ${MAX_PARTS} parts of ${formatSize(chosen)}`;
    const hint = `write part-size: ${needed / MIB}MiB and max-memory: ${memory}MiB, or a lower concurrency`;
    throw new ActionError(message, { code: 'E_TOO_LARGE', hint });
  }
  return chosen;
}
