import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { HttpError } from '@suite/core';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Takes the body of the answer piece by piece, so that none of it is kept. */
  readonly sink?: Sink;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Sink = (chunk: Buffer) => void;

export type Send = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpReply>;

/** A socket on which nothing moves for this long is given up. */
const IDLE_MS = 60_000;

/**
 * Requests over node:http(s) with connections kept open. Not fetch: it copies each body before sending it, which
 * doubles the memory of every part in flight.
 */
export async function openConnections(protocol: string): Promise<Send> {
  const { Agent, request } = await (protocol === 'http:' ? import('node:http') : import('node:https'));
  const agent: Agent = new Agent({ keepAlive: true });
  return (outgoing, signal) =>
    new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException): void => reject(networkError(outgoing.url, error));
      const options = { method: outgoing.method, headers: lengthOf(outgoing), agent, timeout: IDLE_MS };
      const call: ClientRequest = request(outgoing.url, { ...options, ...(signal ? { signal } : {}) }, (answer) => {
        receive(answer, outgoing.sink).then(resolve, fail);
      });
      call.on('timeout', () => call.destroy(new Error(`nothing moved for ${IDLE_MS / 1_000} s`)));
      call.on('error', fail);
      call.end(outgoing.body);
    });
}

function lengthOf({ headers, body, method }: HttpRequest): Record<string, string> {
  const sends = body !== undefined || method === 'PUT' || method === 'POST';
  return { ...headers, ...(sends ? { 'content-length': String(body?.length ?? 0) } : {}) };
}

/** What was asked for flows into the sink; a refusal is kept, so that its words can be read. */
async function receive(answer: IncomingMessage, sink: Sink | undefined): Promise<HttpReply> {
  const { statusCode = 0, headers } = answer;
  const chunks: Buffer[] = [];
  const take: Sink = sink && statusCode < 300 ? sink : (chunk) => void chunks.push(chunk);
  for await (const chunk of answer) take(chunk);
  return { status: statusCode, headers, body: Buffer.concat(chunks) };
}

function networkError(url: URL, error: NodeJS.ErrnoException): HttpError {
  const hint = 'check endpoint, the network between runner and store, and its certificate';
  return new HttpError(`the store at ${url.host} did not answer: ${error.message || error.code}`, {
    code: 'E_STORE_UNREACHABLE',
    cause: error,
    retryable: error.name !== 'AbortError',
    hint,
  });
}
