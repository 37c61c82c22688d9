import type { Command, Exec, RunningCommand } from '@suite/core';

/** A connection that other ssh commands share. */
export interface Master {
  /** What ssh has said on stderr until now, its notes on banner and keys included. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
}

/** Why there is no master: what ssh said, and whether it was still waiting when its time was over. */
export interface NotConnected {
  readonly said: string;
  readonly late: boolean;
}

const READY = 'connected';
const KEPT_CHARACTERS = 64 * 1024;
/** ssh's own time limit ends before ours and says more; ours holds for the key exchange and the login too. */
const GRACE_MS = 2_000;

/**
 * Ends its command when stdin closes: ssh -N does not look at it, and would outlive a runner that was killed. The copy of
 * stdin is for cat alone, because a shell gives its background jobs none.
 */
const TIED_TO_STDIN = 'exec 3<&0; { cat <&3; kill $$; } >/dev/null 2>&1 & exec 3<&- </dev/null "$@"';

/** What a master notes beside its errors: the banner of a server that refuses, and the keys that it offers. */
const NOTES =
  'kex.c:kex_exchange_identification():*,sshconnect2.c:userauth_pubkey():*,channels.c:channel_input_open_failure():*';

/**
 * The command line of a connection that others share. It opens no session, so that it works where a server allows one
 * session only or, on a jump host, none; and it tells by a local command that the login is done. `without` are patterns of
 * host key algorithms that are not asked for.
 */
export function masterCommand(ssh: Command, without: readonly string[]): Command {
  const options = [
    'ControlMaster=yes',
    'PermitLocalCommand=yes',
    `LocalCommand=echo ${READY}`,
    `LogVerbose=${NOTES}`,
    ...(without.length === 0 ? [] : [`HostKeyAlgorithms=-${without.join()}`]),
  ];
  const args = ['-N', ...options.flatMap((option) => ['-o', option]), ...ssh.args];
  return { ...ssh, file: 'sh', args: ['-c', TIED_TO_STDIN, 'sh', ssh.file, ...args] };
}

/** Starts a master and waits until it is logged in; where it does not get there within the time, what it said. */
export async function startMaster(
  command: Command,
  timeoutMs: number,
  { exec, signal }: { readonly exec: Exec; readonly signal: AbortSignal },
): Promise<Master | NotConnected> {
  const child = await exec.start(command);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-KEPT_CHARACTERS);
  });
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    child.stop();
  }, timeoutMs + GRACE_MS);
  signal.addEventListener('abort', child.stop, { once: true });
  if (signal.aborted) child.stop();
  const connected = await waitForLine(child, READY);
  clearTimeout(deadline);
  signal.removeEventListener('abort', child.stop);
  if (connected) return { said: () => said, close: () => closeChild(child) };
  await child.exit;
  return { said, late };
}

/** Closes the stdin that a child lives by, and stops it where it does not end by that. */
export async function closeChild(child: RunningCommand): Promise<void> {
  child.stdin.end();
  const late = setTimeout(child.stop, 3_000);
  await child.exit;
  clearTimeout(late);
}

/** Whether a child wrote this line on stdout before it ended. */
export function waitForLine(child: RunningCommand, line: string): Promise<boolean> {
  const seen = new Promise<boolean>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.split('\n').includes(line)) resolve(true);
    });
  });
  return Promise.race([seen, child.exit.then(() => false)]);
}
