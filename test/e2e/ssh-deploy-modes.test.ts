import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('modes', { port: 8550 });
  // Images of its own: what another application has a name for is not removed.
  const [v1, v2] = ['v1', 'v2'].map((name) => goodRelease(`${name}-${world.app}`));
  if (v1 && v2) images = { v1: await world.image(v1), v2: await world.image(v2) };
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

async function run(inputs: Readonly<Record<string, string>>) {
  const step = world.step(inputs);
  const result = await step.main();
  await step.post('success');
  step.dispose();
  return { ...result, hosts: JSON.parse(result.outputs.get('hosts') ?? '[]') };
}

/** Containers, networks and folders of the application, as the host tells them. */
function traces(): Promise<string> {
  const label = `label=com.docker.compose.project=${world.app}`;
  return world.onHost(
    'a',
    `docker ps -a --filter ${label} --format '{{.Names}} {{.State}}' | sort; docker network ls --filter ${label} --format '{{.Name}}'
     docker images --format '{{.Repository}}' '*/${world.app}/*' | sort -u; ls -A /opt/${world.app} 2>/dev/null`,
  );
}

test('check of a new host says ready and leaves no trace', async () => {
  const before = await traces();
  const result = await run({ mode: 'check', images: 'none', registry: world.lab.registry.host });
  expect(result.errors).toEqual([]);
  expect(result.outputs.get('result')).toBe('ready');
  expect(result.hosts).toMatchObject([{ host: 'deploy@10.77.0.11', ready: true, problems: [], current: null }]);
  expect(result.stdout).toMatch(/^deploy@10\.77\.0\.11: ready \(docker \S+, compose \S+, .* runs no release\)$/m);
  expect(await traces()).toBe(before);
  expect(await world.onHost('a', 'ls -A /dev/shm')).toBe('');
});

test('check lists everything that is missing, on every host at once', async () => {
  const { b } = world.lab.hosts;
  const result = await run({
    mode: 'check',
    hosts: `deploy@10.77.0.11\n${b.user}@${b.address}:2299`,
    'known-hosts': world.lab.hosts.a.knownHosts + b.knownHosts,
    'connect-retries': '0',
    'min-free-inodes': '100%',
    'max-disk-used': '1%',
    'min-free-memory': '99TiB',
    'registry-password': 'not-the-password',
    registry: world.lab.registry.host,
    root: '/usr/sdtest',
  });
  expect(result.outputs.get('result')).toBe('failed-clean');
  const [first, second] = result.hosts;
  const codes = first.problems.map(({ code }: { readonly code: string }) => code);
  expect([...new Set(codes)]).toEqual(['E_ROOT', 'E_PULL', 'E_DISK', 'E_MEMORY']);
  expect(second.problems).toMatchObject([{ code: 'E_SSH_UNREACHABLE' }]);
  const [error = ''] = result.errors;
  expect(error).toMatch(/^E_PREFLIGHT: \d things are in the way\n/);
  expect(error).toMatch(/E_DISK: .* inodes free \(\d+ %\), needs 100 %/);
  expect(error).toMatch(
    /E_DISK: .* free \(\d+ %\), needs [\d.]+ GB \(max-disk-used\).*; free some space, or raise max-disk-used/,
  );
  expect(error).toMatch(/E_PULL: .* the registry refuses the login: .*(unauthorized|401)/i);
  expect(error).toMatch(
    /E_ROOT: .*\/usr\/sdtest cannot be written by deploy; .*sudo install -d -o deploy \/usr\/sdtest/,
  );
});

test('list shows each release with age, digests and who; the newest first', async () => {
  expect((await run(release('r1', images.v1))).errors).toEqual([]);
  expect((await run(release('r2', images.v2))).errors).toEqual([]);
  const result = await run({ mode: 'list', images: 'none', proxy: 'none' });
  expect(result.outputs.get('result')).toBe('listed');
  expect(result.hosts[0].releases).toMatchObject([
    { release: 'r2', current: true, previous: 'r1', images: { web: images.v2 }, by: 'acme/app/actions/runs/1001:ann' },
    { release: 'r1', current: false, previous: null, images: { web: images.v1 } },
  ]);
  expect(result.hosts[0].releases[0].ageMs).toBeLessThan(600_000);
  expect(result.summary).toContain('| deploy@10.77.0.11 | r2 (current) |');
});

test('a plan tells what is to be pulled and the memory for two; what does not fit is refused with figures', async () => {
  const next = await world.image(goodRelease(`v3-${world.app}`));
  const before = await traces();
  const planned = await run({ ...release('r4', next), mode: 'plan' });
  expect(planned.errors).toEqual([]);
  const [{ needs }] = JSON.parse(planned.outputs.get('plan') ?? '').hosts;
  // The base of the image is there already, so that only the layers of the application are pulled.
  expect(needs.pull).toBeGreaterThan(100);
  expect(needs.pull).toBeLessThan(20e6);
  expect(needs.memory).toBeGreaterThan(2e6);
  expect(planned.stdout).toMatch(/^ {2}to pull: [\d.]+ \w?B, at most [\d.]+ \w?B on the disk while it is unpacked$/m);
  expect(planned.stdout).toMatch(/^ {2}memory: [\d.]+ MB more while old and new containers run$/m);
  const refused = async (inputs: Readonly<Record<string, string>>) =>
    (await run({ ...release('r4', next), ...inputs })).errors[0] ?? '';
  expect(await refused({ 'min-free-disk': '900TB' })).toMatch(
    /^E_DISK: \S+: \/\S+ has [\d.]+ GB free \(\d+ %\), needs 900.0 TB = images [\d.]+ \w?B \+ 900.0 TB \(min-free-disk\)(; reclaimable [\d.]+ \wB)?\nfree some space, or lower min-free-disk$/,
  );
  expect(await refused({ 'min-free-memory': '99TiB' })).toMatch(
    /^E_MEMORY: \S+: memory has [\d.]+ GB free \(\d+ %\), needs 108.9 TB = new containers beside the old [\d.]+ MB \+ 108.9 TB \(min-free-memory\)\n/,
  );
  await world.onHost(
    'a',
    `docker network create ${world.app}-thief; docker run -d --name ${world.app}-thief --network ${world.app}-thief -p 8553:80 haproxy:2.6 sleep 600`,
  );
  const env = (port: number): string => `DATABASE_URL=postgres://x\nREDIS_URL=redis://x\nHTTP_PORT=${port}`;
  expect(await refused({ env: env(8553) })).toBe(
    `E_PORT: deploy@10.77.0.11: port 8553/tcp, which service proxy publishes, is taken by container ${world.app}-thief\nstop it, or publish another port`,
  );
  expect(await refused({ env: env(22) })).toMatch(/^E_PORT: .* port 22\/tcp, .* is taken by another program\n/);
  await world.onHost('a', `docker rm -f ${world.app}-thief; docker network rm ${world.app}-thief`);
  expect(await traces()).toBe(before);
  expect(await world.onHost('a', 'ls -A /dev/shm')).toBe('');
});

test('a small volume is refused for its bytes and for its inodes', async () => {
  const small = `/opt/${world.app}-small`;
  await world.onHost(
    'a',
    `install -d ${small}; mount -t tmpfs -o size=64m,nr_inodes=100 tmpfs ${small}; touch $(seq -f '${small}/%g' 90); chown deploy ${small}`,
  );
  try {
    const limits = { root: small, 'min-free-inodes': '20%', 'min-free-disk': '65MiB' };
    const { errors } = await run({ ...release('r4', images.v2), ...limits, 'max-disk-used': '100%' });
    const lines = (errors[0] ?? '').split('\n');
    expect(lines[0]).toBe('E_PREFLIGHT: 2 things are in the way');
    expect(lines[1]).toMatch(/^E_DISK: \S+: \S+-small has 67.1 MB free \(100 %\), needs 68.2 MB \(min-free-disk\)/);
    expect(lines[2]).toMatch(
      /^E_DISK: \S+: \S+-small has [1-9] of 100 inodes free \(\d %\), needs 20 %; remove small files/,
    );
    expect(await world.onHost('a', `ls -A ${small} | grep -vE '^[0-9]+$'`)).toBe('.deploy');
  } finally {
    await world.onHost('a', `umount -l ${small}; rmdir ${small}`);
  }
});

test('check while somebody deploys says so, and disturbs nobody', async () => {
  const running = world.step({ ...release('r3', images.v1), watch: '20s' }).start();
  await running.waitFor(/✓ upload/);
  const result = await run({ mode: 'check', ...release('r4', images.v2) });
  expect(result.outputs.get('result')).toBe('ready');
  expect(result.stdout).toMatch(
    /deploy-r3-\w+ of ann \(acme\/app\/actions\/runs\/1001\) has held the lock for .*, now /,
  );
  expect((await running.done).outputs.get('result')).toBe('deployed');
});

test('destroy needs the name, shows a plan, and takes this application only', async () => {
  const { app } = world;
  const refused = await run({ mode: 'destroy', images: 'none' });
  expect(refused.errors[0]).toContain(
    `confirm: is missing, and mode destroy does not come back\n  write: confirm: ${app}`,
  );
  await world.onHost('a', `docker volume create --label com.docker.compose.project=${app} ${app}_data`);
  const bystander = `${app}-bystander`;
  await world.onHost(
    'a',
    `docker run -d --network none --name ${bystander} --label com.docker.compose.project=${app} --label com.docker.compose.project.working_dir=/srv/other haproxy:2.6 sleep 300`,
  );
  const before = await traces();
  const planned = await run({ mode: 'destroy', images: 'none', 'dry-run': 'true' });
  expect(planned.stdout).toContain(`  keep /opt/${app}/shared, volume ${app}_data (destroy-data: true removes them)`);
  expect(await traces()).toBe(before);

  const destroyed = await run({ mode: 'destroy', images: 'none', confirm: app, 'stop-timeout': '5s' });
  expect(destroyed.errors).toEqual([]);
  expect(Object.fromEntries(destroyed.outputs)).toMatchObject({ result: 'destroyed', changed: 'true' });
  expect(destroyed.hosts).toMatchObject([{ kept: [`/opt/${app}/shared`, `volume ${app}_data`] }]);
  expect((await traces()).split('\n')).toEqual([`${bystander} running`, `${app}_default`, 'shared']);
  await world.onHost('a', `docker rm -f ${bystander}`);
});

test('destroy-data takes the rest, and a second time there is nothing', async () => {
  const { app } = world;
  const all = { mode: 'destroy', images: 'none', confirm: app };
  expect((await run({ ...all, 'destroy-data': 'true' })).outputs.get('result')).toBe('destroyed');
  expect(await traces()).toBe('');
  expect(await world.onHost('a', `docker volume ls -q --filter name=${app}`)).toBe('');
  expect((await run(all)).outputs.get('result')).toBe('unchanged');
});
