import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readLab } from '../lab/state.ts';

/** What happens to one request; `forward` is what an honest network does. */
export type Fault =
  | { readonly kind: 'forward' }
  /** The store gets it, the client never hears the answer. */
  | { readonly kind: 'lose-reply'; readonly after?: () => void }
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** One byte of the answer's body is turned. */
  | { readonly kind: 'flip' }
  /** Nothing is forwarded nor answered. */
  | { readonly kind: 'hang' };

export interface Proxy {
  readonly endpoint: string;
  /** `METHOD path?query` of every request, in order. */
  readonly seen: readonly string[];
  readonly close: () => void;
}

/** A store in front of the lab's store: it sees each request, and `decide` says what becomes of it. */
export async function openProxy(decide: (request: string, count: number) => Fault): Promise<Proxy> {
  const target = new URL(readLab().s3.endpoint);
  const seen: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const what = `${incoming.method} ${incoming.url}`;
    seen.push(what);
    const body = await read(incoming);
    const fault = decide(what, seen.filter((other) => other === what).length);
    if (fault.kind === 'hang') return;
    if (fault.kind === 'answer') {
      outgoing.writeHead(fault.status, { 'content-length': Buffer.byteLength(fault.body) }).end(fault.body);
      return;
    }
    forward(incoming, { target, body, fault }, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

function forward(
  incoming: IncomingMessage,
  { target, body, fault }: { target: URL; body: Buffer; fault: Fault },
  outgoing: ServerResponse,
): void {
  // The Host header goes on unchanged: it is part of the signature.
  const { method, url, headers } = incoming;
  const onward = request({ host: target.hostname, port: target.port, method, path: url, headers }, async (answer) => {
    const bytes = await read(answer);
    if (fault.kind === 'lose-reply') {
      fault.after?.();
      outgoing.destroy();
      return;
    }
    const middle = Math.floor(bytes.length / 2);
    if (fault.kind === 'flip') bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(bytes);
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(body);
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
