import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts, TlsFacts } from './types.ts';

const DAY_MS = 86_400_000;

/** What a finished handshake shows; `now` in milliseconds since the epoch. */
export function tlsFacts(socket: TLSSocket, now: number): TlsFacts {
  const problem = socket.authorized ? undefined : authorizationProblem(socket);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    valid: socket.authorized,
    ...(problem === undefined ? {} : { problem }),
    certificate: certificateFacts(socket.getPeerCertificate(), now),
  };
}

/** The facts of a certificate as Node gives it; undefined where the server showed none. */
function certificateFacts(peer: PeerCertificate, now: number): CertificateFacts | undefined {
  if (peer?.valid_to === undefined) return undefined;
  const validTo = Date.parse(peer.valid_to);
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    names: alternativeNames(peer.subjectaltname ?? ''),
    validFrom: Date.parse(peer.valid_from),
    validTo,
    daysLeft: Math.floor((validTo - now) / DAY_MS),
    fingerprint256: peer.fingerprint256,
  };
}

/** Node types `authorizationError` as an Error, but at run time it is the code's text. */
function authorizationProblem(socket: TLSSocket): string {
  const problem: unknown = socket.authorizationError;
  return problem instanceof Error ? ((problem as NodeJS.ErrnoException).code ?? problem.message) : String(problem);
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  const one = (value: string | readonly string[] | undefined): string | undefined =>
    typeof value === 'string' ? value : value?.join(', ');
  const common = one(name?.CN);
  return common === undefined ? (one(name?.O) ?? '(no name)') : `CN=${common}`;
}

function alternativeNames(text: string): readonly string[] {
  return text
    .split(', ')
    .map((entry) => entry.replace(/^(DNS|IP Address|URI|email):/, ''))
    .filter(Boolean);
}
