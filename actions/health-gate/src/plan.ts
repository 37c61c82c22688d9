import { formatDuration } from '@suite/core';
import type { Addresses } from '@suite/http';
import { formatTarget } from '@suite/ssh';
import { type Baseline, wasUnhealthy } from './baseline.ts';
import type { Check, Reading } from './check.ts';
import { targetOf } from './check.ts';
import { type GateState, shouldRollBack } from './gate.ts';
import type { Inputs } from './inputs.ts';
import type { Facts } from './observe.ts';
import type { Rules } from './policy.ts';
import type { Tolerance } from './rules.ts';

/** What is probed and by which rules it is judged. */
export interface GatePlan {
  readonly checks: readonly Check[];
  readonly reading: Reading;
  readonly rules: Rules;
  readonly expectVersion: string | undefined;
  readonly addresses: Addresses;
  readonly ca: string | undefined;
  readonly onInconclusive: Tolerance;
  /** Containers, or commands, that a failure quotes. */
  readonly logs: readonly string[];
  /** The host that host checks look at; undefined: the runner itself. */
  readonly host: string | undefined;
  /** What an earlier run saw. */
  readonly baseline: Baseline | undefined;
  /** Reached to tell a broken runner from a broken application. */
  readonly control: URL;
}

export function planGate(inputs: Inputs, facts: Facts): GatePlan {
  const { checks, reading, rules, expectVersion, addresses, onInconclusive, apiUrl, logs, ssh } = inputs;
  const [target] = ssh?.targets ?? [];
  const host = target && formatTarget(target);
  const control = new URL(apiUrl);
  const plan = { checks, reading, rules, expectVersion, addresses, onInconclusive, ...facts, control, logs, host };
  return rules.mode === 'snapshot' ? forSnapshot(plan) : plan;
}

/** Before a deploy the old version is meant to answer. */
function forSnapshot(plan: GatePlan): GatePlan {
  const checks = plan.checks.map((check) => (check.kind === 'http' ? { ...check, expectVersion: undefined } : check));
  return { ...plan, checks, expectVersion: undefined };
}

/** Whether it was broken before this run, so that this run cannot be blamed. */
export function unhealthyBefore({ rules, baseline }: Pick<GatePlan, 'rules' | 'baseline'>): boolean {
  return rules.mode === 'replay' ? (baseline?.unhealthyBefore ?? false) : wasUnhealthy(baseline);
}

/** The output `should-rollback`. A snapshot looks at what was there before, and gives no advice. */
export function rollsBack(plan: GatePlan, state: GateState): boolean {
  return plan.rules.mode !== 'snapshot' && shouldRollBack(state, unhealthyBefore(plan));
}

/** The plan as a person reads it, without credentials. */
export function formatPlan({ checks, rules, reading, addresses, host }: GatePlan): string {
  const { successes, intervalMs, warmupMs, deadlineMs, bakeMs, consecutiveFailures, flakeBudget } = rules;
  if (rules.mode === 'replay')
    return 'health-gate: judge the saved timeline of baseline by these rules; nothing is contacted';
  const count = checks.length === 1 ? 'one check is' : `${checks.length} checks are`;
  const slo = rules.slo.length === 0 ? [] : [`slo in bake time: ${rules.slo.map(({ text }) => text).join(', ')}`];
  const most = rules.maxFailures === undefined ? '' : `, or after more than ${rules.maxFailures} in all`;
  const where =
    addresses.kind === 'auto' ? [] : [`addresses: ${addresses.kind === 'each' ? 'each' : addresses.list.join(', ')}`];
  return [
    rules.mode === 'snapshot'
      ? `health-gate: take ${successes} samples, every ${formatDuration(intervalMs)}, and judge nothing`
      : `health-gate: wait until ${count} healthy ${successes} times in a row, every ${formatDuration(intervalMs)}`,
    ...checks.map((check) => `  ${formatCheck(check)}`),
    ...(host === undefined ? [] : [`host: ${host}`]),
    ...where,
    `warm-up ${formatDuration(warmupMs)}, deadline ${formatDuration(deadlineMs)}, bake ${formatDuration(bakeMs)}`,
    `fails after ${consecutiveFailures} failures in a row${most}; forgives ${flakeBudget.errors} error in ${flakeBudget.of}`,
    ...slo,
    `degraded counts as ${reading.degraded}, unknown as ${reading.unknown}`,
  ].join('\n');
}

function formatCheck(check: Check): string {
  const parts = [check.kind.padEnd(8), targetOf(check)];
  if (check.kind === 'http') {
    if (check.expectVersion !== undefined) parts.push(`version ${check.expectVersion}`);
    const rules = check.components.map(({ name, atLeast }) => `${name}>=${atLeast}`);
    if (rules.length > 0) parts.push(`components ${rules.join(', ')}`);
    if (check.until.length > 0) parts.push(`until ${check.until.map(({ text }) => text).join(' and ')}`);
    if (check.failWhen.length > 0) parts.push(`fail when ${check.failWhen.map(({ text }) => text).join(' or ')}`);
  }
  parts.push(`within ${formatDuration(check.requestTimeoutMs)}`);
  if (check.maxLatencyMs !== undefined) parts.push(`max-latency ${formatDuration(check.maxLatencyMs)}`);
  if (!check.required) parts.push('(only warns)');
  return parts.join(' ');
}
