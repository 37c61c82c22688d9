import { describe, expect, test } from 'vitest';
import { contentOf } from '../src/content.ts';
import { sha256 } from '../src/manifest.ts';
import { planDeploy } from '../src/plan.ts';
import { formatPlan } from '../src/plan-text.ts';
import { checkout, digest, disk, facts, haproxyText, host, inputs, manifest, untouched } from './samples.ts';

const haproxy = {
  proxy: 'haproxy',
  watch: '5s',
  'health-url': 'https://shop.example/health',
  'migrate-command': 'app migrate',
};
const running = [
  { id: 'a', service: 'web', state: 'running', name: 'shop-web-1' },
  { id: 'b', service: 'proxy', state: 'running', name: 'shop-proxy-1' },
];

describe('a plan', () => {
  test('of a first deploy, as it is printed', () => {
    expect(formatPlan(planDeploy(inputs(haproxy), facts(host('app'))))).toBe(`deploy shop to r2 on 1 host
deploy@app (first release)
  upload: list the running containers
  upload: unpack 5 files into releases
  backup: copy the files of the running release
  backup: write 1 files that releases share
  pull: pull the images of web, proxy
  migrate: run app migrate in web
  start: bring up proxy
  start: start new web beside the old
  gate: wait until web are healthy 2 times in a row, at most 60 s
  switch: lead haproxy to the new container
  switch: ask https://shop.example/health 2 times
  watch: watch for 5 s
  after commit, switch: write the container into haproxy.cfg
  after commit, drain: wait for the old container to be idle
  after commit, stop: stop and remove the old containers
  after commit, record: make it the current release`);
  });

  test('migrates on the first host only', () => {
    const plan = planDeploy(inputs({ ...haproxy, hosts: 'deploy@a\ndeploy@b' }), facts(host('a'), host('b')));
    const migrates = plan.hosts.map(({ phases }) =>
      phases.flatMap(({ steps }) => steps).some(({ id }) => id === 'migrate'),
    );
    expect(migrates).toEqual([true, false]);
    expect(plan.hosts.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('without images nothing stands beside: compose recreates what has changed, and all of it is looked at', () => {
    const plan = planDeploy(inputs({ images: 'none' }), facts(host('app')));
    const ids = plan.hosts[0]?.phases.flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(ids).toEqual(['snapshot', 'upload', 'backup', 'shared', 'pull', 'rest', 'gate', 'watch']);
  });

  test('the same content is unchanged while it runs, and only then', () => {
    const given = inputs({ proxy: 'haproxy' });
    const same = manifest('r1', { content: contentOf(given, checkout(), '00'.repeat(32)) });
    const shared = { 'haproxy/haproxy.cfg': sha256(haproxyText) };
    const at = { ...untouched(same), proxyFile: haproxyText, shared };
    const plan = planDeploy(given, facts(host('app', { ...at, containers: running })));
    expect(plan).toMatchObject({ release: 'r1', hosts: [{ unchanged: true, phases: [] }] });
    expect(formatPlan(plan)).toContain('deploy@app: unchanged, r1 has the same images, files and environment');
    expect(planDeploy(given, facts(host('app', { ...at, containers: running.slice(1) }))).hosts[0]?.unchanged).toBe(
      false,
    );
    const other = inputs({ proxy: 'haproxy', images: `web=reg.example/app@${digest('c')}` });
    expect(planDeploy(other, facts(host('app', { ...at, containers: running }))).hosts[0]?.unchanged).toBe(false);
  });

  test('a release that is there with other content is refused', () => {
    const at = { current: 'r1', manifests: [manifest('r1'), manifest('r2')] };
    expect(() => planDeploy(inputs(), facts(host('app', at)))).toThrow(
      /"r2" is on deploy@app already, with other content/,
    );
  });

  test('a changed environment is told by its keys', () => {
    const env = new Map([...inputs({ env: 'NEW=1234\nKEPT=5678' }).what.env]);
    const before = manifest('r1', { content: { ...manifest('r1').content, env: { OLD: 'x', KEPT: 'y' } } });
    const plan = planDeploy(inputs(), {
      checkout: checkout({ env }),
      hosts: [host('app', { current: 'r1', manifests: [before] })],
    });
    expect(plan.hosts[0]?.changes.env).toEqual(['~KEPT', '+NEW', '-OLD']);
    expect(JSON.stringify(formatPlan(plan))).not.toContain('5678');
  });

  test('the proxy’s file keeps where the traffic goes, and is left alone where nothing changed', () => {
    const live = haproxyText.replace('s1 none.invalid:8080 disabled', 's1 shop-web-3:8080');
    const at = { current: 'r1', manifests: [manifest('r1')], proxyFile: live };
    const shared = { 'haproxy/haproxy.cfg': sha256(live) };
    const ids = (given: object) =>
      planDeploy(inputs({ proxy: 'haproxy' }), facts(host('app', { ...at, ...given }))).hosts[0]?.phases.flatMap(
        ({ steps }) => steps.map(({ id }) => id),
      );
    expect(ids({ shared })).not.toContain('shared');
    expect(ids({ shared: { 'haproxy/haproxy.cfg': 'other' } })).toContain('shared');
  });
});

test('plain files need neither docker nor compose, and are ordered back by their manifest', () => {
  const bare = { docker: undefined, compose: undefined, missingTools: ['docker'] };
  const given = inputs({ strategy: 'symlink', images: 'none', files: 'dist -> .', 'switch-command': 'reload it' });
  const sent = { services: [], networks: [], releaseFiles: [], sharedFiles: [], env: new Map() };
  const plan = planDeploy(given, { checkout: sent, hosts: [host('app', bare)] });
  expect(formatPlan(plan)).toBe(`deploy shop to r2 on 1 host
deploy@app (first release)
  upload: unpack 3 files into releases
  backup: copy the files of the running release
  switch: lead current to it, then run switch-command
  after commit, record: make it the current release`);
  const manifests = ['r1', 'r2'].map((release) =>
    manifest(release, { previous: 'r1', content: plan.hosts[0]?.content ?? manifest('r1').content }),
  );
  const back = planDeploy(inputs({ mode: 'rollback', images: 'none' }), {
    checkout: undefined,
    hosts: [host('app', { ...bare, current: 'r2', manifests })],
  });
  const steps = back.hosts[0]?.phases.flatMap((phase) => phase.steps) ?? [];
  expect(steps.map(({ id }) => id)).toEqual(['activate']);
  expect(Buffer.from(steps[0]?.payloads?.[0]?.content ?? '').toString()).toBe('reload it\n');
});

describe('a rollback', () => {
  const back = { mode: 'rollback', images: 'none', release: 'x' };

  function observed(name: string, current: string) {
    const manifests = [manifest('r1'), manifest('r2', { previous: 'r1', at: 200 })];
    return host(name, { current, manifests, containers: running });
  }

  test('goes to the release before, without upload and migration', () => {
    const plan = planDeploy(inputs(back), { checkout: undefined, hosts: [observed('app', 'r2')] });
    expect(plan).toMatchObject({ mode: 'rollback', release: 'r1', hosts: [{ previous: 'r2', unchanged: false }] });
    const ids = plan.hosts[0]?.phases.flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(ids).toEqual(['snapshot', 'pull', 'rest', 'start', 'gate', 'switch', 'watch']);
  });

  test('is not refused for want of room: it writes next to nothing', () => {
    const full = observed('app', 'r2');
    const disks = [disk('/opt', { free: 0, inodes: { free: 0, total: 10 } })];
    const hosts = [{ ...full, facts: { ...full.facts, disks, memory: { free: 0, total: 8e9 } } }];
    expect(planDeploy(inputs(back), { checkout: undefined, hosts })).toMatchObject({ mode: 'rollback', release: 'r1' });
  });

  test('concerns the hosts that run the release, and keeps their places', () => {
    const hosts = [observed('a', 'r1'), observed('b', 'r2')];
    const plan = planDeploy(inputs(back), { checkout: undefined, hosts }, ({ facts: each }) => each.current === 'r2');
    expect(plan.hosts.map(({ host: name, index }) => [name, index])).toEqual([['deploy@b', 1]]);
  });

  test.each([
    [{ ...back }, 'r1', 'deploy@app has no release before r1', 'set `to` to one of: r2'],
    [{ ...back, to: 'r7' }, 'r2', 'deploy@app has no release r7', 'set `to` to one of: r1'],
  ])('%j is refused', (given, current, message, hint) => {
    const plan = () => planDeploy(inputs(given), { checkout: undefined, hosts: [observed('app', current)] });
    expect(plan).toThrow(
      expect.objectContaining({ message, code: 'E_NO_RELEASE', details: expect.objectContaining({ hint }) }),
    );
  });
});
