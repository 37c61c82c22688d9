import { formatDuration } from '@suite/core';
import { latencyOf } from './percentile.ts';
import type { CheckResult } from './results.ts';
import { timesOf } from './verdict.ts';

/** An earlier report to compare with; `report` is undefined where it is not there yet. */
export interface Baseline {
  readonly path: string;
  readonly report: EarlierReport | undefined;
}

/** What is read of an earlier report. */
export interface EarlierReport {
  readonly startedAt: string;
  readonly p95: number | undefined;
  readonly statuses: ReadonlyMap<string, string>;
}

/** What changed since an earlier report. */
export interface Change {
  readonly since: string;
  readonly newlyFailing: readonly string[];
  readonly fixed: readonly string[];
  readonly p95: { readonly before: number; readonly now: number } | undefined;
}

/** Reads a JSON report of this action; undefined where the text is none. */
export function parseBaseline(text: string): EarlierReport | undefined {
  let report: { schema?: unknown; startedAt?: unknown; latency?: { p95?: unknown }; checks?: unknown };
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (report?.schema !== 'smoke-report/1' || !Array.isArray(report.checks)) return undefined;
  const checks: readonly { name?: unknown; status?: unknown }[] = report.checks;
  const p95 = report.latency?.p95;
  return {
    startedAt: String(report.startedAt),
    p95: typeof p95 === 'number' ? p95 : undefined,
    statuses: new Map(checks.map(({ name, status }) => [String(name), String(status)])),
  };
}

/** Compares a run with an earlier one, check by check by name. */
export function compareWith({ startedAt, p95, statuses }: EarlierReport, checks: readonly CheckResult[]): Change {
  const good = (status: string | undefined): boolean => status === 'passed' || status === 'flaky';
  const now = latencyOf(checks.flatMap((check) => timesOf([check])))?.p95;
  const named = (list: readonly CheckResult[]): readonly string[] => list.map(({ name }) => name);
  return {
    since: startedAt,
    newlyFailing: named(checks.filter(({ name, status }) => status === 'failed' && good(statuses.get(name)))),
    fixed: named(checks.filter(({ name, status }) => good(status) && statuses.get(name) === 'failed')),
    p95: p95 === undefined || now === undefined ? undefined : { before: p95, now },
  };
}

/** The change in one sentence. */
export function formatChange({ since, newlyFailing, fixed, p95 }: Change): string {
  const parts = [
    newlyFailing.length > 0 && `newly failing: ${newlyFailing.join(', ')}`,
    fixed.length > 0 && `fixed: ${fixed.join(', ')}`,
    newlyFailing.length + fixed.length === 0 && 'the same checks pass',
    p95 && `p95 ${formatDuration(p95.before)} → ${formatDuration(p95.now)}`,
  ].filter((part) => typeof part === 'string');
  return `Since ${since.slice(0, 16).replace('T', ' ')} UTC: ${parts.join('; ')}`;
}
