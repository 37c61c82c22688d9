/** The image that a service runs in this release, by digest. `service` is absent where only the repository is known. */
export interface PinnedImage {
  readonly service: string | undefined;
  readonly ref: string;
}

const REF = /^(?<name>[\w.-]+(?::\d+)?(?:\/[\w.-]+)*)(?::[\w.-]+)?@(?<digest>sha256:[0-9a-f]{64})$/;

/**
 * Parses lines `service=name@sha256:…`, or the `images` output of docker-build-push, where an image's `name` is the
 * service if there is one of that name, else the service whose `image:` has its repository.
 * @throws RangeError with the corrected form: a tag can be moved, so only a digest says what will run.
 */
export function parseImages(text: string): readonly PinnedImage[] {
  return text.trim().startsWith('[') ? parseBuildOutput(text) : parseLines(text);
}

function parseLines(text: string): readonly PinnedImage[] {
  const images = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf('=');
      const [service, ref] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      if (at < 1 || !/^[\w.-]+$/.test(service))
        throw new RangeError(`has the line "${line}"; write service=name@sha256:…`);
      return { service, ref: checkRef(service, ref) };
    });
  const names = images.map(({ service }) => service);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`names the service ${twice} twice`);
  return images;
}

function parseBuildOutput(text: string): readonly PinnedImage[] {
  const entries = parseJson(text);
  if (!Array.isArray(entries) || !entries.every(isBuilt))
    throw new RangeError('is JSON, but not the output `images` of docker-build-push');
  return entries.map(({ name, ref }) => ({ service: name, ref: checkRef(name, ref) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError('begins like JSON and is none', { cause: error });
  }
}

function isBuilt(value: unknown): value is { readonly name: string; readonly ref: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { name, ref } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof ref === 'string';
}

function checkRef(service: string, ref: string): string {
  if (REF.test(ref)) return ref;
  if (ref === '') throw new RangeError(`has no image for ${service}: is the output of the build empty?`);
  throw new RangeError(
    `has "${ref}" for ${service}, which is no digest; write ${service}=${ref.replace(/@.*$/, '')}@sha256:…`,
  );
}

/** `name` of `name:tag@sha256:…` or `name:tag`. */
export function repositoryOf(ref: string): string {
  return ref.replace(/@.*$/, '').replace(/:[\w.-]+$/, '');
}

/** The registry's host of an image, as docker login names it. */
export function registryOf(ref: string): string {
  const [first = ''] = ref.split('/');
  return ref.includes('/') && /[.:]|^localhost$/.test(first) ? first : 'https://index.docker.io/v1/';
}
