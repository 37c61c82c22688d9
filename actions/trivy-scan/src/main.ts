import { runAction } from '@suite/core';
import { executeScan } from './execute.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { formatPlan, planScan } from './plan.ts';
import { realOutside } from './ports/outside.ts';
import { reportScan } from './report.ts';
import { removeWork } from './work.ts';

await runAction({
  name: 'trivy-scan',
  readInputs,
  observe,
  plan: planScan,
  formatPlan,
  execute: (plan, ports, inputs) => executeScan(plan, { ...ports, outside: realOutside() }, inputs),
  report: reportScan,
  resultOnError: 'error',
  cleanUp: async (ports) => {
    await removeWork(ports);
    return undefined;
  },
});
