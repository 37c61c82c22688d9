import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly timeoutMs?: number;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and tells how it went; never throws for an exit code. A missing program has code 127. */
export function attempt(file: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { promise, resolve } = Promise.withResolvers<RunResult>();
  const child = spawn(file, args, { env: options.env ?? process.env, cwd: options.cwd, timeout: options.timeoutMs });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  child.on('error', (error) => resolve({ code: 127, stdout: '', stderr: error.message }));
  child.on('close', (code) =>
    resolve({ code: code ?? 128, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
  );
  return promise;
}

/** Runs a program and returns what it printed, trimmed; throws with the end of its stderr where it fails. */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await attempt(file, args, options);
  if (result.code === 0) return result.stdout.trim();
  const tail = (result.stderr || result.stdout).trim().split('\n').slice(-15).join('\n');
  throw new Error(`${file} ${args.slice(0, 6).join(' ')}: exit ${result.code}\n${tail}`);
}

export async function succeeds(file: string, args: readonly string[], options: RunOptions = {}): Promise<boolean> {
  return (await attempt(file, args, options)).code === 0;
}

export interface Background {
  readonly file: string;
  readonly args: readonly string[];
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Starts a program that outlives this process, in a session of its own; returns its process id. */
export function startInBackground(program: Background): number {
  const log = openSync(program.log, 'a', 0o600);
  const child = spawn(program.file, program.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: program.env ?? process.env,
    cwd: program.cwd,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new Error(`cannot start ${program.file}; is it installed?`);
  return child.pid;
}

/** The full path of a program on a PATH value, or nothing. */
export function which(name: string, path = process.env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
