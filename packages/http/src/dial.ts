import { connect, isIP, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { tlsFacts } from './certificate.ts';
import { startDeadline } from './deadline.ts';
import { type DialRecord, type Target, timed, UNANSWERED } from './dial-record.ts';
import { lookupAddresses } from './lookup.ts';

/** After this long without an answer from one address the next is tried beside it, as RFC 8305 says. */
const STAGGER_MS = 250;

/** What is known of a connection as long as it lives: each request over it may ask for that. */
type SocketFacts = Pick<DialRecord, 'address' | 'tls'>;

const known = new WeakMap<Socket, SocketFacts>();

/** What the dial of a socket found, also where the socket was kept since; of sockets of others nothing. */
export function factsOf(socket: Socket): Partial<SocketFacts> {
  return known.get(socket) ?? {};
}

/**
 * Resolves a name, connects and does the TLS handshake, telling each phase into `record`.
 * @throws the system's error; where every address failed an AggregateError; where a certificate is not accepted an
 * Error whose code is Node's (CERT_HAS_EXPIRED …).
 */
export async function dial(target: Target, record: DialRecord): Promise<Socket> {
  const addresses = await timed(record, 'dns', () => resolveAddresses(target));
  const plain = await timed(record, 'connect', () => connectFirst(addresses, target, record));
  const socket = target.tls === undefined ? plain : await secure(plain, target, record);
  known.set(socket, { address: record.address, tls: record.tls });
  return socket;
}

async function resolveAddresses({ host, addresses, signal }: Target): Promise<readonly string[]> {
  if (addresses && addresses.length > 0) return addresses;
  return abortable(lookupAddresses(host), signal);
}

interface Connected {
  readonly socket: Socket;
  readonly address: string;
}

/** Tries the addresses, each beside the ones before where they are slow; the first that connects wins. */
async function connectFirst(addresses: readonly string[], target: Target, record: DialRecord): Promise<Socket> {
  const done = new AbortController();
  const limit = startDeadline(target.connectTimeoutMs ?? Number.POSITIVE_INFINITY, target.signal);
  const signal = AbortSignal.any([limit.signal, done.signal]);
  const tries: Promise<Connected>[] = [];
  try {
    for (const address of addresses) {
      const one = connectOne({ address, port: target.port, signal }, record);
      tries.push(one);
      const connected = Promise.any(tries).then(isTrue, isFalse);
      const waited = delay(STAGGER_MS, false, { signal }).catch(isFalse);
      if (await Promise.race([connected, one.then(isTrue, isFalse), waited])) break;
      if (signal.aborted) break;
    }
    const winner = await Promise.any(tries);
    for (const one of tries) one.then((other) => other === winner || other.socket.destroy()).catch(() => undefined);
    record.address = winner.address;
    if (target.signal.aborted) winner.socket.destroy();
    target.signal.throwIfAborted();
    return winner.socket;
  } catch (error) {
    target.signal.throwIfAborted();
    throw error;
  } finally {
    limit.clear();
    done.abort();
  }
}

const isTrue = (): boolean => true;
const isFalse = (): boolean => false;

interface Place {
  readonly address: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

function connectOne({ address, port, signal }: Place, record: DialRecord): Promise<Connected> {
  const started = performance.now();
  const told = (error?: string): void => {
    record.attempts.push({ address, ms: performance.now() - started, ...(error === undefined ? {} : { error }) });
  };
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    // For good: a socket may break between two owners, and an error that nobody hears ends the process.
    socket.on('error', () => undefined);
    const fail = (error: NodeJS.ErrnoException): void => {
      signal.removeEventListener('abort', giveUp);
      socket.off('error', fail).destroy();
      told(error.code ?? error.message);
      reject(error);
    };
    const giveUp = (): void => fail(Object.assign(new Error(`no answer from ${address}`), { code: UNANSWERED }));
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      signal.removeEventListener('abort', giveUp);
      told();
      resolve({ socket, address });
    });
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
}

async function secure(plain: Socket, target: Target, record: DialRecord): Promise<Socket> {
  try {
    return await timed(record, 'tls', async () => {
      if (target.beforeTls) await abortable(target.beforeTls(plain), target.signal);
      return handshake(plain, target, record);
    });
  } catch (error) {
    plain.destroy();
    throw error;
  }
}

/**
 * Does the handshake without letting Node end it at a bad certificate, so that the certificate's facts are known, and
 * then refuses by Node's own verdict before a byte of the request is sent.
 */
async function handshake(plain: Socket, target: Target, record: DialRecord): Promise<Socket> {
  const options = target.tls ?? {};
  const tls = await import('node:tls');
  const socket = tls.connect({
    socket: plain,
    rejectUnauthorized: false,
    ...(isIP(target.host) ? { host: target.host } : { servername: target.host, host: target.host }),
    ...(options.ca === undefined ? {} : { ca: [...tls.getCACertificates('default'), options.ca] }),
    ...(options.clientCertificate === undefined ? {} : { cert: options.clientCertificate }),
    ...(options.clientKey === undefined ? {} : { key: options.clientKey }),
  });
  await secured(socket, target.signal);
  record.tls = tlsFacts(socket, Date.now());
  if (options.verify !== false && !socket.authorized) {
    socket.destroy();
    throw Object.assign(new Error('the certificate is not accepted'), { code: record.tls.problem });
  }
  return socket;
}

function secured(socket: TLSSocket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      reject(error);
    };
    const giveUp = (): void => fail(signal.reason);
    socket.once('error', fail);
    const closed = (): void => fail(Object.assign(new Error('closed in the handshake'), { code: 'ECONNRESET' }));
    // For good, as on the socket below.
    socket.on('error', () => undefined);
    socket.once('close', closed);
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', giveUp);
      socket.off('close', closed).off('error', fail);
      resolve();
    });
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
}

/** A look-up cannot be stopped; whoever waits for it can stop waiting. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
