import { spawnSync } from 'node:child_process';

/** A command to time as a whole process. */
export interface Candidate {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Milliseconds of one candidate over the rounds of one run. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  /** Three quarters of the rounds took no longer. */
  readonly upper: number;
  readonly min: number;
  readonly max: number;
}

/** Times candidates in turns, so that what else the machine does falls on all of them alike. */
export function measure(candidates: readonly Candidate[], rounds: number): readonly Timing[] {
  const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates) times.get(candidate.name)?.push(timeOnce(candidate));
  }
  return summarise(times);
}

/** Work to time inside this process. */
export interface Work {
  readonly name: string;
  readonly before?: () => Promise<unknown>;
  /** What is timed; it may give what is left to end. */
  readonly run: () => Promise<(() => Promise<void>) | undefined>;
  /** Looks whether it was done, before it is ended. */
  readonly after?: () => Promise<unknown>;
  /** True where one round is enough, because it takes long. */
  readonly once?: boolean;
}

/** Times work in turns, as `measure` does with programs. */
export async function timeInTurns(works: readonly Work[], rounds: number): Promise<readonly Timing[]> {
  const times = new Map<string, number[]>(works.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, before, run, after } of works.filter(({ once }) => round === 0 || !once)) {
      await before?.();
      const started = performance.now();
      const end = await run();
      times.get(name)?.push(performance.now() - started);
      await after?.();
      await end?.();
    }
  }
  return summarise(times);
}

function summarise(times: ReadonlyMap<string, readonly number[]>): readonly Timing[] {
  return [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share + 0.5)] ?? 0;
    return { name, median: at(0.5), upper: at(0.75), min: at(0), max: at(1) };
  });
}

function timeOnce({ file, args, env, cwd }: Candidate): number {
  const started = performance.now();
  spawnSync(file, args, { stdio: 'ignore', ...(env ? { env } : {}), ...(cwd ? { cwd } : {}) });
  return performance.now() - started;
}

/** A Markdown table of timings, each as a ratio to the first. */
export function timingTable(timings: readonly Timing[]): string {
  const base = timings[0]?.median ?? 1;
  const rows = timings.map(
    ({ name, median, min, max }) =>
      `| ${name} | ${median.toFixed(1)} | ${min.toFixed(1)} | ${max.toFixed(1)} | ${(median / base).toFixed(2)} |`,
  );
  return ['| program | median ms | min | max | ratio |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
