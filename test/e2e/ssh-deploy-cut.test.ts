import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cable, layCable } from '../lab/cable.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { flaws, settled, standing } from './ssh-deploy-whole.ts';
import { type HostName, makeWorld, type World } from './ssh-deploy-world.ts';

const SSHD_PORT = 8653;
/** For a machine that does other work too. */
const LIMIT_MS = 400_000;

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

test('the runner dies between two commits: one host is new, one old, each whole, and post evens them out', {
  timeout: LIMIT_MS,
}, async () => {
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

/** Where the plug is pulled, and what serves when the host is up again. */
const pulls = [
  { state: 'start', line: /✓ start: bring up/, host: 'a', ends: 'old' },
  { state: 'switch', line: /✓ gate/, host: 'b', ends: 'old' },
  { state: 'watch', line: /✓ switch: lead/, host: 'a', ends: 'old' },
  { state: 'commit', line: /✓ watch/, host: 'b', ends: 'either' },
  { state: 'drain', line: /✓ switch: write/, host: 'a', ends: 'new' },
] as const;

describe.concurrent.each(['a', 'b'] as const)('the plug of host %s is pulled', (host) => {
  test.each(pulls.filter((pull) => pull.host === host))(
    'in $state: it comes up whole, and the next deploy settles it',
    { concurrent: false, timeout: LIMIT_MS },
    async ({ state, line, ends }) => {
      const old = (await world.version(host)) === 'v2' ? 'v2' : 'v1';
      const wanted = old === 'v1' ? 'v2' : 'v1';
      await startSshd(host);
      const there = { ...release(`x-${state}`, wanted), 'migrate-command': '' };
      const running = world.step({ ...there, ...ownSshd(host), watch: ends === 'old' ? '60s' : '1s' }).start();
      await running.waitFor(line);
      await world.onHost(host, reboot());
      await running.done;
      await expect.poll(() => world.version(host), { timeout: 30_000 }).toBeDefined();
      if (ends !== 'either') expect(await world.version(host)).toBe(ends === 'old' ? old : wanted);
      const { address, user } = world.lab.hosts[host];
      const next = { ...release(`y-${state}`, wanted), 'migrate-command': '', hosts: `${user}@${address}` };
      const { stdout, outputs } = await world.step(next).main();
      const settledAs = { old: 'aborted', new: 'committed', either: '(aborted|committed)' }[ends];
      expect(stdout).toMatch(
        new RegExp(`an earlier deploy \\(deploy-x-${state}-\\w+\\) had not ended; it is ${settledAs} now`),
      );
      expect(outputs.get('result')).toMatch(/^(deployed|unchanged)$/);
      await expectWhole(host, wanted, `x-${state}`);
    },
  );
});

async function startSshd(host: HostName): Promise<void> {
  await world.onHost(host, `/usr/sbin/sshd -p ${SSHD_PORT} -o PidFile=/run/sshd-${SSHD_PORT}.pid`);
}

/** Inputs that lead to a host through an sshd of the test's own. */
function ownSshd(host: HostName): Record<string, string> {
  const { address, user, knownHosts } = world.lab.hosts[host];
  return {
    hosts: `${user}@${address}:${SSHD_PORT}`,
    'known-hosts': knownHosts.replaceAll(`${address} `, `[${address}]:${SSHD_PORT} `),
  };
}

/**
 * What a reboot does to one application: sshd, agent and scripts die, what they had below /run is gone, and
 * the engine starts its containers again.
 */
function reboot(): string {
  return `end() { for child in $(pgrep -P $1); do end $child; done; kill -9 $1; }
end $(cat /run/sshd-${SSHD_PORT}.pid)
ls -l /proc/[0-9]*/cwd 2>/dev/null | awk '$NF ~ "^/opt/${world.app}/" { split($9, part, "/"); print part[3] }' | xargs -r kill -9
rm -rf /run/user /run/sshd-${SSHD_PORT}.pid
find /run -xdev -user deploy -delete
ids=$(docker ps -q --filter label=com.docker.compose.project=${world.app})
docker kill $ids >/dev/null
docker start $ids >/dev/null`;
}
