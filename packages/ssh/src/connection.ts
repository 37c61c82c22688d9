import { ActionError, type CommandResult, type Ports, type RunningCommand, type Secret } from '@suite/core';
import type { SshClient } from './client.ts';
import { aliasOf } from './config.ts';
import { connectMaster, explain, sshCommand } from './reach.ts';
import { formatTarget, type Target } from './target.ts';

/** An open connection to one host, which every further command shares. */
export interface Connection {
  readonly target: Target;
  /**
   * Runs a POSIX sh script that travels on stdin; what a login shell prints before it is left out.
   * @throws ActionError E_SSH_* when ssh itself failed, or when the beginning of the output is lost.
   */
  readonly run: (script: string | Secret, timeoutMs?: number) => Promise<CommandResult>;
  /** Starts one remote command line and hands out its streams. */
  readonly start: (remote: string) => Promise<RunningCommand>;
  /** Why ssh ended, from what it wrote to stderr. */
  readonly explain: (stderr: string) => Promise<Error>;
  readonly close: () => Promise<void>;
}

/** Stands before the output of a script, behind what a login shell may have printed. */
const OUTPUT = 'output-of-the-script';
const KEPT_BYTES = 64 * 1024 ** 2;

/**
 * Connects to one target and keeps the connection until `close`. Only transport errors are tried again, never a
 * refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
export async function connect(ssh: SshClient, index: number, ports: Ports): Promise<Connection> {
  const target = ssh.settings.targets[index];
  if (target === undefined) throw new RangeError(`there is no host ${index}`);
  const place = { alias: aliasOf(index), target, via: ssh.via };
  const master = await connectMaster(ssh, place, ports);
  const why = (stderr: string): Promise<Error> =>
    explain(ssh, place, { said: `${stderr}\n${master.said()}`, late: false, connected: true, files: ports.files });
  return {
    target,
    explain: why,
    start: (remote) => ports.exec.start(sshCommand(ssh, place.alias, remote)),
    run: async (script, timeoutMs) => {
      const remote = sshCommand(ssh, place.alias, `echo ${OUTPUT}; exec sh -s`);
      const command = { ...remote, stdin: script, keptBytes: KEPT_BYTES };
      const result = await ports.exec.run(timeoutMs === undefined ? command : { ...command, timeoutMs }, ports.signal);
      if (result.code === 255) throw await why(result.stderr);
      return { ...result, stdout: behindMark(result, formatTarget(target)) };
    },
    close: master.close,
  };
}

/**
 * What a script printed itself. Where the mark is missing in what a good end left, nobody knows how much else is.
 * @throws ActionError E_SSH_SHELL.
 */
export function behindMark({ code, stdout }: CommandResult, host: string): string {
  const at = stdout.indexOf(`${OUTPUT}\n`);
  if (at >= 0) return stdout.slice(at + OUTPUT.length + 1);
  if (code !== 0) return stdout;
  throw new ActionError(`${host}: the beginning of what a script printed is missing`, {
    code: 'E_SSH_SHELL',
    hint: `the login shell of the user must take \`exec sh -s\` and keep its output; more than ${KEPT_BYTES / 1024 ** 2} MiB is not read`,
  });
}
