/** One request to the public address; times in milliseconds since the probe began. */
export interface ProbeSample {
  readonly startedMs: number;
  readonly endedMs: number;
  /** Why it was no good answer: what the network did, or the status. */
  readonly failure: string | undefined;
}

/** All requests of one deploy, in their order, one after the other. */
export interface ProbeRecord {
  readonly samples: readonly ProbeSample[];
  /** When containers began to change; absent where it did not come to that. */
  readonly changedMs: number | undefined;
  readonly endedMs: number;
}

/** What the requests say of a deploy. Times in milliseconds. */
export interface ProbeFigures {
  readonly requests: number;
  readonly failed: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** Of good answers until containers changed, and from then on. */
  readonly p95BeforeMs: number | undefined;
  readonly p95DuringMs: number | undefined;
  /** From the first failed request to the end of the next good one, summed. */
  readonly downtimeMs: number;
  /** The last request failed. */
  readonly stillDown: boolean;
}

/**
 * Reads the figures of a deploy, from the first good answer on. Undefined where there was none before containers
 * changed: who did not answer before cannot be said to have stopped.
 */
export function figuresOf({
  samples,
  changedMs = Number.POSITIVE_INFINITY,
  endedMs,
}: ProbeRecord): ProbeFigures | undefined {
  const first = samples.findIndex(({ failure }) => failure === undefined);
  const counted = samples.slice(first);
  if (first < 0 || (counted[0]?.startedMs ?? 0) >= changedMs) return undefined;
  const failures = counted.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const good = counted.filter(({ failure }) => failure === undefined);
  return {
    requests: counted.length,
    failed: failures.length,
    kinds: countEach(failures),
    p95BeforeMs: p95(good.filter(({ startedMs }) => startedMs < changedMs)),
    p95DuringMs: p95(good.filter(({ startedMs }) => startedMs >= changedMs)),
    downtimeMs: downtime(counted, endedMs),
    stillDown: counted.at(-1)?.failure !== undefined,
  };
}

function downtime(samples: readonly ProbeSample[], endedMs: number): number {
  let sum = 0;
  let since: number | undefined;
  for (const sample of samples) {
    if (sample.failure !== undefined) since ??= sample.startedMs;
    else if (since !== undefined) {
      sum += sample.endedMs - since;
      since = undefined;
    }
  }
  return since === undefined ? sum : sum + endedMs - since;
}

function countEach(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Nearest rank. */
function p95(samples: readonly ProbeSample[]): number | undefined {
  const sorted = samples.map(({ startedMs, endedMs }) => endedMs - startedMs).sort((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1];
}
