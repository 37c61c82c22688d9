import { type InputReader, parseSize, splitWords } from '@suite/core';

/** A lower bound in bytes, in percent, or both: then both hold. */
export interface Limits {
  readonly bytes: number;
  readonly percent: number;
}

/** What must be left on each host when the release is there. */
export interface RoomInputs {
  readonly minFreeDisk: Limits;
  readonly minFreeMemory: Limits;
  /** Percent. */
  readonly minFreeInodes: number;
  /** Percent. */
  readonly maxDiskUsed: number;
}

const NONE: Limits = { bytes: 0, percent: 0 };

/** Reads the limits of disk, inodes and memory. */
export function readRoom(read: InputReader): RoomInputs {
  return {
    minFreeDisk: read.parsed('min-free-disk', { fallback: '2GiB,10%' }, parseLimits) ?? NONE,
    maxDiskUsed: read.parsed('max-disk-used', { fallback: '90%' }, parsePercent) ?? 100,
    minFreeInodes: read.parsed('min-free-inodes', { fallback: '5%' }, parsePercent) ?? 0,
    minFreeMemory: read.parsed('min-free-memory', { fallback: '10%' }, parseLimits) ?? NONE,
  };
}

/** @throws RangeError for what is neither a size nor a percentage. */
export function parseLimits(text: string): Limits {
  const words = splitWords(text);
  const percent = words.filter((word) => word.endsWith('%')).map(parsePercent);
  const sizes = words.filter((word) => !word.endsWith('%')).map(parseSize);
  return { bytes: Math.max(0, ...sizes), percent: Math.max(0, ...percent) };
}

function parsePercent(text: string): number {
  const value = Number(/^(\d+(?:\.\d+)?)%$/.exec(text)?.[1] ?? Number.NaN);
  if (value >= 0 && value <= 100) return value;
  throw new RangeError('has a percentage that is none; write for example 10%');
}
