import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, open, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Node looks names up in a few threads: here all of them wait for somebody who writes into a pipe. Gives what ends that;
 * it must be called, or the process hangs.
 */
export function blockLookups(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const opened = Array.from(
    { length: Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) },
    () =>
      new Promise<void>((resolve) => open(pipe, 'r', (error, file) => resolve(error ? undefined : closeSync(file)))),
  );
  return async () => {
    // Kept open until the last one has come: one that comes later would wait for ever.
    const writer = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    await Promise.all(opened);
    closeSync(writer);
    rmSync(folder, { recursive: true });
  };
}
