import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCompose } from '../src/compose.ts';
import { contentOf, generatedFiles } from '../src/content.ts';
import { formatLibrary } from '../src/library.ts';
import type { Manifest } from '../src/manifest.ts';
import { planDeploy } from '../src/plan.ts';
import { inPlace } from '../src/selection.ts';
import { uploadStep } from '../src/steps/files.ts';
import { checkout, composeText, content, digest, facts, host, inputs, manifest } from './samples.ts';

const services = parseCompose([
  {
    path: 'compose.yaml',
    text: `services:
  web: {image: reg.example/app}
  worker: {image: reg.example/app, restart: always}
  shell: {image: tools, profiles: [debug]}
`,
  },
]);
const images = { images: `web=reg.example/app@${digest('b')}\nworker=reg.example/app@${digest('b')}` };

function selected(given: Readonly<Record<string, string>>) {
  const { rolling, rest, profiles, ...all } = contentOf(inputs({ ...images, ...given }), checkout({ services }), '00');
  return { runs: [...rolling.map(({ name }) => name), ...rest], profiles, images: Object.keys(all.images), all };
}

describe('what is deployed', () => {
  test.each([
    [{}, ['web', 'worker'], [], ['web', 'worker']],
    [{ profiles: 'debug' }, ['web', 'worker', 'shell'], ['debug'], ['web', 'worker']],
    [{ services: 'web' }, ['web'], [], ['web']],
    [{ services: 'worker, shell' }, ['worker', 'shell'], ['debug'], ['worker']],
  ])('%j', (given, runs, profiles, pinned) => {
    expect(selected(given)).toMatchObject({ runs, profiles, images: pinned });
    expect(selected(given).all.services).toEqual(['web', 'worker', 'shell']);
  });

  test.each([
    [{ services: 'wbe' }, 'services: wbe is no service of compose.yaml; did you mean web?'],
    [{ profiles: 'debgu' }, 'profiles: debgu is no profile of compose.yaml; did you mean debug?'],
  ])('%j is refused', (given, message) => {
    expect(() => selected(given)).toThrow(message);
  });

  test('nothing is refused, and so is what a host would have to build', () => {
    const only = parseCompose([{ path: 'c', text: 'services: {shell: {image: x, profiles: [debug]}}' }]);
    const given = inputs({ images: 'none' });
    expect(() => contentOf(given, checkout({ services: only }), '00')).toThrow('profiles: debug');
    const built = parseCompose([{ path: 'c', text: 'services: {web: {build: .}}' }]);
    expect(() => contentOf(given, checkout({ services: built }), '00')).toThrow(
      'images: has no image for web, and hosts never build\n  write: images: web=name@sha256:…',
    );
  });

  test('profiles travel with the release', () => {
    const files = generatedFiles(manifest('r1', { content: content({ profiles: ['a', 'b'] }) }), 'shop', new Map());
    const text = files.find(({ path }) => path === '.profiles')?.content ?? '';
    expect(Buffer.from(text).toString()).toBe('a\nb\n');
  });

  test('only selected services are warned about', () => {
    const loose = (given: Readonly<Record<string, string>>) =>
      planDeploy(inputs({ ...images, ...given }), { ...facts(host('app')), checkout: checkout({ services }) }).warnings;
    expect(loose({})[0]).toMatch(/^web: no restart policy/);
    expect(loose({ services: 'worker' })).toEqual([]);
  });

  test('a value of env that is empty is warned about', () => {
    const given = inputs({ ...images, env: 'URL=\nPORT=80', services: 'worker' });
    const { warnings } = planDeploy(given, { ...facts(host('app')), checkout: checkout({ services }) });
    expect(warnings).toEqual(['env: URL has no value; does the secret that it comes from exist?']);
  });
});

test('containers of services that a release had and this one has not are removed by id, others’ are not', () => {
  const containers = ['web', 'gone', 'foreign'].map((service) => ({
    id: `id-${service}`,
    service,
    state: 'running',
    name: service,
  }));
  const old = manifest('r1', { content: content({ services: ['web', 'proxy', 'gone'] }) });
  const plan = planDeploy(inputs(), facts(host('app', { current: 'r1', manifests: [old], containers })));
  const drop = plan.hosts[0]?.after.find(({ id }) => id === 'drop');
  expect(drop?.title).toBe('stop and remove gone, which the release no longer has');
  expect(drop?.run).toContain('docker rm -f id-gone >');
});

describe('a service that had colours', () => {
  const coloured = content({ strategy: 'blue-green', services: ['web', 'proxy', 'job'], rolling: [], rest: ['proxy'] });
  const containers = ['job', 'proxy'].map((service) => ({
    id: `id-${service}`,
    service,
    state: 'running',
    name: service,
  }));
  const detail = { image: 'x', hash: 'x', done: false };
  const live = {
    recorded: 'r1',
    files: {},
    unreadable: [],
    env: new Map(),
    hashes: {},
    details: { 'id-job': { ...detail, project: 'shop-blue' }, 'id-proxy': { ...detail, project: 'shop' } },
  };
  const at = { current: 'r1', containers, live };

  test('and has one place now loses its colour after the commit', () => {
    const manifests = [manifest('r1', { content: coloured })];
    const observed = host('app', { ...at, manifests });
    const services = parseCompose([
      { path: 'compose.yaml', text: `${composeText}  job: { image: x, ports: ['9:9'] }\n` },
    ]);
    const plan = planDeploy(inputs(), { checkout: checkout({ services }), hosts: [observed] });
    const drop = plan.hosts[0]?.after.find(({ id }) => id === 'drop');
    expect(drop?.run).toContain('docker rm -f id-job >');
  });

  test('is not recreated behind a proxy, which would lead to nothing', () => {
    const observed = host('app', { ...at, manifests: [manifest('r1', { content: coloured })] });
    expect(() => planDeploy(inputs({ strategy: 'recreate' }), facts(observed))).toThrow(
      'deploy@app: the proxy leads to a colour of r1, and strategy recreate does not tell it otherwise',
    );
  });
});

describe('a release that is on the host', () => {
  const given = inputs();
  const same = contentOf(given, checkout(), '00'.repeat(32));

  test('is reused with the same content, and keeps its images when the deploy is given up', () => {
    const at = {
      current: 'r1',
      manifests: [manifest('r1'), manifest('r2', { content: same })],
      releases: ['r1', 'r2'],
    };
    const [planned] = planDeploy(given, facts(host('app', at))).hosts;
    const pull = planned?.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'pull');
    expect(planned?.unchanged).toBe(false);
    expect(pull?.undo).toBeUndefined();
  });

  test('and is current is deployed onto itself where something does not run; what it replaced stays its previous', () => {
    const at = { current: 'r2', manifests: [manifest('r2', { content: same, previous: 'r1' })], releases: ['r2'] };
    const [planned] = planDeploy(given, facts(host('app', at))).hosts;
    expect(planned?.phases.flatMap(({ steps }) => steps).map(({ id }) => id)).toContain('upload');
  });

  /** The upload on this machine, without compose. */
  function upload(existing: boolean, parts: readonly ('run' | 'undo' | 'damage')[]): string {
    const root = mkdtempSync(join(tmpdir(), 'upload-'));
    const tx = join(root, 'tx');
    mkdirSync(join(root, '.deploy'));
    mkdirSync(join(root, 'releases'));
    mkdirSync(tx);
    if (existing) {
      mkdirSync(join(root, 'releases/r2'));
      writeFileSync(join(root, 'releases/r2/x'), 'old');
    }
    const step = uploadStep([{ path: 'x', content: Buffer.from('new') }], {
      zstd: false,
      hmacKey: 'ab',
      compose: false,
    });
    writeFileSync(join(tx, 'lib.sh'), formatLibrary({ root, app: 'shop', release: 'r2', previous: undefined }));
    for (const { name, content: bytes } of step.payloads ?? []) writeFileSync(join(tx, name), bytes);
    for (const part of parts) {
      if (part === 'damage') writeFileSync(join(tx, 'release.tar.gz'), 'x');
      else spawnSync('dash', ['-c', step[part] ?? ''], { cwd: tx });
    }
    const left = readdirSync(join(root, 'releases')).sort();
    const text = left.includes('r2') ? readFileSync(join(root, 'releases/r2/x'), 'utf8') : '';
    rmSync(root, { recursive: true });
    return `${left.join(' ')}: ${text}`;
  }

  test.each([
    [false, ['run'], 'r2: new'],
    [false, ['run', 'undo', 'undo'], ': '],
    [false, ['damage', 'run', 'undo'], ': '],
    [true, ['run'], '.was-r2 r2: new'],
    [true, ['run', 'undo', 'undo'], 'r2: old'],
    [true, ['damage', 'run', 'undo'], 'r2: old'],
    [true, ['undo'], 'r2: old'],
  ] as const)('existing %j, %j: %s', (existing, parts, end) => {
    expect(upload(existing, parts)).toBe(end);
  });
});

describe('what is recreated', () => {
  const phases = (given: Readonly<Record<string, string>>, at: Parameters<typeof host>[1] = {}) =>
    planDeploy(inputs({ ...given, watch: '0s' }), facts(host('app', at))).hosts[0]?.phases;
  const ids = (given: Readonly<Record<string, string>>) =>
    phases(given)?.map(({ name, steps }) => `${name}: ${steps.map(({ id }) => id).join(' ')}`);

  test('is the switch where nothing stands beside it, so it goes batch by batch; else it is ready before the switch', () => {
    expect(ids({ strategy: 'recreate' })?.slice(2)).toEqual(['start: ', 'switch: rest gate']);
    expect(ids({ images: 'none' })?.slice(2)).toEqual(['start: ', 'switch: rest gate']);
    expect(ids({})?.slice(2)).toEqual(['start: rest start gate', 'switch: ']);
  });

  const rolled = manifest('r1', { content: content({ proxy: undefined }) });
  const part = manifest('r1', { content: content({ rolling: [], rest: ['proxy'], proxy: undefined }) });
  const coloured = manifest('r1', { content: content({ strategy: 'blue-green', proxy: undefined }) });

  test.each([
    ['stood beside its old containers', rolled, { known: ['web', 'proxy'], unknown: [] }],
    ['was left out', part, { known: ['proxy'], unknown: ['web'] }],
    ['has colours, which are in nobody’s way', coloured, { known: ['proxy'], unknown: ['web'] }],
  ])('comes back as the release before had it: it %s', (_what, before, split) => {
    expect(inPlace(content({ rolling: [], rest: ['web', 'proxy'] }), before.content)).toEqual(split);
  });

  test('and was started by hand may not come back with an old engine or without curl, which the plan says', () => {
    const containers = [{ id: 'x', service: 'web', state: 'running', name: 'shop-web-1' }];
    const warnings = (tools: readonly string[], current?: Manifest, docker = '28.5.2') =>
      planDeploy(
        inputs({ strategy: 'recreate' }),
        facts(
          host('app', { docker, containers, tools, current: current?.release, manifests: current ? [current] : [] }),
        ),
      ).warnings;
    const text =
      'deploy@app: no release describes shop-web-1; to bring it back where the deploy fails takes curl and Docker 25 there';
    expect(warnings(['wget'])).toEqual([text]);
    expect(warnings(['wget', 'curl'])).toEqual([]);
    expect(warnings(['wget', 'curl'], undefined, '24.0.7')).toEqual([text]);
    expect(warnings(['wget'], rolled)).toEqual([]);
  });
});
