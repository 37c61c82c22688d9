import { redact } from '@suite/core';
import { maskUrl } from '@suite/http';
import { compareWith } from './baseline.ts';
import { latencyOf } from './percentile.ts';
import type { Plan } from './plan.ts';
import type { CheckResult, RunResults } from './results.ts';
import { timesOf, type Verdict } from './verdict.ts';

/** The JSON report, schema `smoke-report/1`: times in milliseconds. */
export function renderJson(
  plan: Plan,
  { checks, startedMs, durationMs, ending }: RunResults,
  verdict: Verdict,
): string {
  const { result, counts, latency, slowest, budgets, versions, warnings, reasons } = verdict;
  const report = {
    schema: 'smoke-report/1',
    result,
    ending,
    startedAt: new Date(startedMs).toISOString(),
    durationMs,
    baseUrl: plan.inputs.baseUrl && maskUrl(new URL(plan.inputs.baseUrl)),
    total: checks.length,
    ...counts,
    successRate: verdict.successRate,
    latency,
    slowest,
    budgets,
    versions,
    expectVersion: plan.inputs.expectVersion,
    tlsDaysLeft: verdict.tlsDaysLeft,
    warnings,
    reasons,
    change: plan.facts.baseline?.report && compareWith(plan.facts.baseline.report, checks),
    checks: checks.map(describe),
  };
  // Redacted value by value: the escapes of JSON would change a secret's form.
  return `${JSON.stringify(report, (_, value) => (typeof value === 'string' ? redact(value) : value), 2)}\n`;
}

function describe(check: CheckResult): object {
  const { name, request, place, status, reason, samples, failure, versions, tlsDaysLeft } = check;
  return {
    name,
    request,
    ...place,
    status,
    reason,
    latency: latencyOf(timesOf([check])),
    firstConnectionMs: rounded(samples.find(({ coldMs }) => coldMs !== undefined)?.coldMs),
    samples: samples.map(({ ok, ms, attempts, phases }) => ({
      ok,
      ms: rounded(ms),
      attempts,
      phases: Object.fromEntries(Object.entries(phases).map(([phase, each]) => [phase, rounded(each)])),
    })),
    versions,
    tlsDaysLeft,
    failure,
  };
}

function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 10) / 10;
}
