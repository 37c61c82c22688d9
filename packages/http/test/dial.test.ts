import { describe, expect, it } from 'vitest';
import { openConnections, probeConnection, staysOpen } from '../src/index.ts';
import { ask, servers } from './ask.ts';
import { darkPort, openZoo, serve, serveTcp } from './zoo.ts';

const up = servers();
const hello = (): ReturnType<typeof serve> => serve((_, response) => response.end('ok'));

describe('several addresses of a name', () => {
  it('are tried beside each other where the first one, of IPv6, does not answer', async () => {
    const port = await up(hello());
    await up(darkPort('::1', port));
    const result = await ask(`http://app.example:${port}/`, { addresses: ['::1', '127.0.0.1'] });
    expect(result).toMatchObject({ address: '127.0.0.1', failure: undefined });
    expect(result.attempts).toMatchObject([{ address: '127.0.0.1' }, { address: '::1', error: 'UNANSWERED' }]);
    expect(result.attempts[0]).not.toHaveProperty('error');
    expect(result.phases.connect).toBeGreaterThan(200);
  });

  it('are told where IPv6 refuses and IPv4 connects', async () => {
    const port = await up(hello());
    const result = await ask(`http://app.example:${port}/`, { addresses: ['::1', '127.0.0.1'] });
    expect(result).toMatchObject({ address: '127.0.0.1', failure: undefined });
    expect(result.attempts).toMatchObject([{ address: '::1', error: 'ECONNREFUSED' }, { address: '127.0.0.1' }]);
  });

  it('are waited for where the first one answers later than the second one is tried', async () => {
    const port = await up(darkPort());
    const asked = ask(`http://app.example:${port}/`, { addresses: ['127.0.0.1', '127.0.0.2'], timeoutMs: 1_000 });
    const result = await asked;
    expect(result.failure?.message).toContain('(tried 127.0.0.2 ECONNREFUSED, 127.0.0.1 no answer)');
  });
});

describe('a dial that is given up', () => {
  const dark = ['127.0.0.1', '127.0.0.2', '127.0.0.3'] as const;
  const everywhere = async (): Promise<number> => {
    const port = await up(darkPort());
    await up(darkPort('127.0.0.2', port));
    await up(darkPort('127.0.0.3', port));
    return port;
  };
  const connecting = (): number => process.getActiveResourcesInfo().filter((name) => /^TCP/.test(name)).length;

  it.each([
    ['by the deadline', () => ({ timeoutMs: 100 }), 'connect-timeout'],
    ['by the connect timeout', () => ({ timeoutMs: 10_000, connectTimeoutMs: 100 }), 'connect-timeout'],
    ['by the caller', () => ({ timeoutMs: 10_000, signal: AbortSignal.timeout(100) }), 'cancelled'],
  ] as const)('%s ends at once, and leaves no socket behind', async (_, limits, kind) => {
    const port = await everywhere();
    const before = connecting();
    const target = { host: 'app.example', port, addresses: dark };
    const result = await probeConnection({ ...target, ...limits() }, (socket) => staysOpen(socket, 10));
    expect(result.failure?.kind).toBe(kind);
    expect(result.attempts.length).toBeLessThan(3);
    expect(result.totalMs).toBeLessThan(5_000);
    await expect.poll(connecting, { timeout: 5_000 }).toBeLessThanOrEqual(before);
  });

  it('before it began ends at once', async () => {
    const target = { host: '127.0.0.1', port: await up(darkPort()), timeoutMs: 10_000, signal: AbortSignal.abort() };
    const result = await probeConnection(target, (socket) => staysOpen(socket, 10));
    expect(result.failure?.kind).toBe('cancelled');
  });

  it('in the handshake closes the connection', async () => {
    const closed = Promise.withResolvers<void>();
    const port = await up(serveTcp((socket) => socket.once('close', () => closed.resolve()).resume()));
    const target = { host: '127.0.0.1', port, timeoutMs: 500, tls: {} };
    const result = await probeConnection(target, (socket) => staysOpen(socket, 10));
    expect(result.failure).toMatchObject({ kind: 'timeout', phase: 'tls' });
    await closed.promise;
  });
});

describe('a request', () => {
  it('with more time than a timer takes has it', async () => {
    const port = await up(serve((_, response) => setTimeout(() => response.end('ok'), 50)));
    const result = await ask(`http://127.0.0.1:${port}/`, { timeoutMs: 2 ** 40, connectTimeoutMs: 2 ** 40 });
    expect(result).toMatchObject({ failure: undefined, response: { status: 200 } });
  });

  it('to port 0 goes to no other one', async () => {
    const { failure } = await ask('http://127.0.0.1:0/');
    expect(failure?.message).toContain('127.0.0.1:0 ');
  });
});

describe('a kept connection', () => {
  it('still tells its certificate and address', async () => {
    const zoo = openZoo();
    const port = await up(serve((_, response) => response.end('ok'), zoo.issue('DNS:localhost')));
    const connections = openConnections();
    const more = { connections, tls: { ca: zoo.ca } };
    const first = await ask(`https://localhost:${port}/`, more);
    const second = await ask(`https://localhost:${port}/`, more);
    connections.close();
    zoo.dispose();
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect(second.tls?.certificate?.names).toEqual(['localhost']);
    expect(second.tls).toEqual(first.tls);
    expect(second.address).toBe('127.0.0.1');
  });

  it('tells its address also where the second answer never comes', async () => {
    let asked = 0;
    const port = await up(
      serveTcp((socket) =>
        socket.on('data', () => {
          asked += 1;
          if (asked === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        }),
      ),
    );
    const connections = openConnections();
    await ask(`http://localhost:${port}/`, { connections });
    const second = await ask(`http://localhost:${port}/`, { connections, timeoutMs: 500 });
    connections.close();
    expect(second).toMatchObject({ reused: true, address: '127.0.0.1', failure: { phase: 'first-byte' } });
    expect(second.failure?.message).toContain(`localhost:${port} (127.0.0.1) timed out in waiting for the answer`);
  });
});
