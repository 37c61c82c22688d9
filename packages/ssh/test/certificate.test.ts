import { describe, expect, test } from 'vitest';
import { certificateProblems, parseCertificate } from '../src/index.ts';
import { makeCertificate, makeKey } from './keys.ts';

describe('a certificate', () => {
  test.each(['ed25519', 'ecdsa', 'rsa'])('of a %s key, as ssh-keygen signs it', (type) => {
    const { line, key, authority } = makeCertificate(
      type,
      '-I',
      'ci run',
      '-n',
      'deploy,ops',
      '-V',
      '20260101Z:20270101Z',
    );
    expect(parseCertificate(`${line} a comment\r\n`)).toEqual({
      line,
      keyId: 'ci run',
      principals: ['deploy', 'ops'],
      validBefore: Date.UTC(2027, 0, 1) / 1_000,
      fingerprint: key.fingerprint,
      authority: authority.fingerprint,
    });
  });

  test('for ever and for nobody', () => {
    const certificate = parseCertificate(makeCertificate('ed25519', '-I', 'x').line);
    expect(certificate).toMatchObject({ principals: [], validBefore: Number.POSITIVE_INFINITY });
    expect(certificateProblems(certificate, { nowMs: 4e12, held: undefined })).toEqual([]);
  });

  test('that has expired, and that belongs to another key', () => {
    const { line, key } = makeCertificate('ed25519', '-I', 'x', '-V', '20260101Z:20260102Z');
    const certificate = parseCertificate(line);
    expect(certificateProblems(certificate, { nowMs: Date.UTC(2026, 0, 3), held: 'SHA256:other' })).toEqual([
      'expired at 2026-01-02T00:00:00Z; have a new one signed',
      `is for the key ${key.fingerprint}, and ssh-key is SHA256:other`,
    ]);
    expect(certificateProblems(certificate, { nowMs: Date.UTC(2026, 0, 1), held: key.fingerprint })).toEqual([]);
  });

  const { line } = makeCertificate('ed25519', '-I', 'x');
  test.each([
    [makeKey('ed25519').line, 'is a public key that nobody has signed; the file *-cert.pub is needed'],
    [makeKey('ed25519').secret, 'is a private key; the file *-cert.pub is needed'],
    [makeCertificate('ed25519', '-I', 'x', '-h').line, 'is a host certificate; one for users is needed'],
    [line.slice(0, 300), 'is damaged: it ends too early'],
    [
      `ssh-rsa-cert-v01@openssh.com ${line.split(' ')[1]}`,
      'is damaged: its content is of another type than its first word',
    ],
    ['hunter2', 'is no certificate; paste the one line of the file *-cert.pub'],
  ])('%.40s … is refused', (text, message) => {
    expect(() => parseCertificate(text)).toThrow(new RangeError(message));
  });
});
