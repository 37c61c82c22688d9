import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ActionError, type Command, type Exec, type RunningCommand, redact } from '@suite/core';
import { keepTail } from '../tail.ts';

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
  const answers = answerReader(child.stdout);
  const ended = endOf(child, options);
  const orEnd = async <T>(work: Promise<T>): Promise<T> => {
    const first = await Promise.race([work.then((value) => ({ value })), ended]);
    if (first instanceof ActionError) throw first;
    return first.value;
  };
  return {
    ask: (sql) => {
      const { begin, end, lines } = answers.expect();
      child.stdin.write(`\n\\echo ${begin}\n${sql}\n\\echo ${end}\n`);
      return orEnd(lines);
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

/** The error that an early end is, with the last words of psql. It is thrown only by who waits for an answer. */
async function endOf(child: RunningCommand, { what, code, hint }: SessionOptions): Promise<ActionError> {
  const complaints = keepTail(8 * 1024);
  child.stderr.on('data', complaints.add);
  const status = await child.exit;
  const said = redact(complaints.bytes().toString('utf8').trim()).split('\n').slice(-6).join('\n');
  const how = said || `psql ended ${status.signal ? `by ${status.signal}` : `with ${status.code}`}`;
  return new ActionError(`${what}: ${how}`, { code, ...(hint === undefined ? {} : { hint }) });
}

interface Expected {
  readonly begin: string;
  readonly end: string;
  readonly lines: Promise<readonly string[]>;
}

/** Finds answers between marks of their own; what a script prints on its way is dropped. */
function answerReader(output: Readable): { readonly expect: () => Expected } {
  let asked = 0;
  let collect: ((line: string) => void) | undefined;
  createInterface({ input: output }).on('line', (line) => collect?.(line));
  return {
    expect: () => {
      asked += 1;
      const [begin, end] = [`begin-of-answer-${asked}`, `end-of-answer-${asked}`];
      const lines = new Promise<readonly string[]>((resolve) => {
        const found: string[] = [];
        let open = false;
        collect = (line) => {
          if (line === end) resolve(found);
          else if (open) found.push(line);
          open ||= line === begin;
        };
      });
      return { begin, end, lines };
    },
  };
}
