import { type CommonInputs, type InputReader, Secret, splitWords } from '@suite/core';
import type { Credentials } from './docker-config.ts';
import {
  type Complain,
  type ImageDefaults,
  type ImageRequest,
  parseList,
  readEntries,
  singleImage,
} from './image-entries.ts';
import { authKey, type ImageName, parseImageName, parseRegistry } from './image-name.ts';
import { parseQuotedPairs } from './key-values.ts';
import { DEFAULT_POLICY, type Policy, parsePolicy } from './policy.ts';
import { parseTag } from './tags.ts';

/** A secret of the build: a value that travels in the environment of buildx, or a file of the job. */
export type BuildSecret = { readonly id: string } & ({ readonly value: Secret } | { readonly path: string });

export interface Inputs extends CommonInputs {
  readonly images: readonly ImageRequest[];
  readonly labels: ReadonlyMap<string, string>;
  readonly secrets: readonly BuildSecret[];
  readonly pull: boolean;
  readonly noCache: boolean;
  readonly credentials?: Credentials | undefined;
  readonly tags: readonly string[];
  readonly push: 'auto' | 'true' | 'false';
  readonly sizeMetric: 'uncompressed' | 'compressed';
  readonly policy: Policy;
  readonly retries: number;
  /** The job's environment without the inputs. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const UNREADABLE: ImageName = { registry: 'localhost', path: 'unreadable' };

export async function readInputs(read: InputReader): Promise<Inputs> {
  const list = read.text('images');
  const complain: Complain = (problem, fix) => read.problem('images', problem, fix);
  return inputsFrom(read, list === undefined ? undefined : await parseList(list, complain));
}

/** Everything but the YAML of `images`, whose entries are given. */
export function inputsFrom(read: InputReader, entries: readonly unknown[] | undefined): Inputs {
  const images = readImages(read, entries);
  return {
    ...read.common(),
    images,
    labels: read.pairs('labels'),
    secrets: readSecrets(read),
    pull: read.boolean('pull', false),
    noCache: read.boolean('no-cache', false),
    credentials: readCredentials(read, images),
    tags: read.parsed('tags', { fallback: 'auto' }, (text) => splitWords(text).map(parseTag)) ?? ['auto'],
    push: read.choice('push', ['auto', 'true', 'false'], 'auto'),
    sizeMetric: read.choice('size-metric', ['uncompressed', 'compressed'], 'uncompressed'),
    policy: read.parsed('policy', { fallback: DEFAULT_POLICY }, parsePolicy) ?? parsePolicy(''),
    retries: read.integer('retries', { fallback: '2', min: 0, max: 10 }) ?? 2,
    env: read.env,
  };
}

function readImages(read: InputReader, entries: readonly unknown[] | undefined): readonly ImageRequest[] {
  const registry = read.parsed('registry', {}, parseRegistry);
  const given = read.parsed('image', {}, (text) => parseImageName(text, registry));
  // A wrong name is reported; reading goes on with any other, so that the rest is looked at as well.
  const image = given ?? (read.text('image') ? UNREADABLE : ownImage(read, registry));
  const defaults: ImageDefaults = {
    image,
    registry,
    context: read.text('context', { fallback: '.' }) ?? '.',
    file: read.text('file'),
    target: read.text('target'),
    buildArgs: read.pairs('build-args'),
    maxSize: read.size('max-size'),
  };
  if (entries !== undefined) {
    return readEntries(entries, defaults, (problem, fix) => read.problem('images', problem, fix));
  }
  if (image === undefined) {
    read.problem('image', 'is missing, and GITHUB_REPOSITORY gives no name', 'image: ghcr.io/acme/app');
  }
  return image === undefined ? [] : [singleImage(image, defaults)];
}

/** The repository's own package: `ghcr.io/<owner>/<repo>`. */
function ownImage(read: InputReader, registry: string | undefined): ImageName | undefined {
  const repository = read.env['GITHUB_REPOSITORY'];
  return repository ? parseImageName(`${registry ?? 'ghcr.io'}/${repository}`) : undefined;
}

function readCredentials(read: InputReader, images: readonly ImageRequest[]): Credentials | undefined {
  const given = read.parsed('registry', {}, parseRegistry);
  const [username, password] = [read.text('username'), read.secret('password')];
  const token = read.secret('github-token');
  const registry = given ?? images[0]?.image.registry;
  if (registry === undefined) return undefined;
  const strangers = images.filter(({ image }) => image.registry !== registry);
  if (given !== undefined && strangers.length === images.length && images.length > 0) {
    const host = strangers[0]?.image.registry ?? '';
    read.problem('registry', `is ${given}, but the image belongs to ${host}`, `registry: ${host}`);
  }
  const actor = username ?? read.env['GITHUB_ACTOR'];
  if (password !== undefined && actor === undefined) {
    read.problem('username', `is missing, and ${authKey(registry)} has a password`, 'username: …');
  }
  // The job's token goes to GitHub's own registry and to no other.
  const secret = password ?? (registry === 'ghcr.io' ? token : undefined);
  return secret && actor ? { registry, username: actor, password: secret } : undefined;
}

function readSecrets(read: InputReader): readonly BuildSecret[] {
  const values = readQuoted(read, 'secrets');
  const variables = read.pairs('secret-envs');
  const files = read.pairs('secret-files');
  const ids = [...values.keys(), ...variables.keys(), ...files.keys()];
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    read.problem('secrets', `gives the id ${id} twice`);
  }
  for (const id of ids.filter((one) => !/^[\w.-]+$/.test(one))) {
    read.problem('secrets', `has the id "${id}" with other characters than letters, digits, . _ -`);
  }
  return [
    ...[...values].map(([id, value]) => valueSecret(read, { input: 'secrets', id, value })),
    ...[...variables].map(([id, name]) =>
      valueSecret(read, { input: 'secret-envs', id, value: read.env[name] ?? '', variable: name }),
    ),
    ...[...files].map(([id, path]) => ({ id, path })),
  ];
}

/** The whole text is a secret from the first moment, so that no message about it can show a part. */
function readQuoted(read: InputReader, name: string): ReadonlyMap<string, string> {
  const text = read.text(name);
  if (text === undefined) return new Map();
  new Secret(text);
  try {
    return parseQuotedPairs(text);
  } catch (error) {
    read.problem(name, error instanceof Error ? error.message : String(error));
    return new Map();
  }
}

interface SecretSource {
  readonly input: string;
  readonly id: string;
  readonly value: string;
  readonly variable?: string;
}

/** BuildKit mounts an empty file for an empty secret, even where the Dockerfile requires it. */
function valueSecret(read: InputReader, { input, id, value, variable }: SecretSource): BuildSecret {
  if (value.trim() === '') {
    const where = variable === undefined ? '' : `: the variable ${variable} is not set`;
    read.problem(input, `${id} is empty${where}; does the secret exist, and is this job allowed to read it?`);
  }
  return { id, value: new Secret(value) };
}
