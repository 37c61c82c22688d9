import type { Clock } from '@suite/core';
import { probe } from '@suite/http';
import type { ProbeInputs } from '../inputs-probe.ts';
import type { ProbeSample } from '../probe-figures.ts';

/** Requests that go on beside a deploy. */
export interface RunningProbe {
  /** Milliseconds since it began. */
  readonly now: () => number;
  /** Stops after a good answer, at the latest after two seconds: an outage that ends with the deploy gets its end. */
  readonly end: () => Promise<void>;
}

const DEADLINE_MS = 5_000;
const GRACE_MS = 2_000;

/** Asks an address again and again, one request at a time, each on a connection of its own as a new visitor has. */
export function startProbe(
  { url, intervalMs }: ProbeInputs,
  clock: Clock,
  told: (sample: ProbeSample) => void,
): RunningProbe {
  const began = clock.monotonic();
  const now = (): number => clock.monotonic() - began;
  const [woken, late] = [new AbortController(), new AbortController()];
  const loop = async (): Promise<void> => {
    for (let healthy = false; !(woken.signal.aborted && healthy); ) {
      const startedMs = now();
      const { response, failure } = await probe({ url, timeoutMs: DEADLINE_MS, signal: late.signal });
      if (late.signal.aborted) return;
      const status = response?.status ?? 0;
      const wrong = failure?.kind ?? (status >= 200 && status < 400 ? undefined : `status ${status}`);
      healthy = wrong === undefined;
      const endedMs = now();
      told({ startedMs, endedMs, failure: wrong });
      const wakes = woken.signal.aborted ? late.signal : woken.signal;
      await clock.sleep(Math.max(0, startedMs + intervalMs - endedMs), wakes);
    }
  };
  const running = loop();
  return {
    now,
    end: async () => {
      woken.abort();
      const timer = setTimeout(() => late.abort(), GRACE_MS);
      await running;
      clearTimeout(timer);
    },
  };
}
