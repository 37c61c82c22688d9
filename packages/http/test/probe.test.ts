import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openConnections } from '../src/index.ts';
import { ask, servers } from './ask.ts';
import { serve, serveTcp } from './zoo.ts';

const up = servers();

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
