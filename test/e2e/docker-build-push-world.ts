import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PhaseResult, type Step, step } from '@suite/testing';
import { call } from '../lab/https.ts';
import { run } from '../lab/shell.ts';
import { type ForwardedEngine, forwardEngine } from '../lab/ssh.ts';
import { type Lab, readLab } from '../lab/state.ts';

/** One engine of the lab, and a place in its registry that belongs to this test file alone. */
export interface World {
  readonly lab: Lab;
  readonly store: 'overlay2' | 'containerd';
  readonly dockerHost: string;
  /** `host/e2e-build-<random>/`: what every image's name begins with. */
  readonly prefix: string;
  readonly env: Readonly<Record<string, string>>;
  /** The inputs of a push with the registry's own login. */
  readonly login: Readonly<Record<string, string>>;
  readonly docker: (...args: readonly string[]) => Promise<string>;
  /** Names in the engine that the action gave privately in runs of this world. */
  readonly privateNames: () => Promise<readonly string[]>;
  /** Repositories of this world in the registry. */
  readonly repositories: () => Promise<readonly string[]>;
  readonly manifest: (repository: string, reference: string) => Promise<Manifest>;
  readonly dispose: () => Promise<void>;
}

export interface Manifest {
  readonly status: number;
  readonly digest: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const MANIFESTS = ['docker.distribution.manifest.v2', 'oci.image.manifest.v1', 'oci.image.index.v1'];

export async function makeWorld(store: World['store']): Promise<World> {
  const lab = readLab();
  const forwarded: ForwardedEngine | undefined = store === 'containerd' ? await forwardEngine(lab) : undefined;
  const dockerHost = forwarded?.dockerHost ?? lab.dockerHost;
  const own = `e2e-build-${randomBytes(4).toString('hex')}`;
  const runId = String(randomInt(1e12));
  const env = { DOCKER_HOST: dockerHost, DOCKER_CONFIG: lab.dockerConfig, GITHUB_RUN_ID: runId };
  const docker = (...args: readonly string[]): Promise<string> =>
    run('docker', [...args], { env: { ...process.env, ...env, PATH: lab.path } });
  const names = async (filter: string): Promise<readonly string[]> =>
    (await docker('image', 'ls', '--filter', `reference=${filter}`, '--format', '{{.Repository}}:{{.Tag}}'))
      .split('\n')
      .filter(Boolean);
  const repositories = async (): Promise<readonly string[]> => {
    const { body } = await registryCall(lab, '/v2/_catalog?n=1000');
    const all = (JSON.parse(body.toString()) as { repositories: string[] }).repositories;
    // A catalogue may keep the name of a repository that never got a manifest: what counts is what can be pulled.
    const mine = all.filter((name) => name.startsWith(`${own}/`));
    const tagged = await Promise.all(mine.map(async (name) => ((await tagsOf(lab, name)).length > 0 ? [name] : [])));
    return tagged.flat();
  };
  return {
    lab,
    store,
    dockerHost,
    prefix: `${lab.registry.host}/${own}/`,
    env,
    login: { username: lab.registry.username, password: lab.registry.password },
    docker,
    privateNames: () => names(`docker-build-push.invalid/${runId}-*/*`),
    repositories,
    manifest: (repository, reference) => readManifest(lab, repository, reference),
    dispose: async () => {
      const mine = await names(`*/${own}/*`);
      if (mine.length > 0) await docker('image', 'rm', '--force', ...mine);
      for (const name of await repositories()) await removeRepository(lab, name);
      await forwarded?.close();
    },
  };
}

async function tagsOf(lab: Lab, repository: string): Promise<readonly string[]> {
  const { status, body } = await registryCall(lab, `/v2/${repository}/tags/list`);
  return status === 200 ? ((JSON.parse(body.toString()) as { tags: string[] | null }).tags ?? []) : [];
}

async function removeRepository(lab: Lab, repository: string): Promise<void> {
  for (const tag of await tagsOf(lab, repository)) {
    const { digest } = await readManifest(lab, repository, tag);
    await registryCall(lab, `/v2/${repository}/manifests/${digest}`, 'DELETE');
  }
}

async function readManifest(lab: Lab, repository: string, reference: string): Promise<Manifest> {
  const answer = await registryCall(lab, `/v2/${repository}/manifests/${reference}`);
  const body = JSON.parse(answer.body.toString());
  return { status: answer.status, digest: String(answer.headers['docker-content-digest']), body };
}

function registryCall(lab: Lab, path: string, method = 'GET') {
  const { host, username, password } = lab.registry;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const accept = MANIFESTS.map((type) => `application/vnd.${type}+json`).join(', ');
  return call(`https://${host}${path}`, { method, headers: { accept, authorization } });
}

type Texts = Readonly<Record<string, string>>;

/** Checkouts and steps of one test file; `clear` takes away those of the test that has ended. */
export interface Bench {
  readonly checkout: (files: Texts) => string;
  readonly step: (workspace: string, inputs: Texts, env: Texts) => Step;
  readonly main: (workspace: string, inputs: Texts, env: Texts) => Promise<PhaseResult>;
  readonly clear: () => void;
}

export function makeBench(): Bench {
  const steps: Step[] = [];
  const folders: string[] = [];
  const make: Bench['step'] = (workspace, inputs, env) => {
    const one = step('docker-build-push', { workspace, inputs, env });
    steps.push(one);
    return one;
  };
  const checkout = (files: Texts): string => {
    const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
  const clear = (): void => {
    for (const one of steps.splice(0)) one.dispose();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  };
  return { checkout, step: make, main: (...args) => make(...args).main(), clear };
}

/** Different in every run, so that nothing comes from an earlier one. */
export const unique = (): string => randomBytes(8).toString('hex');

/** An image of a few bytes that every policy likes. */
export const small = (): { readonly Dockerfile: string; readonly 'a.txt': string } => ({
  Dockerfile: 'FROM scratch\nCOPY a.txt /\nUSER 65532\nHEALTHCHECK CMD ["/x"]\n',
  'a.txt': unique(),
});
