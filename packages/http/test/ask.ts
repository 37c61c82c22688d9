// Asks servers that end with their test.
import { afterEach } from 'vitest';
import { type ProbeRequest, type ProbeResult, probe } from '../src/index.ts';
import type { Running } from './zoo.ts';

/** Waits for a server, gives its port, and closes it after the test. */
export function servers(): (server: Promise<Running>) => Promise<number> {
  const running: Running[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.close()));
  });
  return async (server) => {
    const one = await server;
    running.push(one);
    return one.port;
  };
}

/** One request, with time enough for a loaded machine. */
export function ask(url: string, more: Partial<ProbeRequest> = {}): Promise<ProbeResult> {
  return probe({ url: new URL(url), timeoutMs: 10_000, ...more });
}

/** The sentence of a failure with its times, ports and code lines blanked. */
export function sentence({ failure }: ProbeResult): string | undefined {
  return failure?.message.replace(/\b\d+(\.\d+)? (ms|s)\b/g, 'T').replace(/:\d{4,5}\b/g, ':PORT');
}
