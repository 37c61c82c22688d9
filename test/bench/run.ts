// Runs the benchmarks and writes docs/benchmarks.md. `npm run bench` repeats every figure of that page.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { timingTable } from './measure.ts';
import { measureStartUp } from './start-up.ts';

const sections = [startUp()];
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const head = `# Benchmarks\n\nWritten by \`npm run bench\` (${machine}). Programs are timed in turns within one run; the ratio counts, not the figure.\n`;
writeFileSync(join(repository, 'docs', 'benchmarks.md'), [head, ...sections].join('\n'));
console.log(sections.join('\n'));

function startUp(): string {
  const text = 'A bundle that stops at bad inputs, as a whole process, beside an empty Node program. The bar is 1.8.';
  return `## Start-up\n\n${text}\n\n${timingTable(measureStartUp(31))}\n`;
}
