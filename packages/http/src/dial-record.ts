import type { Socket } from 'node:net';
import type { Attempt, Phase, TlsFacts, TlsOptions } from './types.ts';

/** The code of an attempt that had no answer when the time was up or another address had connected. */
export const UNANSWERED = 'UNANSWERED';

/** Where to connect to, and how. */
export interface Target {
  readonly host: string;
  readonly port: number;
  /** Absent: plain TCP. */
  readonly tls?: TlsOptions | undefined;
  /** What is said on the plain connection before the handshake, by protocols that ask for TLS. */
  readonly beforeTls?: ((socket: Socket) => Promise<void>) | undefined;
  readonly addresses?: readonly string[] | undefined;
  readonly connectTimeoutMs?: number | undefined;
  /** Ends the dialling; whoever sets a deadline aborts this. */
  readonly signal: AbortSignal;
}

/** What a dial has found so far. It is filled as the dial goes on, so that a deadline finds the facts of its moment. */
export interface DialRecord {
  phase: Phase;
  readonly phases: Partial<Record<Phase, number>>;
  readonly attempts: Attempt[];
  address: string | undefined;
  tls: TlsFacts | undefined;
}

/** A record for a dial that has not begun. */
export function newDialRecord(): DialRecord {
  return { phase: 'dns', phases: {}, attempts: [], address: undefined, tls: undefined };
}

/** Runs a phase and notes how long it took, also where it fails. */
export async function timed<T>(record: DialRecord, phase: Phase, work: () => Promise<T>): Promise<T> {
  record.phase = phase;
  const started = performance.now();
  try {
    return await work();
  } finally {
    record.phases[phase] = performance.now() - started;
  }
}
