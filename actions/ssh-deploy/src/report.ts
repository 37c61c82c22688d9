import { code, codeBlock, details, formatDuration, paragraphs, type Report, table } from '@suite/core';
import { addressOutputs, formatAddress } from './address-text.ts';
import { formatDiskUse } from './disk-use.ts';
import type { HostPlan, Plan } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import { type HostResult, isSettled, type Results } from './results.ts';
import { states } from './step.ts';

/** Plan joined with results: outputs, the summary, and the failure of the job. */
export function report(plan: Plan, results: Results): Report {
  const result = resultOf(plan, results);
  const { failure } = results;
  return {
    outputs: {
      result,
      release: plan.release,
      'previous-release': plan.hosts[0]?.previous ?? '',
      changed: String(result === 'deployed' || (result === 'rolled-back' && plan.mode === 'rollback')),
      'failed-state': results.failedState ?? '',
      hosts: JSON.stringify(plan.hosts.map((host, index) => hostOutput(host, results.hosts[index]))),
      ...addressOutputs(results.address),
      plan: JSON.stringify(planOutput(plan)),
      'log-file': results.logFile ?? '',
    },
    summary: paragraphs(
      headline(plan, results, result),
      results.address && formatAddress(results.address),
      timeTable(results),
      changes(plan),
      diskTable(results),
      tail(plan, results),
    ),
    annotations: [...plan.hosts.flatMap(driftWarnings), ...plan.warnings, ...afterWarnings(results)].map((message) => ({
      level: 'warning' as const,
      message,
    })),
    failure,
  };
}

/** The plan as JSON: what would change on each host, without any content. */
export function planOutput(plan: Plan): object {
  const { mode, app, release } = plan;
  const hosts = plan.hosts.map((host) => ({
    host: host.host,
    unchanged: host.unchanged,
    previous: host.previous ?? null,
    images: host.content.images,
    env: host.changes.env,
    changes: host.changes,
    needs: host.needs ?? null,
    drift: host.drift.map(({ what }) => what),
    steps: host.phases.flatMap(({ steps }) => steps.map(({ id, state, title }) => ({ id, state, title }))),
  }));
  return { mode, app, release, hosts };
}

function resultOf(plan: Plan, { hosts, failure, cancelled, switched }: Results): string {
  if (!isSettled(hosts)) return 'failed-dirty';
  if (cancelled) return 'cancelled';
  if (failure !== undefined && !hosts.every(({ outcome }) => outcome === 'committed' || outcome === 'unchanged'))
    return switched ? 'rolled-back' : 'failed-clean';
  if (plan.hosts.every(({ unchanged }) => unchanged)) return 'unchanged';
  return plan.mode === 'rollback' ? 'rolled-back' : 'deployed';
}

function headline(plan: Plan, results: Results, result: string): string {
  const hosts = plan.hosts.length === 1 ? plan.hosts[0]?.host : `${plan.hosts.length} hosts`;
  const undone = results.failure && results.undoMs > 0 ? `, undone in ${formatDuration(results.undoMs)}` : '';
  const mark = results.failure ? '❌' : '✅';
  const failure = results.failure ? `\n\n${codeBlock(`${results.failure.code}: ${results.failure.message}`)}` : '';
  return `### ${mark} ssh-deploy: ${plan.app} ${code(plan.release)} → ${hosts}: ${result}${undone}${failure}`;
}

function timeTable({ hosts }: Results): string {
  const used = states.filter((state) => hosts.some(({ steps }) => steps.some((step) => step.state === state)));
  const cell = ({ steps }: HostResult, state: string): string => {
    const those = steps.filter((step) => step.state === state);
    if (those.length === 0) return '';
    const seconds = those.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
    return `${those.some(({ rc }) => rc !== 0) ? '✗ ' : ''}${seconds.toFixed(1)} s`;
  };
  const rows = hosts.map((host) => [host.host, ...used.map((state) => cell(host, state)), host.outcome]);
  return table(['host', ...used, 'ended'], rows);
}

function diskTable({ hosts }: Results): string {
  const rows = hosts.flatMap(({ host, disks }) => (disks ?? []).map((disk) => [host, formatDiskUse(disk)]));
  return table(['host', 'disk'], rows);
}

/** The whole output of the steps that failed, folded. */
function failedLogs({ hosts }: Results): string {
  const failed = hosts.flatMap(({ host, steps }) =>
    steps.filter(({ rc, out }) => rc !== 0 && out.trim()).map((step) => ({ host, ...step })),
  );
  return paragraphs(
    ...failed.map(({ host, state, out }) => details(`Log of ${state} on ${host}`, codeBlock(out.trimEnd()))),
  );
}

function changes(plan: Plan): string {
  const rows = plan.hosts.flatMap((host) => imageRows(host).map((row) => [host.host, ...row]));
  const keys = [...new Set(plan.hosts.flatMap((host) => host.changes.env))];
  return paragraphs(
    table(['host', 'service', 'before', 'after'], rows),
    keys.length > 0 ? `Environment: ${keys.map(code).join(', ')}` : undefined,
  );
}

function imageRows({ before, content }: HostPlan): readonly (readonly string[])[] {
  return Object.entries(content.images)
    .filter(([service, ref]) => before?.images[service] !== ref)
    .map(([service, ref]) => [service, shortRef(before?.images[service]), shortRef(ref)]);
}

function shortRef(ref: string | undefined): string {
  return ref === undefined ? '' : code(ref.replace(/@sha256:(.{12}).*$/, '@$1'));
}

function tail(plan: Plan, results: Results): string {
  const [host] = plan.hosts;
  const back =
    !results.failure && host?.previous && plan.mode === 'deploy'
      ? `To go back: \`mode: rollback\`, \`to: ${host.previous}\`.`
      : '';
  return paragraphs(failedLogs(results), back, details('Plan', codeBlock(formatPlan(plan))));
}

function hostOutput(plan: HostPlan, result: HostResult | undefined): object {
  const seconds: Record<string, number> = {};
  for (const { state, ms } of result?.steps ?? []) seconds[state] = Math.round((seconds[state] ?? 0) + ms) / 1_000;
  return {
    host: plan.host,
    outcome: result?.outcome ?? 'unchanged',
    previous: plan.previous ?? null,
    seconds,
    images: plan.content.images,
    disks: result?.disks ?? [],
  };
}

function driftWarnings({ host, previous, drift }: HostPlan): readonly string[] {
  if (drift.length === 0) return [];
  return [
    `${host}: changed by hand since ${previous ?? 'the last deploy'}: ${drift.map(({ what }) => what).join('; ')}`,
  ];
}

function afterWarnings({ hosts, failure }: Results): readonly string[] {
  if (failure) return [];
  return hosts.flatMap(({ host, steps }) =>
    steps
      .filter(({ rc }) => rc !== 0)
      .map(({ state, out }) => `${host}: deployed, but ${state} failed: ${out.trim().split('\n').at(-1) ?? ''}`),
  );
}
