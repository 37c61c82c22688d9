import { didYouMean } from '@suite/core';
import { type JsonPath, parseJsonPath } from '@suite/http';

const PLAIN = [
  'status',
  'body',
  'json',
  'url',
  'redirects',
  'http',
  'size',
  'sha256',
  'address',
  'version',
  'schema',
  'openapi',
] as const;
const NAMED = {
  header: undefined,
  cookie: undefined,
  time: ['total', 'dns', 'connect', 'tls', 'ttfb'],
  xml: undefined,
  css: undefined,
  tls: ['valid', 'days-left', 'issuer', 'subject', 'san', 'protocol'],
} as const;
const TEXT = new Set(['body', 'url', 'http', 'sha256', 'address', 'version', 'header', 'cookie', 'xml', 'css']);
const TEXT_OF_TLS = new Set(['issuer', 'subject', 'protocol']);

const EXAMPLES: Readonly<Record<string, string>> = { xml: '/feed/title', css: 'title', header: 'X-Version' };

export type SubjectKind = (typeof PLAIN)[number] | keyof typeof NAMED;

/** What an assertion or a capture looks at: `status`, `header.X-Version`, `json.user.name`. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Behind the dot: a header's name in lower case, a phase, a certificate's field. */
  readonly name: string;
  readonly path: JsonPath;
  /** As it was written. */
  readonly text: string;
}

/** Whether values of a subject are text by nature, so that `1.10` is compared as written. */
export function isText({ kind, name }: Subject): boolean {
  return TEXT.has(kind) || (kind === 'tls' && TEXT_OF_TLS.has(name));
}

/** @throws RangeError naming the subjects and the nearest one. */
export function parseSubject(text: string): Subject {
  const [kind = '', rest] = split(text);
  if (kind === 'json') return { kind, name: '', path: parseJsonPath(rest || '$'), text };
  if (isPlain(kind) && rest === '') return { kind, name: '', path: [], text };
  if (!isNamed(kind)) {
    const known = [...PLAIN, ...Object.keys(NAMED)];
    throw new RangeError(`is none of ${known.join(', ')}${didYouMean(kind, known)}`);
  }
  const names: readonly string[] | undefined = NAMED[kind];
  if (rest === '') throw new RangeError(`lacks a name: write ${kind}.${names?.[0] ?? EXAMPLES[kind] ?? 'name'}`);
  if (names && !names.includes(rest)) {
    throw new RangeError(`has ${rest} that is none of ${names.join(', ')}${didYouMean(rest, names)}`);
  }
  return { kind, name: kind === 'header' ? rest.toLowerCase() : rest, path: [], text };
}

/** The texts that `parseSubject` takes, for the published schema. */
export function subjectPattern(): string {
  const plain = PLAIN.filter((kind) => kind !== 'json').join('|');
  const named = Object.entries(NAMED).map(([kind, names]) => `${kind}\\.${names ? `(${names.join('|')})` : '.+'}`);
  return `^(${plain}|json([.\\[].*)?|xml/.+|${named.join('|')})$`;
}

/** `json.a.b` → json, a.b; `json[0]` → json, [0]; `json.$.a` → json, $.a. */
function split(text: string): readonly [string, string] {
  const kind = /^[a-z0-9-]+/i.exec(text)?.[0] ?? text;
  const rest = text.slice(kind.length);
  if (kind === 'xml' && rest.startsWith('/')) return [kind, rest];
  return [kind, rest.startsWith('.') ? rest.slice(1) : rest];
}

function isPlain(kind: string): kind is (typeof PLAIN)[number] {
  return (PLAIN as readonly string[]).includes(kind);
}

function isNamed(kind: string): kind is keyof typeof NAMED {
  return Object.hasOwn(NAMED, kind);
}
