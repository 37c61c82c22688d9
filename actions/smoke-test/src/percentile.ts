/** The nearest-rank percentile: the smallest sample that at least `percent` of all do not exceed. */
export function percentile(samples: readonly number[], percent: number): number | undefined {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[rank(percent, sorted.length) - 1];
}

/** Whether a percentile of so few samples is simply the slowest of them, and must be called so. */
export function isMaximum(percent: number, count: number): boolean {
  return rank(percent, count) === count;
}

/** From 1 on. Rounded first, as 7% of 100 is 7.000000000000001 to a computer. */
function rank(percent: number, count: number): number {
  return Math.max(1, Math.ceil(Number(((percent * count) / 100).toFixed(6))));
}

/** Whole milliseconds of the usual percentiles; undefined without samples. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The percentiles of samples in milliseconds. */
export function latencyOf(samples: readonly number[]): Latency | undefined {
  if (samples.length === 0) return undefined;
  const at = (percent: number): number => Math.round(percentile(samples, percent) ?? 0);
  return { count: samples.length, p50: at(50), p95: at(95), p99: at(99), max: at(100) };
}

/** Samples as a row of bars between the fastest and the slowest; one bar where there is one sample. */
export function sparkline(samples: readonly number[]): string {
  const bars = '▁▂▃▄▅▆▇';
  const [low, high] = [Math.min(...samples), Math.max(...samples)];
  const bar = (ms: number): string => bars[Math.round(((ms - low) / (high - low || 1)) * (bars.length - 1))] ?? '';
  return samples.slice(-40).map(bar).join('');
}
