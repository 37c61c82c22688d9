import type { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { parseResolve, probeFollowing } from '../src/index.ts';
import { servers } from './ask.ts';
import { openZoo, serve } from './zoo.ts';

const up = servers();

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

  it('keep the own Host header and the client certificate from another origin', async () => {
    const zoo = openZoo();
    const pair = zoo.issue('DNS:localhost');
    const told = () =>
      serve(
        (request, response) => {
          if (request.url === '/away') response.writeHead(302, { location: `https://localhost:${other}/` }).end();
          else if (request.url === '/here') response.writeHead(302, { location: '/end' }).end();
          else
            response.end(`${request.headers.host} ${(request.socket as TLSSocket).getPeerCertificate().subject?.CN}`);
        },
        { ...pair, requestCert: true, rejectUnauthorized: false },
      );
    let other = 0;
    other = await up(told());
    const port = await up(told());
    const tls = { ca: zoo.ca, clientCertificate: pair.cert, clientKey: pair.key };
    const last = async (path: string): Promise<string | undefined> => {
      const url = new URL(`https://localhost:${port}${path}`);
      const { hops } = await probeFollowing(
        { url, timeoutMs: 10_000, tls, headers: new Map([['Host', 'shop.test']]) },
        5,
      );
      return hops.at(-1)?.response?.body.toString();
    };
    expect(await last('/here')).toBe('shop.test animal-1');
    expect(await last('/away')).toBe(`localhost:${other} undefined`);
    zoo.dispose();
  });

  it('connect where `resolve` says, for each host that they lead to', async () => {
    const end = await up(serve((_, response) => response.end('end')));
    const port = await up(serve((_, response) => response.writeHead(302, { location: `http://b.test:${end}/` }).end()));
    const resolve = parseResolve([`a.test:${port}:127.0.0.1`, `b.test:${end}:127.0.0.1`]);
    const { hops } = await probeFollowing({ url: new URL(`http://a.test:${port}/`), timeoutMs: 10_000, resolve }, 5);
    expect(hops.map(({ response, address }) => [response?.status, address])).toEqual([
      [302, '127.0.0.1'],
      [200, '127.0.0.1'],
    ]);
  });
});
