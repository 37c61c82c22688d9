import { ActionError, formatError } from '@suite/core';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../src/host-facts.ts';
import type { HostResult, Results } from '../src/results.ts';
import { formatWork, plannedOutputs, planWork, reportWork } from '../src/work.ts';
import { checkout, content, facts, host, inputs, manifest } from './samples.ts';

const two = {
  now: 100_000,
  current: 'r2',
  manifests: [manifest('r1', { at: 1_000 }), manifest('r2', { at: 90_000, previous: 'r1' })],
  releases: ['r1', 'r2'],
} satisfies Partial<HostFacts>;
const modes = { writable: true, lock: undefined, unsettled: false, login: undefined, volumes: [] };

describe('rollback', () => {
  const three = {
    ...two,
    current: 'r3',
    manifests: [...two.manifests, manifest('r3', { at: 95_000, previous: 'r2' })],
    releases: ['r1', 'r2', 'r3'],
  };

  test('without a target hosts that came from different releases are not led apart', () => {
    const seen = { ...facts(host('a', two), host('b', three)), checkout: undefined };
    expect(() => planWork(inputs({ mode: 'rollback', images: 'none' }), seen)).toThrow(
      expect.objectContaining({
        code: 'E_NO_RELEASE',
        message: 'the hosts came from different releases: deploy@a from r1, deploy@b from r2',
        details: expect.objectContaining({ hint: 'set `to` to the one that all of them go to' }),
      }),
    );
    const work = planWork(inputs({ mode: 'rollback', images: 'none', to: 'r1' }), seen);
    expect(work).toMatchObject({ mode: 'rollback', release: 'r1' });
  });
});

describe('check', () => {
  const given = inputs({ mode: 'check' });

  test('a host that can take the deploy is ready', () => {
    const work = planWork(given, facts(host('app')));
    expect(formatWork(work)).toBe(
      'deploy@app: ready (docker 28.5.2, compose 2.40.3, /opt 50.0 GB free, memory 4.0 GB free, runs no release)',
    );
    expect(reportWork(work, undefined)).toMatchObject({ outputs: { result: 'ready' }, failure: undefined });
  });

  test('everything that is missing on all hosts is told at once', () => {
    const reason = new ActionError('deploy@b: port 22 refused', { code: 'E_SSH_UNREACHABLE', hint: 'check the port' });
    const bad = { missingTools: ['flock'], modes: { ...modes, writable: false, login: 'unauthorized' } };
    const seen = { ...facts(host('a', bad)), unreachable: [{ host: 'deploy@b', reason }] };
    const { failure, outputs } = reportWork(planWork(given, seen), undefined);
    expect(outputs['result']).toBe('failed-clean');
    expect(failure && formatError(failure)).toBe(`E_PREFLIGHT: 4 things are in the way
E_ROOT: deploy@a: /opt/shop cannot be written by deploy; on the host, once: sudo install -d -o deploy /opt/shop
E_PULL: deploy@a: the registry refuses the login: unauthorized; check registry, registry-username and registry-password
E_TOOLS: deploy@a: flock is missing; install it on the host
E_SSH_UNREACHABLE: deploy@b: port 22 refused; check the port
nothing was changed`);
  });

  test('what only the plan finds is told too', () => {
    const { failure } = reportWork(planWork(inputs({ mode: 'check', proxy: 'nginx' }), facts(host('app'))), undefined);
    expect(failure?.message).toBe('no service mounts shared/nginx');
  });

  test('a running deploy, an open one and a wrong clock are notes', () => {
    const busy = {
      ...host('a', { modes: { ...modes, lock: '970 deploy-r3 9 acme/shop:ann\n990 start gate', unsettled: true } }),
      skew: -90,
    };
    const { annotations, failure } = reportWork(planWork(given, facts(busy)), undefined);
    expect(failure).toBeUndefined();
    expect(annotations?.map(({ message }) => message)).toEqual([
      'deploy@a: deploy-r3 of ann (acme/shop) has held the lock for 30.0 s, now at gate',
      'deploy@a: a deploy did not end there; the next one settles it first',
      'deploy@a: its clock is 90 s behind; set up NTP there',
    ]);
  });
});

test('list: the newest first, with age, run and digests; and hosts without any', () => {
  const work = planWork(inputs({ mode: 'list' }), { checkout: undefined, hosts: [host('a', two), host('b')] });
  expect(formatWork(work)).toBe(`deploy@a  r2 (current)  2 h 46 min  acme/shop  web aaaaaaaaaaaa
deploy@a  r1  27 h 30 min  acme/shop  web aaaaaaaaaaaa
deploy@b: no releases`);
  const { outputs } = reportWork(work, undefined);
  expect(outputs).toMatchObject({ result: 'listed', release: 'r2' });
  expect(JSON.parse(outputs['hosts'] ?? '')).toMatchObject([
    { host: 'deploy@a', current: 'r2', releases: [{ release: 'r2', previous: 'r1', ageMs: 10_000_000 }, {}] },
    { host: 'deploy@b', current: null, releases: [] },
  ]);
});

describe('destroy', () => {
  const seen = { checkout: undefined, hosts: [host('app', { ...two, modes: { ...modes, volumes: ['shop_db'] } })] };
  const work = (given: Readonly<Record<string, string>> = {}, all = seen) =>
    planWork(inputs({ mode: 'destroy', confirm: 'shop', ...given }), all);
  const results = (outcome: HostResult['outcome'], given: Partial<Results> = {}): Results => ({
    hosts: [{ host: 'deploy@app', outcome, steps: [] }],
    failure: undefined,
    failedState: undefined,
    switched: false,
    cancelled: false,
    undoMs: 0,
    ...given,
  });

  test('keeps data unless it was asked for', () => {
    expect(formatWork(work())).toBe(`destroy shop on 1 host
deploy@app
  stop all containers of the application
  remove its containers and networks
  remove the images of its releases
  remove releases and backups
  keep /opt/shop/shared, volume shop_db (destroy-data: true removes them)`);
    expect(formatWork(work({ 'destroy-data': 'true' }))).toMatch(
      /and its volumes\n.*\n {2}remove releases, backups and shared$/,
    );
    expect(JSON.parse(plannedOutputs(work())['plan'] ?? '')).toMatchObject({ mode: 'destroy' });
  });

  test.each([
    ['committed', {}, 'destroyed'],
    ['unchanged', {}, 'destroyed'],
    ['aborted', { failure: new ActionError('no', { code: 'E_STEP' }) }, 'failed-clean'],
    ['unknown', { failure: new ActionError('no', { code: 'E_SSH_LOST' }) }, 'failed-dirty'],
    ['aborted', { failure: new ActionError('no', { code: 'E_STEP' }), cancelled: true }, 'cancelled'],
  ] as const)('%s %j: %s', (outcome, given, result) => {
    expect(reportWork(work(), results(outcome, given)).outputs['result']).toBe(result);
  });

  test('where nothing is there is unchanged', () => {
    const none = { checkout: undefined, hosts: [host('app')] };
    expect(reportWork(work({}, none), results('unchanged')).outputs['result']).toBe('unchanged');
  });

  test('plain files need no docker, containers do', () => {
    const plain = manifest('r1', { content: content({ strategy: 'symlink' }) });
    const at = { docker: undefined, releases: ['r1'] };
    const given = (manifests: HostFacts['manifests']) => ({
      checkout: undefined,
      hosts: [host('app', { ...at, manifests })],
    });
    expect(formatWork(work({}, given([plain])))).not.toContain('containers');
    expect(() => work({}, given([manifest('r1')]))).toThrow('deploy@app: docker does not answer: no reason given');
  });
});

test('the images of check may be missing, then no proxy is planned', () => {
  const given = inputs({ mode: 'check', images: 'none', proxy: 'haproxy' });
  expect(
    reportWork(planWork(given, { checkout: checkout(), hosts: [host('app')] }), undefined).failure,
  ).toBeUndefined();
});
