import { ActionError, formatError } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { dutyOf } from '../src/clean-up.ts';
import { rootError, stepError, stuckError } from '../src/failures.ts';
import { planDeploy } from '../src/plan.ts';
import { report } from '../src/report.ts';
import type { HostResult, Results } from '../src/results.ts';
import type { Step } from '../src/step.ts';
import { facts, host, inputs, manifest } from './samples.ts';

const plan = planDeploy(inputs({ env: 'A=bbbb' }), facts(host('app', { current: 'r1', manifests: [manifest('r1')] })));

function results(given: Partial<Results> = {}, outcome: HostResult['outcome'] = 'committed'): Results {
  const steps = [
    { id: 'pull', state: 'pull', ms: 1_200, rc: 0, out: '' },
    { id: 'gate', state: 'gate', ms: 800, rc: 0, out: '' },
  ] as const;
  return {
    hosts: [{ host: 'deploy@app', outcome, steps }],
    failure: undefined,
    failedState: undefined,
    switched: false,
    cancelled: false,
    undoMs: 0,
    ...given,
  };
}

describe('the report', () => {
  test('of a deploy', () => {
    const { outputs, summary, failure } = report(plan, results());
    expect(failure).toBeUndefined();
    expect(outputs).toMatchObject({ result: 'deployed', release: 'r2', 'previous-release': 'r1', changed: 'true' });
    expect(JSON.parse(outputs['hosts'] ?? '')).toMatchObject([
      { host: 'deploy@app', outcome: 'committed', seconds: { pull: 1.2, gate: 0.8 } },
    ]);
    expect(summary).toContain('### ✅ ssh-deploy: shop `r2` → deploy@app: deployed');
    expect(summary).toContain('| deploy@app | 1.2 s | 0.8 s | committed |');
    expect(summary).toContain('| deploy@app | web | `reg.example/app@aaaaaaaaaaaa` | `reg.example/app@bbbbbbbbbbbb` |');
    expect(summary).toContain('To go back: `mode: rollback`, `to: r1`.');
  });

  const failure = new ActionError('no', { code: 'E_GATE' });
  test.each([
    [{ failure, failedState: 'gate' }, 'aborted', 'failed-clean'],
    [{ failure, failedState: 'gate', switched: true }, 'aborted', 'rolled-back'],
    [{ failure, cancelled: true }, 'aborted', 'cancelled'],
    [{ failure }, 'unknown', 'failed-dirty'],
    [{ failure }, 'stuck', 'failed-dirty'],
  ] as const)('%j, %s: %s', (given, outcome, result) => {
    expect(report(plan, results(given, outcome)).outputs['result']).toBe(result);
  });

  test('an after step that failed is a warning, and the deploy stands', () => {
    const steps = [{ id: 'stop', state: 'stop', ms: 5, rc: 1, out: 'no\nno such container\n' }] as const;
    const { outputs, annotations } = report(
      plan,
      results({ hosts: [{ host: 'deploy@app', outcome: 'committed', steps }] }),
    );
    expect(outputs['result']).toBe('deployed');
    expect(annotations?.at(-1)?.message).toBe('deploy@app: deployed, but stop failed: no such container');
  });
});

describe('failures', () => {
  const step: Step = { id: 'gate', state: 'gate', title: '', kind: 'soft', limit: 60, run: '' };
  test.each([
    [
      'gate',
      'log of container x-web-2:\nboom\n! container x-web-2: it is exited with exit code 1\n',
      1,
      'E_GATE: app, gate: container x-web-2: it is exited with exit code 1; S\nlog of container x-web-2:\nboom',
    ],
    [
      'probe',
      '! container x: behind the proxy: http://x is version v1, expected v2\n',
      1,
      'E_VERSION: app, gate: container x: behind the proxy: http://x is version v1, expected v2; S',
    ],
    [
      'gate',
      'log of container x:\n{"msg":"No space left on device"}\n! container x: it is exited\n',
      1,
      'E_GATE: app, gate: container x: it is exited; S\nlog of container x:\n{"msg":"No space left on device"}',
    ],
    [
      'migrate',
      'no space left in the index\n! exit code 3\n',
      3,
      'E_MIGRATE: app, gate: exit code 3; S\nno space left in the index',
    ],
    [
      'gate',
      'log of container x:\nboom\n! No space left on device\n',
      1,
      'E_DISK: app, gate: No space left on device; S\nlog of container x:\nboom\nfree some disk on the host, then run it again; keep-releases says how many old ones stay',
    ],
    [
      'pull',
      'pulling\nwrite /x: no space left on device\n! cannot pull x\n',
      1,
      'E_DISK: app, gate: write /x: no space left on device; S\npulling\nfree some disk on the host, then run it again; keep-releases says how many old ones stay',
    ],
    ['pull', '', 143, 'E_PULL: app, gate: was stopped after 60 s; S'],
    ['migrate', 'no such table\n', 3, 'E_MIGRATE: app, gate: no such table; S'],
    ['other', '', 3, 'E_STEP: app, gate: exit code 3; S'],
  ])('of step %s', (id, out, rc, text) => {
    expect(formatError(stepError({ host: 'app', step: { ...step, id }, rc, out }, '; S'))).toBe(text);
  });

  test('say what to do', () => {
    expect(formatError(rootError('app', '/opt/shop', 'deploy'))).toBe(
      'E_ROOT: app: /opt/shop cannot be written by deploy\non the host, once: sudo install -d -o deploy /opt/shop',
    );
    expect(
      stuckError('app', '/opt/shop', [{ e: 'stuck', id: 'start', rc: 1, out: '! docker does not answer\n' }]).message,
    ).toBe('app: the undo of step start failed three times: docker does not answer');
  });
});

const unsettled = { began: 'r2', settled: undefined, deployed: undefined };
const deployed = { began: 'r2', settled: 'true', deployed: 'r2' };

test.each([
  [{ ...unsettled, began: undefined }, {}, { settle: false, rollBack: undefined }],
  [deployed, { jobStatus: 'success' }, { settle: false, rollBack: undefined }],
  [deployed, {}, { settle: false, rollBack: 'r2' }],
  [deployed, { jobStatus: 'cancelled' }, { settle: false, rollBack: 'r2' }],
  [deployed, { rollbackOn: 'deploy' }, { settle: false, rollBack: undefined }],
  [{ ...deployed, deployed: undefined }, {}, { settle: false, rollBack: undefined }],
  [unsettled, { jobStatus: 'cancelled' }, { settle: true, rollBack: 'r2' }],
  [unsettled, { rollbackOn: 'never' }, { settle: true, rollBack: undefined }],
  // Going back was what was asked for: once more would be a release too far.
  [unsettled, { mode: 'rollback' }, { settle: true, rollBack: undefined }],
  [unsettled, { mode: 'destroy' }, { settle: true, rollBack: undefined }],
] as const)('post: %j, %j: %j', (state, given, duty) => {
  expect(dutyOf(state, { mode: 'deploy', jobStatus: 'failure', rollbackOn: 'job', ...given })).toEqual(duty);
});
