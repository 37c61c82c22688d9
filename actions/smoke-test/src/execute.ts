import { formatDuration, type Ports, redact } from '@suite/core';
import { formatPlace } from './check.ts';
import type { Inputs } from './inputs.ts';
import { renderJson } from './json-report.ts';
import { renderJunit } from './junit.ts';
import type { Plan } from './plan.ts';
import { type Http, openHttp } from './ports/http.ts';
import { waitUntilReady } from './ready.ts';
import { ANNOTATIONS } from './report.ts';
import { type CheckResult, failuresOf, type RunResults } from './results.ts';
import { runAll } from './run-all.ts';
import { runBursts } from './run-burst.ts';
import type { Run } from './run-check.ts';
import { judgeRun } from './verdict.ts';

/** Sends the checks and writes the reports, also where the run was cancelled. */
export async function execute(plan: Plan, ports: Ports, inputs: Inputs): Promise<RunResults> {
  const http = openHttp();
  try {
    const results = await runPlan(plan, { http, ports }, inputs);
    return { ...results, reports: await writeReports(plan, results, ports) };
  } finally {
    http.close();
  }
}

async function runPlan(
  plan: Plan,
  { http, ports }: { readonly http: Http; readonly ports: Ports },
  inputs: Inputs,
): Promise<RunResults> {
  const [startedMs, started] = [ports.clock.now(), ports.clock.monotonic()];
  const leftMs = (): number => inputs.timeoutMs - (ports.clock.monotonic() - started);
  const run: Run = { plan, http, ports, signal: ports.signal, leftMs };
  const notReady = inputs.readyTimeoutMs > 0 ? await waitUntilReady(run, ports.log) : undefined;
  const onResult = (result: CheckResult): void => ports.log.info(progressLine(result));
  const sent = await runAll(run, { notReady, onResult });
  const bursts = notReady === undefined ? await runBursts(run, onResult) : [];
  const firstId = plan.lastId + 1 + bursts.length;
  const hurl = notReady === undefined && plan.hurlFiles.length > 0 ? await runHurlFiles(run, firstId, ports) : [];
  for (const result of hurl) onResult(result);
  const checks = [...sent, ...bursts, ...hurl];
  // The first failures come as annotations, which the log shows as well.
  for (const { failure } of failuresOf(checks).slice(ANNOTATIONS)) ports.log.info(failure.text);
  const ending = ports.signal.aborted ? 'cancelled' : isCutShort(checks, leftMs()) ? 'timeout' : 'done';
  const durationMs = Math.round(ports.clock.monotonic() - started);
  return { checks, ending, startedMs, durationMs, reports: {}, ...(notReady === undefined ? {} : { notReady }) };
}

async function runHurlFiles(run: Run, firstId: number, ports: Ports): Promise<readonly CheckResult[]> {
  const { runHurl } = await import('./run-hurl.ts');
  return runHurl(run, firstId, ports);
}

function isCutShort(checks: readonly CheckResult[], leftMs: number): boolean {
  return leftMs <= 0 && checks.some(({ status }) => status !== 'passed' && status !== 'flaky');
}

async function writeReports(plan: Plan, results: RunResults, { files }: Ports): Promise<RunResults['reports']> {
  const { reports, reportDir } = plan.inputs;
  const verdict = judgeRun(plan, results);
  const folder = reportDir.replace(/\/+$/, '');
  const written: { junit?: string; json?: string } = {};
  if (reports.includes('junit')) {
    written.junit = `${folder}/junit.xml`;
    await files.write(written.junit, renderJunit(results));
  }
  if (reports.includes('json')) {
    written.json = `${folder}/report.json`;
    await files.write(written.json, renderJson(plan, results, verdict));
  }
  return written;
}

const SIGNS = { passed: '✓', flaky: '✓', failed: '✗', skipped: '-' } as const;

function progressLine({ name, status, samples, reason, place }: CheckResult): string {
  const last = samples.at(-1);
  const tries = Math.max(0, ...samples.map(({ attempts }) => attempts));
  const facts = [
    last && formatDuration(last.ms),
    samples.length > 1 ? `${samples.filter(({ ok }) => ok).length} of ${samples.length} passed` : undefined,
    status === 'flaky' ? `flaky: ${tries} tries` : undefined,
    reason,
    status === 'failed' ? formatPlace(place) : undefined,
  ].filter(Boolean);
  return redact(`${SIGNS[status]} ${name}  ${facts.join(', ')}`);
}
