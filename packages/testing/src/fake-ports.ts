import {
  type Annotation,
  type Clock,
  type Command,
  type CommandResult,
  type Exec,
  type Files,
  formatCommand,
  type Log,
  type Ports,
  type State,
} from '@suite/core';

/** Ports of a test: everything is in memory, and what happened can be read back. */
export interface FakePorts extends Ports {
  /** Every command that was run, as text. */
  readonly commands: string[];
  readonly lines: string[];
  readonly annotations: Annotation[];
  readonly tree: Map<string, Buffer>;
  readonly saved: Map<string, string>;
}

/** What a test says about the world. `answer` is asked for each command; nothing said means exit 0 and no output. */
export interface FakeWorld {
  readonly answer?: (command: Command, text: string) => Partial<CommandResult> | undefined;
  readonly files?: Readonly<Record<string, string>>;
  readonly nowMs?: number;
  readonly signal?: AbortSignal;
}

/** Makes ports for one test. */
export function fakePorts(world: FakeWorld = {}): FakePorts {
  const commands: string[] = [];
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const saved = new Map<string, string>();
  const tree = new Map(Object.entries(world.files ?? {}).map(([path, text]) => [path, Buffer.from(text)]));
  return {
    commands,
    lines,
    annotations,
    tree,
    saved,
    exec: fakeExec(commands, world.answer),
    files: fakeFiles(tree),
    clock: fakeClock(world.nowMs ?? 1_800_000_000_000),
    random: () => 0.5,
    log: fakeLog(lines, annotations),
    state: fakeState(saved),
    signal: world.signal ?? new AbortController().signal,
  };
}

function fakeExec(commands: string[], answer: FakeWorld['answer']): Exec {
  const run = async (command: Command): Promise<CommandResult> => {
    const text = formatCommand(command);
    commands.push(text);
    return { code: 0, signal: null, timedOut: false, stdout: '', stderr: '', ...answer?.(command, text) };
  };
  return {
    run,
    output: async (command) => {
      const result = await run(command);
      if (result.code !== 0) throw new Error(`${formatCommand(command)} exited ${result.code}`);
      return result.stdout;
    },
    start: async () => {
      throw new Error('a fake exec has no streams: test streaming against a real process');
    },
  };
}

function fakeFiles(tree: Map<string, Buffer>): Files {
  const below = (folder: string): string[] =>
    [...tree.keys()].filter((path) => path.startsWith(`${folder.replace(/\/$/, '')}/`));
  return {
    read: async (path) => {
      const content = tree.get(path);
      if (content === undefined) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
      return content;
    },
    readText: async (path) => tree.get(path)?.toString('utf8'),
    write: async (path, content) => {
      tree.set(path, Buffer.from(content));
    },
    facts: async (path) => {
      const content = tree.get(path);
      if (content) return { kind: 'file', size: content.length, modifiedMs: 0 };
      return below(path).length > 0 ? { kind: 'directory', size: 0, modifiedMs: 0 } : undefined;
    },
    list: async (path) =>
      [...new Set(below(path).map((name) => name.slice(path.length).replace(/^\//, '').split('/')[0] ?? ''))].sort(),
    makeFolder: async () => undefined,
    remove: async (path) => {
      for (const name of [path, ...below(path)]) tree.delete(name);
    },
    makeTemporaryFolder: async (name) => `/tmp/${name}-fake`,
  };
}

function fakeClock(startMs: number): Clock {
  let passed = 0;
  return {
    now: () => startMs + passed,
    monotonic: () => passed,
    sleep: async (ms) => {
      passed += ms;
    },
  };
}

function fakeLog(lines: string[], annotations: Annotation[]): Log {
  const add = (message: string): void => {
    lines.push(message);
  };
  return {
    info: add,
    debug: () => undefined,
    notice: add,
    warning: add,
    annotate: (annotation) => annotations.push(annotation),
    group: (title, work) => {
      add(title);
      return work();
    },
    untrusted: add,
  };
}

function fakeState(saved: Map<string, string>): State {
  return { save: (name, value) => saved.set(name, value), read: (name) => saved.get(name) };
}
