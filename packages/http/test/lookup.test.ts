import { expect, it } from 'vitest';
import { lookupAddresses } from '../src/lookup.ts';
import { ask } from './ask.ts';
import { blockLookups } from './block-lookups.ts';

const lookups = (): number => process.getActiveResourcesInfo().filter((name) => /addrinfo/i.test(name)).length;

it('a name that is being looked up is not looked up again for each request that gave up waiting', async () => {
  // Loads what requests need: reading files takes the same threads.
  await ask('http://localhost:1/');
  const end = blockLookups();
  for (let count = 0; count < 4; count += 1) {
    const { failure } = await ask('http://localhost:1/', { timeoutMs: 50 });
    expect.soft(failure).toMatchObject({ kind: 'timeout', phase: 'dns' });
  }
  expect.soft(lookups()).toBe(1);
  const waiting = lookupAddresses('localhost');
  await end();
  expect(await waiting).toContain('127.0.0.1');
  await expect.poll(lookups).toBe(0);
  expect(await lookupAddresses('localhost')).toContain('127.0.0.1');
});
