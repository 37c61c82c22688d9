import { writeFileSync } from 'node:fs';
import type { Connection } from '@suite/ssh';
import { fakePorts } from '@suite/testing';
import { describe, expect, test, vi } from 'vitest';
import { openSession } from '../src/agent-session.ts';
import { newFolder, read } from './agent-driver.ts';
import { connectionTo, local, options } from './local-host.ts';

const PATIENT = { timeout: 30_000 };

describe.concurrent('a session', () => {
  test('that cannot begin says why', async () => {
    const root = newFolder();
    const { session } = await openSession(connectionTo('h'), 'h', { ...options, root });
    const second = openSession(connectionTo('h'), 'h', { ...options, root, tx: 't2' });
    await expect(second).rejects.toThrow(/^h is locked: t1 of me has held the lock for .*, now beginning$/);
    await session.close();
    await expect(openSession(connectionTo('h'), 'h', { ...options, root: '/proc/x' })).rejects.toMatchObject({
      details: { code: 'E_ROOT' },
    });
  });

  test('waits for the lock and says for whom, until the job is cancelled', async () => {
    const root = newFolder();
    const { session } = await openSession(connectionTo('h'), 'h', { ...options, root });
    const controller = new AbortController();
    const { log, lines } = fakePorts();
    const patient = { ...options, root, tx: 't2', lockWait: 60, log, signal: controller.signal };
    const second = openSession(connectionTo('h'), 'h', patient);
    const failed = expect(second).rejects.toThrow();
    await vi.waitUntil(() => lines.length > 0);
    expect(lines[0]).toMatch(/^h waits up to 60 s: t1 of me has held the lock for .*, now beginning$/);
    controller.abort();
    await failed;
    await session.close();
  });

  test('does not wait where the job is cancelled already', async () => {
    const root = newFolder();
    const { session } = await openSession(connectionTo('h'), 'h', { ...options, root });
    const patient = { ...options, root, tx: 't2', lockWait: 60, signal: AbortSignal.abort() };
    await expect(openSession(connectionTo('h'), 'h', patient)).rejects.toThrow();
    await session.close();
  });

  test('does not take the agent away from another that is just beginning', async () => {
    const root = newFolder();
    const slow: Connection = {
      ...connectionTo('h'),
      start: (remote) =>
        local.exec.start({
          file: 'sh',
          args: [
            '-c',
            remote.replace('exec sh agent-', 'touch ../at; until [ -e ../go ]; do sleep 0.1; done; exec sh agent-'),
          ],
        }),
    };
    const first = openSession(slow, 'h', { ...options, root });
    await vi.waitUntil(() => read(`${root}/at`) !== undefined, PATIENT);
    const damaged: Connection = {
      ...connectionTo('h'),
      start: (remote) =>
        local.exec.start({ file: 'sh', args: ['-c', remote.replace('mv agent.', 'exit 9; mv agent.')] }),
    };
    await expect(openSession(damaged, 'h', { ...options, root, tx: 't2' })).rejects.toThrow(/exit 9/);
    writeFileSync(`${root}/go`, '');
    const { session } = await first;
    await session.close();
  });

  test('passes over what a login prints', async () => {
    const noisy: Connection = {
      ...connectionTo('h'),
      start: (remote) => local.exec.start({ file: 'sh', args: ['-c', `echo "Welcome {you}"; ${remote}`] }),
    };
    const { session, last } = await openSession(noisy, 'h', { ...options, root: newFolder() });
    expect(last).toBe('');
    await session.close();
  });
});
