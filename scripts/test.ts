// `unit`: types, lint, documentation, unit and contract tests; needs nothing but Node. `all`: that, the drift of dist/,
// and everything that runs against the lab, which is brought up meanwhile and taken down if it was not up before.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { installMissing } from '../test/lab/apt.ts';
import { unitTestPrograms } from '../test/lab/programs.ts';
import { missingTools, waitForTool } from '../test/lab/tools.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'suite-test-'));
const everything = process.argv[2] === 'all';
const only = process.argv.slice(3);
const totals: Tally[] = [];

await installMissing(unitTestPrograms);
const labWasUp = everything && existsSync(join(root, '.lab', 'lab.json')) && labAnswers();
const lab = everything ? startLab() : undefined;

await step('types', 'tsc', ['--noEmit']);
await step('lint', 'biome', ['check', '--error-on-warnings', '.']);
await step('documentation', 'node', ['scripts/docs.ts', '--check']);
await vitest('unit tests', 'unit');
if (everything) await step('dist is what the sources build', 'node', ['scripts/drift.ts']);
await vitest('contract tests', 'contract');
if (lab) await labTests(lab);
if (everything && !labWasUp) spawnSync('node', ['test/lab/cli.ts', 'down'], { cwd: root, stdio: 'inherit' });
rmSync(scratch, { recursive: true, force: true });

const passed = totals.reduce((sum, tally) => sum + tally.passed, 0);
const failed = totals.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function labAnswers(): boolean {
  return spawnSync('node', ['test/lab/cli.ts', 'status'], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** The lab comes up beside the quick checks; what it prints is shown when its turn comes. */
function startLab(): { readonly child: ChildProcess; readonly log: string } {
  const log = join(scratch, 'lab-up.log');
  const child = spawn('node', ['test/lab/cli.ts', 'up'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(log);
  child.stdout.pipe(file);
  child.stderr.pipe(file);
  console.log('test: the lab comes up in the background');
  return { child, log };
}

async function labTests({ child, log }: { readonly child: ChildProcess; readonly log: string }): Promise<void> {
  console.log('test: waiting for the lab');
  const code = child.exitCode ?? (await new Promise<number>((done) => child.once('close', (exit) => done(exit ?? 1))));
  console.log(readFileSync(log, 'utf8'));
  count('the lab is up', code === 0);
  if (code !== 0) return;
  await toolsBuilt();
  await vitest('tests against the lab', 'lab');
  await vitest('tests that need the lab alone', 'alone');
}

async function step(title: string, tool: string, args: readonly string[]): Promise<void> {
  const started = performance.now();
  const child = spawn(tool, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.once('close', done)),
  ]);
  count(`${title} (${seconds(started)})`, code === 0);
  if (code !== 0) console.log(out + err);
}

/** On a machine that has none of them yet this takes a quarter of an hour; beside it the tests would only wait. */
async function toolsBuilt(): Promise<void> {
  for (const tool of missingTools()) {
    const started = performance.now();
    console.log(`test: ${tool} is being built, once on this machine`);
    const built = await waitForTool(tool, 40 * 60_000).catch((error: unknown) => console.log(String(error)));
    count(`${tool} is built (${seconds(started)})`, built !== undefined);
  }
}

function count(title: string, good: boolean): void {
  console.log(`test: ${good ? 'ok    ' : 'FAILED'} ${title}`);
  totals.push(good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function vitest(title: string, project: string): Promise<void> {
  const report = join(scratch, `${project}.json`);
  const started = performance.now();
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ];
  const child = spawn('vitest', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const tally = readReport(report);
  totals.push(tally);
  // A file that cannot be loaded, or an error outside a test, fails the run without a failed test.
  if (code !== 0 && tally.failed === 0) totals.push({ passed: 0, failed: 1 });
  keepReport(report, project);
  console.log(`test: ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds(started)})`);
}

function readReport(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
  // A skipped test is a failed one: nothing may look green that did not run.
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
}

function keepReport(file: string, project: string): void {
  if (!existsSync(file)) return;
  mkdirSync(join(root, '.lab', 'report'), { recursive: true });
  cpSync(file, join(root, '.lab', 'report', `tests-${project}.json`));
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
