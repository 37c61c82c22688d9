import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, read, type Shell, shells, startAgent, stepFrames, write } from './agent-driver.ts';

/** Two steps that set marks, their undos, and an after step; each script holds for done, half done and not done. */
const scripts = {
  'start.do': 'touch ../../new',
  'start.undo': 'rm -f ../../new',
  'switch.do': 'echo new >../../proxy',
  'switch.undo': 'echo old >../../proxy',
  'stop.do': 'rm -f ../../old',
};
const committed =
  'begin r1 1|start start|ok start 0|start switch|ok switch 0|then stop:5|commit|after stop 0|end committed';
const aborted =
  'begin r1 1|start start|ok start 0|start switch|fail switch 1|undo-all abort|undone switch 0|undone start 0|end aborted';

function prefixes(journal: string): readonly string[] {
  const lines = journal.split('|');
  return lines.map((_, count) => lines.slice(0, count + 1).join('|'));
}

/** A host as a transaction that was killed behind that journal left it. */
function killedBehind(journal: string): string {
  const folder = newFolder();
  for (const name of ['tx/f', 'tx/o']) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(scripts)) write(join(folder, 'tx/f', name), text);
  write(
    join(folder, 'tx/journal'),
    `${journal
      .split('|')
      .map((line) => `1 ${line}\n`)
      .join('')}1 und`,
  );
  const has = (line: string): boolean => journal.includes(line);
  if (!has('after stop')) write(join(folder, 'old'), '');
  if (has('start start') && !has('undone start')) write(join(folder, 'new'), '');
  write(join(folder, 'proxy'), has('start switch') && !has('undone switch') ? 'new\n' : 'old\n');
  return folder;
}

async function settled(shell: Shell, journal: string): Promise<string> {
  const folder = killedBehind(journal);
  const agent = startAgent({ folder, shell, tx: '-' });
  const code = await agent.exit;
  const marks = ['old', 'new'].filter((mark) => existsSync(join(folder, mark))).join('+');
  const left = ['tx', 'tx.gone'].filter((name) => existsSync(join(folder, name))).join();
  return `${code} ${marks} proxy:${read(join(folder, 'proxy'))?.trim()} left:${left}`;
}

describe.each(shells())('recovery under $name', (shell) => {
  test('every line prefix of a committed journal ends old or new', async () => {
    const ends = await Promise.all(prefixes(committed).map((journal) => settled(shell, journal)));
    const old = '0 old proxy:old left:';
    expect(ends).toEqual([...Array(6).fill(old), ...Array(3).fill('0 new proxy:new left:')]);
  });

  test('every line prefix of an aborted journal ends old', async () => {
    const ends = await Promise.all(prefixes(aborted).map((journal) => settled(shell, journal)));
    expect(ends).toEqual(Array(9).fill('0 old proxy:old left:'));
  });

  test('a killed agent keeps the lock by its running script; the next one undoes when that has ended', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    agent.send(
      ...stepFrames({
        id: 'migrate',
        run: 'touch ../../on; sleep 9; echo end >>../../log',
        undo: 'echo undo >>../../log',
      }),
    );
    while (!existsSync(join(folder, 'on'))) await new Promise((resolve) => setTimeout(resolve, 10));
    agent.child.kill('SIGKILL');
    expect(await startAgent({ folder, shell, tx: 'r2' }).exit).toBe(75);
    const next = startAgent({ folder, shell, tx: 'r3', lockWait: 60 });
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
