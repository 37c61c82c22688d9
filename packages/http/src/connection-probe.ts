import type { Socket } from 'node:net';
import { startDeadline } from './deadline.ts';
import { type DialRecord, newDialRecord, type Target } from './dial-record.ts';
import { classifyFailure } from './failure.ts';
import type { Attempt, PhaseTimes, ProbeFailure, TlsFacts } from './types.ts';

/** A connection to make, without HTTP. */
export interface ConnectionRequest extends Omit<Target, 'signal'> {
  /** Milliseconds for all of it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** What came of a connection; `value` is what the work on it gave, absent where there is a failure. */
export interface ConnectionResult<T> {
  readonly phases: PhaseTimes;
  readonly totalMs: number;
  readonly address: string | undefined;
  readonly attempts: readonly Attempt[];
  readonly tls: TlsFacts | undefined;
  readonly value: T | undefined;
  readonly failure: ProbeFailure | undefined;
}

/**
 * Connects, does TLS where the target has it, and some work on the socket, all within one deadline; then closes. Never
 * throws for what the network does or the work throws. The work may call a phase its own by `record.phase`.
 */
export async function probeConnection<T>(
  request: ConnectionRequest,
  work: (socket: Socket, record: DialRecord) => Promise<T>,
): Promise<ConnectionResult<T>> {
  const started = performance.now();
  const dialled = newDialRecord();
  const deadline = startDeadline(request.timeoutMs, request.signal);
  const { signal } = deadline;
  let socket: Socket | undefined;
  let outcome: { readonly value: T } | { readonly thrown: unknown };
  try {
    signal.throwIfAborted();
    const { dial } = await import('./dial.ts');
    socket = await dial({ ...request, signal }, dialled);
    dialled.phase = 'first-byte';
    outcome = { value: await whileOpen(socket, signal, work(socket, dialled)) };
  } catch (thrown) {
    outcome = { thrown };
  }
  deadline.clear();
  socket?.destroy();
  const totalMs = performance.now() - started;
  const ended = deadline.ended();
  const { host, port } = request;
  return {
    phases: dialled.phases,
    totalMs,
    address: dialled.address,
    attempts: dialled.attempts,
    tls: dialled.tls,
    value: 'value' in outcome ? outcome.value : undefined,
    failure:
      'thrown' in outcome
        ? classifyFailure({ thrown: outcome.thrown, ended, dialled, host, port, totalMs })
        : undefined,
  };
}

/**
 * Waits a moment for a socket to be closed by the other side: forwarders (Docker's, haproxy) accept a connection and
 * close it when nobody is behind them. @throws where it was closed.
 */
export async function staysOpen(socket: Socket, forMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, forMs);
    socket.resume().once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (socket.destroyed || socket.readableEnded) throw new Error('socket hang up');
}

function whileOpen<T>(socket: Socket, signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
    work.then(resolve, reject);
  });
}
