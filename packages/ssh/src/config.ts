import { AGENT_SOCKET } from './key-agent.ts';
import type { Target } from './target.ts';

/** What a generated ssh_config needs to know. Paths are absolute. */
export interface ConfigOptions {
  readonly targets: readonly Target[];
  /** Hosts on the way, the one nearest to the runner first. */
  readonly jumps: readonly Target[];
  readonly connectTimeoutMs: number;
  readonly folder: string;
  /** False: keys come from a running ssh-agent, or from where ssh looks by itself. */
  readonly hasKey: boolean;
  readonly hasCertificate: boolean;
}

/** The name by which the generated configuration knows a target. */
export function aliasOf(index: number): string {
  return `host-${index + 1}`;
}

/** The name by which the generated configuration knows a host on the way. */
export function jumpAliasOf(index: number): string {
  return `jump-${index + 1}`;
}

/**
 * The text of an ssh_config(5) that replaces the user's and the system's. A file and not `-o` options, because the
 * connection to a jump host takes over the file only: its host key would be checked by somebody else's rules. Sockets are
 * relative to the folder in which ssh is started: a path from the root might be too long for one.
 */
export function formatConfig(options: ConfigOptions): string {
  const { targets, jumps, folder } = options;
  const through = (index: number): readonly string[] => (index < 0 ? [] : [`ProxyJump ${jumpAliasOf(index)}`]);
  const hosts = targets.map((target, index) => hostBlock(aliasOf(index), target, through(jumps.length - 1)));
  const jumpHosts = jumps.map((target, index) => hostBlock(jumpAliasOf(index), target, through(index - 1)));
  const common = [
    'BatchMode yes',
    'StrictHostKeyChecking yes',
    `UserKnownHostsFile ${quotePath(`${folder}/known_hosts`)}`,
    'GlobalKnownHostsFile /dev/null',
    `KnownHostsCommand ${quotePath(`${folder}/host-key`)} %I %H %t %K %f`,
    'UpdateHostKeys no',
    'CheckHostIP no',
    ...(options.hasKey ? [`IdentityAgent ${AGENT_SOCKET}`, 'IdentityFile none'] : []),
    ...(options.hasCertificate ? [`CertificateFile ${quotePath(`${folder}/certificate`)}`] : []),
    'PreferredAuthentications publickey',
    `ConnectTimeout ${Math.max(1, Math.ceil(options.connectTimeoutMs / 1_000))}`,
    'ServerAliveInterval 5',
    'ServerAliveCountMax 4',
    'ControlPath %n',
    'LogLevel ERROR',
  ];
  return [...hosts, ...jumpHosts, block('Host *', common)].join('\n');
}

function hostBlock(alias: string, { user, host, port }: Target, more: readonly string[]): string {
  return block(`Host ${alias}`, [`HostName ${escapeTokens(host)}`, `Port ${port}`, `User ${user}`, ...more]);
}

function block(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function quotePath(path: string): string {
  return `"${escapeTokens(path)}"`;
}

/** ssh replaces `%n` and its like in most values. */
function escapeTokens(text: string): string {
  return text.replaceAll('%', '%%');
}

/**
 * The script that ssh asks about a host key. It notes what the host presented, so that an error can print the line to
 * pin, and answers with that key where its fingerprint is pinned for that host.
 */
export function formatHostKeyScript(folder: string): string {
  const quoted = `'${folder.replaceAll("'", "'\\''")}'`;
  return `#!/bin/sh
# ssh calls this with: reason, name, type, key, fingerprint
[ "$1" != ORDER ] || exit 0
printf '%s %s %s\\n' "$2" "$3" "$4" >>${quoted}/presented
! grep -qxF "$2 $5" ${quoted}/pins || printf '%s %s %s\\n' "$2" "$3" "$4"
`;
}
