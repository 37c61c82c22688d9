import { runAction } from '@suite/core';
import { cleanUp } from './clean-up.ts';
import { executePlan } from './execute.ts';
import { closeAll, type Fleet } from './fleet.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { planDeploy } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import { planOutput, report } from './report.ts';

const fleet: Fleet = { connections: [], sessions: [] };
await runAction({
  name: 'ssh-deploy',
  readInputs,
  observe: (inputs, ports) => observe(inputs, ports, fleet),
  plan: (inputs, facts) => planDeploy(inputs, facts),
  formatPlan,
  execute: (plan, ports, inputs) => executePlan(plan, ports, { fleet, inputs }),
  report,
  planned: (plan) => ({ release: plan.release, plan: JSON.stringify(planOutput(plan)) }),
  cleanUp: (ports, read) => cleanUp(ports, read, fleet),
  resultOnError: 'failed-clean',
});
await closeAll(fleet);
