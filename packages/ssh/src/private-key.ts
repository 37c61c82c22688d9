import { createHash } from 'node:crypto';
import { Secret } from '@suite/core';
import { wireReader } from './wire.ts';

/** A private key as OpenSSH reads it. */
export interface PrivateKey {
  readonly pem: Secret;
  /** Whether a passphrase is needed to use it. */
  readonly encrypted: boolean;
}

const MAGIC = 'openssh-key-v1\0';

/**
 * Repairs what copying into a secret breaks (CRLF, spaces around, a missing last newline, `\n` written out, base64 of
 * the whole file) and checks what kind of key it is, before any connection. Format: openssh PROTOCOL.key.
 * @throws RangeError that says what was given instead of a private key; the text itself is never in it.
 */
export function parsePrivateKey(secret: Secret): PrivateKey {
  const text = unpack(secret.reveal());
  const match = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----\n([\s\S]+?)\n-----END \1-----/.exec(text);
  if (!match) throw new RangeError(describeWrongKey(text));
  const [block, label = '', body = ''] = match;
  const pem = new Secret(`${block}\n`);
  if (label === 'DSA PRIVATE KEY')
    throw new RangeError('is a DSA key, which OpenSSH no longer takes; make an ed25519 key');
  if (label !== 'OPENSSH PRIVATE KEY') return { pem, encrypted: isEncryptedPem(label, body) };
  return { pem, encrypted: isEncryptedOpenSsh(Buffer.from(body.replace(/\s/g, ''), 'base64')) };
}

function unpack(given: string): string {
  const text = given.replace(/\r\n?/g, '\n').trim();
  if (text.startsWith('-----')) {
    const lines = text.includes('\n') ? text : text.replaceAll('\\n', '\n');
    return lines
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
  }
  const decoded = /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
  return decoded.startsWith('-----BEGIN') ? unpack(decoded) : text;
}

function describeWrongKey(text: string): string {
  if (/^(ssh|ecdsa|sk)-\S+ AAAA/.test(text)) return 'is a public key; the file without .pub is needed';
  if (/^PuTTY-User-Key-File/.test(text)) return 'is a PuTTY key; export it as OpenSSH key';
  if (text.includes('PUBLIC KEY')) return 'is a public key; the private one is needed';
  if (text.startsWith('-----BEGIN')) return 'is cut: its -----END line is missing or another one';
  return 'is no private key; paste the whole file, from -----BEGIN to -----END';
}

function isEncryptedPem(label: string, body: string): boolean {
  return label.startsWith('ENCRYPTED') || /^(Proc-Type:.*ENCRYPTED|DEK-Info:)/m.test(body);
}

function isEncryptedOpenSsh(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new RangeError('is damaged: its content is no OpenSSH key');
  const read = wireReader(bytes, MAGIC.length);
  const cipher = read.text();
  for (const _ of ['kdf', 'kdf options']) read.string();
  read.uint32();
  for (const _ of ['public key', 'private keys']) read.string();
  return cipher !== 'none';
}

/** `SHA256:` and the unpadded base64 of a public key's hash, as ssh-keygen -l prints it. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(publicKey).digest('base64').replace(/=+$/, '')}`;
}
