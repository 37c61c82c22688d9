import { runAction } from '@suite/core';
import type { Fleet } from './fleet.ts';
import { readInputs } from './inputs.ts';
import { formatWork, plannedOutputs, planWork, reportWork } from './work.ts';

const fleet: Fleet = { connections: [], sessions: [] };
await runAction({
  name: 'ssh-deploy',
  readInputs,
  observe: async (inputs, ports) => (await import('./observe.ts')).observe(inputs, ports, fleet),
  plan: planWork,
  formatPlan: formatWork,
  execute: async (work, ports, inputs) =>
    (await import('./execute-work.ts')).executeWork(work, ports, { fleet, inputs }),
  report: reportWork,
  planned: plannedOutputs,
  cleanUp: async (ports, read) => (await import('./clean-up.ts')).cleanUp(ports, read, fleet),
  resultOnError: 'failed-clean',
});
// Agents still open undo by themselves; a connection left open would keep this process alive.
if (fleet.client) await (await import('./fleet.ts')).closeAll(fleet);
