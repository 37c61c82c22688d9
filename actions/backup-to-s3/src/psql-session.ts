import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ActionError, type Command, type Exec, redact } from '@suite/core';
import { keepTail } from './tail.ts';

/** A running psql: statements in, lines out. */
export interface PsqlSession {
  /** Runs statements and gives the lines that they print. @throws ActionError with psql's own last words. */
  readonly ask: (sql: string) => Promise<readonly string[]>;
  /** Streams a script into the session; resolves when psql has taken all of it. */
  readonly feed: (script: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Ends the session in order. */
  readonly close: () => Promise<void>;
  /** Ends it at once; the server rolls back what was not committed. */
  readonly stop: () => void;
}

export interface SessionOptions {
  readonly code: string;
  /** What the session is for, in a message: `reading 10.0.0.5:5432/shop`. */
  readonly what: string;
  readonly hint?: string;
  readonly signal?: AbortSignal;
}

/** Starts psql on a command of `psqlCommand`. */
export async function openPsql(exec: Exec, command: Command, options: SessionOptions): Promise<PsqlSession> {
  const child = await exec.start(command, options.signal);
  const complaints = keepTail(8 * 1024);
  child.stderr.on('data', complaints.add);
  let asked = 0;
  let collect: ((line: string) => void) | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => collect?.(line));
  const ended = child.exit.then((status) => {
    const said = redact(complaints.bytes().toString('utf8').trim()).split('\n').slice(-6).join('\n');
    const how = said || `psql ended ${status.signal ? `by ${status.signal}` : `with ${status.code}`}`;
    const hint = options.hint === undefined ? {} : { hint: options.hint };
    return new ActionError(`${options.what}: ${how}`, { code: options.code, ...hint });
  });
  const orEnd = async <T>(work: Promise<T>): Promise<T> => {
    const first = await Promise.race([work.then((value) => ({ value })), ended]);
    if (first instanceof ActionError) throw first;
    return first.value;
  };
  return {
    ask: (sql) => {
      const [begin, end] = [`begin-of-answer-${++asked}`, `end-of-answer-${asked}`];
      const lines: string[] = [];
      const answer = new Promise<readonly string[]>((resolve) => {
        let open = false;
        collect = (line) => {
          if (line === end) resolve(lines);
          else if (open) lines.push(line);
          open ||= line === begin;
        };
      });
      child.stdin.write(`\n\\echo ${begin}\n${sql}\n\\echo ${end}\n`);
      return orEnd(answer);
    },
    feed: async (script) => {
      for await (const chunk of script) {
        if (!child.stdin.write(chunk)) await orEnd(once(child.stdin, 'drain'));
      }
    },
    close: async () => {
      child.stdin.end();
      const { code } = await child.exit;
      if (code !== 0) throw await ended;
    },
    stop: () => child.stop(),
  };
}
