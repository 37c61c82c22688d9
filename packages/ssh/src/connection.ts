import {
  type Command,
  type CommandResult,
  type Exec,
  type Files,
  type Ports,
  type RunningCommand,
  retry,
  type Secret,
} from '@suite/core';
import { classifyFailure } from './classify.ts';
import { aliasOf, formatConfig, formatHostKeyScript } from './config.ts';
import { type KnownHosts, pinLines } from './known-hosts.ts';
import type { PrivateKey } from './private-key.ts';
import type { Target } from './target.ts';

/** How to reach a set of hosts. Times in milliseconds. */
export interface SshSettings {
  readonly targets: readonly Target[];
  readonly jump: Target | undefined;
  /** Absent: the keys of a running ssh-agent. */
  readonly key: PrivateKey | undefined;
  readonly knownHosts: KnownHosts;
  readonly connectTimeoutMs: number;
  readonly connectRetries: number;
  /** The environment of ssh: PATH, HOME, SSH_AUTH_SOCK, and nothing of the job's secrets. */
  readonly env: Readonly<Record<string, string>>;
}

/** Settings with their files written: key, known_hosts, configuration, all in one folder of mode 0700. */
export interface PreparedSsh {
  readonly settings: SshSettings;
  readonly folder: string;
}

/** An open connection to one host. Every further command shares it where the client can. */
export interface Connection {
  readonly target: Target;
  /** Runs a POSIX sh script that travels on stdin. @throws ActionError E_SSH_* when ssh itself failed. */
  readonly run: (script: string | Secret, timeoutMs?: number) => Promise<CommandResult>;
  /** Starts one remote command line and hands out its streams. */
  readonly start: (remote: string) => Promise<RunningCommand>;
  /** Why ssh ended, from what it wrote to stderr. */
  readonly explain: (stderr: string) => Promise<Error>;
  readonly close: () => Promise<void>;
}

/** A unix socket's path holds 107 bytes, of which ssh takes 17 for a temporary name. */
const SOCKET_PATH_BYTES = 107 - 17;
const READY = 'connected';

/** The command line of ssh for one of the prepared targets. */
function sshCommand({ folder, settings }: PreparedSsh, index: number, remote: string): Command {
  return {
    file: 'ssh',
    args: ['-F', `${folder}/config`, '-T', aliasOf(index), remote],
    env: { ...settings.env, LC_ALL: 'C' },
  };
}

/** Writes the files that ssh needs. The caller has saved the folder's path, so that post removes it. */
export async function prepareSsh(settings: SshSettings, folder: string, files: Files): Promise<PreparedSsh> {
  const { targets, jump, connectTimeoutMs, key, knownHosts } = settings;
  const share = Buffer.byteLength(`${folder}/${aliasOf(targets.length)}`) <= SOCKET_PATH_BYTES;
  const config = formatConfig({ targets, jump, connectTimeoutMs, folder, hasKey: key !== undefined, share });
  const lines = (text: readonly string[]): string => text.map((line) => `${line}\n`).join('');
  await files.write(`${folder}/config`, config, 0o600);
  await files.write(`${folder}/known_hosts`, lines(knownHosts.lines), 0o600);
  await files.write(`${folder}/pins`, lines(pinLines(knownHosts.pins, targets)), 0o600);
  await files.write(`${folder}/presented`, '', 0o600);
  await files.write(`${folder}/host-key`, formatHostKeyScript(folder), 0o700);
  if (key) await files.write(`${folder}/key`, key.pem.reveal(), 0o600);
  return { settings, folder };
}

/**
 * Connects to one target and keeps the connection until `close`. Only transport errors are tried again, never a
 * refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
export async function connect(ssh: PreparedSsh, index: number, ports: Ports): Promise<Connection> {
  const { targets, connectRetries } = ssh.settings;
  const target = targets[index];
  if (target === undefined) throw new RangeError(`there is no host ${index}`);
  const explain = async (stderr: string): Promise<Error> => {
    const noted = (await ports.files.readText(`${ssh.folder}/presented`)) ?? '';
    return explainFailure(ssh.settings, target, { stderr, presented: noted.split('\n').filter(Boolean) });
  };
  const retries = { retries: connectRetries, baseMs: 2_000, signal: ports.signal };
  const startOne = async (): Promise<RunningCommand> => {
    const started = await startMaster(sshCommand(ssh, index, `echo ${READY}; exec cat >/dev/null`), ports);
    if (typeof started === 'string') throw await explain(started);
    return started;
  };
  const master = await retry(startOne, retries, ports);
  const start = (remote: string): Promise<RunningCommand> => ports.exec.start(sshCommand(ssh, index, remote));
  return {
    target,
    explain,
    start,
    run: async (script, timeoutMs) => {
      const command = { ...sshCommand(ssh, index, 'exec sh -s'), stdin: script };
      const result = await ports.exec.run(timeoutMs === undefined ? command : { ...command, timeoutMs }, ports.signal);
      if (result.code === 255) throw await explain(result.stderr);
      return result;
    },
    close: async () => {
      master.stdin.end();
      const late = setTimeout(master.stop, 3_000);
      await master.exit;
      clearTimeout(late);
    },
  };
}

/** The first command is the connection that the others share; where it cannot be made, what ssh wrote to stderr. */
async function startMaster(
  command: Command,
  ports: { readonly exec: Exec; readonly signal: AbortSignal },
): Promise<RunningCommand | string> {
  const master = await ports.exec.start({ ...command, args: ['-o', 'ControlMaster=yes', ...command.args] });
  let stderr = '';
  master.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  ports.signal.addEventListener('abort', master.stop, { once: true });
  const connected = await Promise.race([sawReady(master), master.exit.then(() => false)]);
  ports.signal.removeEventListener('abort', master.stop);
  if (connected) return master;
  await master.exit;
  return stderr;
}

function sawReady(master: RunningCommand): Promise<boolean> {
  return new Promise((resolve) => {
    let seen = '';
    master.stdout.on('data', (chunk: Buffer) => {
      seen += chunk;
      if (seen.includes(READY)) resolve(true);
    });
  });
}

interface Said {
  readonly stderr: string;
  readonly presented: readonly string[];
}

function explainFailure(settings: SshSettings, target: Target, { stderr, presented }: Said): Error {
  const { knownHosts, jump, key, env } = settings;
  const agent = env['SSH_AUTH_SOCK']
    ? 'the keys of the ssh-agent'
    : 'no key: neither ssh-key nor an ssh-agent is there';
  const offered = key ? `a ${key.type} key ${key.fingerprint ?? ''}`.trim() : agent;
  return classifyFailure(stderr, { target, jump, knownHosts, presented, offered });
}
