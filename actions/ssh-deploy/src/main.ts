import { runAction } from '@suite/core';
import { closeAll, type Fleet } from './fleet.ts';
import { readInputs } from './inputs.ts';
import { planDeploy } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import { planOutput, report } from './report.ts';

const fleet: Fleet = { connections: [], sessions: [] };
await runAction({
  name: 'ssh-deploy',
  readInputs,
  // What only good inputs reach is loaded then: a run with wrong ones should not pay for it.
  observe: async (inputs, ports) => (await import('./observe.ts')).observe(inputs, ports, fleet),
  plan: (inputs, facts) => planDeploy(inputs, facts),
  formatPlan,
  execute: async (plan, ports, inputs) => (await import('./execute.ts')).executePlan(plan, ports, { fleet, inputs }),
  report,
  planned: (plan) => ({ release: plan.release, plan: JSON.stringify(planOutput(plan)) }),
  cleanUp: async (ports, read) => (await import('./clean-up.ts')).cleanUp(ports, read, fleet),
  resultOnError: 'failed-clean',
});
await closeAll(fleet);
