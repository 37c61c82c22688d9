import { toActionError } from './errors.ts';
import type { Clock } from './ports.ts';

/** How often and how long to try again. `retries` are extra tries after the first. */
export interface RetryOptions {
  readonly retries: number;
  /** Base of the backoff in milliseconds, doubled each time up to 20 s, with full jitter. Default 200. */
  readonly baseMs?: number;
  readonly signal?: AbortSignal;
  /** Which errors are worth another try; by default those marked retryable. */
  readonly when?: (error: unknown) => boolean;
  readonly onRetry?: (error: unknown, retry: number, waitMs: number) => void;
  /** What a server asked for (`Retry-After`), in milliseconds; it wins over the backoff. */
  readonly retryAfterMs?: (error: unknown) => number | undefined;
}

const CAP_MS = 20_000;

/** Runs work until it succeeds, is not worth retrying, or the retries are used up; then rethrows the original error. */
export async function retry<T>(
  work: (attempt: number) => Promise<T>,
  options: RetryOptions,
  ports: { readonly clock: Clock; readonly random: () => number },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const worth = options.when ?? ((thrown) => toActionError(thrown).details.retryable === true);
      if (attempt >= options.retries || options.signal?.aborted || !worth(error)) throw error;
      const waitMs = options.retryAfterMs?.(error) ?? backoffMs(attempt, options.baseMs ?? 200, ports.random());
      options.onRetry?.(error, attempt + 1, waitMs);
      await ports.clock.sleep(waitMs, options.signal);
    }
  }
}

/** Full jitter: anywhere between nothing and the doubled base, at most 20 s. `random` is in [0, 1). */
export function backoffMs(attempt: number, baseMs: number, random: number): number {
  return Math.round(Math.min(CAP_MS, baseMs * 2 ** attempt) * random);
}
