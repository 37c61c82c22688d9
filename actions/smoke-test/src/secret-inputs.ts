import { type InputReader, Secret } from '@suite/core';
import { credentialForms, credentialsIn, isCredentialHeader } from '@suite/http';

/** `secrets`: lines `name=value`. What is wrong is said without the value. */
export function readSecrets(read: InputReader): ReadonlyMap<string, Secret> {
  const pairs = readPairs(read, { input: 'secrets', separator: '=', form: 'name=value' });
  return new Map(pairs.map(([name, value]) => [name, new Secret(value)]));
}

/** `headers`: lines `Name: value`. Credentials among them are secrets from here on. */
export function readHeaders(read: InputReader): ReadonlyMap<string, string> {
  const pairs = readPairs(read, { input: 'headers', separator: ':', form: 'Name: value' });
  for (const [name, value] of pairs) if (isCredentialHeader(name)) registerCredential(value);
  return new Map(pairs);
}

/** `client-cert` and `client-key`: PEM text or paths, one not without the other. */
export function readClientCertificate(read: InputReader) {
  const [clientCert, clientKey] = [read.text('client-cert'), read.text('client-key')];
  if (clientKey?.includes('-----BEGIN')) new Secret(clientKey);
  if (clientCert !== undefined && clientKey === undefined)
    read.problem('client-key', 'is missing, and client-cert is given');
  if (clientCert === undefined && clientKey !== undefined)
    read.problem('client-cert', 'is missing, and client-key is given');
  return { clientCert, clientKey };
}

/** A credential header's value is a secret, and so are what stands behind its scheme and a password in that. */
export function registerCredential(value: string): void {
  for (const form of credentialForms(value)) new Secret(form);
}

/** Makes what is a credential in an address, or in a path, a secret; not the names of variables that stand there. */
export function registerAddress(text: string): void {
  if (!URL.canParse(text, 'http://any.test')) return;
  const found = credentialsIn(new URL(text, 'http://any.test'));
  for (const credential of found) if (!/\{\{|%7B%7B/i.test(credential)) new Secret(credential);
}

interface Form {
  readonly input: string;
  readonly separator: string;
  readonly form: string;
}

function readPairs(read: InputReader, { input, separator, form }: Form): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, raw] of (read.text(input) ?? '').split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const at = line.indexOf(separator);
    const [name, value] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
    if (/^[\w.-]+$/.test(name) && value !== '') pairs.push([name, value]);
    else if (name !== '' && value === '') {
      read.problem(input, `line ${index + 1}: ${name} has no value; does the secret that it comes from exist?`);
    } else read.problem(input, `line ${index + 1} is not ${form}`);
  }
  return pairs;
}
