import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprintOfLine, keysOf, parseKnownHosts, resolvePins } from '../src/index.ts';
import { makeKey } from './keys.ts';

const { line, fingerprint, secret } = makeKey('ed25519');
const [a, b] = ['a', 'b'].map((host) => ({ user: 'u', host, port: 22 }));

describe('known hosts', () => {
  test('lines, markers, hashed names, pins; comments and blank lines are dropped', () => {
    const text = `# mine\n\napp,10.0.0.1 ${line}\r\n@cert-authority *.example.com ${line}\n|1|abc=|def= ${line}\n${fingerprint}\n[b]:23 ${fingerprint}`;
    expect(parseKnownHosts(text)).toEqual({
      lines: [`app,10.0.0.1 ${line}`, `@cert-authority *.example.com ${line}`, `|1|abc=|def= ${line}`],
      pins: [{ fingerprint }, { host: '[b]:23', fingerprint }],
    });
  });

  test.each([
    ['', /^holds no line/],
    ['# only this', /^holds no line/],
    ['app', /^has no type of key as its second word: "app"$/],
    [
      `# mine\n${line} root@app`,
      /^has a key without its host, line 2; put the host before it: app\.example\.com ssh-ed25519 AAAA…$/,
    ],
    ['app ssh-ed25519 AAAA', /^has a ssh-ed25519 key that is cut or damaged, line 1$/],
    [`app ${line}\nb ${line.slice(0, -3)}`, /^has a ssh-ed25519 key that is cut or damaged, line 2$/],
    [`app ${line.replace('ssh-ed25519', 'ssh-rsa')}`, /^has a ssh-rsa key that is cut or damaged/],
    [`@other app ${line}`, /^has an unknown marker/],
    ['SHA256:short', /^has a fingerprint that is not 43 characters long/],
  ])('%j is refused', (text, message) => {
    expect(() => parseKnownHosts(text)).toThrow(message);
  });

  test.each(['root@app (ED25519)', 'no comment (ED25519)'])(
    'the line of ssh-keygen -lf is its fingerprint, %s',
    (rest) => {
      expect(parseKnownHosts(`256 ${fingerprint} ${rest}`)).toEqual({ lines: [], pins: [{ fingerprint }] });
    },
  );

  test.each(['rsa', 'ecdsa'] as const)('a whole %s key is taken, and no other', (type) => {
    const whole = `app ${makeKey(type).line}`;
    expect(parseKnownHosts(whole).lines).toEqual([whole]);
    expect(() => parseKnownHosts(whole.slice(0, -8))).toThrow(/that is cut or damaged/);
  });

  test.each([
    secret,
    `app ${secret}`,
    secret.replaceAll('\n', '\\n'),
    Buffer.from(secret).toString('base64'),
    secret.split('\n')[1] ?? '',
  ])('a private key is named and not quoted', (text) => {
    expect(() => parseKnownHosts(text)).toThrow(
      /^is a private key; known-hosts takes the public key of the server[^"]*$/,
    );
  });

  test('a fingerprint is the one that ssh-keygen prints', () => {
    expect(fingerprintOfLine(`app ${line}`)).toBe(fingerprint);
  });

  test('a pin without a host holds for one host only; a port is written as known_hosts does', () => {
    expect(resolvePins([{ fingerprint }], a ? [a] : [])).toEqual([{ host: 'a', fingerprint }]);
    expect(() => resolvePins([{ fingerprint }], a && b ? [a, b] : [])).toThrow(
      /has a pin without a host, and there are 2 hosts/,
    );
    const hosts = ['b:23', 'b:22', '[b]:23', 'fd00::1'].map((host) => ({ host, fingerprint }));
    expect(resolvePins(hosts, []).map(({ host }) => host)).toEqual(['[b]:23', 'b', '[b]:23', 'fd00::1']);
  });

  const salt = Buffer.from('12345678901234567890');
  const hashed = `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update('app.example.com').digest('base64')}`;

  test.each([
    ['app.example.com', true],
    ['other,app.example.com', true],
    ['*.example.com', true],
    ['APP.example.c?m', true],
    ['*.example.com,!app.example.com', false],
    ['app.example', false],
    ['[app.example.com]:23', false],
    [hashed, true],
    [hashed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), false],
  ])('the names %s are about app.example.com: %s', (names, yes) => {
    const known = keysOf([`${names} ${line}`, `@revoked ${names} ${line}`], 'app.example.com');
    const key = [`ssh-ed25519 ${fingerprint}`];
    expect(known).toEqual({ keys: yes ? key : [], authorities: [], revoked: yes ? key : [] });
  });
});
