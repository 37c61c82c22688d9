import { createHash, createHmac } from 'node:crypto';
import type { HowInputs, Strategy } from './inputs-how.ts';

/** The compose file that a colour of blue-green has beside those of the release. */
export const COLOUR_FILE = 'compose.colour.yaml';

/** A service that rises beside its old containers, and how many of it there are. */
export interface RollingService {
  readonly name: string;
  readonly replicas: number;
}

/** The proxy in front of one rolling service. */
export interface ProxyPlan {
  readonly kind: Exclude<HowInputs['proxy'], 'none'>;
  /** Folder under `shared/`. */
  readonly folder: string;
  /** Service of the compose file that is the proxy, empty where none is; and the one that it leads to. */
  readonly service: string;
  readonly target: string;
  /** Shell text of the user that switches it. */
  readonly command: string | undefined;
}

/** What a release is, as `manifest.json` in its folder tells it. Values of env are HMACs with a key of the host's own. */
export interface Manifest {
  readonly schema: 1;
  readonly release: string;
  readonly previous: string | undefined;
  /** Seconds since the epoch, by the host's clock. */
  readonly at: number;
  readonly by: string;
  /** Absent where nothing was migrated. Releases before a forward-only migration cannot serve any more. */
  readonly migration?: 'compatible' | 'forward-only';
  readonly content: Content;
}

/** What makes two releases the same. */
export interface Content {
  readonly strategy: Strategy;
  readonly switchCommand: string | undefined;
  readonly composeFiles: readonly string[];
  readonly images: Readonly<Record<string, string>>;
  readonly rolling: readonly RollingService[];
  readonly rest: readonly string[];
  /** Networks that the colours of blue-green share with the rest. */
  readonly networks: readonly string[];
  /** All services of the compose files; what runs beside them is not the release's. */
  readonly services: readonly string[];
  /** Active profiles of the compose files. */
  readonly profiles: readonly string[];
  readonly proxy: ProxyPlan | undefined;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly shared: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** The text of manifest.json: the same manifest gives the same text. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(sorted(manifest), undefined, 2)}\n`;
}

/** A manifest of this action, or undefined for any other text. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1
      ? (value as Manifest)
      : undefined;
  } catch {
    return undefined;
  }
}

export function sameContent(one: Content, other: Content): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

/** Hashes of bytes that were asked for: the files of a checkout are, for every host, and never change. */
const known = new WeakMap<Uint8Array, string>();

export function sha256(content: Uint8Array | string): string {
  if (typeof content === 'string') return createHash('sha256').update(content).digest('hex');
  const hash = known.get(content) ?? createHash('sha256').update(content).digest('hex');
  known.set(content, hash);
  return hash;
}

/** Tells whether a value changed without telling the value: the key never leaves the host and this process. */
export function hmac(key: string, value: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(value).digest('hex');
}

/** Keys of env whose values differ, with `+`, `-` or `~` before them. */
export function changedKeys(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key in before ? (key in after ? '~' : '-') : '+'}${key}`);
}
