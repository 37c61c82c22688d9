import { InputError, inputReader } from '@suite/core';
import { parse } from 'yaml';
import { type Inputs, inputsFrom, readInputs } from '../src/inputs.ts';
import type { Facts } from '../src/observe.ts';
import { type Plan, planBuild } from '../src/plan.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
export const jobEnv = { GITHUB_REPOSITORY: 'Acme/App', GITHUB_ACTOR: 'ann', GITHUB_SERVER_URL: 'https://github.com' };

type Texts = Readonly<Record<string, string>>;

/** The inputs of a step with these values. @throws InputError as a run does. */
export function given(values: Texts = {}, env: Texts = {}): Inputs {
  const read = inputReader({ inputs: new Map(Object.entries(values)), env: { ...jobEnv, ...env } });
  const inputs = inputsFrom(read, values['images'] === undefined ? undefined : parse(values['images']));
  read.done();
  return inputs;
}

/** What is wrong with these inputs, as `input: problem` lines. */
export function problemsOf(values: Texts, env: Texts = {}): readonly string[] {
  return problemsIn(() => given(values, env));
}

function problemsIn(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ input, problem }) => `${input}: ${problem}`);
  }
}

/** As `problemsOf`, with the YAML of `images` read as a run does. */
export async function problemsOfRun(values: Texts): Promise<readonly string[]> {
  const read = inputReader({ inputs: new Map(Object.entries(values)), env: jobEnv });
  await readInputs(read);
  return problemsIn(() => read.done());
}

export function facts(changes: Partial<Facts> = {}, store: 'overlay2' | 'containerd' = 'overlay2'): Facts {
  return {
    socket: '/run/docker.sock',
    engine: { version: '28.5.2', api: '/v1.51', store },
    buildx: { file: '/plugins/docker-buildx', config: '/home/ann/.docker/buildx' },
    dockerConfig: {},
    git: { ref: 'refs/heads/main', sha, event: 'push', defaultBranch: 'main' },
    nonce: '1001-feed',
    ...changes,
  };
}

export const login = { username: 'ann', password: 'registry-password' };

export function plan(values: Texts = {}, known: Facts = facts()): Plan {
  return planBuild(given({ ...login, ...values }), known);
}
