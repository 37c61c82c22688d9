import { formatDuration } from '@suite/core';
import { type DialRecord, UNANSWERED } from './dial-record.ts';
import type { FailureKind, Phase, ProbeFailure } from './types.ts';

/** What is known of a request that broke off. */
export interface Breakage {
  readonly thrown: unknown;
  /** Who ended it: the deadline, the caller's signal, or an error of its own. */
  readonly ended: 'deadline' | 'cancelled' | 'error';
  readonly dialled: DialRecord;
  readonly host: string;
  readonly port: number;
  readonly totalMs: number;
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'connect-refused',
  ETIMEDOUT: 'connect-timeout',
  [UNANSWERED]: 'connect-timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EINVAL: 'unreachable',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-ca',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-plain-http',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-plain-http',
  ERR_SSL_HTTP_REQUEST: 'tls-plain-http',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls',
};

/** Sorts what broke a request off and says it in one sentence. */
export function classifyFailure(breakage: Breakage): ProbeFailure {
  const { phase } = breakage.dialled;
  if (breakage.ended === 'cancelled') return { kind: 'cancelled', phase, message: 'the run was cancelled' };
  if (breakage.ended === 'deadline') {
    const kind = phase === 'connect' ? 'connect-timeout' : 'timeout';
    return { kind, phase, message: timeoutMessage(breakage) };
  }
  const error = innermost(breakage.thrown);
  const code = error.code;
  const kind = kindOf(error, phase);
  return { kind, phase, message: explain(kind, error, breakage), ...(code === undefined ? {} : { code }) };
}

function kindOf(error: NodeJS.ErrnoException, phase: Phase): FailureKind {
  const { code = '', message } = error;
  if (phase === 'body' && (code === 'ECONNRESET' || message === 'aborted')) return 'body-cut';
  if (message === 'socket hang up') return 'closed';
  const known = KINDS[code];
  if (known) return known;
  if (code.startsWith('HPE_')) return 'protocol';
  if (/^ERR_(SSL|TLS)|CERT|CRL|ISSUER/.test(code) || phase === 'tls') return 'tls';
  return 'other';
}

/** Of several addresses the one that said most: a refusal tells more than silence. */
function innermost(thrown: unknown): NodeJS.ErrnoException {
  if (!(thrown instanceof AggregateError)) return thrown instanceof Error ? thrown : new Error(String(thrown));
  const errors: readonly NodeJS.ErrnoException[] = thrown.errors;
  return errors.find(({ code }) => code !== UNANSWERED) ?? errors[0] ?? thrown;
}

const DOING: Readonly<Record<Phase, string>> = {
  dns: 'the name look-up',
  connect: 'the TCP connection',
  tls: 'the TLS handshake',
  'first-byte': 'waiting for the answer',
  body: 'reading the body',
};

function timeoutMessage(breakage: Breakage): string {
  const { dialled, totalMs } = breakage;
  const times = Object.entries(dialled.phases)
    .filter(([phase]) => phase !== dialled.phase)
    .map(([phase, ms]) => `${phase} ${formatDuration(ms)}`);
  const before = times.length > 0 ? ` (${times.join(', ')})` : '';
  return `${placeOf(breakage)} timed out in ${DOING[dialled.phase]} after ${formatDuration(totalMs)}${before}`;
}

function explain(kind: FailureKind, error: NodeJS.ErrnoException, breakage: Breakage): string {
  const { host, port, dialled } = breakage;
  const place = placeOf(breakage);
  const tried = dialled.attempts.map(({ address, error: code }) => `${address} ${code ?? 'connected'}`).join(', ');
  const all = dialled.attempts.length > 1 ? ` (tried ${tried})` : '';
  if (kind.startsWith('tls-')) return explainTls(kind, breakage);
  const sentences: Partial<Record<FailureKind, string>> = {
    dns: `the name ${host} has no address: DNS says ${error.code}`,
    'connect-refused': `${place} refuses the connection: nothing listens on port ${port}${all}`,
    'connect-timeout': `${place} does not answer: no connection within ${formatDuration(breakage.totalMs)}${all}`,
    unreachable: `${place} cannot be reached from here: ${error.code}${all}`,
    reset: `${place} reset the connection in ${DOING[dialled.phase]}`,
    closed: `${place} closed the connection without an answer`,
    tls: `${place} and we found no common TLS: ${error.message}`,
    protocol: `${place} answers with something that is not HTTP/1: ${error.message}`,
    'body-cut': `${place} closed the connection before the body was complete`,
  };
  return sentences[kind] ?? `${place}: ${error.message}`;
}

function explainTls(kind: FailureKind, breakage: Breakage): string {
  const { host, dialled } = breakage;
  const certificate = dialled.tls?.certificate;
  const who = certificate ? ` (${certificate.subject}, issuer ${certificate.issuer})` : '';
  const days = certificate?.daysLeft ?? 0;
  const by = `, served by ${dialled.address ?? host}`;
  const sentences: Partial<Record<FailureKind, string>> = {
    'tls-expired': `the certificate expired ${-days} days ago${who}${by}`,
    'tls-not-yet-valid': `the certificate is not valid yet, from ${isoDay(certificate?.validFrom)} on${who}${by}`,
    'tls-wrong-host': `the certificate is not for ${host} but for ${certificate?.names.join(', ') || 'no name'}${by}`,
    'tls-unknown-ca': `the certificate comes from an authority that is not trusted here${who}${by}`,
    'tls-self-signed': `the certificate is signed by itself${who}${by}`,
    'tls-plain-http': `${placeOf(breakage)} is open but does not speak TLS, plain HTTP perhaps`,
    'tls-client-certificate': `${placeOf(breakage)} asks for a client certificate`,
  };
  return sentences[kind] ?? `${placeOf(breakage)}: ${kind}`;
}

function placeOf({ host, port, dialled: { address } }: Breakage): string {
  return address === undefined || address === host ? `${host}:${port}` : `${host}:${port} (${address})`;
}

function isoDay(ms: number | undefined): string {
  return ms === undefined ? '?' : new Date(ms).toISOString().slice(0, 10);
}
