import { runAction } from '@suite/core';
import { cleanUp, execute } from './execute.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { formatPlan, planBuild } from './plan.ts';
import { buildRunner } from './ports/buildx.ts';
import { engineAt } from './ports/engine.ts';
import { report } from './report.ts';

await runAction({
  name: 'docker-build-push',
  readInputs,
  observe: (inputs, ports) => observe(inputs, ports, engineAt),
  plan: planBuild,
  formatPlan,
  execute: (plan, ports, inputs) => {
    const tools = { engine: engineAt(plan.facts.socket), runBuild: buildRunner(ports.exec, ports.signal) };
    return execute(plan, ports, inputs, tools);
  },
  report,
  cleanUp: (ports) => cleanUp(ports, engineAt),
});
