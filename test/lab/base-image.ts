import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from './apt.ts';
import { type Engine, engineEnv } from './engine.ts';
import { cacheDir } from './paths.ts';
import { run, succeeds } from './shell.ts';

export const baseImage = 'debian:bookworm-slim';
const archive = join(cacheDir, 'base', 'base.tar');

// Without these, every image made from the base carries about 80 MB of package lists and documents.
const aptOptions = [
  'Dir::Cache::pkgcache ""',
  'Dir::Cache::srcpkgcache ""',
  'Acquire::Languages "none"',
  'APT::Install-Recommends "false"',
  'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/*.bin || true"; }',
];
const dpkgOptions = [
  'path-exclude=/usr/share/man/*',
  'path-exclude=/usr/share/locale/*',
  'path-exclude=/usr/share/doc/*',
  'path-include=/usr/share/doc/*/copyright',
];
const cleanUp = 'rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/log/*';

/** Makes the base image's archive from Debian's packages, once; needs no engine. */
export async function ensureBaseArchive(): Promise<void> {
  if (existsSync(archive)) return;
  await installMissing({ mmdebstrap: 'mmdebstrap' });
  mkdirSync(join(cacheDir, 'base'), { recursive: true });
  const half = `${archive}.${process.pid}.tar`;
  try {
    await run('mmdebstrap', [
      ...['-q', '--variant=minbase', '--include=ca-certificates,curl'],
      ...aptOptions.map((option) => `--aptopt=${option}`),
      ...dpkgOptions.map((option) => `--dpkgopt=${option}`),
      ...[`--customize-hook=${cleanUp}`, 'bookworm', half],
    ]);
    renameSync(half, archive);
  } finally {
    rmSync(half, { force: true });
  }
}

export async function hasBaseImage(engine: Engine): Promise<boolean> {
  return succeeds('docker', ['image', 'inspect', baseImage], { env: engineEnv(engine) });
}

/** Gives the engine `debian:bookworm-slim`: pulled where a registry is reachable, else imported. */
export async function ensureBaseImage(engine: Engine): Promise<void> {
  const env = engineEnv(engine);
  if (await hasBaseImage(engine)) return;
  // The lab's own engine stands where there was none; only a machine's engine has a registry behind it.
  if (!engine.own && (await succeeds('docker', ['pull', '-q', baseImage], { env, timeoutMs: 120_000 }))) return;
  await ensureBaseArchive();
  await run('docker', ['import', '--change', 'CMD ["bash"]', archive, baseImage], { env });
}
