import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProbeResult } from '../src/index.ts';
import { ask, sentence, servers } from './ask.ts';
import { type KeyPair, openZoo, serve, serveTcp, type Zoo } from './zoo.ts';

const DAY_MS = 86_400_000;
const up = servers();
let zoo: Zoo;
beforeAll(() => {
  zoo = openZoo();
});
afterAll(() => zoo.dispose());

/** A day as openssl takes it. */
const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().replace(/[-:T]|\.\d+/g, '');

const hello = (pair?: KeyPair & Parameters<typeof serve>[1]) => serve((_, response) => response.end('hello'), pair);
const trusting = async (pair: KeyPair): Promise<ProbeResult> =>
  ask(`https://localhost:${await up(hello(pair))}/`, { tls: { ca: zoo.ca } });

describe('a certificate', () => {
  it('that is good lets the request through, with its facts', async () => {
    const result = await trusting(zoo.issue('DNS:localhost'));
    expect(result.response?.status).toBe(200);
    expect(result.tls).toMatchObject({ valid: true, protocol: 'TLSv1.3' });
    expect(result.tls?.certificate).toMatchObject({ issuer: 'CN=Zoo Authority', names: ['localhost'] });
  });

  it.each([
    [-0.5, 'less than a day'],
    [-1.5, '1 day'],
    [-59.5, '59 days'],
  ])('that expired %d days ago says so', async (days, ago) => {
    const result = await trusting(zoo.issue('DNS:localhost', { to: day(days) }));
    expect(result.failure).toMatchObject({ kind: 'tls-expired', phase: 'tls', code: 'CERT_HAS_EXPIRED' });
    expect(result.response).toBeUndefined();
    expect(named(result)).toBe(
      `the certificate expired ${ago} ago (CN=animal, issuer CN=Zoo Authority), served by 127.0.0.1`,
    );
  });

  it.each([
    ['an expired intermediate', { to: day(-59) }, 'tls-expired', 'has expired'],
    ['an intermediate of tomorrow', { from: day(1) }, 'tls-not-yet-valid', 'is not valid yet'],
  ])('behind %s is not said to be it itself', async (_, dates, kind, what) => {
    const result = await trusting(zoo.issueBehind('DNS:localhost', dates));
    expect(result.failure?.kind).toBe(kind);
    expect(named(result)).toBe(
      `a certificate of the chain ${what}, not that of the server (CN=animal, issuer CN=animal), served by 127.0.0.1`,
    );
  });

  it('that is not valid yet says from when on', async () => {
    const result = await trusting(zoo.issue('DNS:localhost', { from: '20900102000000Z' }));
    expect(result.failure).toMatchObject({ kind: 'tls-not-yet-valid', code: 'CERT_NOT_YET_VALID' });
    expect(named(result)).toBe(
      'the certificate is not valid yet, from 2090-01-02 on (CN=animal, issuer CN=Zoo Authority), served by 127.0.0.1',
    );
  });

  it('for another host says for which', async () => {
    const result = await trusting(zoo.issue('DNS:other.example'));
    expect(result.failure).toMatchObject({ kind: 'tls-wrong-host', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(sentence(result)).toBe('the certificate is not for localhost but for other.example, served by 127.0.0.1');
  });

  it('of an authority that nobody knows names it, and passes where nothing is verified', async () => {
    const url = `https://localhost:${await up(hello(zoo.issue('DNS:localhost')))}/`;
    const result = await ask(url);
    expect(result.failure).toMatchObject({ kind: 'tls-unknown-ca', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(named(result)).toBe(
      'the certificate comes from an authority that is not trusted here (CN=animal, issuer CN=Zoo Authority), ' +
        'served by 127.0.0.1',
    );
    expect((await ask(url, { tls: { verify: false } })).response?.status).toBe(200);
  });

  it('that is signed by itself says so', async () => {
    const result = await trusting(zoo.selfSigned());
    expect(result.failure).toMatchObject({ kind: 'tls-self-signed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(sentence(result)).toBe(
      'the certificate is signed by itself (CN=lonely, issuer CN=lonely), served by 127.0.0.1',
    );
  });

  it('for another purpose is refused with the code of that', async () => {
    const result = await trusting(zoo.issue('DNS:localhost', { extensions: 'extendedKeyUsage=clientAuth' }));
    expect(result.failure).toMatchObject({ kind: 'tls', phase: 'tls', code: 'INVALID_PURPOSE' });
    expect(named(result)).toBe(
      'the certificate is not accepted: INVALID_PURPOSE (CN=animal, issuer CN=Zoo Authority), served by 127.0.0.1',
    );
  });
});

describe('a handshake', () => {
  it('with a server of old protocols only finds no common one', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const result = await trusting({ ...zoo.issue('DNS:localhost'), ...old });
    expect(result.failure).toMatchObject({ kind: 'tls', phase: 'tls' });
    expect(sentence(result)).toBe(
      'localhost:PORT (127.0.0.1) and we found no common TLS: tlsv1 alert protocol version ' +
        '(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)',
    );
  });

  it('with a port that speaks plain HTTP says so', async () => {
    const result = await ask(`https://localhost:${await up(hello())}/`);
    expect(result.failure).toMatchObject({ kind: 'tls-plain-http', phase: 'tls' });
    expect(sentence(result)).toBe('localhost:PORT (127.0.0.1) is open but does not speak TLS, plain HTTP perhaps');
  });

  it('with a server that wants a client certificate says whether there was none or the wrong one', async () => {
    const strict = { ...zoo.issue('DNS:localhost'), requestCert: true, ca: zoo.ca };
    const url = `https://localhost:${await up(hello(strict))}/`;
    const none = await ask(url, { tls: { ca: zoo.ca } });
    expect(none.failure?.kind).toBe('tls-client-certificate');
    expect(sentence(none)).toBe('localhost:PORT (127.0.0.1) asks for a client certificate');
    const good = zoo.issue('DNS:client');
    const tls = { ca: zoo.ca, clientCertificate: good.cert, clientKey: good.key };
    expect((await ask(url, { tls })).response?.status).toBe(200);
  });

  it('with a client certificate that is none ends with its cause, and leaves no connection behind', async () => {
    const gone = Promise.withResolvers<void>();
    const port = await up(serveTcp((socket) => socket.once('close', () => gone.resolve()).resume()));
    const tls = { clientCertificate: 'no certificate', clientKey: 'no key' };
    const result = await ask(`https://localhost:${port}/`, { tls });
    expect(result.failure).toMatchObject({ kind: 'tls', code: 'ERR_OSSL_PEM_NO_START_LINE' });
    expect(sentence(result)).toBe(
      'the given certificates or key cannot be used: no start line (ERR_OSSL_PEM_NO_START_LINE)',
    );
    await gone.promise;
  });
});

/** The sentence without the numbers that the zoo gives its animals. */
function named(result: ProbeResult): string | undefined {
  return sentence(result)?.replace(/animal-\d+/g, 'animal');
}
