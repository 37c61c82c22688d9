// The main job, seen with one command: a production-like system is deployed, deployed again under load, refuses a
// broken release, and has its backup restored. Ends with a table and one page made of the job summaries.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { step } from '@suite/testing';
import { startLoad } from '../test/lab/load.ts';
import type { LoadReport } from '../test/lab/load-report.ts';
import { databaseUrl, dropDatabase, makeDatabase, query } from '../test/lab/pipeline/production.ts';
import { makeProductionLine, type ProductionLine } from '../test/lab/pipeline/production-line.ts';
import { type ReportedRun, writeReportPage } from '../test/lab/pipeline/report-page.ts';
import { goodRelease, unhealthy, type Variant } from '../test/lab/pipeline/variants.ts';
import { readLab } from '../test/lab/state.ts';

interface Row {
  readonly what: string;
  readonly as: 'expected' | 'NOT AS EXPECTED';
  readonly seconds: number;
  readonly requests?: number;
  readonly lost?: number;
}

const root = resolve(import.meta.dirname, '..');
const page = join(root, '.lab', 'report', 'index.html');
const rows: Row[] = [];
const reported: ReportedRun[] = [];

say('bringing up the lab: three hosts with sshd and Docker, a registry, S3, PostgreSQL, Redis (first time: minutes)');
const up = spawnSync('node', ['test/lab/cli.ts', 'up'], { cwd: root, stdio: 'inherit' });
if (up.status !== 0) process.exit(up.status ?? 1);

const line = await makeProductionLine(readLab(), 'demo');
try {
  await release(line, { title: 'v1 is deployed', variant: goodRelease('v1'), load: false, green: true });
  await release(line, { title: 'v2 is deployed under load', variant: goodRelease('v2'), load: true, green: true });
  await release(line, { title: 'broken v3 is refused', variant: unhealthy, load: true, green: false });
  await restoreBackup(line);
} finally {
  await line.dispose();
}
await writeReportPage(page, reported);
printTable();
say(`the job summaries of all runs: ${page}`);
say('the lab stays up for the next run; `npm run lab down` ends it');
process.exitCode = rows.every((row) => row.as === 'expected') ? 0 : 1;

interface Release {
  readonly title: string;
  readonly variant: Variant;
  readonly load: boolean;
  readonly green: boolean;
}

async function release(production: ProductionLine, { title, variant, load, green }: Release): Promise<void> {
  say(`${title}: build → scan → back up → deploy → health gate → smoke test`);
  const before = await production.version();
  const sha = await production.repository.commit(variant);
  const clients = load
    ? startLoad({ url: production.url, keepAlive: 8, oneShot: 8, post: 0.2, slow: 0.05, pauseMs: 20, maxSeconds: 300 })
    : undefined;
  const result = await production.run({ onLine: showStep });
  const report = await clients?.stop();
  const served = await production.version();
  const good = (result.exitCode === 0) === green && served === (green ? sha : before) && (report?.lost ?? 0) === 0;
  if (!good) say(result.text.slice(-4_000));
  reported.push({ title, result });
  rows.push(row(title, good, { seconds: result.ms / 1000, report }));
}

async function restoreBackup(production: ProductionLine): Promise<void> {
  say('the backup of the last release is restored into an empty database');
  const started = performance.now();
  const { lab } = production;
  const target = await makeDatabase(lab, 'demo_restored');
  const restore = step('backup-to-s3', {
    inputs: {
      mode: 'restore',
      name: 'app-postgres',
      source: 'postgres',
      'target-url': databaseUrl(lab, target),
      'age-identity': production.identity,
      bucket: production.bucket,
      endpoint: lab.s3.endpoint,
      'access-key-id': lab.s3.accessKeyId,
      'secret-access-key': lab.s3.secretAccessKey,
    },
    env: { PATH: lab.path },
  });
  const result = await restore.main();
  restore.dispose();
  const [counted] =
    result.exitCode === 0 ? await query(lab, target, 'SELECT count(*)::int AS rows FROM customers') : [];
  await dropDatabase(lab, target);
  const good = result.exitCode === 0 && counted?.['rows'] === 500;
  if (!good) say(result.stdout.slice(-3_000));
  const summaries = [{ job: 'restore', step: 'Restore', markdown: result.summary }];
  reported.push({
    title: 'the backup is restored',
    result: { steps: [], summaries, ms: result.ms, exitCode: result.exitCode },
  });
  const what = `backup restored: ${counted?.['rows'] ?? 'no'} customers in an empty database`;
  rows.push(row(what, good, { seconds: (performance.now() - started) / 1000 }));
}

function row(what: string, good: boolean, seen: { seconds: number; report?: LoadReport | undefined }): Row {
  const counts = seen.report ? { requests: seen.report.requests, lost: seen.report.lost } : {};
  return { what, as: good ? 'expected' : 'NOT AS EXPECTED', seconds: seen.seconds, ...counts };
}

/** Shows each step as it ends, from act's JSON log. */
function showStep(entry: string): void {
  const { stage, step: name, stepResult, executionTime = 0 } = JSON.parse(entry.startsWith('{') ? entry : '{}');
  if (stage && stepResult) say(`  ${stepResult.padEnd(8)} ${stage} ${name} (${(executionTime / 1e9).toFixed(1)} s)`);
}

function printTable(): void {
  const line = (cells: readonly unknown[]): string =>
    [String(cells[0]).padEnd(56), ...cells.slice(1).map((text) => String(text ?? '–').padStart(10))].join('');
  console.log(`\n${line(['what happened', 'seconds', 'requests', 'lost'])}`);
  for (const { what, as, seconds, requests, lost } of rows) {
    console.log(line([as === 'expected' ? what : `${what}: ${as}`, seconds.toFixed(1), requests, lost]));
  }
  console.log('');
}

function say(text: string): void {
  console.log(`demo: ${text}`);
}
