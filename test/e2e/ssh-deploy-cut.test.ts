import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cable, layCable } from '../lab/cable.ts';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { type HostName, makeWorld, type World } from './ssh-deploy-world.ts';

const SSHD_PORT = 8653;

let world: World;
let cable: Cable;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('cut', { hosts: ['a', 'b'], port: 8652 });
  cable = await layCable({ host: world.lab.hosts.b.address, port: 22 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  expect((await world.step({ ...release('r1', 'v1'), watch: '0s' }).main()).errors).toEqual([]);
});

afterAll(async () => {
  await cable?.close();
  await world?.dispose();
});

function release(name: string, version: 'v1' | 'v2'): Record<string, string> {
  return { release: name, images: `web=${images[version]}\nworker=${images[version]}`, lease: '21s' };
}

/** Inputs that lead to host b through the cable. */
function overCable(): Record<string, string> {
  const knownHosts = world.lab.hosts.b.knownHosts.replaceAll(/^\S+:2212 /gm, `[127.0.0.1]:${cable.port} `);
  return {
    hosts: `deploy@127.0.0.1:${cable.port}`,
    'known-hosts': knownHosts,
    'connect-timeout': '2s',
    'connect-retries': '0',
  };
}

async function expectWhole(host: HostName, version: string, killed = ''): Promise<void> {
  const found = await standing(world, host);
  expect(flaws(found, killed)).toEqual([]);
  expect(found.version).toBe(version);
}

test('a link that is silent for six seconds: the deploy goes on', async () => {
  const running = world.step({ ...release('r2', 'v2'), ...overCable(), watch: '3s' }).start();
  await running.waitFor(/✓ pull/);
  cable.pull();
  await sleep(6_000);
  cable.plug();
  const result = await running.done;
  expect(result.errors).toEqual([]);
  await expectWhole('b', 'v2');
});

test('a link that stays silent behind the switch: the host goes back by itself, and the next deploy works', async () => {
  const load = startLoad({ url: world.url('b'), keepAlive: 3, oneShot: 3 });
  const step = world.step({ ...release('r3', 'v1'), ...overCable(), watch: '60s' });
  const running = step.start();
  await running.waitFor(/✓ switch: lead/);
  cable.pull();
  const result = await running.done;
  expect(result.outputs.get('result')).toBe('failed-dirty');
  expect(result.errors).toEqual([
    `E_SSH_LOST: deploy@127.0.0.1:${cable.port}: the connection was lost; the host settles by itself within 21 s
the next deploy, or the post step of this job, sees where it ended`,
  ]);
  const post = await step.post('failure');
  expect(post.errors[0]).toMatch(
    /^E_ROLLBACK_FAILED: the job is failure, and r3 could not be rolled back: E_SSH_UNREACHABLE/,
  );
  expect(await settled(world, 'b')).toBeLessThan(40_000);
  expect((await load.stop()).lostSamples).toEqual([]);
  await expectWhole('b', 'v2', 'r3');
  cable.cut();
  cable.plug();
  expect((await world.step({ ...release('r4', 'v1'), ...overCable() }).main()).outputs.get('result')).toBe('deployed');
});

test('the runner dies between two commits: one host is new, one old, each whole, and post evens them out', async () => {
  await world.step({ ...release('r5', 'v1') }).main();
  const both = {
    hosts: `deploy@${world.lab.hosts.a.address}\n${overCable()['hosts']}`,
    'known-hosts': `${world.lab.hosts.a.knownHosts}${overCable()['known-hosts']}`,
  };
  const step = world.step({ ...release('r6', 'v2'), ...both, watch: '4s' });
  const running = step.start();
  await running.waitFor(/127\.0\.0\.1:\d+ {2}✓ switch: lead/);
  cable.pull('toServer');
  await running.waitFor(/10\.77\.0\.11 {2}✓ record/);
  killTree(running.pid);
  await running.done;
  cable.cut();
  cable.plug();
  await Promise.all([settled(world, 'a'), settled(world, 'b')]);
  await expectWhole('a', 'v2');
  await expectWhole('b', 'v1', 'r6');
  const post = await step.post('failure');
  expect(post.errors).toEqual([]);
  await expectWhole('a', 'v1');
  await expectWhole('b', 'v1', 'r6');
});

test('the plug of a host is pulled behind the switch: it comes up with the old release, and the next deploy settles it', async () => {
  await world.onHost('a', `/usr/sbin/sshd -p ${SSHD_PORT} -o PidFile=/run/sshd-${SSHD_PORT}.pid`);
  const address = world.lab.hosts.a.address;
  const own = {
    hosts: `deploy@${address}:${SSHD_PORT}`,
    'known-hosts': world.lab.hosts.a.knownHosts.replaceAll(`${address} `, `[${address}]:${SSHD_PORT} `),
  };
  const running = world.step({ ...release('r7', 'v2'), ...own, watch: '60s' }).start();
  await running.waitFor(/✓ switch: lead/);
  await world.onHost('a', reboot());
  expect((await running.done).outputs.get('result')).toBe('failed-dirty');
  await expect.poll(() => world.version('a'), { timeout: 20_000 }).toBe('v1');
  const next = await world.step({ ...release('r8', 'v2'), hosts: `deploy@${address}` }).main();
  expect(next.stdout).toMatch(/an earlier deploy \(deploy-r7-\w+\) had not ended; it is aborted now/);
  expect(next.outputs.get('result')).toBe('deployed');
  await expectWhole('a', 'v2', 'r7');
});

/** What a reboot does to one application: sshd, agent and script die, and the engine starts its containers again. */
function reboot(): string {
  return `end() { for child in $(pgrep -P $1); do end $child; done; kill -9 $1; }
end $(cat /run/sshd-${SSHD_PORT}.pid)
rm -f /run/sshd-${SSHD_PORT}.pid
ids=$(docker ps -q --filter label=com.docker.compose.project=${world.app})
docker kill $ids >/dev/null
docker start $ids >/dev/null`;
}
