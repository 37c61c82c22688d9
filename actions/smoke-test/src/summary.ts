import { code, codeBlock, details, escapeMarkdown, formatDuration, paragraphs, table } from '@suite/core';
import { compareWith, formatChange } from './baseline.ts';
import { formatPlace } from './check.ts';
import { isMaximum, latencyOf, sparkline } from './percentile.ts';
import { counted, type Plan } from './plan.ts';
import { type CheckResult, failuresOf, type RunResults } from './results.ts';
import { timesOf, type Verdict } from './verdict.ts';

const SHOWN = 10;
const SIGNS = { passed: '✅', flaky: '⚠️ flaky', failed: '❌', skipped: '➖ skipped' } as const;

/** Verdict first, then the failures, then every check. */
export function renderSummary(plan: Plan, results: RunResults, verdict: Verdict): string {
  return paragraphs(
    headline(results, verdict),
    verdict.reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'),
    ...failures(results.checks),
    verdict.budgets.map(({ kept, sentence }) => `- ${kept ? '✅' : '❌'} ${escapeMarkdown(sentence)}`).join('\n'),
    checkTable(results.checks),
    figures(verdict),
    change(plan, results),
    ...verdict.warnings.map(({ message }) => `⚠️ ${escapeMarkdown(message)}`),
    next(plan, results, verdict),
  );
}

function headline({ checks, durationMs }: RunResults, { result, counts }: Verdict): string {
  const sign = { passed: '✅', failed: '❌', cancelled: '⏹️' }[result];
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const shown = parts.map(([status, count]) => `${count} ${status}`).join(', ');
  return `### ${sign} smoke-test: ${result}\n\n${counted(checks.length, 'check')} (${shown}) in ${formatDuration(durationMs)}`;
}

function failures(checks: readonly CheckResult[]): readonly string[] {
  const failed = failuresOf(checks);
  const shown = failed.slice(0, SHOWN).map(({ name, failure }) => details(`❌ ${name}`, codeBlock(failure.text)));
  const more = failed.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more failures: the reports have all`] : shown;
}

function checkTable(checks: readonly CheckResult[]): string {
  const repeated = checks.some(({ samples }) => samples.length > 1);
  const secure = checks.some(({ tlsDaysLeft }) => tlsDaysLeft !== undefined);
  const head = [
    'check',
    'status',
    ...(repeated ? ['p50 / p95 / p99', 'first connection', 'samples'] : ['time']),
    ...(secure ? ['TLS days'] : []),
  ];
  return table(
    head,
    checks.map((check) => [
      `${code(check.name)}<br>${escapeMarkdown(formatPlace(check.place))}`,
      `${SIGNS[check.status]}${check.reason ? `: ${escapeMarkdown(check.reason)}` : ''}`,
      ...(repeated ? repeatedCells(check) : [timeCell(check)]),
      ...(secure ? [check.tlsDaysLeft === undefined ? '' : String(check.tlsDaysLeft)] : []),
    ]),
  );
}

function timeCell(check: CheckResult): string {
  const [ms] = timesOf([check]);
  return ms === undefined ? '' : formatDuration(ms);
}

function repeatedCells(check: CheckResult): readonly string[] {
  const times = timesOf([check]);
  const latency = latencyOf(times);
  if (latency === undefined) return ['', '', ''];
  const cold = check.samples.find(({ coldMs }) => coldMs !== undefined)?.coldMs;
  const { p50, p95, p99 } = latency;
  return [
    `${p50} / ${p95} / ${p99} ms`,
    cold === undefined ? 'kept' : formatDuration(cold),
    `${times.length} ${sparkline(times)}`,
  ];
}

function figures({ latency, slowest, versions, successRate }: Verdict): string {
  if (latency === undefined) return '';
  const few = isMaximum(95, latency.count) ? ` (n=${latency.count}: the max)` : ` (n=${latency.count})`;
  const parts = [
    `p50 ${latency.p50} ms, p95 ${latency.p95} ms${few}, max ${latency.max} ms`,
    slowest && `slowest ${code(slowest.name)}`,
    `${successRate}% of the requests passed`,
    versions.length > 0 ? `version ${versions.map(code).join(', ')}` : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

function change({ facts: { baseline } }: Plan, { checks }: RunResults): string {
  if (baseline === undefined) return '';
  if (baseline.report === undefined) return `There is no earlier report at ${code(baseline.path)} yet.`;
  return escapeMarkdown(formatChange(compareWith(baseline.report, checks)));
}

function next({ inputs }: Plan, { reports }: RunResults, { result }: Verdict): string {
  const files = Object.values(reports).map(code).join(', ');
  const written = files === '' ? '' : `Reports: ${files}.`;
  if (result === 'passed') return written;
  const hint =
    inputs.baseUrl === undefined
      ? ''
      : ' The curl line of each failure repeats its request from any machine that reaches the application.';
  return `${written}${hint}`.trim();
}
