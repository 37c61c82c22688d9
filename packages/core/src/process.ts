import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { type Command, formatCommand } from './command.ts';
import { CommandError, TimeoutError } from './errors.ts';
import { redact, Secret } from './secret.ts';

const KEPT_BYTES = 4 * 1024 * 1024;
const GRACE_MS = 2_000;
/** The longest time that setTimeout takes, 24 days: no limit for any job. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** How a child ended. `code` is null when a signal ended it. */
export interface ExitStatus {
  readonly code: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
}

/** What a finished command left. */
export interface CommandResult extends ExitStatus {
  readonly stdout: string;
  readonly stderr: string;
}

/** A running child, for those who stream. `exit` never rejects but for a file that cannot be started. */
export interface RunningCommand {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exit: Promise<ExitStatus>;
  /** TERM to the whole group, KILL two seconds later. */
  readonly stop: () => void;
}

/** Starts processes. Every child leads a group of its own, so that stopping it leaves no grandchild behind. */
export interface Exec {
  /** Starts a command and hands out its streams. @throws CommandError when the file cannot be started. */
  readonly start: (command: Command, signal?: AbortSignal) => Promise<RunningCommand>;
  /** Runs a command to its end and gives its output whatever its exit code is. */
  readonly run: (command: Command, signal?: AbortSignal) => Promise<CommandResult>;
  /** Runs a command that must exit 0 and gives its stdout. @throws CommandError with the end of its output. */
  readonly output: (command: Command, signal?: AbortSignal) => Promise<string>;
}

/** The real thing, over node:child_process: `@actions/exec` can neither end a process group nor keep a deadline. */
export function realExec(): Exec {
  const run = async (command: Command, signal?: AbortSignal): Promise<CommandResult> => {
    const child = await start(command, signal);
    child.stdin.end(command.stdin instanceof Secret ? command.stdin.reveal() : command.stdin);
    const kept = (stream: Readable): Promise<string> => keepEnd(stream, command.keptBytes ?? KEPT_BYTES);
    const [stdout, stderr, status] = await Promise.all([kept(child.stdout), kept(child.stderr), child.exit]);
    return { ...status, stdout, stderr };
  };
  return {
    start,
    run,
    output: async (command, signal) => {
      const result = await run(command, signal);
      if (result.code === 0) return result.stdout;
      throw result.timedOut ? timeoutError(command) : commandError(command, result);
    },
  };
}

async function start(command: Command, signal?: AbortSignal): Promise<RunningCommand> {
  // Loaded when it is first needed: with what it brings along it is a fifth of the start-up of a run with bad inputs.
  const { spawn } = await import('node:child_process');
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env && revealed(command.env),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A child that ends before it has read all of its stdin is judged by its exit code, not by the broken pipe.
  child.stdin.on('error', () => undefined);
  const closed = new Promise<[number | null, string | null]>((resolve) => {
    child.once('close', (code, ended) => resolve([code, ended]));
  });
  await once(child, 'spawn').catch((error) => {
    throw startError(command, error);
  });
  let timedOut = false;
  const stop = (): void => stopGroup(child);
  const deadline = setTimeout(() => {
    timedOut = true;
    stop();
  }, command.timeoutMs ?? NO_LIMIT_MS);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const exit = closed.then(([code, ended]): ExitStatus => {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', stop);
    return { code, signal: ended, timedOut };
  });
  return { pid: child.pid ?? 0, stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, exit, stop };
}

function startError(command: Command, error: NodeJS.ErrnoException): CommandError {
  const reason = error.code === 'ENOENT' ? 'it is not on PATH' : error.message;
  const message = `${command.file} could not be started: ${reason}`;
  return new CommandError(message, { exitCode: null, tail: '', cause: error });
}

function stopGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode !== null || child.signalCode !== null) {
    letGo(child);
    return;
  }
  signalGroup(pid, 'SIGTERM');
  const kill = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS);
  child.once('exit', () => letGo(child));
  child.once('close', () => clearTimeout(kill));
}

/** Who else was given the streams, as the master of a shared ssh connection is, may keep them open for ever. */
function letGo(child: ChildProcess): void {
  const late = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, GRACE_MS);
  child.once('close', () => clearTimeout(late));
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended in the meantime, which is what was wanted.
  }
}

function revealed(env: Readonly<Record<string, string | Secret>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([key, value]) => [key, value instanceof Secret ? value.reveal() : value]),
  );
}

async function keepEnd(stream: Readable, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    while (bytes - (chunks[0]?.length ?? 0) > most) bytes -= chunks.shift()?.length ?? 0;
  });
  stream.on('error', () => undefined);
  await new Promise((resolve) => stream.once('close', resolve));
  return Buffer.concat(chunks).toString('utf8');
}

/** The last lines of a command's output, redacted, for an error message. */
function tailOf(result: { readonly stdout: string; readonly stderr: string }, lines = 10): string {
  const text = result.stderr.trim() || result.stdout.trim();
  return redact(text.split('\n').slice(-lines).join('\n'));
}

function commandError(command: Command, result: CommandResult): CommandError {
  const tail = tailOf(result);
  const how = result.code === null ? `was ended by ${result.signal}` : `exited ${result.code}`;
  const last = tail.split('\n').at(-1);
  const message = `\`${redact(formatCommand(command))}\` ${how}${last ? `: ${last}` : ''}`;
  return new CommandError(message, { exitCode: result.code, tail });
}

function timeoutError(command: Command): TimeoutError {
  return new TimeoutError(`\`${redact(formatCommand(command))}\` did not end within ${command.timeoutMs} ms`);
}
