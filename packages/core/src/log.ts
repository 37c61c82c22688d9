import { issueCommand, randomToken } from './runner.ts';
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

/** The runner's log. */
export function realLog(): Log {
  return {
    info: (message) => {
      process.stdout.write(`${guard(redact(message))}\n`);
    },
    debug: (message) => issueCommand('debug', redact(message)),
    notice: (message) => issueCommand('notice', redact(message)),
    warning: (message) => issueCommand('warning', redact(message)),
    annotate,
    group: async (title, work) => {
      issueCommand('group', redact(title));
      try {
        return await work();
      } finally {
        issueCommand('endgroup', '');
      }
    },
    untrusted: (text) => {
      const token = randomToken();
      process.stdout.write(`::stop-commands::${token}\n${redact(text)}\n::${token}::\n`);
    },
  };
}

/** Prints an annotation; its message is redacted. */
export function annotate({ level, message, title, file, line }: Annotation): void {
  const properties = Object.entries({ title, file, line }).filter(([, value]) => value !== undefined);
  const texts = properties.map(([key, value]) => [key, redact(String(value))] as const);
  issueCommand(level, redact(message), Object.fromEntries(texts));
}

/** Our line that quotes a stranger's text must not be a workflow command: `::` at its start, `##[` anywhere in it. */
function guard(message: string): string {
  return message.replace(/^([\s\u0085]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
