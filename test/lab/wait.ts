import { setTimeout as sleep } from 'node:timers/promises';

export interface Wait {
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
}

/** Asks again and again until the answer is true; throws naming `what` after `timeoutMs`. */
export async function waitUntil(check: () => Promise<boolean> | boolean, wait: Wait): Promise<void> {
  const end = Date.now() + wait.timeoutMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${wait.what}: not ready after ${wait.timeoutMs / 1000} s`);
    await sleep(wait.everyMs ?? 100);
  }
}
