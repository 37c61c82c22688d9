import { basename } from 'node:path';
import type { Scanner } from './severity.ts';

export const TARGET_KINDS = ['image', 'fs', 'config', 'sbom', 'tar', 'oci'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** One thing to scan. `ref` is an image reference or a path as it was given, `name` what a person calls it. */
export interface Target {
  readonly kind: TargetKind;
  readonly ref: string;
  readonly name: string;
  /** Unique among the targets of a run; names its reports. */
  readonly id: string;
  /** Built here and not pushed: a registry's image of that name would be another one. */
  readonly onlyEngine?: boolean;
}

/** Parses `kind:ref` lines. @throws RangeError naming the line. */
export function parseTargets(lines: readonly string[]): readonly Target[] {
  return withIds(lines.map(parseTarget));
}

/**
 * Parses the `images` output of docker-build-push: what was pushed by its digest, what was only built by its name in
 * the engine. @throws RangeError where it is something else.
 */
export function parseImages(json: string): readonly Target[] {
  return withIds(parseList(json).map(parseImage));
}

/** Gives every target an id that no other has. */
export function withIds(targets: readonly Omit<Target, 'id'>[]): readonly Target[] {
  const used = new Set<string>();
  return targets.map((target) => {
    const base = `${target.kind}-${slug(target.name)}`;
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
    used.add(id);
    return { ...target, id };
  });
}

/** The scanners that make sense for a target: a configuration folder has no packages, an SBOM no files. */
export function scannersFor(kind: TargetKind, scanners: readonly Scanner[]): readonly Scanner[] {
  if (kind === 'config') return ['misconfig'];
  if (kind === 'sbom') return scanners.filter((scanner) => scanner === 'vuln' || scanner === 'license');
  return scanners;
}

/** True where the target is a path of this machine. */
export function isLocal(target: Target): boolean {
  return target.kind !== 'image';
}

/** The registries that the images come from, each once; what was only built here comes from none. */
export function registriesOf(targets: readonly Target[]): readonly string[] {
  const remote = targets.filter((target) => target.kind === 'image' && !target.onlyEngine);
  return [...new Set(remote.map(({ ref }) => registryOf(ref)))];
}

/** As every client of registries: a first part without dot, colon or localhost is a name on the default one. */
function registryOf(ref: string): string {
  const [first = '', ...rest] = ref.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

export function formatTarget(target: Target): string {
  return `${target.kind}:${target.ref}`;
}

function parseTarget(line: string): Omit<Target, 'id'> {
  const at = line.indexOf(':');
  const kind = TARGET_KINDS.find((word) => word === line.slice(0, at));
  const ref = line.slice(at + 1).trim();
  if (kind === undefined || ref === '') {
    throw new RangeError(`has the line "${line}" without a kind; write for example image:${line || 'app:1'} or fs:.`);
  }
  return { kind, ref, name: kind === 'image' ? imageName(ref) : ref === '.' ? 'checkout' : ref };
}

function parseList(json: string): readonly unknown[] {
  const value = tryJson(json);
  if (Array.isArray(value) && value.length > 0) return value;
  throw new RangeError('is no list of images; give the images output of docker-build-push');
}

function tryJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function parseImage(entry: unknown): Omit<Target, 'id'> {
  const { name, ref } = (entry ?? {}) as Record<string, unknown>;
  if (typeof ref !== 'string' || !/^[\w[][^\s]*$/.test(ref)) {
    throw new RangeError('has an image without a ref; give the images output of docker-build-push');
  }
  const shown = typeof name === 'string' && name ? name : imageName(ref);
  return { kind: 'image', ref, name: shown, ...(ref.includes('@sha256:') ? {} : { onlyEngine: true }) };
}

function imageName(ref: string): string {
  return basename(ref.replace(/@.*$/, ''));
}

function slug(text: string): string {
  const cleaned = text.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return cleaned.slice(0, 80) || 'target';
}
