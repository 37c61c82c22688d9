import type { Ports } from '@suite/core';
import type { TlsOptions } from '@suite/http';
import { probeFollowing } from '@suite/http';
import type { CheckSource } from './check.ts';
import type { Inputs } from './inputs.ts';
import type { Found } from './observe.ts';
import type { OpenApi } from './openapi-document.ts';
import type { OperationJudge } from './openapi-judge.ts';

/** A document's checks, and the judge of their answers. */
export interface LoadedOpenApi {
  readonly source: CheckSource;
  readonly judge: OperationJudge;
  /** Operations without a check, each with why. */
  readonly leftOut: readonly string[];
}

/** Reads the document of `openapi`, a path, an address, or a path behind base-url. */
export async function loadOpenApi(
  inputs: Inputs,
  tls: TlsOptions,
  { files, problems }: { readonly files: Ports['files']; readonly problems: Found[] },
): Promise<LoadedOpenApi | undefined> {
  const place = inputs.openapi;
  if (place === undefined) return undefined;
  try {
    const text = await readDocument(place, inputs, { tls, files });
    const [{ parse }, { asOpenApi }, { openapiChecks, serverPath }, { judgeByOpenApi }] = await Promise.all([
      import('yaml'),
      import('./openapi-document.ts'),
      import('./openapi-checks.ts'),
      import('./openapi-judge.ts'),
    ]);
    const document = asOpenApi(parse(text));
    const hasCredential = [...inputs.headers.keys()].some((name) => /^authorization$|cookie|token|key/i.test(name));
    const hasPath = inputs.baseUrl !== undefined && new URL(inputs.baseUrl).pathname !== '/';
    const prefix = hasPath ? '' : serverPath(document);
    const { checks, leftOut } = openapiChecks(document, { prefix, hasCredential });
    const source = { file: 'openapi', baseUrl: serverOrigin(document, place), variables: new Map(), checks };
    return { source, leftOut, judge: judgeByOpenApi(document) };
  } catch (error) {
    const problem = `${place} ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`;
    problems.push({ input: 'openapi', problem });
    return undefined;
  }
}

/** Where the document says it is served, for a run without base-url. */
function serverOrigin({ servers }: OpenApi, place: string): string | undefined {
  const base = URL.canParse(place) ? place : undefined;
  const url = servers?.[0]?.url ?? '/';
  return URL.canParse(url, base) ? new URL(url, base).origin : undefined;
}

async function readDocument(
  place: string,
  inputs: Inputs,
  { tls, files }: { readonly tls: TlsOptions; readonly files: Ports['files'] },
): Promise<string> {
  if (!/^(https?:\/)?\//.test(place)) {
    const text = await files.readText(place);
    if (text === undefined) throw new RangeError('is not there: was the repository checked out?');
    return text;
  }
  const base = inputs.baseUrl?.replace(/\/$/, '');
  const url = new URL(place.startsWith('/') ? `${base}${place}` : place);
  const atHome = base !== undefined && url.origin === new URL(base).origin;
  const request = {
    ...{ url, tls, timeoutMs: inputs.requestTimeoutMs, connectTimeoutMs: inputs.connectTimeoutMs },
    ...{ maxBodyBytes: inputs.maxBodyBytes, headers: atHome ? inputs.headers : new Map() },
    resolve: inputs.resolve,
  };
  const { hops } = await probeFollowing(request, 5);
  const { failure, response } = hops.at(-1) ?? {};
  if (failure || response === undefined) throw new RangeError(`cannot be read: ${failure?.message}`);
  if (response.status !== 200) throw new RangeError(`cannot be read: it answers ${response.status}`);
  if (response.cut) throw new RangeError('is longer than max-body');
  return response.body.toString('utf8');
}
