import { runAction } from '@suite/core';
import { formatPlan } from './format-plan.ts';
import { readInputs } from './inputs.ts';
import { plan } from './plan.ts';
import { planned, report } from './report.ts';

await runAction({
  name: 'backup-to-s3',
  readInputs,
  // What only good inputs reach is loaded then: a run with wrong ones should not pay for it.
  observe: async (inputs, ports) => (await import('./observe.ts')).observe(inputs, ports),
  plan,
  formatPlan,
  execute: async (steps, ports, inputs) => (await import('./execute.ts')).execute(steps, ports, inputs),
  report,
  planned,
  cleanUp: async (ports, read) => (await import('./clean-up.ts')).cleanUp(ports, read),
});
