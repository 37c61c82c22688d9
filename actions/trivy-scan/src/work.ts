import { join } from 'node:path';
import { type Ports, TimeoutError } from '@suite/core';
import type { Places } from './commands.ts';
import type { Inputs, RegistryLogin } from './inputs.ts';
import type { Outside } from './ports/outside.ts';

/** Everything that the work may touch. */
export interface Tools extends Ports {
  readonly outside: Outside;
}

/** A folder of our own for one run: homes, temporary files, credentials, raw reports. Nothing of it stays. */
export interface Work {
  readonly folder: string;
  readonly empty: string;
  readonly env: Places['env'];
  /** Milliseconds that are left. @throws TimeoutError where none are. */
  readonly remainingMs: () => number;
}

/** The name of the folder's path in the state, where post finds it. */
export const WORK_STATE = 'work';

export async function openWork(inputs: Inputs, tools: Tools): Promise<Work> {
  const folder = await tools.files.makeTemporaryFolder('trivy-scan');
  tools.state.save(WORK_STATE, folder);
  const [empty, home, temporary] = ['empty', 'home', 'tmp'].map((name) => join(folder, name));
  for (const path of [empty, home, temporary]) await tools.files.makeFolder(path ?? folder);
  const dockerConfig = inputs.registry ? await logIn(inputs.registry, folder, tools) : inputs.runner.dockerConfig;
  const end = tools.clock.monotonic() + inputs.timeoutMs;
  return {
    folder,
    empty: empty ?? folder,
    env: {
      ...inputs.runner.env,
      HOME: home ?? folder,
      TMPDIR: temporary ?? folder,
      ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }),
    },
    remainingMs: () => {
      const left = Math.ceil(end - tools.clock.monotonic());
      if (left > 0) return left;
      throw new TimeoutError('the action did not end within its timeout', { hint: 'set a longer timeout' });
    },
  };
}

async function logIn(login: RegistryLogin, folder: string, tools: Tools): Promise<string> {
  const path = join(folder, 'docker');
  await tools.files.write(join(path, 'config.json'), dockerConfig(login), 0o600);
  return path;
}

/** A Docker configuration with one login and nothing else. */
export function dockerConfig({ host, username, password }: RegistryLogin): string {
  const key = host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
  const auth = Buffer.from(`${username}:${password.reveal()}`).toString('base64');
  return JSON.stringify({ auths: { [key]: { auth } } });
}

/** What post does after a crash: the state that main saved is there only then. */
export async function removeWork(ports: Ports): Promise<void> {
  const folder = ports.state.read(WORK_STATE);
  if (folder) await ports.files.remove(folder);
}
