import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { stable } from './ssh-deploy-stable.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

const HOST = 'deploy@10.77.0.11';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('end', { port: 8640 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const first = world.step(release('r1', 'v1'));
  expect((await first.main()).errors).toEqual([]);
  first.dispose();
});

afterAll(() => world?.dispose());

function release(name: string, version: 'v1' | 'v2'): Record<string, string> {
  return { release: name, images: `web=${images[version]}\nworker=${images[version]}`, lease: '21s' };
}

/** Never good, and in no hurry to say so. */
const stuckInGate = { 'health-command': 'false', 'health-timeout': '120s' };

function settled(): Promise<string> {
  return world.onHost('a', `[ -d /opt/${world.app}/.deploy/tx ] && echo open || echo settled`);
}

/** A second release that is given up: the whole message, and what the outputs say. */
async function fails(more: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
  const { errors, outputs } = await world.step({ ...release('r2', 'v2'), ...more }).main();
  return [...errors.map((error) => stable(error, world.app)), outputs.get('result'), outputs.get('failed-state')];
}

const webLog = `log of container APP-web-N:
{"time":"TIME","level":"INFO","msg":"serving","command":"serve","version":"v2","address":":8080"}`;

test.each<[string, Record<string, string>, string, string | undefined]>([
  [
    'E_STRATEGY',
    { proxy: 'nginx' },
    "no service mounts shared/nginx\nmount ../../shared/nginx in the proxy's service",
    undefined,
  ],
  [
    'E_MIGRATE',
    { 'migrate-command': 'app nonsense' },
    `${HOST}, migrate: exit code 2; undone in TIME, r1 still serves\nusage: app serve | worker | migrate | health [worker]`,
    'migrate',
  ],
  [
    'E_VERSION',
    { 'health-url': 'http://10.77.0.11:8640/health', 'expect-version': 'v9', 'health-timeout': '20s' },
    `${HOST}, gate: container APP-web-N: not healthy after 20 s: http://CONTAINER:8080/health is version v2, expected v9; undone in TIME, r1 still serves\n${webLog}`,
    'gate',
  ],
  [
    'E_GATE',
    { 'health-command': 'sh -c "echo cache is cold; exit 7"', 'health-timeout': '15s' },
    `${HOST}, gate: container APP-web-N: not healthy after 15 s: health-command ended with exit code 7: cache is cold; undone in TIME, r1 still serves\n${webLog}`,
    'gate',
  ],
  [
    'E_TIMEOUT',
    { ...stuckInGate, timeout: '60s' },
    'not deployed within 1 min 0 s; undone in TIME, r1 still serves\nset timeout to more than the deploy needs, for example 30m',
    'gate',
  ],
])('%s: the whole message', async (code, inputs, text, state) => {
  expect(await fails(inputs)).toEqual([`${code}: ${text}`, 'failed-clean', state]);
  expect(await world.version('a')).toBe('v1');
});

test('E_SWITCH: the words of the command, and what serves again', async () => {
  const plain = await makeWorld('switch', { port: 8641 });
  await plain.onHost('a', `install -d -o deploy /opt/${plain.app}`);
  const none = { 'compose-files': '', proxy: '', 'migrate-command': '', files: 'proxy/haproxy -> .' };
  const deploy = (name: string, command: string) =>
    plain.step({ ...none, strategy: 'command', 'switch-command': command, release: name }).main();
  expect((await deploy('r1', ':')).errors).toEqual([]);
  const { errors, outputs } = await deploy(
    'r2',
    '[ "$UNDO" = true ] || { echo "the service does not like $RELEASE" >&2; exit 3; }',
  );
  await plain.dispose();
  expect(errors.map((error) => stable(error, plain.app))).toEqual([
    `E_SWITCH: ${HOST}, switch: switch-command ended with exit code 3
E_ROLLED_BACK: rolled back in TIME, ${HOST} on r1
the service does not like r2`,
  ]);
  expect(Object.fromEntries(outputs)).toMatchObject({ result: 'rolled-back', 'failed-state': 'switch' });
});

test('E_BACKUP of the configuration: a copy without its manifest is none', async () => {
  const manifest = `/opt/${world.app}/releases/r1/manifest.json`;
  await world.onHost('a', `cp -p ${manifest} /tmp/${world.app} && : >${manifest}`);
  const told = await fails({});
  await world.onHost('a', `mv /tmp/${world.app} ${manifest}`);
  const message = `E_BACKUP: ${HOST}, backup: the backup of r1 is empty; undone in TIME, r1 still serves`;
  expect(told).toEqual([message, 'failed-clean', 'backup']);
});

test('E_CANCELLED in the gate: the whole message', async () => {
  const running = world.step({ ...release('r2', 'v2'), ...stuckInGate }).start();
  await running.waitFor(/✓ start: start new/);
  running.cancel();
  const { errors, outputs } = await running.done;
  const message = 'E_CANCELLED: cancelled; undone in TIME, r1 still serves';
  expect(errors.map((error) => stable(error, world.app))).toEqual([message]);
  expect(outputs.get('result')).toBe('cancelled');
});

test('E_CANCELLED behind the switch: the whole message', async () => {
  const running = world.step({ ...release('r2', 'v2'), watch: '120s' }).start();
  await running.waitFor(/✓ switch: lead/);
  running.cancel();
  const { errors, outputs } = await running.done;
  expect(errors.map((error) => stable(error, world.app))).toEqual([
    `E_CANCELLED: cancelled\nE_ROLLED_BACK: rolled back in TIME, ${HOST} on r1`,
  ]);
  expect(Object.fromEntries(outputs)).toMatchObject({ result: 'cancelled', 'failed-state': 'watch' });
});

test('E_ROLLED_BACK: the log says what it must not, behind the switch', async () => {
  const running = world
    .step({ ...release('r2', 'v2'), watch: '120s', 'log-deny': 'panic: ', 'log-lines': '1' })
    .start();
  await running.waitFor(/✓ switch: lead/);
  const web = `docker ps -q --filter label=com.docker.compose.project=${world.app} --filter label=com.docker.compose.service=web`;
  // The newest comes first; what its first process writes is its log.
  await world.onHost('a', `docker exec $(${web} | head -n 1) sh -c 'echo panic: at the disco >/proc/1/fd/1'`);
  const { errors, outputs } = await running.done;
  expect(errors.map((error) => stable(error, world.app))).toEqual([
    `E_GATE: ${HOST}, watch: container APP-web-N: log-deny matches its log: panic: at the disco
E_ROLLED_BACK: rolled back in TIME, ${HOST} on r1
log of container APP-web-N:
panic: at the disco`,
  ]);
  expect(Object.fromEntries(outputs)).toMatchObject({ result: 'rolled-back', 'failed-state': 'watch' });
  expect(await world.version('a')).toBe('v1');
});

test('E_PROBE: the whole message', async () => {
  let status = 200;
  const server: Server = createServer((_, answer) => answer.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const probe = { 'probe-url': address, 'max-failed-requests': '0', watch: '120s' };
  const running = world.step({ ...release('r2', 'v2'), ...probe }).start();
  await running.waitFor(/✓ switch: lead/);
  status = 503;
  const { errors, outputs } = await running.done;
  server.close();
  const told = stable(errors[0], world.app)?.replace(/\b\d+ failed \(status 503 \d+\) of \d+ /, 'N failed of M ');
  expect(told).toBe(`E_PROBE: ${address}: N failed of M requests during the deploy, max-failed-requests is 0
E_ROLLED_BACK: rolled back in TIME, ${HOST} on r1
deploy with strategy rolling behind a proxy, or raise max-failed-requests`);
  expect(outputs.get('result')).toBe('rolled-back');
});

test('a migration that hangs: told when the time is over, the lock is held, and the host undoes by itself', async () => {
  const hangs = { 'migrate-command': 'sleep 3600', timeout: '60s' };
  const step = world.step({ ...release('r2', 'v2'), ...hangs });
  const { errors, outputs } = await step.main();
  expect(errors).toEqual([
    `E_TIMEOUT: ${HOST}: not deployed within 1 min 0 s, and migrate still runs; the host undoes everything as soon as that has ended
end it on the host if it never does; until then the lock is held`,
  ]);
  expect(Object.fromEntries(outputs)).toMatchObject({ result: 'failed-dirty', 'failed-state': 'migrate' });

  const waits = await world.step({ ...release('r3', 'v2'), 'lock-wait': '10m', timeout: '5s' }).main();
  expect(waits.errors).toEqual([
    `E_TIMEOUT: the hosts were not connected to, locked and looked at within 5.0 s; nothing was deployed
set timeout to more than that and the deploy need, for example 30m; lock-wait counts too`,
  ]);

  const post = await step.post('failure');
  expect(post.errors).toEqual([]);
  expect(stable(post.stdout.match(/::warning::.*/)?.[0], world.app)).toMatch(
    new RegExp(
      `^::warning::${HOST} is locked: deploy-r2-\\w+ of ann \\(acme/app/actions/runs/1001\\) has held the lock for TIME, now undoing; the host undoes r2 by itself as soon as that has ended$`,
    ),
  );
  await world.onHost('a', `docker kill $(docker ps -q --filter label=ssh-deploy.release=r2)`);
  await expect.poll(settled, { timeout: 60_000 }).toBe('settled');
  expect(await world.version('a')).toBe('v1');
  expect(await world.onHost('a', `ls /opt/${world.app}/releases`)).toBe('r1');
}, 400_000);

test('no room for a journal: told as what it is, whether the agent was there before or not', async () => {
  const small = `/opt/${world.app}-small`;
  await world.onHost('a', `install -d ${small} && mount -t tmpfs -o size=1m tmpfs ${small} && chown deploy ${small}`);
  const full = [
    `E_DISK: ${HOST}: no space left below ${small}, not even for the journal of a deploy
free some disk on the host, then run it again; keep-releases says how many old ones stay`.replaceAll(world.app, 'APP'),
    'failed-clean',
    undefined,
  ];
  const fill = `cat /dev/zero >${small}/ballast 2>/dev/null || :`;
  try {
    await world.onHost('a', fill);
    expect(await fails({ root: small })).toEqual(full);
    await world.onHost('a', `rm ${small}/ballast`);
    expect((await fails({ root: small, 'min-free-disk': '1MiB', 'min-free-memory': '99TiB' }))[0]).toContain(
      'E_MEMORY',
    );
    await world.onHost('a', fill);
    expect(await fails({ root: small })).toEqual(full);
  } finally {
    await world.onHost('a', `umount -l ${small}; rmdir ${small}`);
  }
});

test('main of a rollback is killed around its commit, and the job failed: post goes no release further', async () => {
  for (const [name, version] of Object.entries({ r2: 'v2', r3: 'v1' } as const)) {
    expect((await world.step(release(name, version)).main()).errors).toEqual([]);
  }
  const step = world.step({ mode: 'rollback', lease: '21s' });
  const running = step.start();
  await running.waitFor(/✓ record/);
  killTree(running.pid);
  await running.done;
  const post = await step.post('failure');
  expect(post.errors).toEqual([]);
  expect(await settled()).toBe('settled');
  expect(await world.onHost('a', `readlink /opt/${world.app}/current`)).toBe('releases/r2');
  expect(await world.version('a')).toBe('v2');
});
