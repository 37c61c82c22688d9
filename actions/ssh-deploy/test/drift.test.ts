import { Secret } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { changesOf, formatChanges } from '../src/changes.ts';
import { findDrift } from '../src/drift.ts';
import { parseFacts } from '../src/host-facts.ts';
import { hmac, sha256 } from '../src/manifest.ts';
import { planDeploy } from '../src/plan.ts';
import { formatPlan } from '../src/plan-text.ts';
import { planOutput, report } from '../src/report.ts';
import { checkout, content, digest, facts, haproxyText, host, inputs, manifest, untouched } from './samples.ts';

const key = '00'.repeat(32);
const shared = { 'haproxy/haproxy.cfg': sha256(haproxyText) };
const release = manifest('r1', { content: content({ env: { A: hmac(key, 'one!'), B: hmac(key, 'two!') }, shared }) });
const ref = content().images['web'] ?? '';
const live = haproxyText.replace('s1 none.invalid:8080 disabled', 's1 shop-web-1:8080');
const clean = untouched(release);
const good = {
  ...clean,
  live: {
    ...clean.live,
    env: new Map([
      ['A', new Secret('one!')],
      ['B', new Secret('two!')],
    ]),
    hashes: { web: 'h1', proxy: 'h2' },
    details: {
      w: { image: ref, hash: 'h1', project: 'shop', done: false },
      p: { image: 'haproxy:2.6', hash: 'h2', project: 'shop', done: false },
    },
  },
  containers: [
    { id: 'w', service: 'web', state: 'running', name: 'shop-web-1' },
    { id: 'p', service: 'proxy', state: 'running', name: 'shop-proxy-1' },
  ],
  proxyFile: live,
  shared: { 'haproxy/haproxy.cfg': sha256(live) },
};
function drift(given: object, from = checkout()): readonly string[] {
  return findDrift(host('app', { ...good, ...given }), 'shop', from).map(({ what }) => what);
}
const alive = (given: object) => ({ live: { ...good.live, ...given } });

describe('drift', () => {
  test('is none where nobody did anything, though the deploy itself wrote the proxy’s servers', () => {
    expect(drift({})).toEqual([]);
  });

  test.each([
    [alive({ recorded: 'r0' }), ['current leads to r1, the last deploy made it lead to r0']],
    [{ current: undefined }, ['current leads to nothing, the last deploy made it lead to r1']],
    [alive({ files: { ...good.live.files, 'compose.yaml': 'z' } }), ['file compose.yaml was edited']],
    [alive({ files: { ...good.live.files, 'compose.images.yaml': 'z' } }), ['file compose.images.yaml was edited']],
    [
      alive({ files: {} }),
      ['compose.yaml', '.compose', 'compose.images.yaml'].map((name) => `file ${name} was removed`),
    ],
    [alive({ files: { ...good.live.files, 'cache/x': 'z' } }), []],
    [
      alive({
        files: { '.compose': good.live.files['.compose'] },
        unreadable: ['compose.yaml', 'compose.images.yaml'],
      }),
      [],
    ],
    [alive({ env: undefined }), ['file env was removed']],
    [
      alive({
        env: new Map([
          ['A', new Secret('two!')],
          ['C', new Secret('three')],
        ]),
      }),
      ['file env was edited: ~A -B +C'],
    ],
    [{ containers: good.containers.slice(1) }, ['service web: 0 of 1 containers run']],
    [
      { containers: [{ ...good.containers[0], state: 'exited' }, good.containers[1]] },
      ['service web: 0 of 1 containers run'],
    ],
    [
      { containers: [...good.containers, { id: 'x', service: 'web', state: 'exited', name: 'shop-web-9' }] },
      ['service web has 2 containers (shop-web-1, shop-web-9), the release 1'],
    ],
    [
      alive({ details: { ...good.live.details, w: { ...good.live.details.w, image: 'app:latest', hash: 'h9' } } }),
      [`container shop-web-1 runs app:latest, the release has ${ref}`],
    ],
    [
      alive({ details: { ...good.live.details, p: { ...good.live.details.p, hash: 'h9' } } }),
      ['container shop-proxy-1 has another configuration than the release'],
    ],
    [
      { containers: [...good.containers, { id: 'x', service: 'redis', state: 'running', name: 'redis' }] },
      ['container redis of service redis is not of the release; it is left alone'],
    ],
    [
      { shared: { 'haproxy/haproxy.cfg': sha256('mine') }, proxyFile: `${live}# mine\n` },
      ['shared/haproxy/haproxy.cfg was edited'],
    ],
    [{ shared: {}, proxyFile: undefined }, ['shared/haproxy/haproxy.cfg was removed']],
  ])('%#: %j', (given, told) => {
    expect(drift(given)).toEqual(told);
  });

  test('a service that has done its work need not run', () => {
    const done = { image: ref, hash: 'h1', project: 'shop', done: true };
    const given = {
      ...alive({ details: { ...good.live.details, w: done } }),
      containers: good.containers.map((each) => ({ ...each, state: each.id === 'w' ? 'exited' : each.state })),
    };
    expect(drift(given)).toEqual([]);
  });

  test('a file that the checkout changes is not compared: the plan writes it', () => {
    const sharedFiles = [{ path: 'haproxy/haproxy.cfg', content: Buffer.from(`${haproxyText}# new\n`) }];
    expect(drift({ shared: { 'haproxy/haproxy.cfg': 'z' } }, checkout({ sharedFiles }))).toEqual([]);
  });

  test('stands in the plan, its JSON and the warnings of a deploy, without values', () => {
    const edited = { ...good, ...alive({ env: new Map([['A', new Secret('hush-hush')]]) }) };
    const plan = planDeploy(inputs({ proxy: 'haproxy' }), facts(host('app', edited)));
    const told = 'file env was edited: ~A -B';
    expect(formatPlan(plan)).toContain(`deploy@app (from r1)\n  changed by hand: ${told}\n`);
    expect(planOutput(plan)).toMatchObject({ hosts: [{ drift: [told] }] });
    const results = {
      hosts: [],
      failure: undefined,
      failedState: undefined,
      switched: false,
      cancelled: false,
      undoMs: 0,
    };
    expect(report(plan, results).annotations?.[0]?.message).toBe(`deploy@app: changed by hand since r1: ${told}`);
    expect(JSON.stringify([planOutput(plan), formatPlan(plan)])).not.toContain('hush');
  });
});

test('changes: images by digest, names of files, services and environment', () => {
  const after = content({
    images: { web: `reg.example/app@${digest('b')}`, worker: `reg.example/app@${digest('b')}` },
    rolling: [
      { name: 'web', replicas: 1 },
      { name: 'worker', replicas: 1 },
    ],
    rest: [],
    files: { 'compose.yaml': 'y', new: 'z' },
    shared: { a: 'x' },
    env: { A: 'x' },
  });
  expect(formatChanges(changesOf(content({ env: { A: 'w', B: 'w' } }), after))).toEqual([
    'image of web: reg.example/app@aaaaaaaaaaaa → reg.example/app@bbbbbbbbbbbb',
    'image of worker: none → reg.example/app@bbbbbbbbbbbb',
    'services: -proxy +worker',
    'files: ~compose.yaml +new',
    'shared: +a',
    'environment: ~A -B',
  ]);
});

test('what a host says of containers and of the current release is read', () => {
  const { live: said } = parseFacts(
    `detail abc app@sha256:1 h1 shop exited 0 \ndetail def app@sha256:1  shop exited 0 always\nrecorded r1\nfile ${'a'.repeat(64)} a b.txt\nhash web h1\nenv ${Buffer.from("A='x y'\n").toString('base64')}\n`,
  );
  expect(said).toMatchObject({
    recorded: 'r1',
    files: { 'a b.txt': 'a'.repeat(64) },
    hashes: { web: 'h1' },
    details: { abc: { hash: 'h1', done: true }, def: { hash: '', done: false } },
  });
  expect(said.env?.get('A')?.reveal()).toBe('x y');
});
