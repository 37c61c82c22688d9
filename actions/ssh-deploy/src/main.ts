import { runAction } from '@suite/core';
import type { Fleet } from './fleet.ts';
import { readInputs } from './inputs.ts';
import { planDeploy } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import { planOutput, report } from './report.ts';

const fleet: Fleet = { connections: [], sessions: [] };
await runAction({
  name: 'ssh-deploy',
  readInputs,
  observe: async (inputs, ports) => (await import('./observe.ts')).observe(inputs, ports, fleet),
  plan: (inputs, facts) => planDeploy(inputs, facts),
  formatPlan,
  execute: async (plan, ports, inputs) => (await import('./execute.ts')).executePlan(plan, ports, { fleet, inputs }),
  report,
  planned: (plan) => ({ release: plan.release, plan: JSON.stringify(planOutput(plan)) }),
  cleanUp: async (ports, read) => (await import('./clean-up.ts')).cleanUp(ports, read, fleet),
  resultOnError: 'failed-clean',
});
// Agents still open undo by themselves; a connection left open would keep this process alive.
if (fleet.connections.length > 0) await (await import('./fleet.ts')).closeAll(fleet);
