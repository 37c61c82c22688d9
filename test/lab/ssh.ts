import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './shell.ts';
import type { Lab, LabHost } from './state.ts';
import { waitUntil } from './wait.ts';

/** Writes a configuration with which `ssh -F .lab/ssh/config host-a` just works. */
export function writeSshConfig(lab: Lab): void {
  const dir = join(lab.dir, 'ssh');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const hosts = Object.values(lab.hosts);
  const knownHosts = join(dir, 'known_hosts');
  writeFileSync(knownHosts, hosts.map((host) => host.knownHosts).join(''), { mode: 0o600 });
  const entry = (host: LabHost) =>
    [
      `Host ${host.name}`,
      `  HostName ${host.address}`,
      `  Port ${host.port}`,
      `  User ${host.user}`,
      `  IdentityFile "${lab.sshKeyFile}"`,
      '  IdentitiesOnly yes',
      `  UserKnownHostsFile "${knownHosts}"`,
      '  GlobalKnownHostsFile /dev/null',
      '  StrictHostKeyChecking yes',
      '  BatchMode yes',
      '',
    ].join('\n');
  writeFileSync(sshConfigFile(lab), hosts.map(entry).join('\n'), { mode: 0o600 });
}

function sshConfigFile(lab: Lab): string {
  return join(lab.dir, 'ssh', 'config');
}

/** Runs one shell line on a host as its user. */
export function onHost(lab: Lab, host: LabHost, line: string, input?: string | Buffer): Promise<string> {
  const options = input === undefined ? {} : { input };
  return run('ssh', ['-F', sshConfigFile(lab), host.name, line], options);
}

export interface ForwardedEngine {
  readonly dockerHost: string;
  readonly close: () => Promise<void>;
}

/** Makes a host's engine reachable by a local socket; host-b's is the one with the containerd image store. */
export async function forwardEngine(lab: Lab, host: LabHost = lab.hosts.b): Promise<ForwardedEngine> {
  const dir = mkdtempSync(join(tmpdir(), 'lab-engine-'));
  const socket = join(dir, 'docker.sock');
  const forward = ['-o', 'ExitOnForwardFailure=yes', '-o', 'ServerAliveInterval=5', '-L', `${socket}:/run/docker.sock`];
  const child = spawn('ssh', ['-F', sshConfigFile(lab), '-N', ...forward, host.name], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const close = async () => {
    child.kill();
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const ready = () => {
    if (child.exitCode !== null) throw new Error(`ssh to ${host.name} ended with ${child.exitCode}`);
    return existsSync(socket);
  };
  try {
    await waitUntil(ready, { what: `the socket of ${host.name}`, timeoutMs: 10_000, everyMs: 20 });
  } catch (error) {
    await close();
    throw error;
  }
  return { dockerHost: `unix://${socket}`, close };
}
