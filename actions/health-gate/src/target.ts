import { parseArguments } from '@suite/core';
import { CHECK_KINDS, type CheckKind } from './check.ts';

/** Where a check points to, parsed from its target. */
export type ParsedTarget =
  | { readonly kind: 'http' | 'postgres' | 'redis'; readonly url: URL }
  | { readonly kind: 'tcp' | 'tls'; readonly host: string; readonly port: number }
  | { readonly kind: 'docker' | 'logs'; readonly container: string }
  | { readonly kind: 'compose'; readonly project: string; readonly service: string }
  | { readonly kind: 'command'; readonly argv: readonly string[] }
  | { readonly kind: 'disk'; readonly path: string }
  | { readonly kind: 'memory' };

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
  if (kind === 'postgres' || kind === 'redis') return { kind, url: parseDatabase(text, kind) };
  return parseHostTarget(kind, text);
}

type HostKind = 'docker' | 'compose' | 'command' | 'logs' | 'disk' | 'memory';

function parseHostTarget(kind: HostKind, text: string): ParsedTarget {
  if (kind === 'docker' || kind === 'logs') return { kind, container: parseName(text) };
  if (kind === 'disk') return { kind, path: parseFolder(text) };
  if (kind === 'command') return { kind, argv: parseArgv(text) };
  if (kind === 'compose') return { kind, ...parseService(text) };
  if (text !== '') throw new RangeError('takes no target; write memory: with used-max: 90% beside it');
  return { kind };
}

function parseName(text: string): string {
  if (/^[\w][\w.-]*$/.test(text)) return text;
  throw new RangeError('is not the name of a container; write for example app-web-1');
}

function parseService(text: string): { readonly project: string; readonly service: string } {
  const [, project, service] = /^([\w][\w.-]*)\/([\w][\w.-]*)$/.exec(text) ?? [];
  if (project !== undefined && service !== undefined) return { project, service };
  throw new RangeError('is not project/service; write for example shop/web');
}

function parseFolder(text: string): string {
  if (text.startsWith('/')) return text;
  throw new RangeError('is not an absolute path; write for example /var/lib/docker');
}

function parseArgv(text: string): readonly string[] {
  const argv = parseArguments(text);
  if (argv.length > 0) return argv;
  throw new RangeError('is empty; write for example [pg_isready, -q]');
}

function parseHttp(text: string): URL {
  if (/[\s|]/.test(text))
    throw new RangeError('has a space or a | in it; write one address a line, and %20 or %7C for what is part of it');
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
