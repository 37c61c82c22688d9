import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentEvent, parseEvents } from '../src/agent/events.ts';
import { encodeFrame, type Frame, type StepKind } from '../src/agent/frames.ts';

export const agentFile = join(import.meta.dirname, '../src/agent/agent.sh');

/** A POSIX shell to run the agent under, and the PATH that gives it its helpers. */
export interface Shell {
  readonly name: string;
  readonly argv: readonly string[];
  readonly path: string;
}

// In memory where there is such a folder: the agent syncs every line, and what is tested is not the disk.
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'agent-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** The shells that hosts have: Debian's, Alpine's with its own helpers, and Red Hat's. */
export function shells(): readonly Shell[] {
  const path = process.env['PATH'] ?? '';
  return [
    { name: 'dash', argv: ['dash'], path: `${linkSh('dash')}:${path}` },
    { name: 'busybox', argv: ['busybox', 'sh'], path: `${busyboxHelpers()}:${path}` },
    { name: 'bash', argv: ['bash', '--posix'], path: `${linkSh('bash')}:${path}` },
  ];
}

function linkSh(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  const target = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  if (!target) throw new Error(`${name} is not installed: the agent is tested under dash, busybox and bash`);
  if (existsSync(join(folder, 'sh'))) return folder;
  symlinkSync(target, join(folder, 'sh'));
  writeFileSync(join(folder, 'sleep'), fastSleep(), { mode: 0o755 });
  return folder;
}

/** A second of these tests is a tenth of one: the agent counts ticks, not time. */
function fastSleep(): string {
  const real = spawnSync('sh', ['-c', 'command -v sleep'], { encoding: 'utf8' }).stdout.trim();
  return `#!/bin/sh\ncase $1 in ?) t=0.$1 ;; *) t=\${1%?}.\${1#?} ;; esac\nexec ${real} "$t"\n`;
}

function busyboxHelpers(): string {
  const folder = linkSh('busybox');
  const busybox = spawnSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).stdout.trim();
  const applets = spawnSync(busybox, ['--list'], { encoding: 'utf8' }).stdout.split('\n');
  const used = 'cat cp date dd grep kill mkdir mkfifo mv rm setsid sha256sum sync tail timeout touch tr';
  for (const name of used.split(' ').filter((each) => applets.includes(each))) {
    if (!existsSync(join(folder, name))) symlinkSync(busybox, join(folder, name));
  }
  return folder;
}

export function newFolder(): string {
  return mkdtempSync(join(scratch, 'host-'));
}

/** A step of a test: shell text, and its undo. */
export interface TestStep {
  readonly id: string;
  readonly run: string;
  readonly undo?: string;
  readonly kind?: StepKind;
  readonly limit?: number;
}

export function stepFrames({ id, run, undo, kind = 'firm', limit = 0 }: TestStep): readonly Frame[] {
  const scripts = undo === undefined ? [put(`${id}.do`, run)] : [put(`${id}.do`, run), put(`${id}.undo`, undo)];
  return [...scripts, { frame: 'step', id, limit, kind }];
}

export function afterFrames(id: string, run: string, limit = 0): readonly Frame[] {
  return [put(`${id}.do`, run), { frame: 'after', id, limit }];
}

export function put(name: string, content: string | Uint8Array): Frame {
  return { frame: 'put', name, content: Buffer.from(content) };
}

export interface AgentRun {
  readonly child: ChildProcessWithoutNullStreams;
  readonly events: readonly AgentEvent[];
  readonly send: (...frames: readonly Frame[]) => void;
  /** Resolves with the first event that fits, also one that came before. */
  readonly waitFor: (fits: (event: AgentEvent) => boolean) => Promise<AgentEvent>;
  /** The exit code, once every stream has ended. */
  readonly exit: Promise<number | null>;
}

export interface StartOptions {
  readonly folder: string;
  readonly shell: Shell;
  readonly tx?: string;
  readonly lease?: number;
  readonly lockWait?: number;
}

/** Starts the agent on this machine, as sshd would. */
export function startAgent({ folder, shell, tx = 'r1', lease = 30, lockWait = 0 }: StartOptions): AgentRun {
  const [file = 'sh', ...before] = shell.argv;
  const args = [...before, agentFile, folder, tx, String(lease), String(lockWait), 'run/1:ann'];
  const child = spawn(file, args, { env: { PATH: shell.path }, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  const events: AgentEvent[] = [];
  let rest: Uint8Array = new Uint8Array();
  let listeners: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    const batch = parseEvents(Buffer.concat([rest, chunk]));
    rest = batch.rest;
    events.push(...batch.events);
    for (const listener of listeners) listener();
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    events,
    send: (...frames) => {
      child.stdin.write(Buffer.concat(frames.map(encodeFrame)));
    },
    waitFor: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find(fits);
          if (found === undefined) return;
          listeners = listeners.filter((each) => each !== look);
          resolve(found);
        };
        listeners.push(look);
        look();
        void exit.then((code) => reject(new Error(`agent ended with ${code} after ${JSON.stringify(events)}`)));
      }),
    exit,
  };
}

/** Runs one transaction: the steps, then, if all are ok, the after steps and commit, else abort. */
export async function runTransaction(
  options: StartOptions,
  steps: readonly TestStep[],
  afters: Readonly<Record<string, string>> = {},
): Promise<readonly AgentEvent[]> {
  const agent = startAgent(options);
  await agent.waitFor(({ e }) => e === 'ready');
  agent.send(...steps.flatMap(stepFrames));
  const last = steps.at(-1)?.id;
  const ended = await agent.waitFor((event) => event.e === 'fail' || (event.e === 'ok' && event.id === last));
  const after = Object.entries(afters).flatMap(([id, run]) => afterFrames(id, run));
  agent.send(...(ended.e === 'ok' ? [...after, { frame: 'commit' } as const] : [{ frame: 'abort' } as const]));
  await agent.exit;
  return agent.events;
}

export function write(path: string, text: string): void {
  writeFileSync(path, text);
}

export function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
