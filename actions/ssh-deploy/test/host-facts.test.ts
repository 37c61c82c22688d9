import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFactsScript, parseFacts } from '../src/host-facts.ts';
import { formatManifest } from '../src/manifest.ts';
import { manifest } from './samples.ts';

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
  const question = {
    root,
    app: 'x',
    shared,
    proxyFile: 'haproxy/haproxy.cfg',
    images: [],
    login: undefined,
    tries: false,
  };
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
