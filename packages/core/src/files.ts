// `fs.promises` is loaded when it is first read, which a run with bad inputs never does.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a path is. `size` in bytes, `modifiedMs` since the epoch. */
export interface FileFacts {
  readonly kind: 'file' | 'directory' | 'other';
  readonly size: number;
  readonly modifiedMs: number;
}

/** The file system as actions use it. Paths are absolute or relative to the job's working directory. */
export interface Files {
  /** @throws the system's error where the file cannot be read. */
  readonly read: (path: string) => Promise<Buffer>;
  /** The text, or undefined where there is no such file. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** Writes beside and renames, so that no reader sees half a file; makes missing folders. */
  readonly write: (path: string, content: string | Uint8Array, mode?: number) => Promise<void>;
  readonly facts: (path: string) => Promise<FileFacts | undefined>;
  /** Names in a folder, sorted; empty where there is none. */
  readonly list: (path: string) => Promise<readonly string[]>;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** A new folder, mode 0700, under RUNNER_TEMP. Whoever makes it saves its path in the state before using it. */
  readonly makeTemporaryFolder: (name: string) => Promise<string>;
}

let writes = 0;

/** The real file system. `temporary` is RUNNER_TEMP where the runner gives one. */
export function realFiles(temporary: string = tmpdir()): Files {
  return {
    read: (path) => fs.promises.readFile(path),
    readText: (path) => fs.promises.readFile(path, 'utf8').catch(absent),
    write: async (path, content, mode = 0o644) => {
      await fs.promises.mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${process.pid}-${writes++}.tmp`;
      await fs.promises.writeFile(partial, content, { mode });
      await fs.promises.rename(partial, path);
    },
    facts: async (path) => {
      const found = await fs.promises.stat(path).catch(absent);
      if (found === undefined) return undefined;
      const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
      return { kind, size: found.size, modifiedMs: found.mtimeMs };
    },
    list: async (path) => ((await fs.promises.readdir(path).catch(absent)) ?? []).sort(),
    makeFolder: async (path) => {
      await fs.promises.mkdir(path, { recursive: true });
    },
    remove: (path) => fs.promises.rm(path, { recursive: true, force: true }),
    makeTemporaryFolder: (name) => fs.promises.mkdtemp(join(temporary, `${name}-`)),
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
