import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedStep } from '../src/steps/files.ts';
import { type Shell, shells, stepScene } from './step-scene.ts';

const files = ['haproxy/haproxy.cfg', 'haproxy/new.cfg'].map((path) => ({ path, content: Buffer.from(`new ${path}`) }));
const step = sharedStep(files, { zstd: false, reload: 'echo reloaded' });

function scene(shell: Shell) {
  // `cp` fails as on a full disk, or dies, once it has written half of the file.
  const half = 'for last; do :; done; case ${FAULT-} in "") exec /bin/cp "$@" ;; esac; printf ha >"$last"';
  const cp = `${half}\n[ $FAULT = full ] || kill -9 $PPID\nexit 1`;
  const { root, run, undo, program } = stepScene(shell, { cp });
  mkdirSync(join(root, 'shared/haproxy'));
  writeFileSync(join(root, 'shared/haproxy/haproxy.cfg'), 'old');
  const live = (): string => readFileSync(join(root, 'shared/haproxy/haproxy.cfg'), 'utf8');
  const names = (): readonly string[] => readdirSync(join(root, 'shared/haproxy')).sort();
  return { run, undo, program, live, names };
}

describe.each(shells)('files that releases share, under %s', (shell) => {
  test('are written, and the undo brings back what was there, however often', () => {
    const { run, undo, live, names } = scene(shell);
    expect(run(step).status).toBe(0);
    expect(live()).toBe('new haproxy/haproxy.cfg');
    for (const again of [undo(step), undo(step)]) {
      expect(again).toMatchObject({ status: 0, stdout: 'reloaded\n', stderr: '' });
      expect(live()).toBe('old');
      expect(names()).toEqual(['haproxy.cfg']);
    }
  });

  test.each(['full', 'killed'])('stay as they were where saving them ends half way: %s', (FAULT) => {
    const { run, undo, live } = scene(shell);
    expect(run(step, { FAULT }).status).not.toBe(0);
    expect(live()).toBe('old');
    expect(undo(step).status).toBe(0);
    expect(live()).toBe('old');
  });

  test('come back on a full disk too, and what cannot come back is told', () => {
    const { run, undo, live, program } = scene(shell);
    expect(run(step).status).toBe(0);
    program('cp', 'exit 1');
    program('mv', 'exit 1');
    expect(undo(step)).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be restored') });
    program('mv', 'exec /bin/mv "$@"');
    expect(undo(step).status).toBe(0);
    expect(live()).toBe('old');
  });
});
