import type { Check, Expectation } from './check.ts';
import { type OpenApi, type Operation, type Parameter, type PathItem, resolveRef } from './openapi-document.ts';

/** At most so many operations of a document are checked. */
export const MOST_OPERATIONS = 50;

/** A check for each operation that changes nothing and whose parameters the document tells, and why others have none. */
export interface Generated {
  readonly checks: readonly Check[];
  readonly leftOut: readonly string[];
}

/** What generating needs beside the document. */
export interface Generating {
  /** What stands before the paths of the document. */
  readonly prefix: string;
  /** Whether requests carry a credential, so that operations that ask for one are checked too. */
  readonly hasCredential: boolean;
}

export function openapiChecks(document: OpenApi, generating: Generating): Generated {
  const leftOut: string[] = [];
  const checks: Check[] = [];
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of ['get', 'head']) {
      const name = `${method.toUpperCase()} ${path}`;
      const operation = item[method] as Operation | undefined;
      if (operation === undefined) continue;
      const made = checkOf({ path, method, item, operation }, document, generating);
      if (typeof made === 'string') leftOut.push(`${name}: ${made}`);
      else if (checks.length >= MOST_OPERATIONS)
        leftOut.push(`${name}: ${MOST_OPERATIONS} operations are checked at most`);
      else checks.push(made);
    }
  }
  return { checks, leftOut };
}

interface Place {
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: Operation;
}

function checkOf(
  { path, method, item, operation }: Place,
  document: OpenApi,
  { prefix, hasCredential }: Generating,
): Check | string {
  if ((operation.security ?? document.security ?? []).some((one) => Object.keys(one).length > 0) && !hasCredential) {
    return 'it asks for a credential, and headers gives none';
  }
  const parameters = parametersOf(item, operation, document);
  const valued = parameters.map((parameter) => [parameter, givenValue(parameter, document)] as const);
  const open = valued.find(([{ required, in: where }, value]) => (required || where === 'path') && value === undefined);
  if (open) return `its ${open[0].in} parameter ${open[0].name} has neither example nor default`;
  const of = (where: Parameter['in']): ReadonlyMap<string, string> =>
    new Map(
      valued.flatMap(([one, value]) =>
        one.in === where && one.required && value !== undefined ? [[one.name, value]] : [],
      ),
    );
  const filled = valued.reduce(
    (text, [{ name }, value]) => text.replaceAll(`{${name}}`, encodeURIComponent(value ?? '')),
    path,
  );
  const cookie = [...of('cookie')].map(([name, value]) => `${name}=${value}`).join('; ');
  const place = { input: 'openapi', line: 0 };
  return {
    ...{ name: `${method.toUpperCase()} ${path}`, tags: [], method: method.toUpperCase(), path: `${prefix}${filled}` },
    ...{
      query: of('query'),
      headers: new Map([...of('header'), ...(cookie === '' ? [] : [['Cookie', cookie] as const])]),
    },
    ...{ body: undefined, follow: 0, requestTimeoutMs: undefined, retry: undefined, repeat: undefined },
    ...{ expect: [fits(path, place)], capture: [], when: [], place },
  };
}

/** What the answer is held against: the operation, named by its path in the document. */
function fits(path: string, place: Expectation['place']): Expectation {
  const subject = { kind: 'openapi', name: '', path: [], text: 'openapi' } as const;
  const expected = [{ value: path, source: path }];
  return { subject, matcher: { kind: '==', expected }, text: 'openapi', place };
}

/** Those of the operation win over those of the path. */
function parametersOf(item: PathItem, operation: Operation, document: OpenApi): readonly Parameter[] {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
    (one) => resolveRef(one, document) as Parameter,
  );
  return [...new Map(all.map((one) => [`${one.in} ${one.name}`, one])).values()];
}

function givenValue(parameter: Parameter, document: OpenApi): string | undefined {
  const schema = (resolveRef(parameter.schema, document) ?? {}) as Record<string, unknown>;
  const [named] = Object.values(parameter.examples ?? {}).map(
    (one) => (resolveRef(one, document) as { value?: unknown })?.value,
  );
  const listed = Array.isArray(schema['examples']) ? schema['examples'][0] : undefined;
  const found = [
    parameter.example,
    named,
    schema['example'],
    listed,
    schema['default'],
    schema['const'],
    ...list(schema['enum']),
  ];
  const value = found.find((one) => one !== undefined && one !== null);
  return value === undefined ? undefined : typeof value === 'object' ? undefined : String(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The path of the document's first server, as `/v1`; '' where it has none. */
export function serverPath({ servers }: OpenApi): string {
  const url = servers?.[0]?.url ?? '/';
  const path = URL.canParse(url, 'http://any') ? new URL(url, 'http://any').pathname : '/';
  return url.includes('{') ? '' : path.replace(/\/+$/, '');
}
