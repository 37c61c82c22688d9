import { formatDuration, redact } from '@suite/core';
import { maskUrl, type PhaseTimes, type ProbeResult } from '@suite/http';
import { type Answer, htmlSentence } from './answer.ts';
import { type Check, formatPlace } from './check.ts';
import type { FailedAssertion } from './evaluate.ts';

const HEAD = 400;
const TAIL = 100;
const UNSEEN = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** What a failure tells about. */
export interface FailureFacts {
  readonly check: Check;
  readonly assertions: readonly FailedAssertion[];
  readonly answer: Answer;
  readonly curl: string;
}

/** The block that log, annotation, JUnit and JSON show alike: what, where, when, why, the body, how to repeat it. */
export function formatFailure({ check, assertions, answer, curl }: FailureFacts): string {
  const what = assertions.flatMap(({ text, place, expected, actual }) => [
    `${check.name} › ${text} (${formatPlace(place)})`,
    `    expected  ${expected}`,
    `    actual    ${actual}`,
  ]);
  const why = whySentences(answer).map((sentence) => `  why    ${sentence}`);
  const body = excerpt(answer.body.text, answer.body.unread !== undefined);
  const lines = [
    ...what,
    `  where  ${formatWhere(answer)}`,
    `  when   ${formatWhen(answer)}`,
    ...why,
    ...(body === '' ? [] : [`  body   ${body}`]),
    `  curl   ${curl}`,
  ];
  return redact(lines.join('\n'));
}

function formatWhere({ last, hops }: Answer): string {
  const { method, url, response, address, reused } = last;
  const first = hops.length > 1 ? ` (redirected from ${hops[0]?.url})` : '';
  const status = response ? ` → ${response.status} ${response.statusText}`.trimEnd() : ' → no answer';
  const facts = [
    address,
    response ? `HTTP/${response.httpVersion}` : undefined,
    last.tls?.protocol,
    reused ? 'reused connection' : undefined,
  ].filter(Boolean);
  return `${method} ${url}${first}${status}${facts.length > 0 ? `, ${facts.join(', ')}` : ''}`;
}

function formatWhen({ last, totalMs, hops }: Answer): string {
  const redirects = hops.length > 1 ? ` in ${hops.length} requests` : '';
  return `${formatDuration(totalMs)}${redirects}${phaseList(last.phases)}`;
}

/** `: dns 1 ms, connect 2 ms, first-byte 40 ms`, or nothing. */
export function phaseList(phases: PhaseTimes): string {
  const parts = Object.entries(phases).map(([phase, ms]) => `${phase} ${formatDuration(ms)}`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

/** What a person would conclude; the failure's own sentence stands at `actual` already. */
function whySentences({ last, body, request, hops }: Answer): readonly string[] {
  const html = last.response ? htmlSentence(body.text) : undefined;
  const from = last.response?.headers.get('server')?.[0];
  const sentences = [
    html === undefined ? undefined : `${html}${from === undefined ? '' : ` (from ${from})`}`,
    last.response?.cut ? `the body was cut at max-body, ${request.maxBodyBytes} bytes` : undefined,
    familySentence(last),
    hops.length > 1 ? undefined : redirectSentence(last, request.url),
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

/** Half-up dual stack: the request went through at one address while another failed. */
function familySentence({ attempts }: ProbeResult): string | undefined {
  const connected = attempts.find(({ error }) => error === undefined);
  const refused = attempts.filter(({ error }) => error !== undefined && error !== 'UNANSWERED');
  if (!connected || refused.length === 0) return undefined;
  const family = (address: string): string => (address.includes(':') ? 'IPv6' : 'IPv4');
  const others = refused.map(({ address, error }) => `${family(address)} ${address} ${error}`).join(', ');
  const own = family(connected.address);
  const sameFamily = refused.some(({ address }) => family(address) === own);
  return `connected ${sameFamily ? `to ${connected.address}` : `over ${own}`} only: ${others}`;
}

function redirectSentence({ response }: ProbeResult, url: URL): string | undefined {
  const location = response?.headers.get('location')?.[0];
  if (location === undefined || (response?.status ?? 0) < 300 || (response?.status ?? 0) > 399) return undefined;
  return `${url.pathname} redirects to ${formatLocation(location, url)}; check that address, or set follow: true`;
}

/** Without its credentials, and without the origin where that stays the same. */
function formatLocation(location: string, from: URL): string {
  if (!URL.canParse(location, from.href)) return location;
  const to = new URL(location, from);
  return to.origin === from.origin ? maskUrl(to).slice(to.origin.length) : maskUrl(to);
}

/** The first 400 and the last 100 characters, control characters escaped; of a cut body the beginning only. */
export function excerpt(text: string, cut = false): string {
  // Secrets go before the text is cut and escaped: neither half of one nor its escaped form would be recognised.
  const whole = redact(text).trim();
  const tail = cut ? '' : whole.slice(-TAIL);
  const short = whole.length <= HEAD + TAIL && !cut ? whole : `${whole.slice(0, HEAD)} … ${tail}`.trimEnd();
  const escaped = JSON.stringify(short).slice(1, -1).replaceAll('\\"', '"');
  return escaped.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
