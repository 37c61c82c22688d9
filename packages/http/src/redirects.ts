import { isCredentialHeader } from './credentials.ts';
import { probe } from './probe.ts';
import type { ProbeRequest, ProbeResult, TlsOptions } from './types.ts';

/** A chain of answers, the last one last. `stopped` says why it ended where that was not an ordinary answer. */
export interface Redirects {
  readonly hops: readonly ProbeResult[];
  readonly stopped?: 'loop' | 'too-many';
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request and follows at most `max` redirects, all within the one deadline of the request. With 0 a redirect is
 * the answer. `send` takes the place of real requests in tests.
 */
export async function probeFollowing(request: ProbeRequest, max: number, send = probe): Promise<Redirects> {
  const hops: ProbeResult[] = [];
  const seen = new Set<string>();
  let next: ProbeRequest | undefined = request;
  let leftMs = request.timeoutMs;
  while (next) {
    const key = `${next.method ?? 'GET'} ${next.url.href}`;
    if (seen.has(key)) return { hops, stopped: 'loop' };
    if (hops.length > max) return { hops, stopped: 'too-many' };
    seen.add(key);
    const result = await send({ ...next, timeoutMs: Math.max(1, leftMs) });
    hops.push(result);
    leftMs -= result.totalMs;
    next = max === 0 ? undefined : redirected(next, result);
  }
  return { hops };
}

/** Where an answer redirects to, or undefined where it does not. `from` is the address asked, with its credentials. */
export function redirectTarget(result: ProbeResult, from: string = result.url): URL | undefined {
  const location = result.response?.headers.get('location')?.[0];
  if (location === undefined || !REDIRECTS.has(result.response?.status ?? 0)) return undefined;
  return URL.canParse(location, from) ? new URL(location, from) : undefined;
}

/**
 * The request that follows a redirect: 303, and POST at 301 and 302, become GET; credentials, the client certificate and
 * a Host header of one's own stay at their origin, and given addresses at their host.
 */
function redirected(request: ProbeRequest, result: ProbeResult): ProbeRequest | undefined {
  const url = redirectTarget(result, request.url.href);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const status = result.response?.status ?? 0;
  const method = request.method ?? 'GET';
  const toGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  const { body, addresses, headers, tls, ...rest } = request;
  const isHome = url.origin === request.url.origin;
  const stays = (name: string): boolean =>
    (!isHome && (isCredentialHeader(name) || /^host$/i.test(name))) || (toGet && /^content-/i.test(name));
  return {
    ...rest,
    url,
    method: toGet ? 'GET' : method,
    headers: new Map([...(headers ?? [])].filter(([name]) => !stays(name))),
    ...(tls === undefined ? {} : { tls: isHome ? tls : withoutClient(tls) }),
    ...(toGet || body === undefined ? {} : { body }),
    ...(addresses && url.hostname === request.url.hostname ? { addresses } : {}),
  };
}

function withoutClient({ clientCertificate: _, clientKey: __, ...rest }: TlsOptions): TlsOptions {
  return rest;
}
