import { formatDuration, type Ports, TimeoutError } from '@suite/core';
import type { Fleet } from './fleet.ts';

/**
 * Runs what comes before a deploy with a signal that also aborts when the time of the whole run is over, and notes when
 * that will be. @throws TimeoutError where it is over by then.
 */
export async function withinTime<T>(
  timeoutMs: number,
  { ports, fleet }: { readonly ports: Ports; readonly fleet: Fleet },
  work: (ports: Ports) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  fleet.deadline = ports.clock.monotonic() + timeoutMs;
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await work({ ...ports, signal: AbortSignal.any([ports.signal, late.signal]) });
  } catch (thrown) {
    if (!late.signal.aborted || ports.signal.aborted) throw thrown;
    const time = formatDuration(timeoutMs);
    const hint = 'set timeout to more than that and the deploy need, for example 30m; lock-wait counts too';
    const message = `the hosts were not connected to, locked and looked at within ${time}; nothing was deployed`;
    throw new TimeoutError(message, { hint, cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}
