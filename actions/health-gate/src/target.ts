import { CHECK_KINDS, type CheckKind } from './check.ts';

/** Where a check points to, parsed from its target. */
export type ParsedTarget =
  | { readonly kind: 'http' | 'postgres' | 'redis'; readonly url: URL }
  | { readonly kind: 'tcp' | 'tls'; readonly host: string; readonly port: number };

const DATABASES = {
  postgres: { schemes: ['postgres:', 'postgresql:'], port: 5432 },
  redis: { schemes: ['redis:', 'rediss:'], port: 6379 },
} as const;

/** Whether a word is a kind of check. */
export function isKind(word: string): word is CheckKind {
  return CHECK_KINDS.some((kind) => kind === word);
}

/**
 * Parses a check's target.
 * @throws RangeError with the corrected form; it never quotes the target, which may hold a password.
 */
export function parseTarget(kind: CheckKind, text: string): ParsedTarget {
  if (kind === 'http') return { kind, url: parseHttp(text) };
  if (kind === 'tcp' || kind === 'tls') return { kind, ...parsePlace(text, kind) };
  return { kind, url: parseDatabase(text, kind) };
}

function parseHttp(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  throw new RangeError('is not an http or https address; write for example https://app.example.com/health');
}

function parsePlace(text: string, kind: 'tcp' | 'tls'): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const number = port === undefined && kind === 'tls' ? 443 : Number(port);
  if (host !== undefined && number >= 1 && number <= 65_535) return { host, port: number };
  throw new RangeError(`is not host:port; write for example ${kind === 'tcp' ? 'db:5432' : 'app.example.com:443'}`);
}

function parseDatabase(text: string, kind: 'postgres' | 'redis'): URL {
  const { schemes, port } = DATABASES[kind];
  const whole = text.includes('://') ? text : `${kind}://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url && url.hostname !== '' && schemes.some((scheme) => scheme === url.protocol)) {
    if (url.port === '') url.port = String(port);
    return url;
  }
  throw new RangeError(`is neither a ${kind}:// address nor host:port; write for example ${kind}://app@db:${port}`);
}
