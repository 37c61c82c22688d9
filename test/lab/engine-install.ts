import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadNewest, installMissing } from './apt.ts';
import { engineDir } from './paths.ts';
import { run } from './shell.ts';

export const engineBin = join(engineDir, 'bin');
const packages = ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd', 'tini-static'];
const programs = [
  'usr/sbin/dockerd',
  'usr/sbin/docker-proxy',
  'usr/bin/docker',
  'usr/bin/containerd',
  'usr/bin/containerd-shim-runc-v2',
];

/** Unpacks a current Docker beside the system, once; runc and iptables are the running release's own. */
export async function installEngine(): Promise<void> {
  await installMissing({ iptables: 'iptables', runc: 'runc', ip: 'iproute2' });
  if (hasInstalledEngine()) return;
  const scratch = join(engineDir, 'new');
  rmSync(scratch, { recursive: true, force: true });
  for (const dir of ['debs', 'root', 'bin/cli-plugins']) mkdirSync(join(scratch, dir), { recursive: true });
  const files = await downloadNewest(packages, join(scratch, 'debs'));
  for (const file of files) await run('dpkg', ['-x', join(scratch, 'debs', file), join(scratch, 'root')]);
  const bin = join(scratch, 'bin');
  for (const program of programs) copyFileSync(join(scratch, 'root', program), join(bin, program.replace(/.*\//, '')));
  copyFileSync(join(scratch, 'root/usr/bin/tini-static'), join(bin, 'docker-init'));
  for (const plugin of ['docker-buildx', 'docker-compose']) {
    copyFileSync(join(scratch, 'root/usr/libexec/docker/cli-plugins', plugin), join(bin, 'cli-plugins', plugin));
  }
  writeFileSync(join(bin, 'versions.txt'), `${files.join('\n')}\n`);
  renameSync(bin, engineBin);
  rmSync(scratch, { recursive: true });
}

/** Makes a DOCKER_CONFIG directory whose plugins are those of `pluginDirs`, the first that has one wins. */
export function writeDockerConfig(dir: string, pluginDirs: readonly string[]): void {
  mkdirSync(join(dir, 'cli-plugins'), { recursive: true, mode: 0o700 });
  for (const plugin of ['docker-buildx', 'docker-compose']) {
    const found = pluginDirs.map((folder) => join(folder, plugin)).find((file) => existsSync(file));
    const link = join(dir, 'cli-plugins', plugin);
    rmSync(link, { force: true });
    if (found === undefined) throw new Error(`The lab needs ${plugin}: install Docker's buildx and compose plugins.`);
    symlinkSync(found, link);
  }
}

export function hasInstalledEngine(): boolean {
  return existsSync(engineBin);
}
