import { formatDuration } from '@suite/core';
import { sameVersion } from '@suite/http';
import { type BudgetResult, judgeBudget } from './budget.ts';
import { type Latency, latencyOf } from './percentile.ts';
import { counted, type Plan } from './plan.ts';
import type { CheckResult, CheckStatus, RunResults } from './results.ts';
import { successRate } from './success-rate.ts';

/** A warning with its stable code. */
export interface Warning {
  readonly code: 'W_TLS_EXPIRES' | 'W_FLAKY' | 'W_TLS_UNVERIFIED';
  readonly message: string;
}

/** Everything that follows from a run's results. */
export interface Verdict {
  readonly result: 'passed' | 'failed' | 'cancelled';
  readonly counts: Readonly<Record<CheckStatus, number>>;
  readonly successRate: number | undefined;
  readonly latency: Latency | undefined;
  readonly slowest: { readonly name: string; readonly ms: number } | undefined;
  readonly budgets: readonly BudgetResult[];
  readonly versions: readonly string[];
  readonly tlsDaysLeft: number | undefined;
  readonly warnings: readonly Warning[];
  /** Why it is not passed, a sentence each. */
  readonly reasons: readonly string[];
}

/** Judges a run. */
export function judgeRun(plan: Plan, results: RunResults): Verdict {
  const { checks } = results;
  const counts = countStatuses(checks);
  const budgets = plan.budgets.map(({ budget, ids }) =>
    judgeBudget(budget, timesOf(ids === undefined ? checks : checks.filter(({ id }) => ids.includes(id)))),
  );
  const versions = [...new Set(checks.flatMap((check) => check.versions))];
  const days = checks.flatMap(({ tlsDaysLeft }) => tlsDaysLeft ?? []);
  const tlsDaysLeft = days.length > 0 ? Math.min(...days) : undefined;
  const rate = rateOf(checks);
  const partial = { counts, successRate: rate, budgets, versions, warnings: findWarnings(plan, checks) };
  const reasons = findReasons(plan, results, partial);
  return {
    ...partial,
    result: results.ending === 'cancelled' ? 'cancelled' : reasons.length > 0 ? 'failed' : 'passed',
    latency: latencyOf(timesOf(checks)),
    slowest: findSlowest(checks),
    tlsDaysLeft,
    reasons,
  };
}

function namesOf(checks: readonly CheckResult[]): string {
  const names = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/** The milliseconds that count for percentiles. */
export function timesOf(checks: readonly CheckResult[]): readonly number[] {
  return checks.flatMap(({ samples }) => samples.filter(({ counts }) => counts).map(({ ms }) => ms));
}

function countStatuses(checks: readonly CheckResult[]): Verdict['counts'] {
  const count = (status: CheckStatus): number => checks.filter((check) => check.status === status).length;
  return { passed: count('passed'), flaky: count('flaky'), failed: count('failed'), skipped: count('skipped') };
}

/** A skipped check counts as one request that did not pass. */
function rateOf(all: readonly CheckResult[]): number | undefined {
  const checks = all.filter(({ unwanted }) => !unwanted);
  const total = checks.reduce((sum, { samples }) => sum + Math.max(1, samples.length), 0);
  const passed = checks.reduce((sum, { samples }) => sum + samples.filter(({ ok }) => ok).length, 0);
  return successRate(passed, total);
}

function findSlowest(checks: readonly CheckResult[]): Verdict['slowest'] {
  const slowest = checks.map((check) => ({ name: check.name, ms: Math.round(Math.max(-1, ...timesOf([check]))) }));
  return slowest.filter(({ ms }) => ms >= 0).sort((one, other) => other.ms - one.ms)[0];
}

/** The certificate that ends first, among those that were accepted: a refused one has failed its check. */
function endingFirst(checks: readonly CheckResult[], minDays: number): Warning | undefined {
  const accepted = checks.flatMap(({ name, status, tlsDaysLeft: days }) =>
    days === undefined || status === 'failed' ? [] : [{ name, days }],
  );
  const first = accepted.sort((one, other) => one.days - other.days)[0];
  if (first === undefined || first.days >= minDays) return undefined;
  const left = first.days < 0 ? 'has expired' : `is valid for ${counted(first.days, 'more day')}`;
  const message = `the certificate behind ${first.name} ${left}, and tls-min-days asks for ${minDays}`;
  return { code: 'W_TLS_EXPIRES', message };
}

function findWarnings({ inputs }: Plan, checks: readonly CheckResult[]): readonly Warning[] {
  const flaky = checks.filter(({ status }) => status === 'flaky');
  const ending = endingFirst(checks, inputs.tlsMinDays);
  const warnings: (Warning | false | undefined)[] = [
    ending,
    flaky.length > 0 && {
      code: 'W_FLAKY',
      message: `passed only after a retry: ${flaky.map(({ name, samples }) => `${name} (${Math.max(...samples.map(({ attempts }) => attempts))} tries)`).join(', ')}`,
    },
    !inputs.tlsVerify && { code: 'W_TLS_UNVERIFIED', message: 'certificates were not verified: tls-verify is false' },
  ];
  return warnings.filter((warning) => typeof warning === 'object');
}

type Partly = Pick<Verdict, 'counts' | 'successRate' | 'budgets' | 'versions' | 'warnings'>;

function findReasons({ inputs }: Plan, { checks, ending, notReady }: RunResults, verdict: Partly): readonly string[] {
  const { counts, budgets, versions, warnings } = verdict;
  const rate = verdict.successRate ?? 0;
  const version = inputs.expectVersion;
  const reasons: (string | false | undefined)[] = [
    notReady,
    checks.every(({ unwanted }) => unwanted) && 'no check ran, as every when said no: nothing was proven',
    ending === 'cancelled' && 'the run was cancelled',
    ending === 'timeout' && `the time of timeout, ${formatDuration(inputs.timeoutMs)}, was over`,
    inputs.successRate === undefined &&
      counts.failed > 0 &&
      `${counts.failed} of ${counted(checks.length, 'check')} failed: ${namesOf(checks)}`,
    inputs.successRate !== undefined &&
      rate < inputs.successRate &&
      `${rate}% of the requests passed, success-rate asks for ${inputs.successRate}%`,
    ...budgets.map(({ kept, sentence }) => !kept && `latency-budget ${sentence}`),
    version !== undefined && versions.length === 0 && `no answer told a version, expect-version asks for ${version}`,
    version !== undefined &&
      versions.some((one) => !sameVersion(one, version)) &&
      `another version than ${version} answers: ${versions.join(', ')}`,
    inputs.failOn.includes('flaky') &&
      counts.flaky > 0 &&
      `${counted(counts.flaky, 'check')} passed only after a retry, and fail-on names flaky`,
    inputs.failOn.includes('warn') && warnings.length > 0 && `there are warnings, and fail-on names warn`,
  ];
  return reasons.filter((reason) => typeof reason === 'string');
}
