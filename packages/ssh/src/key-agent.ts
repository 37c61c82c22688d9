import { type Exec, InputError, type RunningCommand, type Secret } from '@suite/core';
import { fingerprintOfLine } from './known-hosts.ts';
import { waitForLine } from './master.ts';
import type { PrivateKey } from './private-key.ts';

/** What an agent needs to hold one key. `folder` has the script `askpass`, and gets the socket `agent`. */
export interface KeyAgentOptions {
  readonly folder: string;
  readonly key: PrivateKey;
  readonly passphrase: Secret | undefined;
  readonly env: Readonly<Record<string, string | Secret>>;
}

/** The socket of the agent, in the folder where ssh is started: a path from the root might be too long for one. */
export const AGENT_SOCKET = 'agent';

/** Answers ssh-add once; its second question for the same key means that the passphrase is wrong. */
export const ASKPASS_SCRIPT = `#!/bin/sh
case $1 in Bad*) ;; *) printf '%s\\n' "$SSH_KEY_PASSPHRASE" ;; esac
`;

/**
 * Starts an ssh-agent of our own and gives it the key. So the key is decrypted once and not for each connection, and
 * neither key nor passphrase is ever written to a file. The agent ends when our end of its stdin closes, even by kill -9.
 * @throws InputError where the passphrase is wrong or OpenSSH cannot read the key.
 */
export async function startKeyAgent(options: KeyAgentOptions, exec: Exec): Promise<RunningCommand> {
  const { folder, env } = options;
  const script = 'echo started; cat >/dev/null; kill "$SSH_AGENT_PID"';
  const agent = await exec.start({
    file: 'ssh-agent',
    args: ['-a', AGENT_SOCKET, 'sh', '-c', script],
    env,
    cwd: folder,
  });
  try {
    await waitForLine(agent, 'started');
    await addKey(options, exec);
    return agent;
  } catch (error) {
    agent.stdin.end();
    throw error;
  }
}

async function addKey({ folder, key, passphrase, env }: KeyAgentOptions, exec: Exec): Promise<void> {
  const asking = { SSH_ASKPASS: `${folder}/askpass`, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':' };
  const secret = passphrase === undefined ? {} : { SSH_KEY_PASSPHRASE: passphrase };
  const result = await exec.run({
    file: 'ssh-add',
    args: ['-q', '-'],
    env: { ...env, ...asking, ...secret, SSH_AUTH_SOCK: AGENT_SOCKET },
    cwd: folder,
    stdin: key.pem,
  });
  if (result.code === 0) return;
  const reason = result.stderr.trim().split('\n').at(-1) ?? '';
  throw key.encrypted && !/error in libcrypto|invalid format/.test(reason)
    ? wrong('ssh-key-passphrase', 'does not open ssh-key; is it the one that this key was made with?')
    : wrong('ssh-key', `cannot be read by OpenSSH on this runner (${reason}); make an OpenSSH key with ssh-keygen`);
}

/** The fingerprint of the key that the agent holds. */
export async function heldFingerprint({ folder, env }: KeyAgentOptions, exec: Exec): Promise<string> {
  const list = { file: 'ssh-add', args: ['-L'], env: { ...env, SSH_AUTH_SOCK: AGENT_SOCKET }, cwd: folder };
  return fingerprintOfLine(`key ${await exec.output(list)}`);
}

function wrong(input: string, problem: string): InputError {
  return new InputError([{ input, problem }]);
}
