import { ActionError, type Command, type Exec, type ExitStatus, formatCommand, redact } from '@suite/core';
import type { SourceKind } from './inputs-source.ts';
import { keepTail, missingEnd, TAIL_BYTES } from './tail.ts';

export interface DumpOptions {
  readonly kind: SourceKind;
  readonly command: Command;
  readonly minSize: number;
  readonly allowEmpty: boolean;
  readonly signal: AbortSignal;
  /** Asked when the child has ended well: what else has to hold before the stream may end. */
  readonly settle: () => Promise<void>;
}

/**
 * What a dump command writes. The stream ends only if the whole dump is there: the child exited 0, the end of the
 * format was seen, it is large enough and `settle` agrees. Everything behind it can take its end for good news.
 */
export async function* dump(exec: Exec, options: DumpOptions): AsyncGenerator<Buffer> {
  const child = await exec.start(options.command, options.signal);
  child.stdin.end();
  const complaints = keepTail(8 * 1024);
  child.stderr.on('data', complaints.add);
  const tail = keepTail(TAIL_BYTES);
  let bytes = 0;
  let finished = false;
  try {
    for await (const chunk of child.stdout) {
      tail.add(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    finished = true;
    judgeExit(options, await child.exit, complaints.bytes().toString('utf8'));
    judgeBytes(options, bytes, tail.bytes());
    await options.settle();
  } finally {
    if (!finished) child.stop();
  }
}

function judgeExit({ command, kind }: DumpOptions, { code, signal }: ExitStatus, complaints: string): void {
  if (code === 0) return;
  const how = code === null ? `was ended by ${signal}` : `exited ${code}`;
  const said = redact(complaints.trim()).split('\n').slice(-6).join('\n');
  const message = `${command.file} ${how}; nothing was stored${said ? `\n${said}` : ''}`;
  const changed = kind === 'directory' && code === 1;
  const hint = changed
    ? 'files changed while they were read: stop what writes there, or back up a snapshot of the file system'
    : `try the same by hand: ${redact(formatCommand(command))}`;
  throw new ActionError(message, { code: 'E_DUMP_FAILED', hint });
}

function judgeBytes({ kind, minSize, allowEmpty }: DumpOptions, bytes: number, tail: Buffer): void {
  if (bytes < minSize && !allowEmpty) {
    const message = `the dump has ${bytes} bytes, fewer than min-size (${minSize}); nothing was stored`;
    throw new ActionError(message, {
      code: 'E_DUMP_EMPTY',
      hint: 'is this the right source? If so: allow-empty: true',
    });
  }
  const missing = missingEnd(kind, tail);
  if (missing === undefined) return;
  const hint = 'the program that dumps ended as if all were well: look for a wrapper that hides its exit code';
  throw new ActionError(`the dump ends without ${missing}; nothing was stored`, { code: 'E_DUMP_TRUNCATED', hint });
}
