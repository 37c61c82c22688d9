import { readJsonPath } from '@suite/http';
import type { Answer } from './answer.ts';
import type { Subject } from './subject.ts';
import type { Query, Tools } from './tools.ts';

/** What a subject holds in an answer; `why` says why there is nothing. */
export interface Found {
  readonly value: unknown;
  readonly why?: string;
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
      return { value: answer.body.text, ...(answer.body.cut ? { why: 'the body was cut at max-body' } : {}) };
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
      return { value: answer.version, ...(answer.version === undefined ? { why: 'the answer tells no version' } : {}) };
  }
}

function readJson({ path, text }: Subject, { body }: Answer): Found {
  if (body.json === undefined)
    return { value: undefined, ...(body.problem === undefined ? {} : { why: body.problem }) };
  const value = readJsonPath(body.json.value, path);
  return value === undefined ? { value, why: `the body's JSON has nothing at ${text}` } : { value };
}

function ask(query: Query | undefined, { kind, name }: Subject, { body }: Answer): Found {
  if (body.cut) return { value: undefined, why: 'the body was cut at max-body' };
  try {
    const value = query?.find(body.text, name);
    return value === undefined ? { value, why: `the body has nothing at ${name}` } : { value };
  } catch (error) {
    const what = body.text.trim() === '' ? 'empty' : `no ${kind === 'xml' ? 'XML' : 'HTML'}`;
    return {
      value: undefined,
      why: `the body is ${what}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`,
    };
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
