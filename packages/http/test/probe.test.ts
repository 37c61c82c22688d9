import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openConnections, type ProbeRequest, type ProbeResult, probe, probeFollowing } from '../src/index.ts';
import { openZoo, type Running, serve, serveTcp, type Zoo } from './zoo.ts';

const running: Running[] = [];
async function up(server: Promise<Running>): Promise<number> {
  const one = await server;
  running.push(one);
  return one.port;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const ask = (url: string, more: Partial<ProbeRequest> = {}): Promise<ProbeResult> =>
  probe({ url: new URL(url), timeoutMs: 3_000, ...more });

describe('an answer', () => {
  it('has status, headers, body, address and the time of each phase', async () => {
    const port = await up(serve((_, response) => response.setHeader('X-Version', '1.2').end('hello')));
    const result = await ask(`http://localhost:${port}/`);
    expect(result).toMatchObject({ address: '127.0.0.1', reused: false, failure: undefined });
    expect(result.response).toMatchObject({ status: 200, size: 5, cut: false, httpVersion: '1.1' });
    expect(result.response?.body.toString()).toBe('hello');
    expect(result.response?.headers.get('x-version')).toEqual(['1.2']);
    expect(Object.keys(result.phases)).toEqual(['dns', 'connect', 'first-byte', 'body']);
  });

  it('is not followed where it redirects', async () => {
    const port = await up(serve((_, response) => response.writeHead(301, { location: '/b' }).end()));
    expect((await ask(`http://localhost:${port}/a`)).response?.status).toBe(301);
  });

  it('is cut at max-body, and hashed whole where that is asked for', async () => {
    const port = await up(serve((_, response) => response.end('x'.repeat(100_000))));
    const cut = await ask(`http://localhost:${port}/`, { maxBodyBytes: 10 });
    expect(cut.response).toMatchObject({ cut: true });
    expect(cut.response?.body.toString()).toBe('xxxxxxxxxx');
    const whole = await ask(`http://localhost:${port}/`, { maxBodyBytes: 10, hash: true });
    expect(whole.response).toMatchObject({ cut: true, size: 100_000 });
    expect(whole.response?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  const json = Buffer.from('{"status":"up"}');
  it.each([
    ['gzip', gzipSync(json)],
    ['GZIP', gzipSync(json)],
    ['deflate', deflateSync(json)],
    ['deflate', deflateRawSync(json)],
    ['br', brotliCompressSync(json)],
    ['zstd', zstdCompressSync(json)],
    ['identity', json],
    ['deflate, gzip', gzipSync(deflateSync(json))],
  ])('is decompressed where the server compresses it unasked: %s', async (encoding, body) => {
    const port = await up(serve((_, response) => response.setHeader('Content-Encoding', encoding).end(body)));
    const { response } = await ask(`http://127.0.0.1:${port}/`);
    expect(response?.body.toString()).toBe('{"status":"up"}');
    expect(response?.undecoded).toBeUndefined();
  });

  it.each([
    ['unknown', 'compress', json],
    ['known only beside another', 'gzip, compress', json],
    ['broken', 'gzip', Buffer.from('{"status":"down"}')],
    ['cut', 'gzip', gzipSync(json).subarray(0, -9)],
    ['beyond the cap', 'br', brotliCompressSync(Buffer.alloc(5_000_000))],
    ['of no name but a property', 'constructor', json],
  ])('is said not to be decompressed where its encoding is %s', async (_, encoding, body) => {
    const port = await up(serve((_, response) => response.setHeader('content-encoding', encoding).end(body)));
    const { response, failure } = await ask(`http://127.0.0.1:${port}/`, { maxBodyBytes: 100_000 });
    expect(failure).toBeUndefined();
    expect(response).toMatchObject({ undecoded: encoding, body, cut: false });
  });

  it('is said not to be decompressed where it goes on beyond max-body', async () => {
    const noise = gzipSync(randomBytes(1_000));
    const port = await up(serve((_, response) => response.setHeader('content-encoding', 'gzip').end(noise)));
    const { response } = await ask(`http://127.0.0.1:${port}/`, { maxBodyBytes: 500 });
    expect(response).toMatchObject({ undecoded: 'gzip', cut: true });
  });

  it('without a body has no encoding', async () => {
    const port = await up(serve((_, response) => response.setHeader('content-encoding', 'gzip').end()));
    const { response } = await ask(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
    expect(response).toMatchObject({ status: 200, size: 0 });
    expect(response?.undecoded).toBeUndefined();
  });

  it('comes over a kept connection the second time', async () => {
    const port = await up(serve((_, response) => response.end('ok')));
    const connections = openConnections();
    const first = await ask(`http://localhost:${port}/`, { connections });
    const second = await ask(`http://localhost:${port}/`, { connections });
    connections.close();
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect(Object.keys(second.phases)).toEqual(['first-byte', 'body']);
    expect(second.address).toBe('127.0.0.1');
  });

  it('is asked for again where the server closed the kept connection', async () => {
    let answered = 0;
    const port = await up(
      serveTcp((socket) =>
        socket.on('data', () => {
          answered += 1;
          if (answered === 2) socket.destroy();
          else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        }),
      ),
    );
    const connections = openConnections();
    await ask(`http://localhost:${port}/`, { connections });
    const second = await ask(`http://localhost:${port}/`, { connections });
    connections.close();
    expect(second.response?.status).toBe(200);
    expect(answered).toBe(3);
  });
});

describe('redirects', () => {
  it('are the answer where none is followed', async () => {
    const port = await up(serve((_, response) => response.writeHead(301, { location: '/b' }).end()));
    const asked = { url: new URL(`http://127.0.0.1:${port}/a`), timeoutMs: 3_000 };
    const { hops, stopped } = await probeFollowing(asked, 0);
    expect(hops.map(({ response }) => response?.status)).toEqual([301]);
    expect(stopped).toBeUndefined();
    expect((await probeFollowing(asked, 1)).stopped).toBe('loop');
  });

  it('are followed with credentials only at their origin, and a loop is told', async () => {
    const seen: (string | undefined)[] = [];
    const other = await up(serve((request, response) => response.end(String(request.headers.authorization))));
    const port = await up(
      serve((request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
        const to = request.url === '/out' ? `http://localhost:${other}/` : request.url === '/a' ? '/b' : '/a';
        response.writeHead(302, { location: to }).end();
      }),
    );
    const request = { timeoutMs: 3_000, headers: new Map([['Authorization', 'Bearer x']]) };
    const loop = await probeFollowing({ ...request, url: new URL(`http://localhost:${port}/a`), method: 'POST' }, 5);
    expect(loop.stopped).toBe('loop');
    expect(seen).toEqual(['POST /a Bearer x', 'GET /b Bearer x', 'GET /a Bearer x']);
    const out = await probeFollowing({ ...request, url: new URL(`http://localhost:${port}/out`) }, 5);
    expect(out.hops.at(-1)?.response?.body.toString()).toBe('undefined');
  });

  it('keep every credential header from another origin, and the login of the address at its own', async () => {
    const told = (names: readonly string[]) =>
      serve((request, response) => {
        if (request.url === '/away') response.writeHead(302, { location: `http://localhost:${other}/` }).end();
        else if (request.url === '/here') response.writeHead(302, { location: '/end' }).end();
        else response.end(names.map((name) => `${name}=${request.headers[name]}`).join(' '));
      });
    const names = ['x-api-key', 'x-vault-token', 'x-trace', 'authorization'];
    let other = 0;
    other = await up(told(names));
    const port = await up(told(names));
    const headers = new Map([
      ['X-Api-Key', 'k'],
      ['X-Vault-Token', 't'],
      ['X-Trace', 'yes'],
    ]);
    const last = async (url: string): Promise<string | undefined> => {
      const { hops } = await probeFollowing({ url: new URL(url), timeoutMs: 3_000, headers }, 5);
      return hops.at(-1)?.response?.body.toString();
    };
    const away = await last(`http://localhost:${port}/away`);
    expect(away).toBe('x-api-key=undefined x-vault-token=undefined x-trace=yes authorization=undefined');
    const login = Buffer.from('ann:pass word').toString('base64');
    const here = await last(`http://ann:pass%20word@localhost:${port}/here`);
    expect(here).toBe(`x-api-key=k x-vault-token=t x-trace=yes authorization=Basic ${login}`);
  });
});

describe('a failure is told in one sentence', () => {
  let zoo: Zoo;
  beforeAll(() => {
    zoo = openZoo();
  });
  afterAll(() => zoo.dispose());
  const tls = (): { tls: { ca: string } } => ({ tls: { ca: zoo.ca } });
  const hello = serve.bind(null, (_, response) => response.end('hello'));

  it('of certificates: good, expired, not yet valid, wrong host, unknown authority, self-signed', async () => {
    const good = await up(hello(zoo.issue('DNS:localhost')));
    const result = await ask(`https://localhost:${good}/`, tls());
    expect(result.response?.status).toBe(200);
    expect(result.tls).toMatchObject({ valid: true, protocol: 'TLSv1.3' });
    expect(result.tls?.certificate).toMatchObject({ issuer: 'CN=Zoo Authority', names: ['localhost'] });

    const unknown = await ask(`https://localhost:${good}/`);
    expect(unknown.response).toBeUndefined();
    expect(unknown.failure).toMatchObject({ kind: 'tls-unknown-ca', phase: 'tls' });
    expect(unknown.failure?.message).toContain('an authority that is not trusted here (CN=animal-1');
    expect((await ask(`https://localhost:${good}/`, { tls: { verify: false } })).response?.status).toBe(200);

    const cases = [
      [
        zoo.issue('DNS:localhost', { to: '20240102000000Z' }),
        'tls-expired',
        /expired \d+ days ago \(CN=animal-2, issuer CN=Zoo/,
      ],
      [
        zoo.issue('DNS:localhost', { from: '20900102000000Z' }),
        'tls-not-yet-valid',
        /not valid yet, from 2090-01-02 on/,
      ],
      [
        zoo.issue('DNS:other.example'),
        'tls-wrong-host',
        /not for localhost but for other\.example, served by 127\.0\.0\.1/,
      ],
      [zoo.selfSigned(), 'tls-self-signed', /signed by itself/],
    ] as const;
    for (const [pair, kind, message] of cases) {
      const { failure, response } = await ask(`https://localhost:${await up(hello(pair))}/`, tls());
      expect(response).toBeUndefined();
      expect(failure?.kind).toBe(kind);
      expect(failure?.message).toMatch(message);
    }
  });

  it('of https to a port that speaks plain HTTP', async () => {
    const { failure } = await ask(`https://localhost:${await up(hello())}/`);
    expect(failure).toMatchObject({ kind: 'tls-plain-http', phase: 'tls' });
    expect(failure?.message).toContain('does not speak TLS');
  });

  it('of a name without an address', async () => {
    const { failure } = await ask('http://nobody.invalid/');
    expect(failure).toMatchObject({ kind: 'dns', phase: 'dns' });
    expect(failure?.message).toMatch(/^the name nobody\.invalid has no address: DNS says E/);
  });

  it('of a port where nobody listens', async () => {
    const { port, close } = await serveTcp(() => undefined);
    await close();
    const { failure, attempts } = await ask(`http://127.0.0.1:${port}/`);
    expect(failure).toMatchObject({ kind: 'connect-refused', code: 'ECONNREFUSED' });
    expect(failure?.message).toBe(`127.0.0.1:${port} refuses the connection: nothing listens on port ${port}`);
    expect(attempts).toMatchObject([{ address: '127.0.0.1', error: 'ECONNREFUSED' }]);
  });

  it('of several addresses, each with what it did', async () => {
    const port = await up(serve((_, response) => response.end('ok')));
    const some = await ask(`http://app.example:${port}/`, { addresses: ['127.0.0.2', '127.0.0.1'] });
    expect(some).toMatchObject({
      address: '127.0.0.1',
      attempts: [{ error: 'ECONNREFUSED' }, { address: '127.0.0.1' }],
    });
    const none = await ask(`http://app.example:${port}/`, { addresses: ['127.0.0.2', '127.0.0.3'] });
    expect(none.failure?.message).toContain('(tried 127.0.0.2 ECONNREFUSED, 127.0.0.3 ECONNREFUSED)');
  });

  it('of a server that resets, hangs up, or speaks no HTTP', async () => {
    const reset = await up(serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())));
    expect((await ask(`http://localhost:${reset}/`)).failure).toMatchObject({ kind: 'reset', phase: 'first-byte' });
    const hangUp = await up(serveTcp((socket) => socket.once('data', () => socket.end())));
    expect((await ask(`http://localhost:${hangUp}/`)).failure?.message).toContain(
      'closed the connection without an answer',
    );
    const ssh = await up(serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')));
    expect((await ask(`http://localhost:${ssh}/`)).failure).toMatchObject({ kind: 'protocol' });
  });

  it('of a body that breaks off', async () => {
    const port = await up(
      serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'))),
    );
    const { failure, response } = await ask(`http://localhost:${port}/`);
    expect(failure).toMatchObject({ kind: 'body-cut', phase: 'body' });
    expect(response?.body.toString()).toBe('half');
  });

  it('of a timeout, with the phase it happened in', async () => {
    const silent = await up(serveTcp(() => undefined));
    const waiting = await ask(`http://localhost:${silent}/`, { timeoutMs: 100 });
    expect(waiting.failure).toMatchObject({ kind: 'timeout', phase: 'first-byte' });
    expect(waiting.failure?.message).toMatch(/timed out in waiting for the answer after \d+ ms \(dns .*, connect .*\)/);
    const shaking = await ask(`https://localhost:${silent}/`, { timeoutMs: 100 });
    expect(shaking.failure).toMatchObject({ kind: 'timeout', phase: 'tls' });
    const dribbling = await up(
      serve((_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.once('close', () => clearInterval(timer));
      }),
    );
    const reading = await ask(`http://localhost:${dribbling}/`, { timeoutMs: 200 });
    expect(reading.failure).toMatchObject({ kind: 'timeout', phase: 'body' });
    expect(reading.response?.status).toBe(200);
  });

  it('of a run that was cancelled', async () => {
    const silent = await up(serveTcp(() => undefined));
    const controller = new AbortController();
    const asked = ask(`http://localhost:${silent}/`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect((await asked).failure?.kind).toBe('cancelled');
  });
});
