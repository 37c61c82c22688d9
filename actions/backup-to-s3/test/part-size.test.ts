import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choosePartSize } from '../src/part-size.ts';

const MIB = 1024 ** 2;
const GIB = 1024 * MIB;
const base = { asked: undefined, estimate: undefined, concurrency: 3, maxMemory: 128 * MIB };

it.each([
  [{}, 16],
  [{ estimate: 1000 }, 8],
  [{ estimate: 70 * GIB }, 8],
  [{ estimate: 200 * GIB }, 23],
  [{ estimate: 200 * GIB, asked: 24 * MIB }, 24],
  [{ maxMemory: 40 * MIB }, 10],
  [{ maxMemory: 40 * MIB, concurrency: 7 }, 5],
])('%j gives parts of %i MiB', (change, mib) => {
  expect(choosePartSize({ ...base, ...change }) / MIB).toBe(mib);
});

it('says how a dump fits that does not fit yet', () => {
  const fail = () => choosePartSize({ ...base, estimate: 400 * GIB });
  expect(fail).toThrow(expect.objectContaining({ code: 'E_TOO_LARGE' }));
  expect(choosePartSize({ ...base, estimate: 400 * GIB, asked: 46 * MIB, maxMemory: 184 * MIB })).toBe(46 * MIB);
});

it('never takes more memory than it may, nor more than 10,000 parts', () => {
  const sizes = fc.record({
    estimate: fc.integer({ min: 0, max: 300 * GIB }),
    concurrency: fc.integer({ min: 1, max: 16 }),
  });
  fc.assert(
    fc.property(sizes, ({ estimate, concurrency }) => {
      const maxMemory = Math.max(128, 5 * (concurrency + 1)) * MIB;
      try {
        const part = choosePartSize({ asked: undefined, estimate, concurrency, maxMemory });
        expect(part * (concurrency + 1)).toBeLessThanOrEqual(maxMemory);
        expect(estimate / part).toBeLessThanOrEqual(10_000);
      } catch (error) {
        expect(error).toMatchObject({ code: 'E_TOO_LARGE' });
      }
    }),
  );
});
