import { type JsonPath, parseJsonPath, readJsonPath } from './json-path.ts';

/** Where an application tells its version: `auto`, or a header or JSON path of its own. */
export type VersionSource =
  | { readonly kind: 'auto' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'json'; readonly path: JsonPath };

const HEADERS = ['x-version', 'x-app-version'];
const PATHS = ['$.version', '$.info.version', '$.build.version'].map(parseJsonPath);

/**
 * Parses `version-path`: `auto`, `header x-release`, or a JSON path.
 * @throws RangeError with the corrected form.
 */
export function parseVersionSource(text: string): VersionSource {
  if (text === 'auto') return { kind: 'auto' };
  const header = /^header[ .:]\s*([\w-]+)$/i.exec(text);
  if (header?.[1]) return { kind: 'header', name: header[1].toLowerCase() };
  return { kind: 'json', path: parseJsonPath(text) };
}

/** The version that an answer tells, or undefined. `body` is parsed JSON, undefined where it was none. */
export function readVersion(
  answer: { readonly headers: ReadonlyMap<string, readonly string[]>; readonly body: unknown },
  source: VersionSource,
): string | undefined {
  const header = (name: string): unknown => answer.headers.get(name)?.[0];
  const json = (path: JsonPath): unknown => readJsonPath(answer.body, path);
  if (source.kind === 'header') return asVersion(header(source.name));
  if (source.kind === 'json') return asVersion(json(source.path));
  return [...HEADERS.map(header), ...PATHS.map(json)].map(asVersion).find((version) => version !== undefined);
}

/**
 * Whether two versions are the same: equal (a leading `v` and upper case do not count), or two commit hashes of which
 * one is the other's first 7 or more characters.
 */
export function sameVersion(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^v(?=\d)/, ''),
  ) as [string, string];
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return /^[0-9a-f]{7,}$/.test(short) && /^[0-9a-f]+$/.test(long) && long.startsWith(short);
}

function asVersion(value: unknown): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? String(value).trim()
    : undefined;
}
