import { fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { HttpError } from '../src/errors.ts';
import { backoffMs, retry } from '../src/retry.ts';

const busy = new HttpError('503 from the registry', { retryable: true });

describe('retry', () => {
  it('tries again what is worth it, and waits longer each time', async () => {
    const waits: number[] = [];
    const ports = fakePorts();
    const work = async (attempt: number): Promise<string> => {
      if (attempt < 3) throw busy;
      return `attempt ${attempt}`;
    };
    const options = { retries: 5, onRetry: (_: unknown, __: number, ms: number) => waits.push(ms) };
    expect(await retry(work, options, ports)).toBe('attempt 3');
    expect(waits).toEqual([100, 200, 400]);
  });

  it('rethrows the original error when the retries are used up', async () => {
    let calls = 0;
    const work = async (): Promise<never> => {
      calls += 1;
      throw busy;
    };
    expect(await retry(work, { retries: 2 }, fakePorts()).catch((error) => error)).toBe(busy);
    expect(calls).toBe(3);
  });

  it('does not repeat what a retry cannot mend', async () => {
    let calls = 0;
    const work = async (): Promise<never> => {
      calls += 1;
      throw new HttpError('401');
    };
    await expect(retry(work, { retries: 5 }, fakePorts())).rejects.toThrow('401');
    expect(calls).toBe(1);
  });

  it('waits as long as the server asks', async () => {
    const ports = fakePorts();
    const work = async (attempt: number): Promise<void> => {
      if (attempt === 0) throw busy;
    };
    await retry(work, { retries: 1, retryAfterMs: () => 7_000 }, ports);
    expect(ports.clock.monotonic()).toBe(7_000);
  });

  it('stops at the cap', () => expect(backoffMs(30, 200, 0.5)).toBe(10_000));
});
