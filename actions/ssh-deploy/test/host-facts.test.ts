import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFactsScript, parseFacts, type Question } from '../src/host-facts.ts';
import { formatManifest } from '../src/manifest.ts';
import { content, manifest } from './samples.ts';

const about: Question = {
  root: '/opt/x',
  app: 'x',
  release: undefined,
  shared: [],
  proxyFile: undefined,
  images: undefined,
  login: undefined,
  mode: 'deploy',
};

test.each(['dash', 'bash'])('the script tells what is on this machine, under %s', (shell) => {
  const root = mkdtempSync(join(tmpdir(), 'facts-'));
  for (const name of ['releases/r1', 'releases/r2', 'shared/haproxy', '.deploy'])
    mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'releases/r1/manifest.json'), formatManifest(manifest('r1')));
  writeFileSync(join(root, 'releases/r2/manifest.json'), 'nonsense');
  writeFileSync(join(root, 'shared/haproxy/haproxy.cfg'), 'global\n');
  writeFileSync(join(root, '.deploy/hmac'), 'ab'.repeat(32));
  symlinkSync('releases/r1', join(root, 'current'));
  const shared = ['haproxy/haproxy.cfg', 'none'];
  const question = { ...about, root, shared, proxyFile: 'haproxy/haproxy.cfg', images: [] };
  const facts = parseFacts(spawnSync(shell, ['-s'], { input: formatFactsScript(question), encoding: 'utf8' }).stdout);
  rmSync(root, { recursive: true });
  expect(facts).toMatchObject({ current: 'r1', releases: ['r1', 'r2'], proxyFile: 'global\n' });
  expect(facts.manifests).toEqual([manifest('r1')]);
  expect(facts.hmacKey?.reveal()).toBe('ab'.repeat(32));
  expect(Object.keys(facts.shared)).toEqual(['haproxy/haproxy.cfg']);
  expect(facts.disks[0]?.total).toBeGreaterThan(1e9);
  expect(facts.memory?.free).toBeGreaterThan(1e6);
  expect(facts.now).toBeGreaterThan(1.7e9);
});

test.each([['dash'], ['bash'], ['busybox', 'sh']])(
  'of old releases all but their files is told, so that many files are not too much to tell, under %s',
  (shell, ...args) => {
    const root = mkdtempSync(join(tmpdir(), 'facts-'));
    const releases = ['r1', 'r2', 'r3', 'r4'].map((name, index) =>
      manifest(name, { previous: ['r0', 'r1', 'r2', 'r3'][index], content: content({ shared: { 'a/b': 'y' } }) }),
    );
    for (const each of releases) {
      mkdirSync(join(root, 'releases', each.release), { recursive: true });
      writeFileSync(join(root, 'releases', each.release, 'manifest.json'), formatManifest(each));
    }
    symlinkSync('releases/r4', join(root, 'current'));
    const told = (release: string | undefined) => {
      const script = formatFactsScript({ ...about, root, release, mode: 'rollback' });
      return parseFacts(spawnSync(shell, [...args, '-s'], { input: script, encoding: 'utf8' }).stdout).manifests;
    };
    const [r1, r2, r3, r4] = releases;
    const short = (each: typeof r1) => each && { ...each, content: { ...each.content, files: {} } };
    expect(told(undefined)).toEqual([short(r1), short(r2), r3, r4]);
    expect(told('r1')).toEqual([r1, short(r2), r3, r4]);
    rmSync(root, { recursive: true });
  },
);

test('containers, missing tools and a refused docker are read; noise of a login is passed over', () => {
  const id = 'c'.repeat(64);
  const facts = parseFacts(
    `Welcome to Ubuntu!\nnow 5\nmissing flock\nhas curl\ndocker-error permission denied\ncompose v2.40.3\ncontainer ${id} web running x-web-1\n`,
  );
  expect(facts).toMatchObject({
    now: 5,
    missingTools: ['flock'],
    tools: ['curl'],
    docker: undefined,
    dockerError: 'permission denied',
    compose: '2.40.3',
    containers: [{ id, service: 'web', state: 'running', name: 'x-web-1' }],
  });
});

test('two folders on one file system are one disk, named by the last', () => {
  const { disks } = parseFacts(
    'disk 1000 9000 5 7 9 /opt\ndisk 1001 9000 5 7 9 /var/lib/docker\ndisk 1000 9001 5 0 0 /x y\n',
  );
  expect(disks.map(({ where, free, inodes }) => [where, free, inodes])).toEqual([
    ['/var/lib/docker', 1_025_024, { free: 7, total: 9 }],
    ['/x y', 1_024_000, { free: 0, total: 0 }],
  ]);
});

test('a mode asks only what it needs: no environment is read, and so masked, for a look', () => {
  const script = (mode: 'deploy' | 'rollback' | 'check' | 'list' | 'destroy') => formatFactsScript({ ...about, mode });
  const reads = (mode: Parameters<typeof script>[0]) => [
    script(mode).includes('say env'),
    script(mode).includes('say lock'),
  ];
  expect([reads('deploy'), reads('rollback')]).toEqual([
    [true, false],
    [true, false],
  ]);
  expect([reads('check'), reads('list'), reads('destroy')]).toEqual([
    [false, true],
    [false, false],
    [false, true],
  ]);
});

test.each(['dash', 'bash'])(
  'of an index the layers for this machine are told, with the credentials, under %s',
  (shell) => {
    const folder = mkdtempSync(join(tmpdir(), 'docker-'));
    const index = `{
   "schemaVersion": 2,
   "mediaType": "application/vnd.oci.image.index.v1+json",
   "manifests": [
      { "x": 1 },
      {
         "mediaType": "m", "size": 1,
         "digest": "sha256:arm",
         "platform": {
            "architecture": "arm64",
            "os": "linux"
         }
      },
      {
         "mediaType": "m",
         "size": 1,
         "digest": "sha256:amd",
         "platform": {
            "architecture": "amd64",
            "os": "linux"
         }
      }
   ]
}`;
    writeFileSync(join(folder, 'index.json'), index);
    writeFileSync(
      join(folder, 'docker'),
      `#!/bin/sh
case "$*" in
  'version --format {{.Server.Arch}}') echo amd64 ;;
  'image inspect'*) exit 1 ;;
  --config*'manifest inspect reg/app@sha256:index') grep -q YTpi "$2/config.json" && cat ${folder}/index.json ;;
  --config*'manifest inspect reg/app@sha256:amd') echo '{"layers": [{"digest": "d", "size": 7}]}' ;;
  *) exit 1 ;;
esac`,
      { mode: 0o755 },
    );
    const login = { host: 'reg', username: 'a', password: 'b' };
    const images = ['reg/app@sha256:index', 'reg/none'];
    const question = { ...about, images, login };
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
    const said = spawnSync(shell, ['-s'], { input: formatFactsScript(question), encoding: 'utf8', env });
    rmSync(folder, { recursive: true });
    expect(parseFacts(said.stdout).needs.missing).toEqual({
      'reg/app@sha256:index': [{ digest: 'd', size: 7 }],
      'reg/none': undefined,
    });
  },
);
