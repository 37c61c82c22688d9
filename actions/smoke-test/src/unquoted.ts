import { isMap, isScalar, type YAMLMap } from 'yaml';

/** Where a `{{name}}` stands that YAML stumbled over, and what to do about it. */
export interface Unquoted {
  readonly start: number;
  readonly message: string;
}

/** The `{{name}}` that begins or ends where YAML met an error: `Bearer {{token}}` in braces, `{{url}}/v1`. */
export function unquotedAround(text: string, at: number): Unquoted | undefined {
  for (const { index, 0: whole, 1: name = '' } of text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)) {
    if (at === index || at === index + whole.length) return { start: index, message: advice(name) };
  }
  return undefined;
}

/** YAML reads `{{name}}` without quotes as a map in a map: what to do, or undefined where the map is another. */
export function unquotedIn({ items }: YAMLMap): string | undefined {
  const [outer, ...more] = items;
  if (outer === undefined || more.length > 0 || !isEmpty(outer.value) || !isMap(outer.key)) return undefined;
  const [inner, ...others] = outer.key.items;
  if (inner === undefined || others.length > 0 || !isEmpty(inner.value) || !isScalar(inner.key)) return undefined;
  const name = inner.key.source ?? String(inner.key.value);
  return /^[\w.-]+$/.test(name) ? advice(name) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined;
}

function advice(name: string): string {
  return `has {{${name}}} without quotes; write "{{${name}}}" in quotes, together with the text around it`;
}
