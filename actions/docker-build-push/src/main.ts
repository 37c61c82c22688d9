import { runAction } from '@suite/core';
import { BUILDX_PID, cleanUp } from './clean-up.ts';
import { execute } from './execute.ts';
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
    const runBuild = buildRunner(ports, (pid) => ports.state.save(BUILDX_PID, String(pid)));
    return execute(plan, inputs, { ports, engine: engineAt(plan.facts.socket), runBuild });
  },
  report,
  cleanUp: (ports) => cleanUp(ports, engineAt),
});
