import { TLSSocket } from 'node:tls';
import { probeConnection } from '@suite/http';
import { fakePorts } from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KeyPair, openZoo, type Running, serve, serveTcp, type Zoo } from '../../../packages/http/test/zoo.ts';
import { runnerHost } from '../src/ports/host.ts';
import { greetPostgres } from '../src/ports/postgres.ts';
import { realProbes } from '../src/ports/probes.ts';
import { greetRedis } from '../src/ports/redis.ts';
import type { CheckSample } from '../src/sample.ts';
import { takeSample } from '../src/take-sample.ts';
import { planOf } from './fakes.ts';

const running: Running[] = [];
async function up(server: Promise<Running>): Promise<number> {
  const one = await server;
  running.push(one);
  return one.port;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

let zoo: Zoo;
beforeAll(() => {
  zoo = openZoo();
});
afterAll(() => zoo.dispose());

/** One sample of one check, written as YAML. */
async function sample(check: string, inputs: Readonly<Record<string, string>> = {}): Promise<CheckSample> {
  const plan = await planOf({ checks: check, ...inputs }, zoo.ca);
  const [first] = plan.checks;
  if (first === undefined) throw new Error('no check');
  return takeSample(
    first,
    { plan, leftMs: 5_000 },
    { ...fakePorts(), probes: realProbes(runnerHost({}, fakePorts())) },
  );
}

describe('http', () => {
  it('sends headers and no-cache, and reads the answer', async () => {
    const port = await up(
      serve((request, response) => {
        const { 'cache-control': cache, 'x-trace': trace } = request.headers;
        response.end(JSON.stringify({ status: 'ok', version: `${cache}/${trace}` }));
      }),
    );
    const seen = await sample(`- http: http://localhost:${port}/`, { headers: 'X-Trace: 7' });
    expect(seen).toMatchObject({ class: 'pass', version: 'no-cache/7' });
  });

  it('refuses the certificates that wait-on takes', async () => {
    const hello = (pair: { key: string; cert: string }) => up(serve((_, response) => response.end('ok'), pair));
    expect(await sample(`- http: https://localhost:${await hello(zoo.issue('DNS:localhost'))}/`)).toMatchObject({
      class: 'pass',
    });
    for (const pair of [
      zoo.issue('DNS:localhost', { to: '20240102000000Z' }),
      zoo.issue('DNS:x.example'),
      zoo.selfSigned(),
    ]) {
      expect(await sample(`- http: https://localhost:${await hello(pair)}/`)).toMatchObject({ class: 'error' });
    }
  });
});

describe('tcp and tls', () => {
  it('pass where somebody listens, and tells the certificate', async () => {
    const plain = await up(serveTcp(() => undefined));
    expect(await sample(`- tcp: 127.0.0.1:${plain}`)).toMatchObject({ class: 'pass', message: 'open' });
    const secure = await up(serve(() => undefined, zoo.issue('DNS:localhost')));
    const seen = await sample(`- tls: localhost:${secure}`);
    expect(seen.message).toMatch(/^open, certificate for \d+ days$/);
    expect(seen.connection).toMatch(/^127.0.0.1 · dns .* · connect .* · tls .* · certificate CN=\S+ for \d+ days$/);
    expect(await sample(`- tls: 127.0.0.1:${plain}\n  request-timeout: 100ms`)).toMatchObject({ class: 'error' });
  });

  it('refuses a forwarder that accepts and closes because nobody is behind it', async () => {
    const port = await up(serveTcp((socket) => socket.end()));
    expect(await sample(`- tcp: 127.0.0.1:${port}`)).toMatchObject({ class: 'error' });
  });
});

describe('redis', () => {
  const redis = (reply: (command: string) => string) =>
    up(serveTcp((socket) => socket.on('data', (data) => socket.write(reply(data.toString())))));
  it.each([
    ['+PONG', 'pass', 'PONG'],
    ['+OK', 'fail', 'does not speak Redis: "+OK"'],
    ['+PONGER', 'fail', 'does not speak Redis: "+PONGER"'],
    ['-DENIED Redis is running in protected mode', 'fail', 'DENIED Redis is running in protected mode'],
    ['-NOAUTH Authentication required.', 'pass', 'up, wants a password'],
    ['-LOADING Redis is loading the dataset in memory', 'fail', 'LOADING Redis is loading the dataset in memory'],
    ['-MASTERDOWN Link with MASTER is down', 'fail', 'MASTERDOWN Link with MASTER is down'],
    ['HTTP/1.1 400 Bad Request', 'fail', 'does not speak Redis: "HTTP/1.1 400 Bad Request"'],
  ])('%s is %s', async (reply, expected, message) => {
    const port = await redis(() => `${reply}\r\n`);
    expect(await sample(`- redis: 127.0.0.1:${port}`)).toMatchObject({ class: expected, message });
  });
  it('logs in with its password, and is hopeless where that is wrong', async () => {
    const said: string[] = [];
    const port = await redis((command) => {
      said.push(command);
      if (command.includes('PING')) return '+PONG\r\n';
      return command.includes('right-word') ? '+OK\r\n' : '-WRONGPASS invalid username-password pair\r\n';
    });
    expect(await sample(`- redis: redis://:right-word@127.0.0.1:${port}`)).toMatchObject({ class: 'pass' });
    expect(said[0]).toBe('*2\r\n$4\r\nAUTH\r\n$10\r\nright-word\r\n');
    expect(await sample(`- redis: redis://u:wrong-word@127.0.0.1:${port}`)).toMatchObject({
      class: 'fail',
      cause: 'auth-refused',
    });
  });
  it('that hangs up or is silent is an error', async () => {
    const hangUp = await up(serveTcp((socket) => socket.on('data', () => socket.end())));
    expect(await sample(`- redis: 127.0.0.1:${hangUp}`)).toMatchObject({ class: 'error' });
    const silent = await up(serveTcp(() => undefined));
    expect(await sample(`- redis: 127.0.0.1:${silent}\n  request-timeout: 100ms`)).toMatchObject({ class: 'error' });
  });
});

describe('tcp at the port of a database', () => {
  const error = (code: string): Buffer => {
    const fields = Buffer.from(`SFATAL\0C${code}\0Mthe database system is starting up\0\0`);
    return Buffer.concat([Buffer.from([0x45, 0, 0, 0, fields.length + 4]), fields]);
  };
  const greeting = (first: (said: Buffer) => Buffer | string) => () =>
    serveTcp((socket) => socket.once('data', (said) => socket.end(first(said))));
  const ask = async (greet: typeof greetPostgres, server: () => Promise<Running>) => {
    const port = await up(server());
    return probeConnection({ host: '127.0.0.1', port, timeoutMs: 4_000 }, greet);
  };

  it.each([
    ['that takes connections', Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]), 'accepting'],
    ['that wants a password', Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 10]), 'accepting'],
    ['that lets this user not in', error('28000'), 'accepting'],
    ['that starts', error('57P03'), 'rejecting'],
    ['that has no connection left', error('53300'), 'rejecting'],
    ['that is none', 'HTTP/1.1 400 Bad Request\r\n\r\n', undefined],
  ] as const)('asks a PostgreSQL %s', async (_, answer, verdict) => {
    expect(
      (
        await ask(
          greetPostgres,
          greeting(() => answer),
        )
      ).value?.verdict,
    ).toBe(verdict);
  });

  it('asks PostgreSQL by a start-up message without credentials', async () => {
    let said: Buffer | undefined;
    await ask(
      greetPostgres,
      greeting((data) => {
        said = data;
        return 'N';
      }),
    );
    expect(said?.readInt32BE(0)).toBe(said?.length);
    expect(said?.subarray(8).toString()).toBe('user\0postgres\0application_name\0health-gate\0\0');
  });

  it.each([
    ['+PONG', 'accepting'],
    ['-NOAUTH Authentication required.', 'accepting'],
    ['-LOADING Redis is loading the dataset in memory', 'rejecting'],
    ['SSH-2.0-OpenSSH_9.2', undefined],
  ])('asks a Redis that says %s', async (line, verdict) => {
    expect(
      (
        await ask(
          greetRedis,
          greeting(() => `${line}\r\n`),
        )
      ).value?.verdict,
    ).toBe(verdict);
  });
});

describe('postgres', () => {
  const error = (code: string, text: string): Buffer => {
    const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`);
    const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
    return Buffer.concat([head, fields]);
  };
  const postgres = (reply: Buffer) => up(serveTcp((socket) => socket.once('data', () => socket.end(reply))));
  const CLEAR_TEXT = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);

  it.each([
    ['57P03', 'the database system is starting up', '', 'fail', 'refused'],
    ['53300', 'sorry, too many clients already', '', 'fail', 'refused'],
    ['28P01', 'password authentication failed', 'app:secret-word@', 'fail', 'auth-refused'],
    ['28000', 'no pg_hba.conf entry', '', 'pass', undefined],
    ['3D000', 'database "app" does not exist', 'app:secret-word@', 'fail', 'refused'],
    ['3D000', 'database "app" does not exist', '', 'pass', undefined],
  ])('%s %s as %s is %s', async (code, text, user, expected, cause) => {
    const port = await postgres(error(code, text));
    const seen = await sample(`- postgres: postgres://${user}127.0.0.1:${port}/app`);
    expect([seen.class, seen.cause]).toEqual([expected, cause]);
    expect(seen.message).toContain(`${code} ${text}`);
  });

  it('that asks for a password which was not given is up', async () => {
    const port = await postgres(CLEAR_TEXT);
    expect(await sample(`- postgres: 127.0.0.1:${port}`)).toMatchObject({
      class: 'pass',
      message: 'up, wants a password',
    });
  });

  /** Takes TLS as PostgreSQL does, and then asks for a password. */
  const secured = (pair: KeyPair, first = 'S') =>
    up(
      serveTcp((plain) =>
        plain.once('data', () => {
          plain.write(first);
          if (first !== 'S') return;
          const socket = new TLSSocket(plain, { isServer: true, ...pair });
          socket.on('error', () => undefined).once('data', () => socket.end(CLEAR_TEXT));
        }),
      ),
    );
  const verified = async (port: number) => sample(`- postgres: postgres://localhost:${port}/app?sslmode=verify-full`);

  it('over TLS is verified, and its certificate is told', async () => {
    const good = await verified(await secured(zoo.issue('DNS:localhost')));
    expect(good).toMatchObject({ class: 'pass', message: 'up, wants a password' });
    expect(good.connection).toMatch(/ · tls .* · certificate CN=\S+ for \d+ days$/);
    for (const [pair, message] of [
      [zoo.issue('DNS:localhost', { to: '20240102000000Z' }), /the certificate expired \d+ days ago \(CN=/],
      [zoo.issue('DNS:x.example'), /not for localhost but for x.example/],
      [zoo.selfSigned(), /signed by itself/],
    ] as const) {
      const seen = await verified(await secured(pair));
      expect(seen).toMatchObject({ class: 'error' });
      expect(seen.message).toMatch(message);
    }
  });

  it('that takes no TLS where it is asked for is refused, one that is silent then times out', async () => {
    const port = await secured(zoo.issue('DNS:localhost'), 'N');
    expect(await verified(port)).toMatchObject({
      class: 'fail',
      message: 'takes no TLS, which sslmode=verify-full asks for',
    });
    const silent = await up(serveTcp(() => undefined));
    const check = `- postgres: postgres://127.0.0.1:${silent}/?sslmode=require\n  request-timeout: 300ms`;
    const seen = await sample(check);
    expect(seen).toMatchObject({ class: 'error' });
    expect(seen.message).toContain('timed out in the TLS handshake');
  });

  it('is asked at each address, and a percent sign in its password is no crash', async () => {
    const port = await postgres(error('57P03', 'the database system is starting up'));
    const seen = await sample(`- postgres: postgres://app:50%off@localhost:${port}/a`, {
      addresses: '127.0.0.1\n127.0.0.9',
    });
    expect(seen.message).toMatch(/^0 of 2 good, 127.0.0.1 57P03 .*, 127.0.0.9 .*refuses the connection/);
  });

  it('that refuses, hangs up or is silent is an error', async () => {
    const { port, close } = await serveTcp(() => undefined);
    await close();
    const refused = await sample(`- postgres: 127.0.0.1:${port}`);
    expect(refused).toMatchObject({ class: 'error' });
    expect(refused.message).toContain('refuses the connection');
    const silent = await up(serveTcp(() => undefined));
    const timedOut = await sample(`- postgres: 127.0.0.1:${silent}\n  request-timeout: 100ms`);
    expect(timedOut).toMatchObject({ class: 'error' });
    expect(timedOut.message).toContain('timed out in waiting for the answer');
    const hangUp = await up(serveTcp((socket) => socket.once('data', () => socket.end())));
    expect(await sample(`- postgres: 127.0.0.1:${hangUp}`)).toMatchObject({ class: 'error' });
  });
});
