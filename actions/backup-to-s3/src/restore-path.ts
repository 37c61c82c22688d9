import { resolve } from 'node:path';
import { ActionError, redact } from '@suite/core';
import type { Inputs } from './inputs.ts';
import { replace, writeStream } from './ports/folders.ts';
import type { RestoreTools, Restoring } from './restore.ts';
import { keepTail } from './tail.ts';

type Tools = RestoreTools & { readonly restoring: Restoring };

/** Writes a command's bytes beside the target and puts them in its place once they are whole. */
export async function restoreFile(inputs: Inputs, { ports, restoring }: Tools): Promise<void> {
  const { target, partial } = places(inputs, ports.random());
  try {
    await writeStream(partial, restoring.bytes);
    restoring.checkWhole();
    await replace(partial, target);
  } finally {
    await ports.files.remove(partial);
  }
}

/** Unpacks an archive into a folder beside the target and puts that in its place once all of it is there. */
export async function restoreDirectory(inputs: Inputs, { ports, signal, restoring }: Tools): Promise<void> {
  const { target, partial } = places(inputs, ports.random());
  try {
    await ports.files.makeFolder(partial);
    await unpack(partial, inputs, { ports, signal, restoring });
    restoring.checkWhole();
    await replace(partial, target);
  } finally {
    await ports.files.remove(partial);
  }
}

async function unpack(
  folder: string,
  { env }: Inputs,
  { ports, signal, restoring }: Omit<Tools, 'store'>,
): Promise<void> {
  const args = ['--extract', '--preserve-permissions', '--file=-', `--directory=${folder}`];
  const child = await ports.exec.start({ file: 'tar', args, env: { ...env, LC_ALL: 'C' } }, signal);
  const complaints = keepTail(8 * 1024);
  child.stderr.on('data', complaints.add);
  child.stdout.resume();
  let ended = false;
  const exit = child.exit.finally(() => {
    ended = true;
  });
  try {
    for await (const chunk of restoring.bytes) {
      if (!child.stdin.write(chunk) && !ended) {
        await Promise.race([new Promise((drained) => child.stdin.once('drain', drained)), exit]);
      }
    }
  } catch (error) {
    child.stop();
    throw error;
  }
  child.stdin.end();
  const { code, signal: by } = await exit;
  if (code === 0) return;
  const said = redact(complaints.bytes().toString('utf8').trim()).split('\n').slice(-4).join('\n');
  throw new ActionError(`tar ${by ? `was ended by ${by}` : `exited ${code}`}; nothing was changed\n${said}`, {
    code: 'E_RESTORE_FAILED',
    hint: 'is there room on the disk, and may this user write there?',
  });
}

function places({ restore }: Inputs, random: number): { target: string; partial: string } {
  const target = resolve(restore?.path ?? '');
  return { target, partial: `${target}.restoring-${Math.floor(random * 2 ** 32).toString(16)}` };
}
