import { formatDuration } from '@suite/core';
import { type DialRecord, UNANSWERED } from './dial-record.ts';
import type { CertificateFacts, FailureKind, Phase, ProbeFailure } from './types.ts';

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

const CERTIFICATE_REQUIRED = 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED';

const KINDS: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'connect-refused',
  ETIMEDOUT: 'connect-timeout',
  [UNANSWERED]: 'connect-timeout',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EINVAL: 'unreachable',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
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
  [CERTIFICATE_REQUIRED]: 'tls-client-certificate',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'tls-client-certificate',
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
  if (code === 'ETIMEDOUT' && phase !== 'connect' && phase !== 'dns') return 'timeout';
  const known = KINDS[code];
  if (known) return known;
  if (code.startsWith('HPE_')) return 'protocol';
  if (/^ERR_(SSL|TLS|OSSL)|CERT|CRL|ISSUER/.test(code) || phase === 'tls') return 'tls';
  return 'other';
}

/** Of several addresses the one that said most: a refusal tells more than silence. */
function innermost(thrown: unknown): NodeJS.ErrnoException {
  if (!(thrown instanceof AggregateError)) return thrown instanceof Error ? thrown : new Error(String(thrown));
  const errors: readonly NodeJS.ErrnoException[] = thrown.errors;
  return errors.find(({ code }) => code !== UNANSWERED) ?? errors[0] ?? thrown;
}

/** OpenSSL's own words stand in `reason`; the message has them between function names and lines of C. */
type TlsError = NodeJS.ErrnoException & { readonly reason?: string };

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
  return `${placeOf(breakage)} timed out in ${DOING[dialled.phase]} after ${formatDuration(totalMs)}${before}${tried(breakage)}`;
}

function explain(kind: FailureKind, error: NodeJS.ErrnoException, breakage: Breakage): string {
  const { host, port, dialled } = breakage;
  const place = placeOf(breakage);
  const all = tried(breakage);
  if (kind === 'timeout') return timeoutMessage(breakage);
  if (kind.startsWith('tls')) return explainTls(kind, error, breakage);
  const sentences: Partial<Record<FailureKind, string>> = {
    dns: explainDns(host, error.code),
    'connect-refused': `${place} refuses the connection: nothing listens on port ${port}${all}`,
    'connect-timeout': `${place} does not answer: no connection within ${formatDuration(breakage.totalMs)}${all}`,
    unreachable: `${place} cannot be reached from here: ${error.code}${all}`,
    reset: `${place} reset the connection in ${DOING[dialled.phase]}`,
    closed: `${place} closed the connection without an answer`,
    protocol: `${place} answers with something that is not HTTP/1: ${error.message}`,
    'body-cut': `${place} closed the connection before the body was complete`,
  };
  return sentences[kind] ?? `${place}: ${error.message}`;
}

function explainDns(host: string, code: string | undefined): string {
  const silent = code === 'EAI_AGAIN' ? ', which means that no name server answers' : '';
  return `the name ${host} has no address: DNS says ${code}${silent}`;
}

/** What every address did, where there was more than one. */
function tried({ dialled: { attempts } }: Breakage): string {
  const each = attempts.map(
    ({ address, error }) => `${address} ${error === UNANSWERED ? 'no answer' : (error ?? 'connected')}`,
  );
  return attempts.length > 1 ? ` (tried ${each.join(', ')})` : '';
}

function explainTls(kind: FailureKind, error: TlsError, breakage: Breakage): string {
  const { host, dialled } = breakage;
  const certificate = dialled.tls?.certificate;
  const who = certificate ? ` (${certificate.subject}, issuer ${certificate.issuer})` : '';
  const by = `${who}, served by ${dialled.address ?? host}`;
  const names = certificate ? ` but for ${certificate.names.join(', ') || 'no name'}` : '';
  const sentences: Partial<Record<FailureKind, string>> = {
    'tls-expired': `${expired(certificate)}${by}`,
    'tls-not-yet-valid': `${notYetValid(certificate)}${by}`,
    'tls-wrong-host': `the certificate is not for ${host}${names}, served by ${dialled.address ?? host}`,
    'tls-unknown-ca': `the certificate comes from an authority that is not trusted here${by}`,
    'tls-self-signed': `the certificate is signed by itself${by}`,
    'tls-plain-http': `${placeOf(breakage)} is open but does not speak TLS, plain HTTP perhaps`,
    'tls-client-certificate': `${placeOf(breakage)} ${wantsCertificate(error)}`,
  };
  return sentences[kind] ?? otherTls(error, breakage, by);
}

function wantsCertificate(error: TlsError): string {
  if (error.code === CERTIFICATE_REQUIRED) return 'asks for a client certificate';
  return `does not accept the client certificate: ${withCode(error)}`;
}

/** What has no kind of its own keeps its code, which is what people search for. */
function otherTls(error: TlsError, breakage: Breakage, by: string): string {
  const { code = '' } = error;
  if (code.startsWith('ERR_OSSL')) return `the given certificates or key cannot be used: ${withCode(error)}`;
  const system = /^(ERR_.*|E[A-Z0-9]+|)$/.test(code);
  if (!system) return `the certificate is not accepted: ${code}${by}`;
  return `${placeOf(breakage)} and we found no common TLS: ${withCode(error)}`;
}

function withCode({ code, reason, message }: TlsError): string {
  return code === undefined ? message : `${reason ?? message} (${code})`;
}

function expired(certificate: CertificateFacts | undefined): string {
  if (certificate === undefined) return 'the certificate has expired';
  if (certificate.daysLeft >= 0) return 'a certificate of the chain has expired, not that of the server';
  const days = -certificate.daysLeft - 1;
  const ago = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return `the certificate expired ${ago} ago`;
}

function notYetValid(certificate: CertificateFacts | undefined): string {
  if (certificate === undefined) return 'the certificate is not valid yet';
  if (certificate.validFrom <= Date.now()) return 'a certificate of the chain is not valid yet, not that of the server';
  return `the certificate is not valid yet, from ${new Date(certificate.validFrom).toISOString().slice(0, 10)} on`;
}

function placeOf({ host, port, dialled: { address } }: Breakage): string {
  return address === undefined || address === host ? `${host}:${port}` : `${host}:${port} (${address})`;
}
