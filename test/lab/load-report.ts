export const lostKinds = ['refused', 'reset', 'timeout', '5xx', 'truncated', 'unexpected'] as const;
export type LostKind = (typeof lostKinds)[number];
export type Ending = 'stopped' | 'time' | 'count';

/** One request and what became of it; times in milliseconds since the load began. */
export interface Sample {
  readonly call: string;
  readonly startedMs: number;
  readonly endedMs: number;
  /** Asked to be slow, so no measure of how fast the application is. */
  readonly slow: boolean;
  /** Sent on a connection that had served a request before. */
  readonly reused: boolean;
  readonly version?: string | undefined;
  readonly createdId?: number | undefined;
  readonly lost?: { readonly kind: LostKind; readonly detail: string } | undefined;
}

export interface VersionSeen {
  requests: number;
  firstMs: number;
  lastMs: number;
}

export interface Second {
  second: number;
  answered: number;
  lost: number;
}

export interface LoadReport {
  /** ISO time of millisecond 0. */
  readonly startedAt: string;
  readonly seconds: number;
  /** Why it ended; absent while it runs. A proof of no loss needs `stopped`: the others ended before they were asked. */
  readonly ended?: Ending | undefined;
  readonly requests: number;
  readonly answered: number;
  readonly lost: number;
  readonly lostByKind: Readonly<Record<LostKind, number>>;
  readonly lostOnReused: number;
  /** The first 50. */
  readonly lostSamples: readonly Sample[];
  /** Nearest rank, of answers that were not asked to be slow; 0 without any. */
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  readonly versions: Readonly<Record<string, VersionSeen>>;
  readonly timeline: readonly Second[];
  /** The longest time in which nobody got a good answer. */
  readonly longestGap: { readonly ms: number; readonly fromMs: number };
  /** Rows the server said it had stored; each must be found in the database. */
  readonly createdIds: readonly number[];
}

export interface Tally {
  add(sample: Sample): void;
  /** No more is sent. Answers to come still count, but their silence is no longer a gap. */
  end(why: Ending, atMs: number): void;
  report(nowMs: number): LoadReport;
}

export function createTally(startedAt: Date): Tally {
  const kinds = Object.fromEntries(lostKinds.map((kind) => [kind, 0])) as Record<LostKind, number>;
  const lostSamples: Sample[] = [];
  const latencies: number[] = [];
  const createdIds: number[] = [];
  const versions = new Map<string, VersionSeen>();
  const seconds = new Map<number, Second>();
  let [answered, lost, lostOnReused, lastGoodMs] = [0, 0, 0, 0];
  let gap = { ms: 0, fromMs: 0 };

  let ended: { why: Ending; atMs: number } | undefined;

  function gapUntil(atMs: number): typeof gap {
    const ms = Math.round(Math.min(atMs, ended?.atMs ?? atMs) - lastGoodMs);
    return ms > gap.ms ? { ms, fromMs: Math.round(lastGoodMs) } : gap;
  }

  function addLost(sample: Sample, kind: LostKind): void {
    lost += 1;
    kinds[kind] += 1;
    if (sample.reused) lostOnReused += 1;
    if (lostSamples.length < 50) lostSamples.push(sample);
  }

  function addAnswered(sample: Sample): void {
    answered += 1;
    gap = gapUntil(sample.endedMs);
    lastGoodMs = sample.endedMs;
    if (!sample.slow) latencies.push(sample.endedMs - sample.startedMs);
    if (sample.createdId !== undefined) createdIds.push(sample.createdId);
  }

  return {
    add(sample) {
      if (sample.lost) addLost(sample, sample.lost.kind);
      else addAnswered(sample);
      count(seconds, sample);
      if (sample.version !== undefined) see(versions, sample.version, sample.endedMs);
    },
    end(why, atMs) {
      ended = { why, atMs };
    },
    report: (nowMs) => ({
      startedAt: startedAt.toISOString(),
      seconds: Math.round((ended?.atMs ?? nowMs) / 100) / 10,
      ended: ended?.why,
      requests: answered + lost,
      answered,
      lost,
      lostByKind: { ...kinds },
      lostOnReused,
      lostSamples: [...lostSamples],
      latencyMs: percentiles(latencies),
      versions: Object.fromEntries(versions),
      timeline: everySecond(seconds, ended?.atMs ?? nowMs),
      longestGap: gapUntil(nowMs),
      createdIds: [...createdIds],
    }),
  };
}

function count(seconds: Map<number, Second>, { endedMs, lost }: Sample): void {
  const second = Math.floor(endedMs / 1000);
  const row = seconds.get(second) ?? { second, answered: 0, lost: 0 };
  row[lost ? 'lost' : 'answered'] += 1;
  seconds.set(second, row);
}

function see(versions: Map<string, VersionSeen>, version: string, atMs: number): void {
  const seen = versions.get(version) ?? { requests: 0, firstMs: Math.round(atMs), lastMs: 0 };
  seen.requests += 1;
  seen.lastMs = Math.round(atMs);
  versions.set(version, seen);
}

function everySecond(seconds: Map<number, Second>, nowMs: number): Second[] {
  const last = Math.max(Math.floor(nowMs / 1000), ...seconds.keys());
  return Array.from({ length: last + 1 }, (_, second) => ({
    ...(seconds.get(second) ?? { second, answered: 0, lost: 0 }),
  }));
}

function percentiles(latencies: readonly number[]): LoadReport['latencyMs'] {
  const sorted = latencies.toSorted((a, b) => a - b);
  const rank = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

/** The report for people: totals, losses by kind, versions, and the seconds in which something was lost. */
export function formatLoad(report: LoadReport): string {
  const { latencyMs: l, longestGap: gap } = report;
  const kinds = lostKinds.filter((kind) => report.lostByKind[kind] > 0).map((k) => `${k} ${report.lostByKind[k]}`);
  const rows = [
    ['requests', `${report.requests} in ${report.seconds} s (${report.ended ?? 'running'})`],
    ['answered', `${report.answered}`],
    ['lost', `${report.lost}${kinds.length > 0 ? `: ${kinds.join(', ')}; ${report.lostOnReused} on reused` : ''}`],
    ['latency', `p50 ${l.p50} p95 ${l.p95} p99 ${l.p99} max ${l.max} ms`],
    ['longest gap', `${gap.ms} ms, from second ${(gap.fromMs / 1000).toFixed(1)}`],
    ...Object.entries(report.versions).map(([version, seen]) => [
      `version ${version.slice(0, 12)}`,
      `${seen.requests}, seconds ${(seen.firstMs / 1000).toFixed(1)} to ${(seen.lastMs / 1000).toFixed(1)}`,
    ]),
    ...report.timeline
      .filter((row) => row.lost > 0)
      .map((row) => [`second ${row.second}`, `${row.answered} answered, ${row.lost} lost`]),
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(22)}${value}`).join('\n');
}
