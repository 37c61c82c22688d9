import { once } from 'node:events';
import { Socket } from 'node:net';
import { type ConnectionResult, classifyFailure, type DialRecord, hostOf, newDialRecord } from '@suite/http';
import type { ClientConfig } from 'pg';
import type { DatabaseAnswer } from '../judge-connection.ts';
import { NO_PASSWORD, readGreeting, readServerError, type ServerError } from '../postgres-error.ts';
import type { ProbeLimits } from './limits.ts';

const PROTOCOL_3 = 0x0003_0000;

/** Logs in and asks `SELECT 1`, all within one deadline. The driver is loaded with the first check that needs it. */
export async function askPostgres(url: URL, limits: ProbeLimits): Promise<ConnectionResult<DatabaseAnswer>> {
  const { default: pg } = await import('pg');
  const started = performance.now();
  const socket = new Socket();
  const record = followPhases(socket, hostOf(url));
  const client = new pg.Client(clientConfig(url, limits, socket));
  client.on('error', () => undefined);
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = AbortSignal.any([deadline, limits.signal]);
  const failure = (thrown: unknown, ended: 'deadline' | 'cancelled' | 'error') => {
    const place = { host: hostOf(url), port: Number(url.port) };
    return classifyFailure({ thrown, ended, dialled: record, totalMs: performance.now() - started, ...place });
  };
  const done = (value: DatabaseAnswer | undefined, failed?: ReturnType<typeof failure>) => {
    const { phases, attempts, address, tls } = record;
    return { phases, attempts, address, tls, value, failure: failed, totalMs: performance.now() - started };
  };
  try {
    await untilAborted(
      signal,
      client.connect().then(() => client.query('SELECT 1')),
    );
    return done({ verdict: 'accepting', speaks: 'accepting, SELECT 1 answered' });
  } catch (thrown) {
    if (limits.signal.aborted) return done(undefined, failure(thrown, 'cancelled'));
    if (deadline.aborted) return done(undefined, failure(thrown, 'deadline'));
    const said = readServerError(thrown as ServerError, url.password !== '');
    return said === undefined ? done(undefined, failure(thrown, 'error')) : done(said);
  } finally {
    socket.destroy();
  }
}

/** Asks to be let in, without credentials, and waits for the first word; undefined where it is no PostgreSQL's. */
export async function greetPostgres(socket: Socket): Promise<DatabaseAnswer | undefined> {
  const words = Buffer.from('user\0postgres\0application_name\0health-gate\0\0');
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + words.length, 0);
  head.writeInt32BE(PROTOCOL_3, 4);
  const [said] = (await takingTurns(socket, Buffer.concat([head, words]))) as [Buffer];
  return readGreeting(said);
}

/** Sends something and gives the first chunk of the answer. */
function takingTurns(socket: Socket, bytes: Buffer): Promise<unknown[]> {
  socket.write(bytes);
  const closed = once(socket, 'close').then(() => Promise.reject(new Error('socket hang up')));
  return Promise.race([once(socket, 'data'), closed]);
}

function clientConfig(url: URL, { ca }: ProbeLimits, socket: Socket): ClientConfig {
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  return {
    host: hostOf(url),
    port: Number(url.port),
    user: decodeURIComponent(url.username) || 'postgres',
    database: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username) || 'postgres',
    password: url.password === '' ? refusePassword : decodeURIComponent(url.password),
    application_name: 'health-gate',
    ssl: mode === 'disable' ? false : { ...(ca === undefined ? {} : { ca }) },
    stream: () => socket,
  };
}

/** Called only where the server asks for a password and there is none: it has spoken, and that is enough. */
function refusePassword(): never {
  throw new Error(NO_PASSWORD);
}

/** The driver does the connecting; its socket tells what happened. */
function followPhases(socket: Socket, host: string): DialRecord {
  const record = newDialRecord();
  const started = performance.now();
  let lookedUp = started;
  socket.once('lookup', (_error, address) => {
    lookedUp = performance.now();
    record.phases.dns = lookedUp - started;
    record.phase = 'connect';
    record.address = address ?? host;
  });
  socket.once('connect', () => {
    record.phases.connect = performance.now() - lookedUp;
    record.phase = 'first-byte';
    record.address = socket.remoteAddress;
  });
  return record;
}

function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
