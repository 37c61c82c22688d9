import { createHash } from 'node:crypto';
import { ActionError, InputError, type InputProblem, type Ports } from '@suite/core';
import {
  credentialHelper,
  type DockerConfig,
  parseDockerConfig,
  pluginFolders,
  registryAuth,
  selectedBuilder,
  withHelperAnswer,
} from './docker-config.ts';
import { type EngineFacts, readEngine } from './engine.ts';
import { authKey } from './image-name.ts';
import type { Inputs } from './inputs.ts';
import type { EnginePort } from './ports/engine.ts';
import type { GitContext } from './tags.ts';

export interface Facts {
  /** The engine's socket, and what answers there. */
  readonly socket: string;
  readonly engine: EngineFacts;
  /** The buildx plugin, and where it keeps its builders. */
  readonly buildx: { readonly file: string; readonly config: string };
  readonly dockerConfig: DockerConfig;
  readonly git: GitContext;
  /** Tells this run's private names from those of others. */
  readonly nonce: string;
}

/** Reads the engine, the plugin, Docker's configuration and the checkout; changes nothing. */
export async function observe(
  inputs: Inputs,
  ports: Ports,
  openEngine: (socket: string) => EnginePort,
): Promise<Facts> {
  const { env } = inputs;
  const folder = env['DOCKER_CONFIG'] || `${env['HOME'] ?? ''}/.docker`;
  const found = parseDockerConfig(await ports.files.readText(`${folder}/config.json`));
  await checkFiles(inputs, ports);
  const socket = socketOf(await endpointOf(inputs, ports, folder));
  const [engine, file] = await Promise.all([readEngine(openEngine(socket)), findPlugin(folder, found, ports)]);
  const buildx = { file, config: env['BUILDX_CONFIG'] || `${folder}/buildx` };
  const dockerConfig = await askHelpers(inputs, ports, found);
  await checkDriver(inputs, ports, { buildx, folder, socket });
  return { socket, engine, buildx, dockerConfig, git: await readGit(inputs, ports), nonce: nonceOf(inputs, ports) };
}

/** DOCKER_HOST, else the context's endpoint, else the standard socket. `folder` is Docker's configuration. */
async function endpointOf({ env }: Inputs, { files }: Ports, folder: string): Promise<string> {
  if (env['DOCKER_HOST']) return env['DOCKER_HOST'];
  const config = parseDockerConfig(await files.readText(`${folder}/config.json`));
  const context = env['DOCKER_CONTEXT'] || config.currentContext || 'default';
  if (context === 'default') return 'unix:///var/run/docker.sock';
  const id = createHash('sha256').update(context).digest('hex');
  const meta = await files.readText(`${folder}/contexts/meta/${id}/meta.json`);
  const host: unknown = meta === undefined ? undefined : JSON.parse(meta)?.Endpoints?.docker?.Host;
  if (typeof host === 'string' && host !== '') return host;
  throw new ActionError(`the Docker context ${context} has no endpoint`, {
    code: 'E_ENGINE',
    hint: 'check `docker context ls`, or set DOCKER_HOST to unix://<socket>',
  });
}

function socketOf(endpoint: string): string {
  if (endpoint.startsWith('unix://')) return endpoint.slice('unix://'.length);
  throw new ActionError(`the engine at ${endpoint.replace(/\/\/.*@/, '//')} is not behind a unix socket`, {
    code: 'E_ENGINE',
    hint: 'set DOCKER_HOST to unix://<socket>; a remote socket can be forwarded: ssh -L /tmp/docker.sock:/var/run/docker.sock host',
  });
}

async function findPlugin(folder: string, config: DockerConfig, { files }: Ports): Promise<string> {
  const folders = pluginFolders(folder, config);
  for (const place of folders) {
    const file = `${place}/docker-buildx`;
    if ((await files.facts(file))?.kind === 'file') return file;
  }
  throw new ActionError(`there is no docker-buildx in ${folders.join(', ')}`, {
    code: 'E_BUILDX',
    hint: 'install the buildx plugin of Docker on this runner (package docker-buildx-plugin or docker-buildx)',
  });
}

/** Logins that an earlier step left with a credential helper: the engine's API wants them by value. */
async function askHelpers(
  { images, credentials }: Inputs,
  { exec, log }: Ports,
  found: DockerConfig,
): Promise<DockerConfig> {
  let config = found;
  for (const registry of new Set(images.map(({ image }) => image.registry))) {
    const helper = credentialHelper(registry, config);
    if (helper === undefined || registryAuth(registry, config, credentials)) continue;
    const asked = { file: helper, args: ['get'], stdin: authKey(registry) };
    const answer = await exec.run(asked).catch(() => undefined);
    if (answer?.code === 0) config = withHelperAnswer(config, registry, answer.stdout);
    else log.info(`${helper} has no login for ${registry}`);
  }
  return config;
}

interface BuilderPlace {
  readonly buildx: Facts['buildx'];
  readonly folder: string;
  readonly socket: string;
}

/** Only the engine's own builder keeps the bytes where they are pushed from. */
async function checkDriver({ env }: Inputs, ports: Ports, { buildx, folder, socket }: BuilderPlace): Promise<void> {
  const current = await ports.files.readText(`${buildx.config}/current`);
  const builder = selectedBuilder(env['BUILDX_BUILDER'], current, `unix://${socket}`);
  if (builder === 'default') return;
  const known = Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const childEnv = { ...known, DOCKER_CONFIG: folder, BUILDX_CONFIG: buildx.config };
  const result = await ports.exec.run({ file: buildx.file, args: ['inspect', builder], env: childEnv });
  const driver = /^Driver:\s*(\S+)/m.exec(result.stdout)?.[1];
  if (driver === 'docker') return;
  const what = driver === undefined ? 'cannot be read' : `has the ${driver} driver`;
  throw new ActionError(`the selected builder ${builder} ${what}; this action builds with the docker driver`, {
    code: 'E_DRIVER',
    hint: 'leave out docker/setup-buildx-action in this job, or run `docker buildx use default` before this step',
  });
}

async function checkFiles({ images, secrets }: Inputs, { files }: Ports): Promise<void> {
  const problems: InputProblem[] = [];
  for (const { name, context, file } of images) {
    const found = await files.facts(context);
    if (found?.kind !== 'directory') {
      const problem = `"${context}" of ${name} is no folder of the checkout`;
      problems.push({ input: 'context', problem, fix: 'check the repository out first, and write a path: context: .' });
    } else if ((await files.facts(file))?.kind !== 'file') {
      problems.push({ input: 'file', problem: `"${file}" of ${name} is no file of the checkout` });
    }
  }
  for (const secret of secrets) {
    if (!('path' in secret)) continue;
    const size = (await files.facts(secret.path))?.size;
    if (!size)
      problems.push({
        input: 'secret-files',
        problem: `${secret.id}: the file ${secret.path} is ${size === 0 ? 'empty' : 'missing'}`,
      });
  }
  if (problems.length > 0) throw new InputError(problems);
}

async function readGit({ env }: Inputs, { files }: Ports): Promise<GitContext> {
  const payload = env['GITHUB_EVENT_PATH'] ? await files.readText(env['GITHUB_EVENT_PATH']) : undefined;
  return {
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    event: env['GITHUB_EVENT_NAME'] ?? '',
    defaultBranch: defaultBranchOf(payload),
  };
}

function defaultBranchOf(payload: string | undefined): string | undefined {
  try {
    const branch: unknown = JSON.parse(payload ?? '{}')?.repository?.default_branch;
    return typeof branch === 'string' && branch !== '' ? branch : undefined;
  } catch {
    return undefined;
  }
}

function nonceOf({ env }: Inputs, { random }: Ports): string {
  const part = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return `${env['GITHUB_RUN_ID'] ?? 'local'}-${part()}${part()}`;
}
