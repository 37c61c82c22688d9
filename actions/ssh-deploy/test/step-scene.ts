import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatLibrary } from '../src/library.ts';
import type { Step } from '../src/step.ts';

export const shells = ['dash', 'bash', 'busybox'] as const;
export type Shell = (typeof shells)[number];

/** Folders of a host on this machine, where scripts of steps run as the agent runs them; `programs` come first in PATH. */
export function stepScene(shell: Shell, programs: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'step-'));
  const [tx, bin] = [join(root, 'tx'), join(root, 'bin')];
  for (const name of ['.deploy', 'tx', 'bin', 'releases', 'shared', 'backups']) mkdirSync(join(root, name));
  writeFileSync(join(tx, 'lib.sh'), formatLibrary({ root, app: 'shop', release: 'r2', previous: 'r1' }));
  const program = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  for (const [name, text] of Object.entries(programs)) program(name, text);
  const sh = (text: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync(shell, [...(shell === 'busybox' ? ['sh'] : []), '-c', text], {
      cwd: tx,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, ...env },
    });
  return {
    root,
    tx,
    sh,
    program,
    run: (step: Step, env?: Readonly<Record<string, string>>) => {
      for (const { name, content } of step.payloads ?? []) writeFileSync(join(tx, name), content);
      return sh(step.run, env);
    },
    undo: (step: Step) => sh(step.undo ?? 'exit 9'),
  };
}
