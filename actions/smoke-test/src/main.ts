import { runAction } from '@suite/core';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { formatPlan, planChecks } from './plan.ts';
import { report } from './report.ts';

await runAction({
  name: 'smoke-test',
  readInputs,
  observe,
  plan: planChecks,
  formatPlan,
  // The engine costs start-up time that a run with wrong inputs should not pay.
  execute: async (plan, ports, inputs) => (await import('./execute.ts')).execute(plan, ports, inputs),
  report,
});
