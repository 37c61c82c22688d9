import { type Agent, type IncomingMessage, request } from 'node:http';
import type { LostKind, Sample } from './load-report.ts';

export interface Call {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly slow: boolean;
  readonly expected: number;
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly reused: boolean;
  readonly version?: string | undefined;
  readonly body?: string | undefined;
  readonly lost?: Sample['lost'];
}

type Rest = Omit<Answer, 'reused'>;

/** One request, never repeated: a reset of a reused connection is a lost answer like any other. */
export function send(call: Call, agent: Agent | false): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const headers = call.body ? { 'content-type': 'application/json', 'content-length': call.body.length } : {};
  const outgoing = request(call.url, { method: call.method, headers, agent });
  const finish = (rest: Rest) => {
    clearTimeout(deadline);
    resolve({ reused: outgoing.reusedSocket, ...rest });
  };
  let begun = false;
  const deadline = setTimeout(() => {
    finish({ lost: { kind: 'timeout', detail: `no whole answer in ${call.timeoutMs} ms` } });
    outgoing.destroy();
  }, call.timeoutMs);
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    const kind = begun ? 'truncated' : kindOf(error);
    finish({ lost: { kind, detail: error.code ?? error.message } });
  });
  outgoing.on('response', (incoming) => {
    begun = true;
    readAnswer(incoming, call.expected, finish);
  });
  outgoing.end(call.body);
  return promise;
}

function readAnswer(incoming: IncomingMessage, expected: number, finish: (rest: Rest) => void): void {
  const header = incoming.headers['x-version'];
  const version = Array.isArray(header) ? header[0] : header;
  const status = incoming.statusCode ?? 0;
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (chunk: string) => {
    body += chunk;
  });
  incoming.on('error', () => {});
  incoming.on('close', () => {
    const kind = !incoming.complete ? 'truncated' : status >= 500 ? '5xx' : 'unexpected';
    const whole = incoming.complete && status === expected;
    finish({
      version,
      body,
      lost: whole ? undefined : { kind, detail: `status ${status}, ${body.length} characters` },
    });
  });
}

function kindOf(error: NodeJS.ErrnoException): LostKind {
  if (error.code === 'ECONNREFUSED') return 'refused';
  if (error.code === 'ETIMEDOUT') return 'timeout';
  return error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'reset' : 'unexpected';
}
