import { formatChanges } from './changes.ts';
import { formatNeeds } from './needs.ts';
import type { HostPlan, Plan } from './plan.ts';

/** The plan as a person reads it, before anything is changed. Titles only: scripts and payloads are not shown. */
export function formatPlan(plan: Plan): string {
  const verb = plan.mode === 'rollback' ? 'roll back' : 'deploy';
  const head = `${verb} ${plan.app} to ${plan.release || 'the release before'} on ${plan.hosts.length} host${plan.hosts.length === 1 ? '' : 's'}`;
  return [head, ...plan.hosts.flatMap(formatHost), ...plan.warnings.map((warning) => `warning: ${warning}`)].join('\n');
}

function formatHost(host: HostPlan): readonly string[] {
  const from = host.previous === undefined ? 'first release' : `from ${host.previous}`;
  const drift = host.drift.map(({ what }) => `  changed by hand: ${what}`);
  if (host.unchanged)
    return [`${host.host}: unchanged, ${host.previous} has the same images, files and environment`, ...drift];
  const changes = host.previous === undefined ? [] : formatChanges(host.changes).map((line) => `  ${line}`);
  const steps = host.phases.flatMap(({ steps }) => steps.map(({ state, title }) => `  ${state}: ${title}`));
  const after = host.after.map(({ state, title }) => `  after commit, ${state}: ${title}`);
  const needs = host.needs ? formatNeeds(host.needs).map((line) => `  ${line}`) : [];
  return [`${host.host} (${from})`, ...drift, ...changes, ...needs, ...steps, ...after];
}
