import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { type BodyReader, bodyReader } from './body.ts';
import { decodePart, maskUrl } from './credentials.ts';
import { startDeadline } from './deadline.ts';
import { factsOf } from './dial.ts';
import { DialAgent, type DialRequestArgs } from './dial-agent.ts';
import { type DialRecord, newDialRecord, timed } from './dial-record.ts';
import { classifyFailure } from './failure.ts';
import { hostOf, portOf } from './port.ts';
import { addressesOf } from './resolve.ts';
import type { ProbeRequest, ProbeResult } from './types.ts';

/** What an exchange has reached; filled as it goes on, so that a deadline finds the facts of its moment. */
interface Progress {
  readonly dialled: DialRecord;
  sent?: ClientRequest;
  message?: IncomingMessage;
  body?: BodyReader;
}

/** Sends one request over a connection of its own or a kept one, and tells everything about it. Never throws. */
export async function probeOnce(request: ProbeRequest): Promise<ProbeResult> {
  const started = performance.now();
  const progress: Progress = { dialled: newDialRecord() };
  const deadline = startDeadline(request.timeoutMs, request.signal);
  let failed: { readonly thrown: unknown } | undefined;
  try {
    await exchange(request, progress, deadline.signal);
  } catch (thrown) {
    failed = { thrown };
  } finally {
    deadline.clear();
    if (failed || !progress.message?.complete) progress.sent?.destroy();
  }
  const totalMs = performance.now() - started;
  const { dialled, sent, body } = progress;
  const ended = deadline.ended();
  return {
    url: maskUrl(request.url),
    method: request.method ?? 'GET',
    phases: dialled.phases,
    totalMs,
    address: dialled.address,
    attempts: dialled.attempts,
    reused: sent?.reusedSocket ?? false,
    tls: dialled.tls,
    response: await body?.response(),
    failure: failed && classifyFailure({ thrown: failed.thrown, ended, dialled, totalMs, ...placeOf(request.url) }),
  };
}

async function exchange(request: ProbeRequest, progress: Progress, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const agent = (await request.connections?.agent()) ?? new DialAgent({ keepAlive: false });
  const sent = httpRequest({ agent, ...requestArgs(request, progress.dialled, signal) });
  progress.sent = sent;
  sent.on('error', () => undefined);
  sent.end(request.body);
  const [socket] = await once(sent, 'socket', { signal });
  Object.assign(progress.dialled, factsOf(socket));
  const [message] = (await timed(progress.dialled, 'first-byte', () => once(sent, 'response', { signal }))) as [
    IncomingMessage,
  ];
  progress.message = message;
  const body = await bodyReader(message, request);
  progress.body = body;
  const giveUp = (): unknown => message.destroy(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    await timed(progress.dialled, 'body', body.read);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function requestArgs(request: ProbeRequest, record: DialRecord, signal: AbortSignal): DialRequestArgs {
  const { url, connectTimeoutMs } = request;
  const addresses = addressesOf(request);
  const place = placeOf(url);
  const tls = url.protocol === 'https:' ? (request.tls ?? {}) : undefined;
  const { username, password } = url;
  const headers = { 'user-agent': 'actions-suite', accept: '*/*', 'accept-encoding': 'identity', host: url.host };
  const own = [...(request.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    ...place,
    method: request.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, ...Object.fromEntries(own) },
    ...(username ? { auth: `${decodePart(username)}:${decodePart(password)}` } : {}),
    dial: { target: { ...place, tls, addresses, connectTimeoutMs, signal }, record },
  };
}

function placeOf(url: URL): { readonly host: string; readonly port: number } {
  return { host: hostOf(url), port: portOf(url) };
}
