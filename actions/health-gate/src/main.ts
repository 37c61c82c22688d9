import { runAction } from '@suite/core';
import { watch } from './execute.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { formatPlan, planGate } from './plan.ts';
import { realProbes } from './ports/probes.ts';
import { reportGate } from './report.ts';

await runAction({
  name: 'health-gate',
  readInputs,
  observe,
  plan: planGate,
  formatPlan,
  execute: (plan, ports) => watch(plan, { ...ports, probes: realProbes() }),
  report: reportGate,
});
