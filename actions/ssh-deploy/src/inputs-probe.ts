import type { InputReader } from '@suite/core';

/** The public address, which is asked while a deploy goes on. */
export interface ProbeInputs {
  readonly url: URL;
  readonly intervalMs: number;
  /** How many requests may fail before the deploy is given up; absent: they are only counted. */
  readonly maxFailed: number | undefined;
}

/** Below this a probe is load. */
const SHORTEST_MS = 50;

/** Reads the inputs about the probe; undefined where there is none. */
export function readProbeInputs(read: InputReader): ProbeInputs | undefined {
  const url = read.url('probe-url');
  const intervalMs = read.duration('probe-interval', { fallback: '200ms' }) ?? SHORTEST_MS;
  const maxFailed = read.integer('max-failed-requests', { min: 0, max: 1_000_000 });
  if (intervalMs < SHORTEST_MS)
    read.problem('probe-interval', `is below ${SHORTEST_MS}ms, which is load and no probe`, '200ms');
  if (url) return { url, intervalMs, maxFailed };
  if (maxFailed !== undefined) read.problem('max-failed-requests', 'needs probe-url, whose requests it counts');
  return undefined;
}
