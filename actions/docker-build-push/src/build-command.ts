import type { Command, Secret } from '@suite/core';
import type { ImageRequest } from './image-entries.ts';
import type { BuildSecret, Inputs } from './inputs.ts';
import type { Facts } from './observe.ts';

/** What buildx needs of the job's environment; everything else stays away from the build. */
const PASSED =
  /^(?:PATH|HOME|USER|TMPDIR|LANG|LC_ALL|XDG_.*|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all|ftp)_proxy|SOURCE_DATE_EPOCH|DOCKER_DEFAULT_PLATFORM|BUILDKIT_.*|BUILDX_.*|EXPERIMENTAL_BUILDKIT_.*|GODEBUG)$/i;

/** The arguments of one build: `--load` under a private name, with what the store can hold beside the image. */
export function buildArguments(image: ImageRequest, inputs: Inputs, options: BuildOptions): readonly string[] {
  const pairs = (flag: string, values: ReadonlyMap<string, string>): string[] =>
    [...values].flatMap(([key, value]) => [flag, `${key}=${value}`]);
  return [
    ...['build', '--builder', 'default', '--load', '--progress', 'rawjson'],
    ...['--tag', options.privateName, '--file', image.file],
    ...(image.target === undefined ? [] : ['--target', image.target]),
    ...pairs('--build-arg', image.buildArgs),
    ...pairs('--label', options.labels),
    ...inputs.secrets.flatMap((secret, index) => ['--secret', secretFlag(secret, index)]),
    ...(inputs.pull ? ['--pull'] : []),
    ...(inputs.noCache ? ['--no-cache'] : []),
    ...(options.provenance ? ['--provenance', 'mode=min'] : []),
    image.context,
  ];
}

export interface BuildOptions {
  readonly privateName: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly provenance: boolean;
}

/** The command of a build. The plugin is started itself: it is faster, and `docker` would look for it in our folder. */
export function buildCommand(args: readonly string[], inputs: Inputs, place: BuildPlace): Command {
  const env: Record<string, string | Secret> = {};
  for (const [key, value] of Object.entries(inputs.env)) {
    if (value !== undefined && PASSED.test(key) && key !== 'BUILDX_BUILDER') env[key] = value;
  }
  for (const [index, secret] of inputs.secrets.entries()) {
    if ('value' in secret) env[secretVariable(index)] = secret.value;
  }
  const { socket, buildx } = place.facts;
  env['DOCKER_HOST'] = `unix://${socket}`;
  env['DOCKER_CONFIG'] = place.dockerConfigFolder;
  env['BUILDX_CONFIG'] = buildx.config;
  return { file: buildx.file, args, env };
}

export interface BuildPlace {
  readonly facts: Pick<Facts, 'socket' | 'buildx'>;
  readonly dockerConfigFolder: string;
}

function secretVariable(index: number): string {
  return `BUILD_SECRET_${index + 1}`;
}

function secretFlag(secret: BuildSecret, index: number): string {
  const source = 'path' in secret ? `src=${secret.path}` : `env=${secretVariable(index)}`;
  const field = /[",]/.test(source) ? `"${source.replaceAll('"', '""')}"` : source;
  return `id=${secret.id},${field}`;
}
