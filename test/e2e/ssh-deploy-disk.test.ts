import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountSmallDisk, type Undo } from '../lab/faults.ts';
import { startLoad } from '../lab/load.ts';
import { goodRelease, heavy } from '../lab/pipeline/variants.ts';
import { startSshd } from './ssh-deploy-sshd.ts';
import { flaws, type Standing, standing } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

/** The folder of the application is a file system of 12 MiB, and each release has 1 MiB that does not compress. */
const DISK = '12m';
const BALLAST = 1_048_576;

let world: World;
let images: Readonly<Record<'v1' | 'v2' | 'heavy', string>>;
let unmount: Undo;
let before: Standing;

beforeAll(async () => {
  world = await makeWorld('disk', { port: 8661 });
  images = {
    v1: await world.image(goodRelease('v1')),
    v2: await world.image(goodRelease('v2')),
    heavy: await world.image(heavy),
  };
  unmount = await mountSmallDisk(world.lab, 'a', { dir: `/opt/${world.app}`, size: DISK });
  expect((await deploy('r1', images.v1).main()).errors).toEqual([]);
  before = await standing(world);
});

afterAll(async () => {
  await unmount?.();
  await world?.dispose();
});

function deploy(release: string, ref: string, inputs: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(world.workspace, 'ballast'), randomBytes(BALLAST));
  return world.step({
    release,
    images: `web=${ref}\nworker=${ref}`,
    files: 'proxy/haproxy -> shared/haproxy\nballast -> ballast',
    'min-free-disk': '1KiB',
    'max-disk-used': '99%',
    'min-free-inodes': '0%',
    ...inputs,
  });
}

/** Fills the disk but for so many KiB, deploys, and frees it again. */
async function deployWith(freeKiB: number): Promise<string> {
  const root = `/opt/${world.app}`;
  const fill = `free=$(df -Pk ${root} | awk 'NR == 2 { print $4 }'); head -c $(((free - ${freeKiB}) * 1024)) /dev/zero >${root}/filler`;
  await world.onHost('a', fill);
  const load = startLoad({ url: world.url('a'), keepAlive: 2, oneShot: 2 });
  const { errors, outputs } = await deploy('r2', images.v2).main();
  expect((await load.stop()).lostSamples).toEqual([]);
  await world.onHost('a', `rm ${root}/filler`);
  expect(outputs.get('result')).toBe('failed-clean');
  await expectOld();
  return (errors[0] ?? '').replace(/undone in [\d.]+ m?s/, 'undone in TIME');
}

async function expectOld(): Promise<void> {
  const found = await standing(world);
  expect(flaws(found, 'r2')).toEqual([]);
  expect(found).toEqual(before);
}

const hint = 'free some disk on the host, then run it again; keep-releases says how many old ones stay';

test('full while the files are sent', async () => {
  expect(await deployWith(600)).toBe(
    `E_DISK: deploy@10.77.0.11: no space left below /opt/${world.app}; everything was undone\n${hint}`,
  );
});

test('full while they are unpacked', async () => {
  expect(await deployWith(1_700)).toMatch(
    new RegExp(
      `^E_DISK: deploy@10.77.0.11, upload: .*No space left on device; undone in TIME, r1 still serves\n${hint}$`,
    ),
  );
});

test('full while the old files are copied', async () => {
  expect(await deployWith(2_700)).toMatch(
    new RegExp(
      `^E_DISK: deploy@10.77.0.11, backup: .*No space left on device; undone in TIME, r1 still serves\n${hint}$`,
    ),
  );
});

test('full while an image is unpacked: an engine of its own with a disk of 240 MiB', async () => {
  const [folder, socket] = [`/run/${world.app}`, `/run/${world.app}.sock`];
  // A bridge of its own: an engine that is told to have none removes docker0, which is the usual engine's.
  const bridge = 'lab-small0';
  await world.onHost(
    'a',
    `mkdir ${folder} && mount -t tmpfs -o size=240m lab-small ${folder}
echo "{}" >${folder}.json
ip link add ${bridge} type bridge && ip addr add 10.212.0.1/24 dev ${bridge}
dockerd --config-file ${folder}.json --data-root ${folder} --exec-root ${folder}.exec --pidfile ${folder}.pid --host unix://${socket} --bridge ${bridge} --iptables=false --ip6tables=false >/dev/null 2>${folder}.log &
n=0; until docker -H unix://${socket} info >/dev/null 2>&1; do n=$((n + 1)); [ $n -lt 150 ] || { tail ${folder}.log; exit 1; }; sleep 0.2; done
chgrp docker ${socket}`,
  );
  // What the usual engine publishes is somebody else's port to this one.
  const env = 'DATABASE_URL=none\nREDIS_URL=none\nHTTP_PORT=8663';
  const sshd = await startSshd(world, 8662, [`SetEnv=DOCKER_HOST=unix://${socket}`]);
  try {
    const { errors } = await deploy('r2', images.heavy, { ...sshd.inputs, env }).main();
    expect(errors[0]?.replace(/undone in [\d.]+ m?s/, 'undone in TIME')).toMatch(
      new RegExp(
        `^E_DISK: deploy@10.77.0.11:8662, pull: .*no space left on device; undone in TIME, r1 still serves\n${hint}$`,
      ),
    );
    await expectOld();
  } finally {
    await sshd.stop();
    await world.onHost(
      'a',
      `kill $(cat ${folder}.pid); while [ -e ${folder}.pid ]; do sleep 0.2; done; ip link del ${bridge}; umount -l ${folder}; rm -rf ${folder} ${folder}.*`,
    );
  }
});

test('with room again the same release is deployed', async () => {
  expect((await deploy('r2', images.v2).main()).errors).toEqual([]);
  expect(await world.version('a')).toBe('v2');
});
