import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, read, shells, startAgent, stepFrames, write } from './agent-driver.ts';
import { aborted, committed, endings, expected } from './agent-journals.ts';

const [first] = shells();

/** The other shells take their turn in test/e2e: busybox’s timeout alone makes each start last a second. */
test('every line prefix of a committed and of an aborted journal ends old or new', async () => {
  if (first === undefined) throw new Error('no shell');
  expect(await endings(first, committed)).toEqual(expected.committed);
  expect(await endings(first, aborted)).toEqual(expected.aborted);
});

describe.concurrent.each(shells())('recovery under $name', (shell) => {
  test('a killed agent keeps the lock by its running script; the next one undoes when that has ended', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    agent.send(
      ...stepFrames({
        id: 'migrate',
        run: 'touch ../../on; until [ -e ../../go ]; do sleep 1; done; echo end >>../../log',
        undo: 'echo undo >>../../log',
      }),
    );
    while (!existsSync(join(folder, 'on'))) await new Promise((resolve) => setTimeout(resolve, 10));
    agent.child.kill('SIGKILL');
    expect(await startAgent({ folder, shell, tx: 'r2' }).exit).toBe(75);
    const next = startAgent({ folder, shell, tx: 'r3', lockWait: 600 });
    await next.waitFor(({ e }) => e === 'locked');
    write(join(folder, 'go'), '');
    await next.waitFor(({ e }) => e === 'ready');
    expect(read(join(folder, 'log'))).toBe('end\nundo\n');
    expect(next.events.filter(({ e }) => e === 'end')).toEqual([
      { e: 'end', tx: 'r1', result: 'aborted', why: 'recover' },
    ]);
    next.send({ frame: 'abort' });
    expect(await next.exit).toBe(0);
  });

  test('a script whose wrapper was killed ends as failed', async () => {
    const agent = startAgent({ folder: newFolder(), shell });
    agent.send(...stepFrames({ id: 'lost', run: 'kill -9 $PPID $$' }));
    expect(await agent.waitFor(({ e }) => e === 'fail')).toMatchObject({ id: 'lost', rc: 137 });
    agent.send({ frame: 'abort' });
    expect(await agent.exit).toBe(0);
  });

  test('undoes on a signal to the agent itself', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    agent.send(...stepFrames({ id: 'one', run: ':', undo: 'echo undone >>../../log' }));
    await agent.waitFor(({ e }) => e === 'ok');
    agent.child.kill('SIGTERM');
    expect(await agent.exit).toBe(0);
    expect(read(join(folder, 'log'))).toBe('undone\n');
  });
});
