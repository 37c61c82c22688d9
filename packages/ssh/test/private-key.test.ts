import { Secret } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { parsePrivateKey } from '../src/index.ts';
import { makeKey } from './keys.ts';

const key = makeKey('ed25519');

describe('a private key', () => {
  test.each([
    ['as it is', key.secret],
    ['with CRLF', key.secret.replaceAll('\n', '\r\n')],
    ['without its last newline', key.secret.trimEnd()],
    ['with spaces around', `\n\n  ${key.secret}  \n`],
    ['indented', key.secret.replace(/^/gm, '    ')],
    ['with newlines written out', key.secret.trimEnd().replaceAll('\n', '\\n')],
    ['as base64 of the file', Buffer.from(key.secret).toString('base64')],
  ])('%s', (_name, text) => {
    const parsed = parsePrivateKey(new Secret(text));
    expect(parsed.pem.reveal()).toBe(key.secret);
    expect(parsed.encrypted).toBe(false);
  });

  test.each([
    ['ecdsa', []],
    ['rsa', ['-b', '2048']],
    ['rsa', ['-b', '2048', '-m', 'PEM']],
    ['rsa', ['-b', '2048', '-m', 'PKCS8']],
  ])('of type %s %j, with a passphrase and without', (type, more) => {
    expect(parsePrivateKey(new Secret(makeKey(type, ...more).secret)).encrypted).toBe(false);
    expect(parsePrivateKey(new Secret(makeKey(type, ...more, '-N', 'open sesame').secret)).encrypted).toBe(true);
  });

  test.each([
    [`${key.line} test`, 'is a public key; the file without .pub is needed'],
    ['PuTTY-User-Key-File-3: ssh-ed25519', 'is a PuTTY key; export it as OpenSSH key'],
    [key.secret.slice(0, 200), 'is cut: its -----END line is missing or another one'],
    ['hunter2', 'is no private key; paste the whole file, from -----BEGIN to -----END'],
    [
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
      'is damaged: its content is no OpenSSH key',
    ],
    [
      '-----BEGIN DSA PRIVATE KEY-----\nAAAA\n-----END DSA PRIVATE KEY-----',
      'is a DSA key, which OpenSSH no longer takes; make an ed25519 key',
    ],
  ])('%.40s … is refused, and not shown', (text, message) => {
    expect(() => parsePrivateKey(new Secret(text))).toThrow(message);
  });
});
