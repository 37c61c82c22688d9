/** An OpenAPI 3.0 or 3.1 document: what is read of it. */
export interface OpenApi {
  readonly openapi: string;
  readonly servers?: readonly { readonly url?: string }[];
  readonly security?: readonly object[];
  readonly paths?: Readonly<Record<string, PathItem>>;
}

export type PathItem = Readonly<Record<string, unknown>> & { readonly parameters?: readonly unknown[] };

export interface Operation {
  readonly operationId?: string;
  readonly deprecated?: boolean;
  readonly security?: readonly object[];
  readonly parameters?: readonly unknown[];
  readonly responses?: Readonly<Record<string, unknown>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
  readonly schema?: unknown;
}

/** Where a JSON pointer within the document leads, through the references on its way. */
export function resolveRef(node: unknown, document: OpenApi, depth = 0): unknown {
  if (typeof node !== 'object' || node === null || !('$ref' in node)) return node;
  const ref = String(node.$ref);
  if (!ref.startsWith('#/') || depth > 20)
    throw new RangeError(`refers to ${ref}, and only references within one document are read`);
  const found = ref
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
  if (found === undefined) throw new RangeError(`refers to ${ref}, which is not there`);
  return resolveRef(found, document, depth + 1);
}

/** @throws RangeError where a value is no document of 3.0 or 3.1. */
export function asOpenApi(value: unknown): OpenApi {
  const version = typeof value === 'object' && value !== null && 'openapi' in value ? String(value.openapi) : undefined;
  if (version === undefined) throw new RangeError('is no OpenAPI document: it has no openapi: 3.x');
  if (!/^3\.[01]\./.test(version)) throw new RangeError(`is OpenAPI ${version}; 3.0 and 3.1 are read`);
  return value as OpenApi;
}

/** Schemas of 3.0 are almost, but not quite, those of JSON Schema: `nullable`, and bounds that are flags. */
export function asJsonSchemas(document: OpenApi): unknown {
  return document.openapi.startsWith('3.0') ? modern(document) : document;
}

function modern(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(modern);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = node as Record<string, unknown>;
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]));
  return {
    ...made,
    ...bound('exclusiveMinimum', exclusiveMinimum, made['minimum']),
    ...bound('exclusiveMaximum', exclusiveMaximum, made['maximum']),
    ...(nullable === true && typeof made['type'] === 'string' ? { type: [made['type'], 'null'] } : {}),
    ...(nullable === true && Array.isArray(made['enum']) ? { enum: [...made['enum'], null] } : {}),
    ...(nullable === undefined || typeof nullable === 'boolean' ? {} : { nullable: modern(nullable) }),
  };
}

function bound(key: string, flag: unknown, limit: unknown): Record<string, unknown> {
  if (typeof flag === 'boolean') return flag && limit !== undefined ? { [key]: limit } : {};
  return flag === undefined ? {} : { [key]: modern(flag) };
}
