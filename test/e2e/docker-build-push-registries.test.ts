import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../lab/shell.ts';
import { digestOf, type Fault, type FaultyRegistry, faultyRegistry } from './docker-build-push-registry.ts';
import { makeBench, makeWorld, small, type World } from './docker-build-push-world.ts';

const bench = makeBench();
let world: World;
let registry: FaultyRegistry | undefined;
beforeAll(async () => {
  world = await makeWorld('overlay2');
});
afterEach(async () => {
  bench.clear();
  await registry?.close();
  registry = undefined;
});
afterAll(() => world.dispose());

/** Pushes a small image to a registry that misbehaves. Its name is cleaned up with this world's. */
async function push(fault: Fault, inputs: Readonly<Record<string, string>> = {}) {
  registry = await faultyRegistry(fault);
  const image = `${registry.host}/${world.prefix.split('/')[1]}/app`;
  return bench.main(bench.checkout(small()), { image, push: 'true', tags: 'v1', ...inputs }, world.env);
}

const failing = (times: number, answer: number | 'reset', method: string, part: string): Fault => {
  let left = times;
  return (asked, path) => (asked === method && path.includes(part) && left-- > 0 ? answer : undefined);
};

describe('a push', () => {
  it.each([
    [503, 'PUT', '/manifests/'],
    [429, 'PUT', '/manifests/'],
    ['reset', 'PUT', '/manifests/'],
  ] as const)('goes on after %s to %s %s', async (answer, method, part) => {
    const result = await push(failing(1, answer, method, part));
    expect(result.exitCode, result.stdout).toBe(0);
    expect(result.stdout).toMatch(/app:v1: try 2 of 3 in \d+ ms: .*was not pushed/);
    const stored = registry?.manifests.get('v1') ?? Buffer.alloc(0);
    expect(result.outputs.get('digest')).toBe(digestOf(stored));
  });

  it('gives up after its tries, and says how many', async () => {
    const result = await push(failing(99, 503, 'PUT', '/manifests/'), { retries: '1' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join()).toMatch(
      /^E_PUSH: .*app:v1 was not pushed: .*503.*\(2 tries\)\nthe registry or the way to it has trouble/,
    );
    expect(result.outputs.get('failed-rule')).toBe('push');
    expect(result.outputs.get('images')).toBe('[]');
    expect(registry?.manifests.size).toBe(0);
  });

  it('that is denied is tried once', async () => {
    const result = await push(failing(99, 403, 'PUT', '/manifests/'));
    expect(result.errors.join()).toMatch(
      /^E_PUSH: .*denied.*\ncheck username and password, and that this account may push/,
    );
    expect(registry?.requests.filter((one) => one.startsWith('PUT /v2') && one.includes('/manifests/'))).toHaveLength(
      1,
    );
  });

  it('of a list stops at the image that fails, and says what is there already', async () => {
    registry = await faultyRegistry((method, path) =>
      method === 'PUT' && /\/two\/manifests/.test(path) ? 403 : undefined,
    );
    const image = `${registry.host}/${world.prefix.split('/')[1]}/app`;
    const inputs = { image, images: '- name: one\n- name: two\n', push: 'true', tags: 'v1' };
    const result = await bench.main(bench.checkout(small()), inputs, world.env);
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain(`push failed; pushed before it: \`${image}/one:v1\``);
  });

  it('to ghcr.io without credentials is refused before the build', async () => {
    const inputs = { image: 'ghcr.io/acme/app', push: 'true' };
    const result = await bench.main(bench.checkout(small()), inputs, world.env);
    expect(result.errors.join()).toMatch(
      /^E_LOGIN: push is true, and there are no credentials for ghcr\.io\nthe token needs packages: write/,
    );
    expect(result.stdout).not.toContain('Building');
  });
});

describe('an engine', () => {
  it('that is not there is named with its socket', async () => {
    const env = { ...world.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    const result = await bench.main(bench.checkout(small()), { image: `${world.prefix}none` }, env);
    expect(result.errors.join()).toMatch(
      /^E_ENGINE: no Docker engine at \/nowhere\/docker\.sock: there is no such socket\nstart Docker/,
    );
  });

  it('with another builder selected is refused', async () => {
    const BUILDX_CONFIG = mkdtempSync(join(tmpdir(), 'buildx-'));
    const env = { ...world.env, BUILDX_CONFIG };
    const buildx = join(world.lab.dockerConfig, 'cli-plugins', 'docker-buildx');
    await run(buildx, ['create', '--name', 'elsewhere', '--driver', 'docker-container', '--use'], {
      env: { ...process.env, ...env },
    });
    const result = await bench.main(bench.checkout(small()), { image: `${world.prefix}driver` }, env);
    rmSync(BUILDX_CONFIG, { recursive: true });
    expect(result.errors.join()).toMatch(/^E_DRIVER: the selected builder elsewhere has the docker-container driver/);
    expect(result.errors.join()).toContain('setup-buildx-action');
  });

  it('that compresses while it pushes refuses to gate on it', async () => {
    const inputs = { image: `${world.prefix}metric`, 'size-metric': 'compressed', 'max-size': '1MB' };
    const result = await bench.main(bench.checkout(small()), inputs, world.env);
    expect(result.errors.join()).toMatch(
      /^E_INPUT: .*\nsize-metric: "compressed" is not known before the push with the overlay2/,
    );
  });
});

it('takes the login that an earlier step left, and keeps it for base images', async () => {
  const { host, username, password } = world.lab.registry;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const config = bench.checkout({ 'config.json': JSON.stringify({ auths: { [host]: { auth } } }) });
  await run('mkdir', [join(config, 'cli-plugins')]);
  await run('ln', ['-s', join(world.lab.dockerConfig, 'cli-plugins', 'docker-buildx'), join(config, 'cli-plugins')]);
  const env = { ...world.env, DOCKER_CONFIG: config };
  const base = await bench.main(bench.checkout(small()), { image: `${world.prefix}base`, tags: 'v1' }, env);
  expect(base.outputs.get('result'), base.stdout).toBe('pushed');
  await world.docker('image', 'rm', `${world.prefix}base:v1`);
  const folder = bench.checkout({ Dockerfile: `FROM ${world.prefix}base:v1\nLABEL child=yes\n` });
  const child = await bench.main(folder, { image: `${world.prefix}child`, tags: 'v1', pull: 'true' }, env);
  expect(child.outputs.get('result'), child.stdout).toBe('pushed');
});
