import { readJsonPath } from '@suite/http';
import type { Answer } from './answer.ts';
import type { Subject } from './subject.ts';
import type { Query, Tools } from './tools.ts';

/** What a subject holds in an answer; `why` says why there is nothing. */
export interface Found {
  readonly value: unknown;
  readonly why?: string;
  /** What it stands in was not read, or not to its end: that there is nothing in it proves nothing. */
  readonly unread?: true;
}

const PHASES = { dns: 'dns', connect: 'connect', tls: 'tls', ttfb: 'first-byte' } as const;

/** Reads a subject. Times are milliseconds. */
export function readSubject(subject: Subject, answer: Answer, tools: Tools): Found {
  const { last } = answer;
  const { response } = last;
  switch (subject.kind) {
    case 'status':
      return { value: response?.status };
    case 'header':
      return { value: response?.headers.get(subject.name)?.join(', ') };
    case 'cookie':
      return { value: readCookie(response?.headers.get('set-cookie') ?? [], subject.name) };
    case 'body':
      return { value: response?.undecoded === undefined ? answer.body.text : undefined, ...unread(answer.body.unread) };
    case 'json':
      return readJson(subject, answer);
    case 'xml':
    case 'css':
      return ask(tools[subject.kind], subject, answer);
    case 'openapi':
    case 'schema':
      return readJson({ ...subject, path: [] }, answer);
    case 'time':
      return { value: readTime(subject.name, answer) };
    case 'tls':
      return readTls(subject.name, answer);
    case 'url':
      return { value: last.url };
    case 'redirects':
      return { value: answer.hops.length - 1 };
    case 'http':
      return { value: response?.httpVersion };
    case 'size':
      return { value: response?.size };
    case 'sha256':
      return { value: response?.sha256 };
    case 'address':
      return { value: last.address };
    case 'version':
      return readVersion(answer);
  }
}

function unread(why: string | undefined): Pick<Found, 'why' | 'unread'> {
  return why === undefined ? {} : { why, unread: true };
}

function readVersion({ version, body }: Answer): Found {
  if (version !== undefined) return { value: version };
  return { value: version, why: 'the answer tells no version', ...unread(body.unread) };
}

function readJson({ path, text }: Subject, { body }: Answer): Found {
  if (body.json === undefined) return { value: undefined, ...unread(body.problem) };
  const value = readJsonPath(body.json.value, path);
  const met = !path.some((step) => typeof step === 'symbol') || (Array.isArray(value) && value.length > 0);
  return value === undefined || !met ? { value: undefined, why: `the body's JSON has nothing at ${text}` } : { value };
}

function ask(query: Query | undefined, { kind, name }: Subject, { body }: Answer): Found {
  if (body.unread) return { value: undefined, ...unread(body.unread) };
  try {
    const value = query?.find(body.text, name);
    return value === undefined ? { value, why: `the body has nothing at ${name}` } : { value };
  } catch (error) {
    if (body.text.trim() === '') return { value: undefined, ...unread('the body is empty') };
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : error;
    return { value: undefined, ...unread(`the body is no ${kind === 'xml' ? 'XML' : 'HTML'}: ${why}`) };
  }
}

function readCookie(headers: readonly string[], name: string): string | undefined {
  const pairs = headers.map((header) => header.split(';', 1)[0] ?? '');
  const pair = pairs.find((one) => one.slice(0, one.indexOf('=')).trim() === name);
  return pair?.slice(pair.indexOf('=') + 1).trim();
}

/** A phase that a kept connection did not need took no time. */
function readTime(name: string, { last, totalMs }: Answer): number {
  return name === 'total' ? totalMs : (last.phases[PHASES[name as keyof typeof PHASES]] ?? 0);
}

function readTls(name: string, { last: { tls, url } }: Answer): Found {
  if (tls === undefined) return { value: undefined, why: `${url} was asked without TLS` };
  const { certificate } = tls;
  const facts: Readonly<Record<string, unknown>> = {
    valid: tls.valid,
    protocol: tls.protocol,
    'days-left': certificate?.daysLeft,
    issuer: certificate?.issuer,
    subject: certificate?.subject,
    san: certificate?.names,
  };
  return { value: facts[name] };
}
