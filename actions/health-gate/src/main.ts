import { runAction } from '@suite/core';
import { runGate } from './execute.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { formatPlan, planGate } from './plan.ts';
import { removeKey, runnerHost, sshHost } from './ports/host.ts';
import { realProbes } from './ports/probes.ts';
import { reportGate } from './report.ts';

await runAction({
  name: 'health-gate',
  readInputs,
  observe,
  plan: planGate,
  formatPlan,
  execute: (plan, ports, { ssh, env }) => {
    const host = ssh === undefined ? runnerHost(env, ports) : sshHost(ssh, ports);
    return runGate(plan, { ...ports, probes: realProbes(host) }).finally(host.close);
  },
  report: reportGate,
  outputsOnError: { 'should-rollback': 'false' },
  cleanUp: removeKey,
});
