import type { ProbeRequest, ProbeResult } from './types.ts';

const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;

/**
 * Sends one request and tells everything about it: phases, addresses, certificate, answer or failure. Never throws for
 * what the network or the server does. One deadline holds for all of it; redirects are answers like others.
 */
export async function probe(request: ProbeRequest): Promise<ProbeResult> {
  // node:http takes as long to load as an empty program to run: it comes with the first request.
  const { probeOnce } = await import('./exchange.ts');
  const result = await probeOnce(request);
  const kind = result.failure?.kind;
  const idle = result.reused && result.response === undefined && (kind === 'reset' || kind === 'closed');
  if (!idle || !IDEMPOTENT.test(result.method)) return result;
  // The server closed a kept connection just as it was taken: that says nothing about the server.
  const { connections: _, ...rest } = request;
  return probeOnce({ ...rest, timeoutMs: Math.max(1, request.timeoutMs - result.totalMs) });
}
