import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CertificateRequest, caFile, issueCertificate } from './certificates.ts';

const authority = new X509Certificate(readFileSync(caFile));
const day = 86_400_000;

async function made(request: CertificateRequest): Promise<X509Certificate> {
  return new X509Certificate((await issueCertificate(request)).cert);
}

test('a good certificate is of the authority and names every host', async () => {
  const certificate = await made({ names: ['app.lab', '127.0.0.1', '::1'] });
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkHost('app.lab')).toBe('app.lab');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('other.lab')).toBeUndefined();
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 80 * day);
});

test.each([
  ['expired', { startDays: -20, days: 10 }, -20, -10],
  ['not yet valid', { startDays: 5, days: 10 }, 5, 15],
  ['near its end', { startDays: -84, days: 90 }, -84, 6],
])('a certificate that is %s', async (_name, times, from, to) => {
  const certificate = await made({ names: ['app.lab'], ...times });
  const days = (text: string) => Math.round((Date.parse(text) - Date.now()) / day);
  expect([days(certificate.validFrom), days(certificate.validTo)]).toEqual([from, to]);
});

test('a self-signed certificate is its own authority', async () => {
  const certificate = await made({ names: ['app.lab'], selfSigned: true });
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.verify(authority.publicKey)).toBe(false);
});
