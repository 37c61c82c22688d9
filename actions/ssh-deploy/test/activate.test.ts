import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatLibrary } from '../src/library.ts';
import { activateStep } from '../src/steps/activate.ts';

const orders = 'echo "$APP $RELEASE $UNDO $RELEASE_DIR" >>orders';

/** A host's folders with release r1 current, and the steps' scripts as the agent would run them. */
function scene(current: string | undefined, { rename = true, command = orders } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'activate-'));
  const folder = join(root, 'tx');
  for (const name of ['.deploy', 'tx', 'releases/r1', 'releases/r2']) mkdirSync(join(root, name), { recursive: true });
  if (current !== undefined) symlinkSync(current.replace('ROOT', root), join(root, 'current'));
  writeFileSync(join(folder, 'lib.sh'), formatLibrary({ root, app: 'shop', release: 'r2', previous: 'r1' }));
  const step = activateStep({ rename, command });
  for (const { name, content } of step.payloads ?? []) writeFileSync(join(folder, name), content);
  const sh = (script = '') => spawnSync('dash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  return {
    run: () => sh(step.run),
    /** Ends where the command would begin. */
    half: () => sh(step.run.replace('order "$root', 'exit 9 #')),
    undo: () => sh(step.undo),
    leads: () =>
      spawnSync('test', ['-L', join(root, 'current')]).status === 0 ? readlinkSync(join(root, 'current')) : '',
    orders: () => readFileSync(join(root, 'orders'), 'utf8').replaceAll(root, 'ROOT'),
    root,
  };
}

describe('the switch of plain files', () => {
  test('leads current to the release and orders it; the undo orders the one before, and may run twice', () => {
    const { run, undo, leads, orders } = scene('releases/r1');
    expect(run().status).toBe(0);
    expect(leads()).toBe('releases/r2');
    for (const again of [undo(), undo()]) expect(again.status).toBe(0);
    expect(leads()).toBe('releases/r1');
    const back = 'shop r1 true ROOT/releases/r1\n';
    expect(orders()).toBe(`shop r2 false ROOT/releases/r2\n${back}${back}`);
  });

  test('half done it goes back too, and not begun nothing is touched', () => {
    const { half, undo, leads } = scene('releases/r1');
    expect(undo().status).toBe(0);
    expect(leads()).toBe('releases/r1');
    expect(half().status).toBe(9);
    expect(leads()).toBe('releases/r2');
    expect(undo().status).toBe(0);
    expect(leads()).toBe('releases/r1');
  });

  test('a link of another tool with a whole path comes back as it was', () => {
    const { run, undo, leads, orders, root } = scene('ROOT/releases/r1');
    expect(run().status).toBe(0);
    expect(undo().status).toBe(0);
    expect(leads()).toBe(`${root}/releases/r1`);
    expect(orders()).toMatch(/shop r1 true ROOT\/releases\/r1\n$/);
  });

  const broken = 'echo no; exit 4';

  test('a command that never worked leaves the link on the release before, and the host free for the next deploy', () => {
    const { run, undo, leads } = scene('releases/r1', { command: broken });
    expect(run()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('! switch-command ended with exit code 4'),
    });
    expect(undo()).toMatchObject({ status: 0, stdout: 'no\nswitch-command ended with exit code 4 here too\n' });
    expect(leads()).toBe('releases/r1');
  });

  test.each([
    [true, '[ "$UNDO" = false ]'],
    [false, broken],
  ])('with rename %s, a command `%s` that cannot take back what it did stops the undo', (rename, command) => {
    const { run, undo } = scene('releases/r1', { rename, command });
    run();
    expect(undo()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/! switch-command ended with exit code \d/),
    });
  });

  test('after a failed first release there is no current, and nothing is ordered for one before', () => {
    const { run, undo, leads, orders } = scene(undefined);
    expect(run().status).toBe(0);
    expect(undo().status).toBe(0);
    expect(leads()).toBe('');
    expect(orders()).toBe('shop r2 false ROOT/releases/r2\n');
  });
});
