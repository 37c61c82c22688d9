import { fakePorts } from '@suite/testing';
import { expect, test } from 'vitest';
import { withinTime } from '../src/deadline.ts';
import type { Fleet } from '../src/fleet.ts';

const untilAborted = ({ signal }: { readonly signal: AbortSignal }): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

function fleet(): Fleet {
  return { connections: [], sessions: [] };
}

test('what takes longer than the whole run may is ended, and says so', async () => {
  const late = withinTime(50, { ports: fakePorts(), fleet: fleet() }, untilAborted);
  await expect(late).rejects.toMatchObject({
    code: 'E_TIMEOUT',
    message: 'the hosts were not connected to, locked and looked at within 50 ms; nothing was deployed',
    details: { hint: 'set timeout to more than that and the deploy need, for example 30m; lock-wait counts too' },
  });
});

test('a cancelled job is no time-out', async () => {
  const controller = new AbortController();
  const ports = { ...fakePorts(), signal: controller.signal };
  const cancelled = withinTime(60_000, { ports, fleet: fleet() }, untilAborted);
  controller.abort();
  await expect(cancelled).rejects.toThrow('stopped');
});

test('what is left counts for the deploy', async () => {
  const ports = fakePorts();
  const own = fleet();
  expect(await withinTime(60_000, { ports, fleet: own }, async () => 'seen')).toBe('seen');
  expect(own.deadline).toBe(ports.clock.monotonic() + 60_000);
});
