import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ConnectionResult, decodePart, hostOf, probeConnection } from '@suite/http';
import type { ClientConfig } from 'pg';
import type { DatabaseAnswer } from '../judge-connection.ts';
import { NO_PASSWORD, readGreeting, readServerError, type ServerError } from '../postgres-error.ts';
import { limitsOf, type ProbeLimits, tlsOf } from './limits.ts';

const PROTOCOL_3 = 0x0003_0000;
const SSL_REQUEST = 80_877_103;

/** Logs in and asks `SELECT 1`, all within one deadline. The driver is loaded with the first check that needs it. */
export async function askPostgres(url: URL, limits: ProbeLimits): Promise<ConnectionResult<DatabaseAnswer>> {
  await import('pg');
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  let refusal: DatabaseAnswer | undefined;
  const beforeTls = async (socket: Socket): Promise<void> => {
    refusal = await askForTls(socket, mode);
    if (refusal) throw new Error(refusal.speaks);
  };
  const place = { host: hostOf(url), port: Number(url.port), ...limitsOf(limits) };
  const secured = mode === 'disable' ? place : { ...place, tls: tlsOf(limits), beforeTls };
  const result = await probeConnection(secured, (socket) => logIn(socket, url));
  return refusal === undefined ? result : { ...result, value: refusal, failure: undefined };
}

/** Asks to be let in, without credentials, and waits for the first word; undefined where it is no PostgreSQL's. */
export async function greetPostgres(socket: Socket): Promise<DatabaseAnswer | undefined> {
  const words = Buffer.from('user\0postgres\0application_name\0health-gate\0\0');
  return readGreeting(await said(socket, message(PROTOCOL_3, words)));
}

/** Asks for TLS as PostgreSQL wants it; gives why there is none. */
async function askForTls(socket: Socket, mode: string): Promise<DatabaseAnswer | undefined> {
  const answer = await said(socket, message(SSL_REQUEST));
  if (answer.toString('latin1') === 'S') return undefined;
  const error = readGreeting(answer);
  if (error?.verdict === 'rejecting') return error;
  return { verdict: 'rejecting', speaks: `takes no TLS, which sslmode=${mode} asks for` };
}

async function logIn(socket: Socket, url: URL): Promise<DatabaseAnswer> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ ...clientConfig(url), stream: () => connectedAlready(socket) });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return { verdict: 'accepting', speaks: 'accepting, SELECT 1 answered' };
  } catch (thrown) {
    const answer = readServerError(thrown as ServerError, url.password !== '');
    if (answer !== undefined) return answer;
    throw /terminated unexpectedly/.test(String(thrown)) ? new Error('socket hang up') : thrown;
  }
}

function clientConfig(url: URL): ClientConfig {
  return {
    user: decodePart(url.username) || 'postgres',
    database: decodePart(url.pathname.slice(1)) || decodePart(url.username) || 'postgres',
    password: url.password === '' ? refusePassword : decodePart(url.password),
    application_name: 'health-gate',
    ssl: false,
  };
}

/** Called only where the server asks for a password and there is none: it has spoken, and that is enough. */
function refusePassword(): never {
  throw new Error(NO_PASSWORD);
}

/** The driver means to connect; the engine has done that, and TLS too. */
function connectedAlready(socket: Socket): Socket {
  const connect = (): Socket => {
    process.nextTick(() => socket.emit('connect'));
    return socket;
  };
  return Object.assign(socket, { connect });
}

/** A message that has no type: its length, a number and more. */
function message(code: number, rest = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + rest.length, 0);
  head.writeInt32BE(code, 4);
  return Buffer.concat([head, rest]);
}

/** Sends something and gives the first chunk of the answer. */
async function said(socket: Socket, bytes: Buffer): Promise<Buffer> {
  socket.write(bytes);
  const closed = once(socket, 'close').then(() => Promise.reject(new Error('socket hang up')));
  const [chunk] = await Promise.race([once(socket, 'data'), closed]);
  return chunk;
}
