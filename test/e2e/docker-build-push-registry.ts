import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A registry on loopback that keeps what is pushed and lets a test spoil answers. */
export interface FaultyRegistry {
  readonly host: string;
  readonly manifests: ReadonlyMap<string, Buffer>;
  /** What it was asked, as `GET /path`. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** A status is the answer, `reset` cuts the connection; undefined: as a good registry does. */
export type Fault = (method: string, path: string) => number | 'reset' | undefined;

export async function faultyRegistry(fault: Fault): Promise<FaultyRegistry> {
  const shelf = { blobs: new Map<string, Buffer>(), manifests: new Map<string, Buffer>() };
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://registry');
    const method = request.method ?? '';
    const body = await buffer(request);
    requests.push(`${method} ${url.pathname}`);
    const said = fault(method, url.pathname);
    if (said === 'reset') return void request.socket.resetAndDestroy();
    const answer = said === undefined ? serve({ method, url, body }, shelf) : refusal(said);
    response.writeHead(answer.status, answer.headers).end(method === 'HEAD' ? undefined : answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, manifests: shelf.manifests, requests, close };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

interface Shelf {
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, Buffer>;
}

function refusal(status: number): Answer {
  const code = { 403: 'DENIED', 429: 'TOOMANYREQUESTS' }[status] ?? 'UNAVAILABLE';
  const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase() }] });
  return { status, headers: { 'content-type': 'application/json' }, body };
}

function serve({ method, url, body }: Asked, { blobs, manifests }: Shelf): Answer {
  const last = url.pathname.split('/').at(-1) ?? '';
  if (url.pathname === '/v2/') return { status: 200, headers: {}, body: '{}' };
  if (url.pathname.includes('/manifests/')) {
    if (method === 'PUT') manifests.set(last, body);
    const found = manifests.get(last);
    if (found === undefined) return { status: 404, headers: {} };
    return { status: method === 'PUT' ? 201 : 200, headers: { 'docker-content-digest': digestOf(found) }, body: found };
  }
  if (method === 'POST') {
    return { status: 202, headers: { location: `${url.pathname}${randomBytes(4).toString('hex')}`, range: '0-0' } };
  }
  const whole = Buffer.concat([blobs.get(last) ?? Buffer.alloc(0), body]);
  if (method === 'PATCH') {
    blobs.set(last, whole);
    return { status: 202, headers: { location: url.pathname, range: `0-${body.length - 1}` } };
  }
  if (method === 'PUT') {
    const digest = url.searchParams.get('digest') ?? '';
    blobs.set(digest, whole);
    return { status: 201, headers: { 'docker-content-digest': digest, location: url.pathname } };
  }
  const blob = blobs.get(last);
  if (blob === undefined) return { status: 404, headers: {} };
  return { status: 200, headers: { 'content-length': String(blob.length), 'docker-content-digest': last }, body: blob };
}

export function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
