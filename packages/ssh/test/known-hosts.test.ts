import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprintOfLine, keysOf, parseKnownHosts, resolvePins } from '../src/index.ts';
import { makeKey } from './keys.ts';

const { line, fingerprint } = makeKey('ed25519');
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
    [line, /^has no type of key/],
    ['app ssh-ed25519 AAAA', /^has a damaged ssh-ed25519 key/],
    [`@other app ${line}`, /^has an unknown marker/],
    ['SHA256:short', /^has a fingerprint that is not 43 characters long/],
  ])('%j is refused', (text, message) => {
    expect(() => parseKnownHosts(text)).toThrow(message);
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
