import { expect, it } from 'vitest';
import { fuzzed } from '../fuzz/properties.ts';

it.each(fuzzed)('$name', async ({ run }) => {
  await expect(
    run({ numRuns: 500, interruptAfterTimeLimit: 1_000, markInterruptAsFailure: false }),
  ).resolves.toBeUndefined();
});
