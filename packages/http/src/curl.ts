import { excerpt, formatCommand, redact } from '@suite/core';
import { isCredentialHeader, maskUrl } from './credentials.ts';
import { portOf } from './port.ts';
import { addressesOf } from './resolve.ts';
import type { ProbeRequest } from './types.ts';

const LONGEST_BODY = 400;

/** The `curl` line that repeats a request. Credentials in headers and in the URL are `***`. */
export function curlLine(request: ProbeRequest): string {
  const { url, method = 'GET', body } = request;
  const args = ['-sS', '-i', '--max-time', String(request.timeoutMs / 1000)];
  if (method === 'HEAD') args.push('--head');
  else if (method !== (body === undefined ? 'GET' : 'POST')) args.push('-X', method);
  for (const [name, value] of request.headers ?? []) args.push('-H', `${name}: ${maskHeader(name, value)}`);
  if (body !== undefined) args.push('--data-raw', shortBody(body));
  const address = addressesOf(request)?.[0];
  if (address !== undefined) args.push('--resolve', `${url.hostname}:${portOf(url)}:${address}`);
  if (request.tls?.ca) args.push('--cacert', 'ca.pem');
  if (request.tls?.clientCertificate) args.push('--cert', 'client.pem', '--key', 'client.key');
  if (request.tls?.verify === false) args.push('--insecure');
  // Before the shell's quotes come: a secret with a quote in it would not be found behind them.
  return formatCommand({ file: 'curl', args: [...args, maskUrl(url)].map(redact) });
}

/** A header's value for people: `***` where it is a credential. */
function maskHeader(name: string, value: string): string {
  return isCredentialHeader(name) ? '***' : value;
}

function shortBody(body: string | Uint8Array): string {
  return typeof body === 'string' ? excerpt(body, LONGEST_BODY) : `(${body.length} bytes)`;
}
