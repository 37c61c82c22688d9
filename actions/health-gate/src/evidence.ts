import { excerpt, formatDuration } from '@suite/core';
import {
  type Attempt,
  type CertificateFacts,
  curlLine,
  type PhaseTimes,
  type ProbeResponse,
  type ProbeResult,
  type TlsFacts,
} from '@suite/http';
import type { HttpCheck } from './check.ts';

const SHOWN_BODY = 300;
/** Secrets are looked for in so much of it, for they are longer than what is shown. */
const READ_BODY = 16_384;

/** What both kinds of probes know of a connection. */
interface Trace {
  readonly phases: PhaseTimes;
  readonly attempts: readonly Attempt[];
  readonly address: string | undefined;
  readonly tls: TlsFacts | undefined;
}

/** What a person needs to see of a request: phases, addresses, certificate, the body's beginning, how to repeat it. */
export function httpEvidence(check: HttpCheck, result: ProbeResult): readonly string[] {
  const { url, headers, requestTimeoutMs } = check;
  const curl = curlLine({ url, headers, timeoutMs: requestTimeoutMs });
  const body = result.response === undefined ? [] : [`body: ${beginning(result.response)}`];
  return [...connectionEvidence(result), ...body, `repeat: ${curl}`];
}

export function connectionEvidence(trace: Trace): readonly string[] {
  const times = Object.entries(trace.phases).map(([phase, ms]) => `${phase} ${formatDuration(ms)}`);
  const tried = trace.attempts.map(({ address, error }) => `${address} ${error ?? 'connected'}`);
  const certificate = trace.tls?.certificate;
  return [
    ...(times.length > 0 ? [`phases: ${times.join(' · ')}`] : []),
    ...(tried.length > 0 ? [`addresses: ${tried.join(', ')}`] : []),
    ...(certificate ? [`certificate: ${certificateLine(certificate)}, ${trace.tls?.protocol}`] : []),
  ];
}

/** One line of the same for an answer that was good: address, phases, certificate. */
export function connectionLine({ phases, address, tls }: Trace): string {
  const certificate = tls?.certificate;
  return [
    ...(address === undefined ? [] : [address]),
    ...Object.entries(phases).map(([phase, ms]) => `${phase} ${formatDuration(ms)}`),
    ...(certificate ? [`certificate ${certificate.subject} for ${certificate.daysLeft} days`] : []),
  ].join(' · ');
}

function certificateLine({ subject, issuer, names, daysLeft }: CertificateFacts): string {
  return `${subject}, issuer ${issuer}, for ${names.join(' ') || 'no name'}, ${daysLeft} days left`;
}

function beginning({ body, size, undecoded }: ProbeResponse): string {
  if (undecoded !== undefined) return `(${size} bytes of ${undecoded})`;
  const text = body
    .subarray(0, READ_BODY)
    .toString('utf8')
    .replace(/[\x00-\x1f\x7f]+/g, ' ')
    .trim();
  return text === '' ? '(empty)' : `${excerpt(text, SHOWN_BODY)}${size > SHOWN_BODY ? ` (${size} bytes)` : ''}`;
}
