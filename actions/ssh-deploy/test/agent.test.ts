import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AgentEvent } from '../src/agent/events.ts';
import { newFolder, put, read, runTransaction, shells, startAgent, stepFrames, write } from './agent-driver.ts';

/** The part of an event that does not change from run to run. */
function stable(event: AgentEvent): object {
  if (event.e === 'ready') return { ...event, pid: 0, last: event.last.replace(/^\d+/, 'TIME') };
  if (event.e === 'locked')
    return { ...event, now: 0, out: event.out.replace(/^\d+ (\S+) \d+/, 'TIME $1 PID').replace(/\n\d+/, '\nTIME') };
  return 's' in event ? { ...event, s: 0 } : event;
}

describe.concurrent.each(shells())('the agent under $name', (shell) => {
  test('commits: every event, then the history', async () => {
    const folder = newFolder();
    const steps = [
      { id: 'snap', run: 'echo cur 1', undo: 'echo never' },
      { id: 'start', run: 'echo new >../../state', undo: 'rm ../../state' },
    ];
    const events = await runTransaction({ folder, shell }, steps, { record: 'echo done; exit 3' });
    expect(events.map(stable)).toEqual([
      { e: 'ready', tx: 'r1', pid: 0, last: '' },
      { e: 'start', id: 'snap' },
      { e: 'ok', id: 'snap', rc: 0, s: 0, out: 'cur 1\n' },
      { e: 'start', id: 'start' },
      { e: 'ok', id: 'start', rc: 0, s: 0, out: '' },
      { e: 'committed' },
      { e: 'after', id: 'record', rc: 3, out: 'done\n' },
      { e: 'end', tx: 'r1', result: 'committed', why: 'commit' },
    ]);
    expect(read(join(folder, 'history'))).toMatch(/^\d+ r1 committed commit\n$/);
    expect(read(join(folder, 'state'))).toBe('new\n');
    expect(existsSync(join(folder, 'tx'))).toBe(false);
  });

  test('aborts: undoes newest first, what failed included', async () => {
    const folder = newFolder();
    const steps = [
      { id: 'one', run: 'echo 1 >>../../log', undo: 'echo -1 >>../../log' },
      { id: 'two', run: 'echo 2 >>../../log; printf no; exit 4', undo: 'echo -2 >>../../log' },
      { id: 'three', run: 'echo 3 >>../../log' },
    ];
    const events = await runTransaction({ folder, shell }, steps);
    expect(events.map(stable).slice(3)).toEqual([
      { e: 'start', id: 'two' },
      { e: 'fail', id: 'two', rc: 4, s: 0, out: 'no' },
      { e: 'refused', id: 'three' },
      { e: 'aborting', why: 'abort' },
      { e: 'undone', id: 'two', rc: 0, out: '' },
      { e: 'undone', id: 'one', rc: 0, out: '' },
      { e: 'end', tx: 'r1', result: 'aborted', why: 'abort' },
    ]);
    expect(read(join(folder, 'log'))).toBe('1\n2\n-2\n-1\n');
  });

  test('runs what there is no room to write the words of, an undo that makes room too', async () => {
    const folder = newFolder();
    const steps = [
      { id: 'one', run: 'rm -rf ../o', undo: 'echo back >>../../log; echo lost' },
      { id: 'two', run: 'exit 3' },
    ];
    const events = await runTransaction({ folder, shell }, steps);
    expect(events.at(-1)).toMatchObject({ e: 'end', result: 'aborted' });
    expect(read(join(folder, 'log'))).toBe('back\n');
  });

  test('takes binary payloads of any size exactly, and gives back the last 8 KiB of output', async () => {
    const folder = newFolder();
    const payload = randomBytes(300_001);
    const agent = startAgent({ folder, shell });
    agent.send(put('blob', payload), put('empty', ''), put('empty', ''));
    agent.send(...stepFrames({ id: 'copy', run: 'cat blob empty >../../copy; yes line | head -n 4000; printf é' }));
    const ok = await agent.waitFor(({ e }) => e === 'ok');
    agent.send({ frame: 'abort' });
    expect(await agent.exit).toBe(0);
    expect(readFileSync(join(folder, 'copy')).equals(payload)).toBe(true);
    expect(ok).toMatchObject({ out: expect.stringMatching(/(line\n)+é$/) });
    expect(Buffer.byteLength(ok.e === 'ok' ? ok.out : '')).toBe(8192);
  });

  test.each([
    ['a name that leaves its folder', 'put ../x 3\nabc'],
    ['a hidden name', 'put .x 3\nabc'],
    ['an unknown word', 'reboot now\n'],
    ['a step without a kind', 'step a 3\n'],
    ['a length that is none', 'put a 3x\nabc'],
    ['a cut payload', 'put a.do 300\necho hi'],
  ])('gives up at %s', async (_name, bytes) => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    await agent.waitFor(({ e }) => e === 'ready');
    agent.child.stdin.end(bytes);
    expect(await agent.exit).toBe(0);
    expect(agent.events.slice(1)).toEqual([
      { e: 'aborting', why: 'eof' },
      { e: 'end', tx: 'r1', result: 'aborted', why: 'eof' },
    ]);
    expect(read(join(folder, 'history'))).toBeUndefined();
  });

  test('gives up at a name used twice', async () => {
    const agent = startAgent({ folder: newFolder(), shell });
    agent.send(...stepFrames({ id: 'a', run: ':' }), ...stepFrames({ id: 'a', run: ':' }));
    expect(await agent.exit).toBe(0);
    expect(agent.events.at(-1)).toMatchObject({ result: 'aborted', why: 'eof' });
  });

  test('says who holds the lock, and a leaked daemon does not hold it', async () => {
    const folder = newFolder();
    const holder = startAgent({ folder, shell });
    await holder.waitFor(({ e }) => e === 'ready');
    holder.send(...stepFrames({ id: 'leak', run: 'setsid sleep 5 >/dev/null 2>&1 &' }));
    await holder.waitFor(({ e }) => e === 'ok');
    const second = startAgent({ folder, shell, tx: 'r2' });
    expect(await second.exit).toBe(75);
    expect(second.events.map(stable)).toEqual([{ e: 'locked', now: 0, out: 'TIME r1 PID run/1:ann\nTIME ok leak 0' }]);
    holder.send({ frame: 'commit' });
    expect(await holder.exit).toBe(0);
    const third = startAgent({ folder, shell, tx: 'r3', lockWait: 3 });
    third.child.stdin.end();
    expect(await third.exit).toBe(0);
    expect(stable(third.events.find(({ e }) => e === 'ready') ?? { e: 'committed' })).toMatchObject({
      last: 'TIME r1 committed commit',
    });
  });

  test('refuses to commit what is not all ok, and undoes when the lease is over', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell, lease: 12 });
    agent.send(...stepFrames({ id: 'one', run: ':', undo: 'echo undone >../../log' }));
    agent.send(...stepFrames({ id: 'slow', run: 'sleep 60', kind: 'soft' }));
    await agent.waitFor((event) => event.e === 'start' && event.id === 'slow');
    agent.send({ frame: 'commit' });
    await agent.exit;
    expect(agent.events.slice(3).map(stable)).toEqual([
      { e: 'start', id: 'slow' },
      { e: 'refused', id: 'commit' },
      { e: 'aborting', why: 'lease' },
      { e: 'cut', id: 'slow', rc: 143, out: '' },
      { e: 'undone', id: 'slow', rc: 0, out: '' },
      { e: 'undone', id: 'one', rc: 0, out: '' },
      { e: 'end', tx: 'r1', result: 'aborted', why: 'lease' },
    ]);
    expect(read(join(folder, 'log'))).toBe('undone\n');
  });

  test('ends a step at its limit, and lets a firm one end when the client goes', async () => {
    const agent = startAgent({ folder: newFolder(), shell });
    agent.send(...stepFrames({ id: 'long', run: 'sleep 60', limit: 1 }));
    expect(await agent.waitFor(({ e }) => e === 'fail')).toMatchObject({ id: 'long', rc: 143 });
    agent.send({ frame: 'abort' });
    await agent.exit;
    const folder = newFolder();
    const other = startAgent({ folder, shell });
    other.send(...stepFrames({ id: 'migrate', run: 'sleep 2; echo migrated >../../log', undo: 'echo u >>../../log' }));
    await other.waitFor(({ e }) => e === 'start');
    other.child.stdin.end();
    await other.exit;
    expect(other.events.slice(2)).toEqual([
      { e: 'aborting', why: 'eof' },
      { e: 'cut', id: 'migrate', rc: 0, out: '' },
      { e: 'undone', id: 'migrate', rc: 0, out: '' },
      { e: 'end', tx: 'r1', result: 'aborted', why: 'eof' },
    ]);
    expect(read(join(folder, 'log'))).toBe('migrated\nu\n');
  });

  test('asks an undo again as long as it says that it must wait, which is no failure', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    const undo = 'echo try >>../../tries; [ $(grep -c . ../../tries) -gt 4 ] || exit 75';
    agent.send(...stepFrames({ id: 'one', run: ':', undo }), { frame: 'hb' });
    await agent.waitFor((event) => event.e === 'ok' && event.id === 'one');
    agent.send({ frame: 'abort' });
    expect(await agent.exit).toBe(0);
    expect(read(join(folder, 'tries'))).toBe('try\n'.repeat(5));
    expect(agent.events.at(-1)).toMatchObject({ e: 'end', result: 'aborted' });
  });

  test('stops at an undo that fails three times, and goes on with it next time', async () => {
    const folder = newFolder();
    const agent = startAgent({ folder, shell });
    const undo = 'echo try >>../../tries; [ -e ../../mended ] || { echo broken; exit 7; }';
    agent.send(put('login.secret', 'password'));
    agent.send(...stepFrames({ id: 'one', run: ':', undo: 'echo one >>../../tries' }));
    agent.send(...stepFrames({ id: 'two', run: ':', undo }), { frame: 'hb' });
    await agent.waitFor((event) => event.e === 'ok' && event.id === 'two');
    agent.send({ frame: 'abort' });
    expect(await agent.exit).toBe(76);
    expect(agent.events.at(-1)).toEqual({ e: 'stuck', id: 'two', rc: 7, out: 'broken\n' });
    // Somebody will mend it by hand, and perhaps late: what only steps need does not lie there so long.
    expect([existsSync(join(folder, 'tx/f/login.secret')), existsSync(join(folder, 'tx/f/two.undo'))]).toEqual([
      false,
      true,
    ]);
    expect(read(join(folder, 'tries'))).toBe('try\ntry\ntry\n');
    const repair = startAgent({ folder, shell, tx: '-' });
    expect(await repair.exit).toBe(76);
    write(join(folder, 'mended'), '');
    const last = startAgent({ folder, shell, tx: '-' });
    expect(await last.exit).toBe(0);
    expect(last.events.map(stable)).toEqual([
      { e: 'recover', tx: 'r1', mode: 'undo' },
      { e: 'undone', id: 'two', rc: 0, out: '' },
      { e: 'undone', id: 'one', rc: 0, out: '' },
      { e: 'end', tx: 'r1', result: 'aborted', why: 'recover' },
      { e: 'ready', tx: '-', pid: 0, last: 'TIME r1 aborted recover' },
    ]);
  });
});
