import type { Command, ExitStatus, Ports } from '@suite/core';

/** Runs buildx and hands out its progress line by line, in the portions in which it comes. */
export type RunBuild = (command: Command, onLines: (lines: readonly string[]) => void) => Promise<ExitStatus>;

/** The real thing. `onStart` is told the process, which outlives this one where that is killed. */
export function buildRunner({ exec, signal }: Ports, onStart: (pid: number) => void): RunBuild {
  return async (command, onLines) => {
    const child = await exec.start(command, signal);
    onStart(child.pid);
    child.stdin.end();
    child.stdout.resume();
    let rest = '';
    child.stderr.setEncoding('utf8');
    for await (const chunk of child.stderr) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) onLines(lines);
    }
    if (rest !== '') onLines([rest]);
    return child.exit;
  };
}
