import { isGood, type Moment } from './moment.ts';

/** What the samples from the first pass on say in numbers; undefined where there are none. */
export interface Figures {
  /** Percent of the time in which the last sample was good. */
  readonly uptimePercent: number | undefined;
  /** Percent of the samples that were neither pass nor warn. */
  readonly errorRate: number | undefined;
  readonly p50Ms: number | undefined;
  readonly p95Ms: number | undefined;
}

/** Figures of a timeline; `endMs` is when it ended. */
export function figuresOf(moments: readonly Moment[], endMs: number): Figures {
  const first = moments.findIndex(isGood);
  const judged = first < 0 ? [] : moments.slice(first);
  const latencies = moments.filter(isGood).map(({ latencyMs }) => latencyMs);
  const bad = judged.filter((moment) => !isGood(moment)).length;
  return {
    uptimePercent: uptime(judged, endMs),
    errorRate: judged.length === 0 ? undefined : (100 * bad) / judged.length,
    p50Ms: percentile(latencies, 50),
    p95Ms: percentile(latencies, 95),
  };
}

/** Nearest rank: the smallest value that at least `percent` of all do not exceed. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

/** Whether a percentile of so many values is none other than the greatest of them. */
export function isMaximum(count: number, percent: number): boolean {
  return count > 0 && Math.ceil((percent / 100) * count) === count;
}

function uptime(moments: readonly Moment[], endMs: number): number | undefined {
  const [first] = moments;
  if (first === undefined) return undefined;
  const whole = endMs - first.atMs;
  if (whole <= 0) return isGood(first) ? 100 : 0;
  const good = moments
    .map((moment, index) => (isGood(moment) ? (moments[index + 1]?.atMs ?? endMs) - moment.atMs : 0))
    .reduce((sum, ms) => sum + ms, 0);
  return (100 * good) / whole;
}
