import { isCredentialHeader, type ProbeRequest } from '@suite/http';
import type { Check } from './check.ts';
import type { Node } from './graph.ts';
import { buildMultipart } from './multipart.ts';
import type { Plan } from './plan.ts';
import { registerAddress, registerCredential } from './secret-inputs.ts';
import { expandText, expandValue, type Scope } from './template.ts';

/** The request of a check with every variable filled in. @throws TypeError where the address then is none. */
export function buildRequest({ check, source }: Node, scope: Scope, plan: Plan): ProbeRequest {
  const { inputs, facts } = plan;
  const base = inputs.baseUrl ?? source.baseUrl;
  const url = buildUrl(check, base, scope);
  registerAddress(url.href);
  const [body, type] = buildBody(check, scope, facts.bodies);
  const own = [...check.headers].map(([name, value]) => [name, buildHeader(name, expandText(value, scope))] as const);
  const isHome = base === undefined || url.origin === new URL(base).origin;
  const given = isHome ? [...inputs.headers] : [];
  const headers = new Map([
    ...(type === undefined ? [] : [['content-type', type] as const]),
    ...lower(given),
    ...lower(own),
  ]);
  for (const [name, value] of headers) if (isCredentialHeader(name)) registerCredential(value);
  const wantsAll = [...check.expect.map(({ subject }) => subject), ...check.capture.map(({ from }) => from)];
  return {
    url,
    method: check.method,
    headers,
    ...(body === undefined ? {} : { body }),
    timeoutMs: check.requestTimeoutMs ?? inputs.requestTimeoutMs,
    connectTimeoutMs: inputs.connectTimeoutMs,
    maxBodyBytes: inputs.maxBodyBytes,
    hash: wantsAll.some(({ kind }) => kind === 'sha256' || kind === 'size'),
    tls: facts.tls,
    resolve: inputs.resolve,
    ...(isHome && source.address !== undefined ? { addresses: [source.address] } : {}),
  };
}

function buildUrl(check: Check, base: string | undefined, scope: Scope): URL {
  const path = expandText(check.path, scope);
  const absolute = /^https?:\/\//.test(path);
  const text = absolute ? path : `${expandText(base ?? '', scope).replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  const url = new URL(text);
  for (const [name, value] of check.query) url.searchParams.append(name, expandText(value, scope));
  return url;
}

function buildBody(
  { body }: Check,
  scope: Scope,
  files: ReadonlyMap<string, Buffer>,
): readonly [string | Uint8Array | undefined, string | undefined] {
  if (body === undefined) return [undefined, undefined];
  if (body.kind === 'json') return [JSON.stringify(expandValue(body.value, scope)), 'application/json'];
  if (body.kind === 'multipart') return buildMultipart(body.parts, scope, files);
  if (body.kind === 'file') return [files.get(body.path), fileType(body.path)];
  if (body.kind === 'form') {
    const fields = [...body.fields].map(([name, value]) => [name, expandText(value, scope)] as [string, string]);
    return [new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'];
  }
  const text = expandText(body.text, scope);
  return [text, isJson(text) ? 'application/json' : 'text/plain; charset=utf-8'];
}

function buildHeader(name: string, value: string): string {
  if (!/^authorization$/i.test(name) || !value.startsWith('basic:')) return value;
  const pair = value.slice('basic:'.length);
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function lower(headers: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}

/** The media type that a file's name tells. */
export function fileType(path: string): string {
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
