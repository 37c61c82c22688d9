import { fingerprintOf } from './private-key.ts';
import { type WireReader, wireReader } from './wire.ts';

/** A user certificate: a public key that an authority has signed for some names and some time. */
export interface Certificate {
  /** The whole line, as ssh reads it. */
  readonly line: string;
  readonly keyId: string;
  /** User names that it is for; empty is none. */
  readonly principals: readonly string[];
  /** Seconds since the epoch; Infinity where it is for ever. */
  readonly validBefore: number;
  /** Fingerprint of the key that it certifies. */
  readonly fingerprint: string;
  /** Fingerprint of the authority that signed it. */
  readonly authority: string;
}

const USER = 1;
const FOREVER = 2n ** 64n - 1n;

const SUFFIX = '-cert-v01@openssh.com';

/** How many strings a public key has behind its type. Keys that need a person's touch (sk-) are of no use to a job. */
export const KEY_PARTS: Readonly<Record<string, number>> = {
  'ssh-ed25519': 1,
  'ssh-rsa': 2,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
};

/**
 * Parses the line of a `*-cert.pub` file. Format: openssh PROTOCOL.certkeys.
 * @throws RangeError that says what was given instead of a user certificate.
 */
export function parseCertificate(text: string): Certificate {
  const [type = '', body = ''] = text.trim().split(/\s+/);
  const name = type.slice(0, -SUFFIX.length);
  const parts = type.endsWith(SUFFIX) ? KEY_PARTS[name] : undefined;
  if (parts === undefined) throw new RangeError(describeWrong(text, type));
  const read = wireReader(Buffer.from(body, 'base64'));
  if (read.text() !== type) throw new RangeError('is damaged: its content is of another type than its first word');
  read.string();
  const key = [Buffer.from(name), ...Array.from({ length: parts }, () => read.string())];
  return { line: `${type} ${body}`, fingerprint: fingerprintOf(joinStrings(key)), ...readGrant(read) };
}

function describeWrong(text: string, type: string): string {
  if (text.includes('PRIVATE KEY')) return 'is a private key; the file *-cert.pub is needed';
  if (type in KEY_PARTS) return 'is a public key that nobody has signed; the file *-cert.pub is needed';
  return 'is no certificate; paste the one line of the file *-cert.pub';
}

function readGrant(read: WireReader): Pick<Certificate, 'keyId' | 'principals' | 'validBefore' | 'authority'> {
  read.uint64();
  if (read.uint32() !== USER) throw new RangeError('is a host certificate; one for users is needed');
  const keyId = read.text();
  const names = wireReader(read.string());
  const principals: string[] = [];
  while (!names.ended()) principals.push(names.text());
  read.uint64();
  const before = read.uint64();
  for (const _ of ['critical options', 'extensions', 'reserved']) read.string();
  const authority = fingerprintOf(read.string());
  return { keyId, principals, validBefore: before === FOREVER ? Number.POSITIVE_INFINITY : Number(before), authority };
}

function joinStrings(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

/** Until when a certificate is good, as a message says it. */
export function formatEnd({ validBefore }: Pick<Certificate, 'validBefore'>): string {
  return Number.isFinite(validBefore) ? new Date(validBefore * 1_000).toISOString().replace('.000Z', 'Z') : 'for ever';
}

/** What is wrong with a certificate at a time, in milliseconds, and beside a key where its fingerprint is known. */
export function certificateProblems(
  certificate: Certificate,
  { nowMs, held }: { readonly nowMs: number; readonly held: string | undefined },
): readonly string[] {
  const expired = certificate.validBefore * 1_000 < nowMs;
  const other = held !== undefined && held !== certificate.fingerprint;
  return [
    ...(expired ? [`expired at ${formatEnd(certificate)}; have a new one signed`] : []),
    ...(other ? [`is for the key ${certificate.fingerprint}, and ssh-key is ${held}`] : []),
  ];
}
