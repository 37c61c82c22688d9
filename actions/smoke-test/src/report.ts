import { type ActionError, type Annotation, CancelledError, GateError, type Report, TimeoutError } from '@suite/core';
import type { Plan } from './plan.ts';
import { type CheckResult, failuresOf, type RunResults } from './results.ts';
import { renderSummary } from './summary.ts';
import { judgeRun, type Verdict } from './verdict.ts';

/** GitHub shows ten annotations of a kind; one is the failure of the step, one says how many more there are. */
export const ANNOTATIONS = 8;
const LISTED = 20;

export function report(plan: Plan, results: RunResults): Report {
  const verdict = judgeRun(plan, results);
  return {
    outputs: outputsOf(results, verdict),
    summary: renderSummary(plan, results, verdict),
    annotations: [...annotate(results.checks), ...warn(verdict)],
    failure: failureOf(results, verdict),
  };
}

function outputsOf({ checks, reports }: RunResults, verdict: Verdict): Readonly<Record<string, string>> {
  const { counts, latency, slowest } = verdict;
  const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
  return {
    result: verdict.result,
    total: text(checks.length),
    passed: text(counts.passed),
    failed: text(counts.failed),
    flaky: text(counts.flaky),
    skipped: text(counts.skipped),
    'success-rate': text(verdict.successRate),
    'p50-ms': text(latency?.p50),
    'p95-ms': text(latency?.p95),
    'p99-ms': text(latency?.p99),
    'max-ms': text(latency?.max),
    slowest: text(slowest?.name),
    failures: JSON.stringify(checks.flatMap(listFailure).slice(0, LISTED)),
    version: verdict.versions.join(', '),
    'tls-days-left': text(verdict.tlsDaysLeft),
    junit: text(reports.junit),
    report: text(reports.json),
  };
}

function listFailure({ name, place, failure }: CheckResult): readonly object[] {
  return (failure?.assertions ?? []).map(({ text, expected, actual, place: at }) => ({
    check: name,
    assertion: text,
    expected,
    actual,
    ...(place.file === undefined ? {} : { file: place.file }),
    line: at.line,
  }));
}

function annotate(checks: readonly CheckResult[]): readonly Annotation[] {
  const failures = failuresOf(checks);
  const shown = failures.slice(0, ANNOTATIONS).map(({ failure, name }): Annotation => {
    const { file, line } = failure.assertions[0]?.place ?? { line: 0 };
    return {
      level: 'error',
      title: `smoke: ${name}`,
      message: failure.text,
      ...(file === undefined ? {} : { file, line }),
    };
  });
  const more = failures.length - shown.length;
  if (more <= 0) return shown;
  return [...shown, { level: 'error', title: 'smoke', message: `and ${more} more failures; the reports have all` }];
}

function warn({ warnings }: Verdict): readonly Annotation[] {
  return warnings.map(({ code, message }) => ({ level: 'warning', title: code, message: `${code}: ${message}` }));
}

function failureOf({ ending, checks, reports }: RunResults, { result, reasons }: Verdict): ActionError | undefined {
  if (result === 'passed') return undefined;
  const skipped = checks.filter(({ status }) => status === 'skipped').length;
  if (ending === 'cancelled') return new CancelledError(`the run was cancelled; ${skipped} checks were not finished`);
  const message = reasons.join('; ');
  const hint = `each failure tells its request and a curl line to repeat it${reports.json ? `; all of them: ${reports.json}` : ''}`;
  if (ending === 'timeout')
    return new TimeoutError(`${message}; ${skipped} checks were not sent`, {
      hint: 'raise timeout, or look at what was slow',
    });
  return new GateError(message, { code: 'E_SMOKE', hint });
}
