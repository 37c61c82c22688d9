import { randomUUID } from 'node:crypto';
import * as actions from '@actions/core';
import { redact } from './secret.ts';

/** An annotation on the run, and on a file's line where it has one. */
export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** The one way to the runner's log. Everything is redacted; text of others cannot issue workflow commands. */
export interface Log {
  readonly info: (message: string) => void;
  readonly debug: (message: string) => void;
  readonly notice: (message: string) => void;
  readonly warning: (message: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly group: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  /** Prints output of another program or server, inside `::stop-commands::`. */
  readonly untrusted: (text: string) => void;
}

/** The runner's log over `@actions/core`. */
export function realLog(): Log {
  return {
    info: (message) => {
      process.stdout.write(`${guard(redact(message))}\n`);
    },
    debug: (message) => actions.debug(redact(message)),
    notice: (message) => actions.notice(redact(message)),
    warning: (message) => actions.warning(redact(message)),
    annotate,
    group: async (title, work) => {
      actions.startGroup(redact(title));
      try {
        return await work();
      } finally {
        actions.endGroup();
      }
    },
    untrusted: (text) => {
      const token = randomUUID();
      process.stdout.write(`::stop-commands::${token}\n${redact(text)}\n::${token}::\n`);
    },
  };
}

function annotate({ level, message, title, file, line }: Annotation): void {
  const properties = {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
  };
  const write = { notice: actions.notice, warning: actions.warning, error: actions.error }[level];
  write(redact(message), properties);
}

/** A line of ours that quotes a stranger's text must not begin with a workflow command. */
function guard(message: string): string {
  return message.replace(/^(\s*)(::|##\[)/gm, '$1\u200b$2');
}
