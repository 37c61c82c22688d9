import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key pair as ssh-keygen makes it. */
export function makeKey(
  type: string,
  ...more: readonly string[]
): { readonly secret: string; readonly line: string; readonly fingerprint: string } {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  const file = join(folder, 'key');
  const made = spawnSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', 'test', '-f', file, ...more]);
  if (made.status !== 0) throw new Error(`ssh-keygen: ${made.stderr}`);
  const listed = spawnSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' }).stdout;
  const result = {
    secret: readFileSync(file, 'utf8'),
    line: readFileSync(`${file}.pub`, 'utf8').trim().split(' ').slice(0, 2).join(' '),
    fingerprint: listed.split(' ')[1] ?? '',
  };
  rmSync(folder, { recursive: true });
  return result;
}
