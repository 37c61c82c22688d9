import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PhaseResult, type Step, step } from '@suite/testing';
import type { Lab } from '../lab/state.ts';

/** A checkout with a compose file and nothing else, to connect from and to plan with. */
export interface Planner {
  /** The step that plans a deploy with these inputs over the usual ones: the lab's key, no retries. */
  readonly step: (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) => Step;
  /** Runs main and post of that step. */
  readonly plan: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<PhaseResult>;
  /** The message that it fails with; `planned` where it does not. */
  readonly fails: (inputs: Readonly<Record<string, string>>) => Promise<string>;
  readonly dispose: () => void;
}

/** A planner of `/opt/app`, which nobody deploys to. */
export function makePlanner(lab: Lab): Planner {
  const workspace = mkdtempSync(join(tmpdir(), 'ssh-plan-'));
  writeFileSync(join(workspace, 'compose.yaml'), 'services:\n  web:\n    image: busybox:1\n');
  const usual = {
    mode: 'plan',
    app: 'app',
    release: 'r1',
    'ssh-key': readFileSync(lab.sshKeyFile, 'utf8'),
    'connect-retries': '0',
    'connect-timeout': '10s',
    'min-free-disk': '1%',
    'min-free-memory': '1%',
  };
  const planStep: Planner['step'] = (inputs, env = {}) =>
    step('ssh-deploy', { inputs: { ...usual, ...inputs }, env, workspace });
  const plan: Planner['plan'] = async (inputs, env) => {
    const one = planStep(inputs, env);
    try {
      const result = await one.main();
      await one.post('success');
      return result;
    } finally {
      one.dispose();
    }
  };
  return {
    step: planStep,
    plan,
    fails: async (inputs) => {
      const { errors, outputs } = await plan(inputs);
      return errors[0] ?? outputs.get('result') ?? '';
    },
    dispose: () => rmSync(workspace, { recursive: true }),
  };
}
