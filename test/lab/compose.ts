import { join } from 'node:path';
import { baseImage } from './base-image.ts';
import { type Engine, engineEnv } from './engine.ts';
import { cacheDir, labDir, sourceDir } from './paths.ts';
import type { Secrets } from './secrets.ts';
import { run } from './shell.ts';

const file = join(sourceDir, 'compose.yaml');

/** The environment that compose.yaml takes its values from. */
export function composeEnv(engine: Engine, secrets?: Secrets): NodeJS.ProcessEnv {
  return {
    ...engineEnv(engine),
    LAB_DIR: labDir,
    LAB_CACHE: cacheDir,
    LAB_BASE: baseImage,
    LAB_REGISTRY_PASSWORD: secrets?.registryPassword ?? '',
    LAB_POSTGRES_PASSWORD: secrets?.postgresPassword ?? '',
    COMPOSE_PROGRESS: 'plain',
  };
}

export function compose(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return run('docker', ['compose', '-f', file, ...args], { env });
}

/** Builds every image at once; buildx shares the work and the cache. */
export function bake(env: NodeJS.ProcessEnv): Promise<string> {
  const allowed = { ...env, BUILDX_BAKE_ENTITLEMENTS_FS: '0' };
  return run('docker', ['buildx', 'bake', '-f', file, '--load', '--provenance=false'], {
    env: allowed,
    cwd: sourceDir,
  });
}
