/** Where an image lives, without tag or digest. `registry` is a host, with its port where it has one. */
export interface ImageName {
  readonly registry: string;
  readonly path: string;
}

const DOCKER_HUB = 'docker.io';
const HUB_ALIASES: readonly string[] = [
  DOCKER_HUB,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
];
const PATH = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d+)?$/i;

/**
 * Parses `ghcr.io/acme/app`, lower-casing it: registries take no capitals, and owners have them. A name without a
 * host belongs to `registry`, else to Docker Hub.
 * @throws RangeError with the corrected form.
 */
export function parseImageName(text: string, registry?: string): ImageName {
  const name = text.toLowerCase();
  if (name.includes('://')) throw new RangeError(`has a scheme; write ${name.replace(/^.*?:\/\//, '')}`);
  const digest = name.indexOf('@');
  if (digest >= 0) throw new RangeError(`has a digest; write ${name.slice(0, digest)}`);
  const tag = /:([^/:]+)$/.exec(name);
  if (tag) throw new RangeError(`has a tag; write ${name.slice(0, tag.index)} and put ${tag[1]} into tags`);
  const [first = '', ...rest] = name.split('/');
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = hasHost ? first : (registry ?? DOCKER_HUB);
  const path = hasHost ? rest.join('/') : name;
  if (!HOST.test(host))
    throw new RangeError(`has "${host}" in front, which is no registry; write for example ghcr.io/${path}`);
  if (!PATH.test(path)) throw new RangeError('is not an image name; write for example ghcr.io/acme/app');
  return { registry: normalRegistry(host), path: officialPath(normalRegistry(host), path) };
}

/** Parses a registry's host, `ghcr.io` or `10.0.0.2:5000`. @throws RangeError with the corrected form. */
export function parseRegistry(text: string): string {
  const host = text.toLowerCase();
  if (HOST.test(host)) return normalRegistry(host);
  const bare = host.replace(/^https?:\/\//, '').split('/')[0] ?? '';
  throw new RangeError(HOST.test(bare) ? `is not a host; write ${bare}` : 'is not a host; write for example ghcr.io');
}

/** `ghcr.io/acme/app`. */
export function formatImageName({ registry, path }: ImageName): string {
  return `${registry}/${path}`;
}

/** The last segment of the path, by which an image is called where it has no name of its own. */
export function shortName({ path }: ImageName): string {
  return path.split('/').at(-1) ?? path;
}

/** The key under which Docker keeps a registry's credentials: Docker Hub has an odd one. */
export function authKey(registry: string): string {
  return registry === DOCKER_HUB ? 'https://index.docker.io/v1/' : registry;
}

function normalRegistry(host: string): string {
  return HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
}

function officialPath(registry: string, path: string): string {
  return registry === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path;
}
