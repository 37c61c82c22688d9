import type { Answer } from './answer.ts';
import { type Check, IDEMPOTENT, type RetryCause, type RetryRule } from './check.ts';
import type { Inputs } from './inputs.ts';

const NETWORK = new Set([
  ...['dns', 'connect-refused', 'connect-timeout', 'unreachable', 'reset', 'closed', 'timeout', 'body-cut'],
]);

/** How often a check is tried again. POST and PATCH are only where the check itself says so. */
export function retryRuleOf(check: Check, inputs: Inputs): RetryRule {
  const { retry } = check;
  const allowed = retry !== undefined || IDEMPOTENT.has(check.method);
  return {
    retries: allowed ? (retry?.retries ?? inputs.retries) : 0,
    on: retry?.on ?? inputs.retryOn,
    delayMs: retry?.delayMs ?? inputs.retryDelayMs,
    backoff: retry?.backoff ?? inputs.retryBackoff,
  };
}

/** Whether a failed answer is worth another try. */
export function isWorthRetrying({ last }: Answer, on: readonly RetryCause[]): boolean {
  if (last.failure?.kind === 'cancelled') return false;
  const status = last.response?.status ?? 0;
  const holds: Readonly<Record<RetryCause, boolean>> = {
    network: NETWORK.has(last.failure?.kind ?? ''),
    '5xx': status >= 500,
    '429': status === 429,
    any: true,
  };
  return on.some((cause) => holds[cause]);
}

/** What the server asks for in `Retry-After`, in milliseconds; undefined where it asks for nothing. */
export function retryAfterMs({ last }: Answer, nowMs: number): number | undefined {
  const text = last.response?.headers.get('retry-after')?.[0]?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
