// Looks for what breaks the parsers and the HTTP engine: `npm run fuzz` for ten minutes, `npm run fuzz -- 60` for one.
import { fuzzed } from './properties.ts';

const seconds = Number(process.argv[2] ?? 600);
const each = (seconds * 1000) / fuzzed.length;
for (const { name, run } of fuzzed) {
  const started = performance.now();
  await run({ numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: each, markInterruptAsFailure: false });
  console.log(`fuzz: ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
}
