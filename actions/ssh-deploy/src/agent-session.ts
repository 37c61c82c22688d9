import { setTimeout as delay } from 'node:timers/promises';
import { ActionError, type Log } from '@suite/core';
import type { Connection } from '@suite/ssh';
import { type AgentEvent, parseEvents } from './agent/events.ts';
import { encodeFrame, type Frame } from './agent/frames.ts';
import { agentBytes, exitCodes, type LaunchOptions, launchLine } from './agent/launch.ts';
import { diskError, rootError, stuckError } from './failures.ts';
import { formatHolder, lockedError } from './holder.ts';

/** A running agent on one host: it holds the lock from `openSession` until it has ended. */
export interface AgentSession {
  readonly host: string;
  readonly send: (frames: readonly Frame[]) => void;
  /** The next event that was not yet taken; undefined when the session has ended. */
  readonly next: () => Promise<AgentEvent | undefined>;
  /** Whether the agent has gone, whatever it said before. */
  readonly ended: () => boolean;
  /** Ends stdin: whatever is not committed is undone by the host itself, which is waited for no longer than a moment. */
  readonly close: () => Promise<void>;
}

/** What a host says once its agent has the lock: its last settled transaction, and what it had to recover. */
export interface Opened {
  readonly session: AgentSession;
  readonly last: string;
  readonly recovered: readonly AgentEvent[];
}

/** `log` is told who holds the lock while it is waited for, and `signal` ends that wait. */
export interface SessionOptions extends LaunchOptions {
  readonly log: Log;
  readonly signal: AbortSignal;
}

const HEARTBEAT_MS = 3_000;
/** An agent whose step hangs outlives its client; the end of the connection ends what is left of the session here. */
const CLOSE_MS = 3_000;

/**
 * Starts the agent on a host and waits until it holds the lock and has settled what an earlier deploy left.
 * @throws ActionError E_LOCKED, E_MANUAL, E_ROOT, E_TOOLS or E_SSH_*.
 */
export async function openSession(connection: Connection, host: string, options: SessionOptions): Promise<Opened> {
  const child = await connection.start(launchLine(options));
  child.stdin.write(agentBytes);
  const queue = eventQueue();
  child.stdout.on('data', eventReader(queue.add, child.stop));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const send = (frames: readonly Frame[]): void => {
    if (child.stdin.writable) child.stdin.write(Buffer.concat(frames.map(encodeFrame)));
  };
  const heart = setInterval(() => send([{ frame: 'hb' }]), HEARTBEAT_MS);
  const ended = child.exit.then((status) => {
    clearInterval(heart);
    queue.end();
    return status;
  });
  const { ready, recovered } = await untilReady(queue.next, host, { ...options, stop: child.stop });
  if (ready === undefined)
    throw await whyNotReady({ code: (await ended).code, stderr, recovered, host, options, connection });
  const close = async (): Promise<void> => {
    child.stdin.end();
    await Promise.race([ended, delay(CLOSE_MS, undefined, { ref: false })]);
  };
  return { session: { host, send, next: queue.next, ended: queue.ended, close }, last: ready.last, recovered };
}

type Ready = Extract<AgentEvent, { e: 'ready' }>;

/** Reads events until the agent is ready or has ended. A job that is cancelled meanwhile waits no longer. */
async function untilReady(
  next: AgentSession['next'],
  host: string,
  { lockWait, log, signal, stop }: SessionOptions & { readonly stop: () => void },
): Promise<{ readonly ready: Ready | undefined; readonly recovered: readonly AgentEvent[] }> {
  const recovered: AgentEvent[] = [];
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    for (;;) {
      const event = await next();
      if (event === undefined || event.e === 'ready') return { ready: event, recovered };
      recovered.push(event);
      if (event.e === 'locked' && lockWait > 0) log.info(`${host} waits up to ${lockWait} s: ${formatHolder(event)}`);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What a login shell prints before the first event is passed over; what is no event later ends the session. */
function eventReader(add: (event: AgentEvent) => void, stop: () => void): (chunk: Buffer) => void {
  let rest: Uint8Array = new Uint8Array();
  let begun = false;
  return (chunk) => {
    const bytes = Buffer.concat([rest, chunk]);
    const at = begun ? 0 : bytes.indexOf('{"e":');
    begun ||= at >= 0;
    try {
      const batch = begun ? parseEvents(bytes.subarray(at)) : { events: [], rest: bytes };
      rest = batch.rest;
      for (const event of batch.events) add(event);
    } catch {
      stop();
    }
  };
}

interface NotReady {
  readonly code: number | null;
  readonly stderr: string;
  readonly recovered: readonly AgentEvent[];
  readonly host: string;
  readonly options: LaunchOptions;
  readonly connection: Connection;
}

async function whyNotReady({ code, stderr, recovered, host, options, connection }: NotReady): Promise<Error> {
  switch (code) {
    case exitCodes.locked:
      return lockedError(
        host,
        recovered.findLast((event) => event.e === 'locked'),
      );
    case exitCodes.stuck:
      return stuckError(host, options.root, recovered);
    case exitCodes.root:
      return rootError(host, options.root, stderr.trim());
    case exitCodes.full:
      return diskError(`${host}: no space left below ${options.root}, not even for the journal of a deploy`);
    case exitCodes.damaged:
      return new ActionError(`${host}: the agent did not arrive whole`, { code: 'E_AGENT', hint: 'run it again' });
    case exitCodes.missingTools:
      return new ActionError(`${host}: ${stderr.trim()}`, { code: 'E_TOOLS', hint: 'install it on the host' });
    case 255:
      return connection.explain(stderr);
    default:
      return new ActionError(
        `${host}: the agent did not start (exit ${code}): ${stderr.trim().split('\n').at(-1) ?? ''}`,
        {
          code: 'E_AGENT',
          hint: 'the login shell of the user must take `exec sh -c`',
        },
      );
  }
}

/** Events wait here until somebody asks for them. */
function eventQueue() {
  const waiting: AgentEvent[] = [];
  let wake: (() => void) | undefined;
  let done = false;
  const notify = (): void => {
    wake?.();
    wake = undefined;
  };
  return {
    ended: (): boolean => done,
    add: (event: AgentEvent): void => {
      waiting.push(event);
      notify();
    },
    end: (): void => {
      done = true;
      notify();
    },
    next: async (): Promise<AgentEvent | undefined> => {
      while (waiting.length === 0 && !done) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift();
    },
  };
}
