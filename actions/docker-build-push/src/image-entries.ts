import { didYouMean, parsePairs, parseSize } from '@suite/core';
import { formatImageName, type ImageName, parseImageName, shortName } from './image-name.ts';

/** One image as the inputs ask for it. Paths are relative to the checkout; sizes are bytes. */
export interface ImageRequest {
  readonly name: string;
  readonly image: ImageName;
  readonly context: string;
  readonly file: string;
  readonly target?: string | undefined;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly maxSize?: number | undefined;
}

/** What an entry of `images` takes where it says nothing: the inputs of the same names. */
export interface ImageDefaults extends Omit<ImageRequest, 'name' | 'image' | 'file'> {
  readonly image?: ImageName | undefined;
  readonly file?: string | undefined;
  readonly registry?: string | undefined;
}

/** Stands where an entry has no usable name, which is reported: its other keys are read all the same. */
const NAMELESS: ImageName = { registry: 'localhost', path: 'nameless' };
const KEYS = ['name', 'image', 'context', 'file', 'target', 'build-args', 'max-size'];

/** Reports what is wrong with one entry and goes on. */
export type Complain = (problem: string, fix?: string) => void;

/** The one image of a run without a list. */
export function singleImage(image: ImageName, defaults: ImageDefaults): ImageRequest {
  const { context, file, target, buildArgs, maxSize } = defaults;
  return { name: shortName(image), image, context, file: file ?? dockerfileIn(context), target, buildArgs, maxSize };
}

/** Reads the list of `images`; what is wrong with an entry is told to `complain`. */
export function readEntries(
  list: readonly unknown[],
  defaults: ImageDefaults,
  complain: Complain,
): readonly ImageRequest[] {
  const requests = list.flatMap((entry, index) => {
    const about: Complain = (problem, fix) => complain(`entry ${index + 1}${nameOf(entry)} ${problem}`, fix);
    return parseEntry(entry, defaults, about);
  });
  for (const request of requests.filter(({ image }) => image !== NAMELESS)) {
    const same = requests.filter((other) => other.name === request.name);
    if (same.length > 1 && same[0] === request) complain(`has ${same.length} entries named ${request.name}`);
    const place = formatImageName(request.image);
    const there = requests.filter((other) => formatImageName(other.image) === place);
    if (there.length > 1 && there[0] === request)
      complain(`has ${there.length} entries for ${place}`, 'give each its own image');
  }
  return requests;
}

/** Parses the YAML of `images`. */
export async function parseList(text: string, complain: Complain): Promise<readonly unknown[]> {
  // Loaded when it is first needed: a single image needs none of it.
  const { parse } = await import('yaml');
  try {
    const list: unknown = parse(text, { logLevel: 'error' });
    if (Array.isArray(list) && list.length > 0) return list;
    complain('is not a YAML list', '- name: app\n- name: worker\n  file: worker.Dockerfile');
  } catch (error) {
    complain(`is not YAML: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
  }
  return [];
}

function nameOf(entry: unknown): string {
  const name = isRecord(entry) ? entry['name'] : undefined;
  return typeof name === 'string' ? ` (${name})` : '';
}

function parseEntry(entry: unknown, defaults: ImageDefaults, complain: Complain): readonly ImageRequest[] {
  if (!isRecord(entry)) {
    complain('is not a map', '- name: app');
    return [];
  }
  for (const key of Object.keys(entry).filter((known) => !KEYS.includes(known))) {
    complain(`has the unknown key ${key}${didYouMean(key, KEYS)}`);
  }
  const attempt = <T>(key: string, parseValue: (value: unknown) => T): T | undefined => {
    try {
      return entry[key] === undefined || entry[key] === null ? undefined : parseValue(entry[key]);
    } catch (error) {
      complain(`has a wrong ${key}: ${JSON.stringify(entry[key])} ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  };
  const name = attempt('name', parseName);
  const image =
    attempt('image', (value) => parseImageName(scalar(value), defaults.registry)) ?? under(defaults.image, name);
  if (image === undefined) {
    if (entry['name'] === undefined) complain('has neither a name nor an image', '- name: app');
    else if (defaults.image === undefined)
      complain('has no image, and there is none to put its name under', 'image: ghcr.io/acme');
  }
  const context = attempt('context', scalar) ?? defaults.context;
  const file = attempt('file', scalar) ?? (entry['context'] === undefined ? defaults.file : undefined);
  const request = {
    name: name ?? shortName(image ?? NAMELESS),
    image: image ?? NAMELESS,
    context,
    file: file ?? dockerfileIn(context),
    target: attempt('target', scalar) ?? defaults.target,
    buildArgs: new Map([...defaults.buildArgs, ...(attempt('build-args', parseBuildArgs) ?? [])]),
    maxSize: attempt('max-size', (value) => parseSize(scalar(value))) ?? defaults.maxSize,
  };
  return [request];
}

function under(image: ImageName | undefined, name: string | undefined): ImageName | undefined {
  return image && name ? { registry: image.registry, path: `${image.path}/${name}` } : undefined;
}

function dockerfileIn(context: string): string {
  return `${context.replace(/\/+$/, '')}/Dockerfile`.replace(/^\.\//, '');
}

function parseName(value: unknown): string {
  const name = scalar(value);
  if (/^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/.test(name)) return name;
  throw new RangeError('is not a name; write lower-case letters, digits and - only');
}

function parseBuildArgs(value: unknown): Iterable<readonly [string, string]> {
  if (isRecord(value)) return Object.entries(value).map(([key, item]) => [key, scalar(item ?? '')] as const);
  return parsePairs(Array.isArray(value) ? value.map(scalar).join('\n') : scalar(value), '=');
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new RangeError('is not a plain value');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
