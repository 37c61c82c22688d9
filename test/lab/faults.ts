import { labEnv } from './environment.ts';
import { containerOf, type HostName, hostNames } from './hosts.ts';
import { run, succeeds } from './shell.ts';
import type { Lab } from './state.ts';
import { waitUntil } from './wait.ts';

/** Ends a fault; harmless where it has ended already. */
export type Undo = () => Promise<void>;

/** Freezes every process of a host: connections stay open and nobody answers. */
export async function pauseHost(lab: Lab, host: HostName): Promise<Undo> {
  await docker(lab, ['pause', containerOf(host)]);
  return () => forgive(docker(lab, ['unpause', containerOf(host)]));
}

/** Pulls a host's plug. Undo starts it again and waits for its engine. */
export async function killHost(lab: Lab, host: HostName): Promise<Undo> {
  await docker(lab, ['kill', containerOf(host)]);
  return () => startHost(lab, host);
}

export async function startHost(lab: Lab, host: HostName): Promise<void> {
  await docker(lab, ['start', containerOf(host)]);
  const ready = () =>
    succeeds('docker', ['exec', containerOf(host), 'sh', '-c', 'docker info && pgrep -x sshd'], { env: labEnv(lab) });
  await waitUntil(ready, { what: `host-${host}`, timeoutMs: 30_000 });
}

/** Pulls a host's network cable. */
export async function disconnectHost(lab: Lab, host: HostName): Promise<Undo> {
  await docker(lab, ['network', 'disconnect', 'lab', containerOf(host)]);
  const address = `10.77.0.1${hostNames.indexOf(host) + 1}`;
  return () => forgive(docker(lab, ['network', 'connect', '--ip', address, 'lab', containerOf(host)]));
}

/** Packets to a port of the host vanish: connecting clients wait. */
export function dropPort(lab: Lab, host: HostName, port: number): Promise<Undo> {
  return addRule(lab, host, ['-p', 'tcp', '--dport', `${port}`, '-j', 'DROP']);
}

/** Every packet to a port is answered by a reset: open connections break, new ones are refused. */
export function resetPort(lab: Lab, host: HostName, port: number): Promise<Undo> {
  return addRule(lab, host, ['-p', 'tcp', '--dport', `${port}`, '-j', 'REJECT', '--reject-with', 'tcp-reset']);
}

/** Loses incoming packets at random; `probability` is between 0 and 1. */
export function losePackets(lab: Lab, host: HostName, probability: number): Promise<Undo> {
  return addRule(lab, host, ['-m', 'statistic', '--mode', 'random', '--probability', `${probability}`, '-j', 'DROP']);
}

/** Covers a folder of the host by an empty one that holds only so much, such as `8m`; owned by the deploy user. */
export async function mountSmallDisk(lab: Lab, host: HostName, at: { dir: string; size: string }): Promise<Undo> {
  const owner = 'uid=$(id -u deploy),gid=$(id -g deploy)';
  const script = `[ -d "$1" ] || install -d -o deploy -g deploy "$1"; mount -t tmpfs -o size="$2",${owner} lab-small "$1"`;
  await inHost(lab, host, ['sh', '-c', script, 'sh', at.dir, at.size]);
  return () => forgive(inHost(lab, host, ['umount', '-l', at.dir]));
}

/** Ends whatever faults a test that died has left in a host. */
export async function clearFaults(lab: Lab, host: HostName): Promise<void> {
  await forgive(docker(lab, ['unpause', containerOf(host)]));
  await startHost(lab, host);
  await forgive(
    docker(lab, ['network', 'connect', '--ip', `10.77.0.1${hostNames.indexOf(host) + 1}`, 'lab', containerOf(host)]),
  );
  await inHost(lab, host, ['iptables', '-F', 'INPUT']);
  const small = "sed -n 's/^lab-small \\([^ ]*\\).*/\\1/p' /proc/mounts | xargs -r umount -l";
  await inHost(lab, host, ['sh', '-c', small]);
}

async function addRule(lab: Lab, host: HostName, rule: readonly string[]): Promise<Undo> {
  await inHost(lab, host, ['iptables', '-I', 'INPUT', ...rule]);
  return () => forgive(inHost(lab, host, ['iptables', '-D', 'INPUT', ...rule]));
}

/** Runs a program inside a host as root, past sshd. */
export function inHost(lab: Lab, host: HostName, command: readonly string[]): Promise<string> {
  return docker(lab, ['exec', containerOf(host), ...command]);
}

function docker(lab: Lab, args: readonly string[]): Promise<string> {
  return run('docker', args, { env: labEnv(lab) });
}

async function forgive(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}
