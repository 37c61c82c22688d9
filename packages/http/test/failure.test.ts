import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProbeResult } from '../src/index.ts';
import { ask, sentence, servers } from './ask.ts';
import { blockLookups } from './block-lookups.ts';
import { darkPort, type Running, serve, serveTcp } from './zoo.ts';

const up = servers();

/** The first request loads what requests need: a short deadline must not end in that. */
beforeAll(async () => {
  const server = await serve((_, response) => response.end('ok'));
  await ask(`http://127.0.0.1:${server.port}/`);
  await server.close();
});

describe('a failure is told in one sentence', () => {
  it('of a name without an address', async () => {
    const result = await ask('http://nobody.invalid/');
    expect(result.failure).toMatchObject({ kind: 'dns', phase: 'dns' });
    const silent = result.failure?.code === 'EAI_AGAIN' ? ', which means that no name server answers' : '';
    expect(sentence(result)).toBe(`the name nobody.invalid has no address: DNS says ${result.failure?.code}${silent}`);
  });

  const alone = ['unshare', '-rn'] as const;
  it('of a name server that does not answer', () => {
    const script = `
      const { probe } = await import(${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)});
      console.log(JSON.stringify(await probe({ url: new URL('http://app.example.com/'), timeoutMs: 60_000 })));`;
    const node = [process.execPath, '--input-type=module', '--eval', script];
    const result: ProbeResult = JSON.parse(String(execFileSync(alone[0], [...alone.slice(1), ...node])));
    expect(result.failure).toMatchObject({ kind: 'dns', phase: 'dns', code: 'EAI_AGAIN' });
    expect(sentence(result)).toBe(
      'the name app.example.com has no address: DNS says EAI_AGAIN, which means that no name server answers',
    );
  }, 60_000);

  it('of a port where nobody listens', async () => {
    const port = await closedPort();
    const { failure, attempts } = await ask(`http://127.0.0.1:${port}/`);
    expect(failure).toMatchObject({ kind: 'connect-refused', phase: 'connect', code: 'ECONNREFUSED' });
    expect(failure?.message).toBe(`127.0.0.1:${port} refuses the connection: nothing listens on port ${port}`);
    expect(attempts).toMatchObject([{ address: '127.0.0.1', error: 'ECONNREFUSED' }]);
  });

  it('of several addresses, each with what it did', async () => {
    const port = await closedPort();
    const none = await ask(`http://app.example:${port}/`, { addresses: ['127.0.0.2', '127.0.0.3'] });
    expect(none.failure?.message).toBe(
      `app.example:${port} refuses the connection: nothing listens on port ${port} ` +
        '(tried 127.0.0.2 ECONNREFUSED, 127.0.0.3 ECONNREFUSED)',
    );
  });

  it('of an address that no route leads to', async () => {
    const result = await ask('http://255.255.255.255:8080/');
    expect(result.failure).toMatchObject({ kind: 'unreachable', phase: 'connect' });
    expect(result.failure?.code).toMatch(/^(ENETUNREACH|EACCES)$/);
    expect(sentence(result)).toBe(`255.255.255.255:PORT cannot be reached from here: ${result.failure?.code}`);
  });

  it('of addresses that do not answer within the connect timeout, which they share', async () => {
    const port = await up(darkPort());
    await up(darkPort('127.0.0.2', port));
    const addresses = ['127.0.0.1', '127.0.0.2'];
    const result = await ask(`http://app.example:${port}/`, { addresses, connectTimeoutMs: 1_500 });
    expect(result.failure).toMatchObject({ kind: 'connect-timeout', phase: 'connect', code: 'UNANSWERED' });
    expect(result.failure?.message).toContain(`app.example:${port} does not answer: no connection within 1.`);
    expect(sentence(result)).toBe(
      'app.example:PORT does not answer: no connection within T (tried 127.0.0.1 no answer, 127.0.0.2 no answer)',
    );
    expect(result.totalMs).toBeGreaterThan(1_400);
    expect(result.totalMs).toBeLessThan(2_900);
  });

  it('of a server that resets, in the handshake or after the request, hangs up, or speaks no HTTP', async () => {
    const reset = await up(serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())));
    const after = await ask(`http://127.0.0.1:${reset}/`);
    expect(after.failure).toMatchObject({ kind: 'reset', phase: 'first-byte', code: 'ECONNRESET' });
    expect(sentence(after)).toBe('127.0.0.1:PORT reset the connection in waiting for the answer');
    const shaking = await ask(`https://127.0.0.1:${reset}/`);
    expect(shaking.failure).toMatchObject({ kind: 'reset', phase: 'tls', code: 'ECONNRESET' });
    expect(sentence(shaking)).toBe('127.0.0.1:PORT reset the connection in the TLS handshake');
    const hangUp = await up(serveTcp((socket) => socket.once('data', () => socket.end())));
    const left = await ask(`http://127.0.0.1:${hangUp}/`);
    expect(left.failure?.kind).toBe('closed');
    expect(sentence(left)).toBe('127.0.0.1:PORT closed the connection without an answer');
    const ssh = await up(serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')));
    const other = await ask(`http://127.0.0.1:${ssh}/`);
    expect(other.failure).toMatchObject({ kind: 'protocol', code: 'HPE_INVALID_CONSTANT' });
    expect(sentence(other)).toBe(
      '127.0.0.1:PORT answers with something that is not HTTP/1: Parse Error: Expected HTTP/, RTSP/ or ICE/',
    );
  });

  it('of a body that breaks off', async () => {
    const port = await up(
      serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'))),
    );
    const result = await ask(`http://127.0.0.1:${port}/`);
    expect(result.failure).toMatchObject({ kind: 'body-cut', phase: 'body' });
    expect(sentence(result)).toBe('127.0.0.1:PORT closed the connection before the body was complete');
    expect(result.response?.body.toString()).toBe('half');
  });

  it('of a run that was cancelled', async () => {
    const silent = await up(serveTcp(() => undefined));
    const controller = new AbortController();
    const asked = ask(`http://127.0.0.1:${silent}/`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect((await asked).failure).toMatchObject({ kind: 'cancelled', message: 'the run was cancelled' });
  });
});

describe('a timeout is told with its phase, and what came before with its time', () => {
  it('in the name look-up', async () => {
    const end = blockLookups();
    const result = await ask('http://localhost:8080/', { timeoutMs: 300 });
    await end();
    expect(result.failure).toMatchObject({ kind: 'timeout', phase: 'dns' });
    expect(sentence(result)).toBe('localhost:PORT timed out in the name look-up after T');
  });

  it('in the TCP connection, with every address that was tried', async () => {
    const port = await up(darkPort());
    await up(darkPort('127.0.0.2', port));
    const one = await ask(`http://127.0.0.1:${port}/`, { timeoutMs: 500 });
    expect(one.failure).toMatchObject({ kind: 'connect-timeout', phase: 'connect' });
    expect(sentence(one)).toBe('127.0.0.1:PORT timed out in the TCP connection after T (dns T)');
    const addresses = ['127.0.0.1', '127.0.0.2'];
    const two = await ask(`http://app.example:${port}/`, { timeoutMs: 1_500, addresses });
    expect(sentence(two)).toBe(
      'app.example:PORT timed out in the TCP connection after T (dns T) ' +
        '(tried 127.0.0.1 no answer, 127.0.0.2 no answer)',
    );
  });

  it('in the TLS handshake and in waiting for the answer', async () => {
    const silent = await up(serveTcp(() => undefined));
    const shaking = await ask(`https://127.0.0.1:${silent}/`, { timeoutMs: 1_000 });
    expect(shaking.failure).toMatchObject({ kind: 'timeout', phase: 'tls' });
    expect(sentence(shaking)).toBe('127.0.0.1:PORT timed out in the TLS handshake after T (dns T, connect T)');
    const waiting = await ask(`http://127.0.0.1:${silent}/`, { timeoutMs: 1_000 });
    expect(waiting.failure).toMatchObject({ kind: 'timeout', phase: 'first-byte' });
    expect(sentence(waiting)).toBe('127.0.0.1:PORT timed out in waiting for the answer after T (dns T, connect T)');
  });

  it('in reading the body, of which the beginning is kept', async () => {
    const dribbling = await up(
      serve((_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.once('close', () => clearInterval(timer));
      }),
    );
    const reading = await ask(`http://127.0.0.1:${dribbling}/`, { timeoutMs: 1_000 });
    expect(reading.failure).toMatchObject({ kind: 'timeout', phase: 'body' });
    expect(sentence(reading)).toBe(
      '127.0.0.1:PORT timed out in reading the body after T (dns T, connect T, first-byte T)',
    );
    expect(reading.response?.body.toString()).toMatch(/^x+$/);
  });
});

async function closedPort(): Promise<number> {
  const { port, close }: Running = await serveTcp(() => undefined);
  await close();
  return port;
}
