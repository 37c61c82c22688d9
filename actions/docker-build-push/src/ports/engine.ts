import type { IncomingMessage } from 'node:http';
import { ActionError, type Secret } from '@suite/core';

/** A request to the engine. `query` is encoded here. */
export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | Secret>>;
  readonly body?: Secret;
  readonly signal?: AbortSignal;
}

export interface EngineResponse {
  readonly status: number;
  readonly text: string;
}

/** The engine's HTTP API. */
export interface EnginePort {
  /** @throws ActionError `E_ENGINE` where nobody answers. */
  readonly send: (request: EngineRequest) => Promise<EngineResponse>;
  /** The body as it comes. @throws ActionError `E_ENGINE` where nobody answers, or with another status than 200. */
  readonly stream: (request: EngineRequest) => Promise<AsyncIterable<Buffer>>;
}

/** The engine behind a unix socket. */
export function engineAt(socket: string): EnginePort {
  return {
    send: async (wanted) => {
      const response = await open(socket, wanted);
      return { status: response.statusCode ?? 0, text: await readText(response) };
    },
    stream: async (wanted) => {
      const response = await open(socket, wanted);
      if (response.statusCode === 200) return response;
      const text = await readText(response);
      throw new ActionError(`the engine answered ${response.statusCode}: ${text.trim()}`, { code: 'E_ENGINE' });
    },
  };
}

async function open(socketPath: string, wanted: EngineRequest): Promise<IncomingMessage> {
  // Loaded when it is first needed: half of the start-up of a run with bad inputs.
  const { request } = await import('node:http');
  const query = new URLSearchParams(wanted.query).toString();
  const headers: Record<string, string> = wanted.body === undefined ? {} : { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(wanted.headers ?? {})) {
    headers[name] = typeof value === 'string' ? value : value.reveal();
  }
  return new Promise((resolve, reject) => {
    const path = `${wanted.path}${query === '' ? '' : `?${query}`}`;
    const { method, signal } = wanted;
    const sent = request({ socketPath, path, method, headers, host: 'docker', ...(signal ? { signal } : {}) }, resolve);
    sent.once('error', (error) => reject(unreachable(socketPath, error)));
    sent.end(wanted.body?.reveal());
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function unreachable(socket: string, cause: NodeJS.ErrnoException): ActionError {
  const reason =
    cause.code === 'ENOENT' ? 'there is no such socket' : cause.code === 'EACCES' ? 'permission denied' : cause.message;
  const hint = 'start Docker on this runner, or set DOCKER_HOST to unix://<socket>; the job needs access to the socket';
  return new ActionError(`no Docker engine at ${socket}: ${reason}`, { code: 'E_ENGINE', cause, hint });
}
