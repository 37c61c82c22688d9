import type { TlsOptions } from '@suite/http';

/** The limits of one probe. Times in milliseconds. */
export interface ProbeLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
  /** The one address to probe, where not any will do. */
  readonly address?: string;
}

/** The limits as the engine takes them. */
export function limitsOf({ timeoutMs, signal, address }: ProbeLimits) {
  return { timeoutMs, signal, ...(address === undefined ? {} : { addresses: [address] }) };
}

/** The authorities as the engine takes them, beside the default ones. */
export function tlsOf({ ca }: ProbeLimits): TlsOptions {
  return ca === undefined ? {} : { ca };
}
