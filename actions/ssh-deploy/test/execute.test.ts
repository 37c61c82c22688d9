import { writeFileSync } from 'node:fs';
import { formatError, type Ports, type State } from '@suite/core';
import { fakePorts } from '@suite/testing';
import { describe, expect, test, vi } from 'vitest';
import { agentText } from '../src/agent/agent-text.ts';
import { openSession } from '../src/agent-session.ts';
import { changesOf } from '../src/changes.ts';
import { executePlan } from '../src/execute.ts';
import type { Fleet } from '../src/fleet.ts';
import type { Inputs } from '../src/inputs.ts';
import type { HostPlan, Phase, Plan } from '../src/plan.ts';
import type { Results } from '../src/results.ts';
import type { Step } from '../src/step.ts';
import { agentFile, newFolder, read } from './agent-driver.ts';
import { connectionTo, local, options } from './local-host.ts';
import { content, inputs } from './samples.ts';

function step(id: string, run: string, undo?: string, state: Step['state'] = 'start'): Step {
  return { id, state, title: id, kind: 'firm', limit: 30, run, ...(undo === undefined ? {} : { undo }) };
}

interface Scene {
  readonly fleet: Fleet;
  readonly roots: readonly string[];
  readonly ports: Ports;
  readonly saved: ReadonlyMap<string, string>;
  readonly run: (
    hosts: readonly Partial<Record<Phase['name'] | 'after', readonly Step[]>>[],
    policy?: Partial<Inputs['policy']>,
  ) => Promise<Results>;
}

/** One agent for each host, on folders of this machine. */
async function scene(count: number, signal = new AbortController().signal): Promise<Scene> {
  const roots = Array.from({ length: count }, () => newFolder());
  const opened = await Promise.all(
    roots.map((root, index) => openSession(connectionTo(`h${index}`), `h${index}`, { ...options, root })),
  );
  const fleet: Fleet = { connections: [], sessions: opened.map(({ session }) => session) };
  const saved = new Map<string, string>();
  const state: State = { save: (name, value) => void saved.set(name, value), read: (name) => saved.get(name) };
  const ports: Ports = { ...fakePorts(), clock: local.clock, state, signal };
  return {
    fleet,
    roots,
    ports,
    saved,
    run: (hosts, policy = {}) => {
      const plan: Plan = {
        mode: 'deploy',
        app: 'shop',
        release: 'r2',
        hosts: hosts.map((phases, index) => hostPlan(index, phases)),
        warnings: [],
      };
      const all = inputs();
      return executePlan(plan, ports, { fleet, inputs: { ...all, policy: { ...all.policy, ...policy } } });
    },
  };
}

function hostPlan(
  index: number,
  { after = [], ...phases }: Partial<Record<Phase['name'] | 'after', readonly Step[]>>,
): HostPlan {
  const named = Object.entries(phases).map(([name, steps]) => ({ name: name as Phase['name'], steps: steps ?? [] }));
  const about = {
    previous: 'r1',
    before: undefined,
    content: content(),
    changes: changesOf(undefined, content()),
    drift: [],
    unchanged: false,
  };
  return {
    host: `h${index}`,
    index,
    ...about,
    library: [{ name: 'lib.sh', content: Buffer.from('log=../../../log\n') }],
    phases: named,
    after,
  };
}

/** A step that never ends by itself; the file `long` tells that it has begun. */
const long = (id: string, state: Step['state']): Step => ({
  ...step(id, 'touch ../../../long; sleep 300', undefined, state),
  kind: 'soft',
});

const PATIENT = { timeout: 30_000 };

/** The whole failure but for how long it took. */
function stable({ failure }: Results): string | undefined {
  return failure && formatError(failure).replace(/\bin [\d.]+ m?s\b/g, 'in TIME');
}

const log = (text: string): string => `. ./lib.sh; echo ${text} >>$log`;

describe.concurrent('a deploy on agents of this machine', () => {
  test('runs the phases, commits, and runs the after steps', async () => {
    const { run, roots, saved } = await scene(1);
    const results = await run([
      {
        prepare: [step('a', log('a'))],
        switch: [step('b', log('b'))],
        after: [step('c', log('c'), undefined, 'stop')],
      },
    ]);
    expect(results).toMatchObject({ failure: undefined, hosts: [{ outcome: 'committed' }] });
    expect(results.hosts[0]?.steps.map(({ id, rc }) => [id, rc])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
    expect(read(`${roots[0]}/log`)).toBe('a\nb\nc\n');
    expect(Object.fromEntries(saved)).toEqual({ began: 'r2', settled: 'true', deployed: 'r2' });
  });

  test('a host that fails before the barrier takes the others back, and none has switched', async () => {
    const { run, roots, saved } = await scene(2);
    const start = step('start', log('start'), log('back'));
    const bad = step('gate', 'echo its log; echo "! it said no" >&2; exit 1', undefined, 'gate');
    const switched = { switch: [step('switch', log('switch'))] };
    const results = await run([
      { start: [start], ...switched },
      { start: [start, bad], ...switched },
    ]);
    expect(results.failure?.message).toMatch(
      /^h1, gate: it said no; undone in .*, r1 still serves, and on the other 1\nits log$/,
    );
    expect(results).toMatchObject({ failedState: 'gate', hosts: [{ outcome: 'aborted' }, { outcome: 'aborted' }] });
    expect(roots.map((root) => read(`${root}/log`))).toEqual(['start\nback\n', 'start\nback\n']);
    expect(saved.get('deployed')).toBeUndefined();
    expect(saved.get('settled')).toBe('true');
  });

  test('a cancelled job undoes what had begun', async () => {
    const controller = new AbortController();
    const { run, roots } = await scene(2, controller.signal);
    const steps = { start: [step('start', log('start'), log('back')), long('pull', 'pull')] };
    const running = run([steps, steps]);
    await Promise.all(roots.map((root) => vi.waitUntil(() => read(`${root}/long`) !== undefined, PATIENT)));
    controller.abort();
    const results = await running;
    expect(results).toMatchObject({ cancelled: true, failedState: 'pull', switched: false });
    expect(results.hosts.map(({ outcome }) => outcome)).toEqual(['aborted', 'aborted']);
    expect(stable(results)).toBe('E_CANCELLED: cancelled; undone in TIME, r1 still serves, and on the other 1');
    expect(roots.map((root) => read(`${root}/log`))).toEqual(['start\nback\n', 'start\nback\n']);
  });

  test('what is cancelled behind the switch was rolled back', async () => {
    const controller = new AbortController();
    const { run, roots } = await scene(1, controller.signal);
    const running = run([{ switch: [step('switch', ':', undefined, 'switch'), long('watch', 'watch')] }]);
    await vi.waitUntil(() => read(`${roots[0]}/long`) !== undefined, PATIENT);
    controller.abort();
    const results = await running;
    expect(results).toMatchObject({ cancelled: true, failedState: 'watch', switched: true });
    expect(stable(results)).toBe('E_CANCELLED: cancelled\nE_ROLLED_BACK: rolled back in TIME, h0 on r1');
  });

  test('the time is over: before the switch nothing has happened, behind it everything goes back', async () => {
    const [before, behind] = await Promise.all([scene(1), scene(1)]);
    const [clean, back] = await Promise.all([
      before.run([{ start: [long('pull', 'pull')] }], { timeoutMs: 500 }),
      behind.run([{ switch: [long('watch', 'watch')] }], { timeoutMs: 500 }),
    ]);
    const hint = '\nset timeout to more than the deploy needs, for example 30m';
    expect(stable(clean)).toBe(`E_TIMEOUT: not deployed within 500 ms; undone in TIME, r1 still serves${hint}`);
    expect(clean).toMatchObject({ failedState: 'pull', switched: false });
    expect(stable(back)).toBe(
      `E_TIMEOUT: not deployed within 500 ms\nE_ROLLED_BACK: rolled back in TIME, h0 on r1${hint}`,
    );
    expect(back).toMatchObject({ failedState: 'watch', switched: true });
  });

  test('a migration that hangs is left to itself when the time is over, and the job told so', async () => {
    const { run, roots, saved } = await scene(1);
    const hanging = step('migrate', 'touch ../../../long; until [ -e ../../../end ]; do sleep 0.1; done', log('back'));
    const results = await run([{ migrate: [hanging] }], { timeoutMs: 300, leaseMs: 700 });
    expect(results.hosts).toMatchObject([{ outcome: 'unknown' }]);
    expect(stable(results)).toBe(
      `E_TIMEOUT: h0: not deployed within 300 ms, and migrate still runs; the host undoes everything as soon as that has ended
end it on the host if it never does; until then the lock is held`,
    );
    expect(saved.get('settled')).toBeUndefined();
    writeFileSync(`${roots[0]}/end`, '');
    await vi.waitUntil(() => read(`${roots[0]}/log`) === 'back\n', PATIENT);
  });

  test('an agent that somebody ended is named', async () => {
    const { run } = await scene(2);
    const ended = step('ended', "kill -TERM $(cut -d ' ' -f 3 ../../lock); sleep 1");
    const results = await run([{ start: [step('fine', ':')] }, { start: [ended] }]);
    expect(stable(results)).toBe(
      `E_AGENT: somebody ended an agent on its host; undone in TIME, r1 still serves, and on the other 1
run it again, and look there who ends processes of the user`,
    );
  });

  test('a host that cannot write its commit down undoes it, and the others are told to be uneven', async () => {
    const { run, roots, saved } = await scene(2);
    const full = step('full', `${log('a')}; rm ../journal; mkdir ../journal`, log('back'));
    const results = await run([{ switch: [step('fine', log('a'), log('back'))] }, { switch: [full] }]);
    expect(results.failure?.message).toMatch(/^h1: could not write the commit down/);
    expect(results.hosts.map(({ outcome }) => outcome)).toEqual(['committed', 'aborted']);
    expect(roots.map((root) => read(`${root}/log`))).toEqual(['a\n', 'a\nback\n']);
    expect(saved.get('settled')).toBeUndefined();
  });

  test('an agent that is gone is not called settled', async () => {
    const { run, saved, roots } = await scene(1);
    const results = await run(
      [{ start: [step('suicide', `kill -9 $(cut -d ' ' -f 3 ${roots[0]}/.deploy/lock)`)] }].slice(0, 1),
    );
    expect(results).toMatchObject({ hosts: [{ outcome: 'unknown' }], failure: { details: { code: 'E_SSH_LOST' } } });
    expect(saved.get('settled')).toBeUndefined();
  });
});

test('the text in the bundle is agent.sh; else run node actions/ssh-deploy/scripts/inline-agent.ts', () => {
  expect(agentText).toBe(read(agentFile));
});
