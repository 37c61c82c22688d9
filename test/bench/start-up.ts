// Start-up of each bundle that stops at bad inputs, beside an empty Node program in the same run.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { measure, type Timing } from './measure.ts';

/** One round is each program once. */
export function measureStartUp(rounds: number): readonly Timing[] {
  const folder = mkdtempSync(join(tmpdir(), 'start-up-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const env = { PATH: process.env['PATH'] ?? '', 'INPUT_DRY-RUN': 'neither' };
  const bundles = readdirSync(join(repository, 'dist'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const candidates = [
    { name: 'empty Node program', file: process.execPath, args: [empty], env },
    ...bundles.map(({ name }) => ({
      name,
      file: process.execPath,
      args: [join(repository, 'dist', name, 'index.js')],
      env,
    })),
  ];
  const timings = measure(candidates, rounds);
  rmSync(folder, { recursive: true });
  return timings;
}
