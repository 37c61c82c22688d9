import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountSmallDisk, type Undo } from '../lab/faults.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { settled } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;
let unmount: Undo;

beforeAll(async () => {
  world = await makeWorld('ngdisk', { port: 8673 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  unmount = await mountSmallDisk(world.lab, 'a', { dir: `/opt/${world.app}`, size: '4m' });
  expect((await deploy('r1', images.v1).main()).errors).toEqual([]);
});

afterAll(async () => {
  await unmount?.();
  await world?.dispose();
});

function deploy(release: string, ref: string) {
  const nginx = { 'compose-files': 'compose.nginx.yaml', files: 'proxy/nginx -> shared/nginx', proxy: 'nginx' };
  const small = { 'min-free-disk': '1KiB', 'max-disk-used': '99%', 'min-free-inodes': '0%' };
  return world.step({ ...nginx, ...small, release, images: `web=${ref}\nworker=${ref}`, watch: '30s' });
}

test('the disk is full when the new container dies: nginx leads to the old one again', async () => {
  const servers = `cat /opt/${world.app}/shared/nginx/upstream.servers`;
  const before = await world.onHost('a', servers);
  const running = deploy('r2', images.v2).start();
  await running.waitFor(/✓ switch: lead/);
  await world.onHost(
    'a',
    `head -c 8388608 /dev/zero >/opt/${world.app}/filler 2>/dev/null; docker kill $(docker ps -q --filter name=${world.app}-web-2)`,
  );
  const result = await running.done;
  await settled(world);
  expect(await world.version('a')).toBe('v1');
  expect(await world.onHost('a', servers)).toBe(before);
  expect(result.outputs.get('result')).toBe('rolled-back');
  expect(result.errors[0]).toContain('E_ROLLED_BACK: rolled back in ');
});
