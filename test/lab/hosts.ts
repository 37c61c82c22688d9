import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caFile } from './certificates.ts';
import { labDir } from './paths.ts';
import { sshKeyFile } from './secrets.ts';
import { run } from './shell.ts';
import type { LabHost } from './state.ts';

export const registryHosts = ['10.77.0.2:5000', '10.77.0.7:5000'];
export type HostName = 'a' | 'b' | 'c';
export const hostNames: readonly HostName[] = ['a', 'b', 'c'];

export function containerOf(name: HostName): string {
  return `lab-host-${name}`;
}

/** The folder that every host mounts at /lab: who may log in and which authority to trust. */
export function writeHostFiles(): void {
  const dir = join(labDir, 'host');
  for (const host of registryHosts) {
    mkdirSync(join(dir, 'certs.d', host), { recursive: true });
    copyFileSync(caFile, join(dir, 'certs.d', host, 'ca.crt'));
  }
  copyFileSync(caFile, join(dir, 'ca.crt'));
  copyFileSync(`${sshKeyFile}.pub`, join(dir, 'authorized_keys'));
  writeFileSync(join(dir, 'README'), 'Mounted read-only at /lab in every host.\n');
}

/** A host as tests see it; its keys are read through the engine, so that nothing is trusted on first use. */
export async function describeHost(name: HostName, env: NodeJS.ProcessEnv): Promise<LabHost> {
  const index = hostNames.indexOf(name) + 1;
  const address = `10.77.0.1${index}`;
  const keys = await run('docker', ['exec', containerOf(name), 'sh', '-c', 'cat /etc/ssh/ssh_host_*_key.pub'], { env });
  const lines = keys.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '));
  const names = [address, `[127.0.0.1]:221${index}`];
  return {
    name: `host-${name}`,
    address,
    port: 22,
    user: 'deploy',
    store: name === 'b' ? 'containerd' : 'overlay2',
    httpPort: 8110 + index,
    knownHosts: names.flatMap((host) => lines.map((line) => `${host} ${line}\n`)).join(''),
  };
}
