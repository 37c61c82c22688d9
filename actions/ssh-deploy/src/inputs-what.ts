import { type InputReader, Secret } from '@suite/core';
import { parseEnvLines } from './env-file.ts';
import { type FileMapping, parseFileMappings } from './file-mapping.ts';
import { type PinnedImage, parseImages } from './images.ts';

export const modes = ['deploy', 'rollback', 'plan', 'check', 'list', 'destroy'] as const;

/** What is deployed. */
export interface WhatInputs {
  readonly mode: (typeof modes)[number];
  readonly app: string;
  readonly release: string;
  /** The release to go back to; absent: the one before. */
  readonly to: string | undefined;
  readonly files: readonly FileMapping[];
  readonly composeFiles: readonly string[];
  readonly images: readonly PinnedImage[];
  readonly env: ReadonlyMap<string, Secret>;
  /** A path in the checkout. */
  readonly envFile: string | undefined;
}

/** Reads the inputs about what is deployed. */
export function readWhat(read: InputReader): WhatInputs {
  const mode = read.choice('mode', modes, 'deploy');
  const app = read.parsed('app', {}, parseApp) ?? appOf(read.env['GITHUB_REPOSITORY']);
  if (app === '') read.problem('app', 'is missing, and there is no repository to name it after', 'with: { app: shop }');
  const release = read.parsed('release', {}, parseRelease) ?? releaseOf(read.env);
  if (release === '')
    read.problem('release', 'is missing, and there is no run to name it after', 'with: { release: r1 }');
  return {
    mode,
    app,
    release,
    to: read.parsed('to', {}, parseRelease),
    files: read.parsed('files', {}, parseFileMappings) ?? [],
    composeFiles: read.parsed('compose-files', { fallback: 'compose.yaml' }, parseComposeFiles) ?? [],
    images: read.parsed('images', { output: true }, parseImages) ?? [],
    env: readEnv(read),
    envFile: read.text('env-file'),
  };
}

/** What is wrong with it must not quote it, as `read.parsed` would. */
function readEnv(read: InputReader): ReadonlyMap<string, Secret> {
  try {
    const values = parseEnvLines(read.text('env') ?? '');
    return new Map([...values].map(([key, value]) => [key, new Secret(value)]));
  } catch (error) {
    read.problem('env', error instanceof Error ? error.message : String(error));
    return new Map();
  }
}

function parseApp(text: string): string {
  if (/^[a-z0-9][a-z0-9_-]*$/.test(text)) return text;
  throw new RangeError(`is no name for an app; write ${appOf(text) || 'shop'} (a-z, 0-9, - and _)`);
}

function appOf(repository = ''): string {
  const name = repository.split('/').at(-1) ?? '';
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '');
}

/** @throws RangeError where a name could not be a folder's. */
export function parseRelease(text: string): string {
  if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(text)) return text;
  throw new RangeError('is no name for a release; write letters, digits, . _ and -, for example 1234-1-abc1234');
}

function releaseOf(env: InputReader['env']): string {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: sha } = env;
  return run && sha ? `${run}-${attempt}-${sha.slice(0, 7)}` : '';
}

function parseComposeFiles(text: string): readonly string[] {
  const mappings = parseFileMappings(text);
  const moved = mappings.find(({ source, area, destination }) => area === 'shared' || source !== destination);
  if (moved) throw new RangeError(`has "${moved.source}", which is moved; a compose file keeps its path`);
  return mappings.map(({ source }) => source);
}
