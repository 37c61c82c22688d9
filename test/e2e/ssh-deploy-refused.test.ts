import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { startSshd } from './ssh-deploy-sshd.ts';
import { flaws, type Standing, standing } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

const PORT = 8660;

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;
let before: Standing;

beforeAll(async () => {
  world = await makeWorld('refuse', { port: 8659 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  expect((await world.step({ ...release('r1', images.v1), watch: '0s' }).main()).errors).toEqual([]);
  before = await standing(world);
});

afterAll(() => world?.dispose());

function release(name: string, ref: string): Record<string, string> {
  return { release: name, images: `web=${ref}\nworker=${ref}` };
}

/** The whole message of a deploy that must not work, times and container numbers taken out; nothing may have changed. */
async function refused(inputs: Record<string, string>): Promise<string> {
  const { errors, outputs } = await world.step({ ...release('r2', images.v2), ...inputs }).main();
  expect(outputs.get('result')).toBe('failed-clean');
  expect(errors).toHaveLength(1);
  const found = await standing(world);
  expect(flaws(found, 'r2')).toEqual([]);
  expect(found).toEqual(before);
  return (errors[0] ?? '').replace(/undone in [\d.]+ m?s/, 'undone in TIME').replaceAll(world.app, 'APP');
}

async function refusedBy(options: readonly string[], inputs: Record<string, string> = {}): Promise<string> {
  const sshd = await startSshd(world, PORT, options);
  try {
    return await refused({ ...sshd.inputs, ...inputs });
  } finally {
    await sshd.stop();
  }
}

/** A compose file that is laid over the usual one. */
function over(body: object): Record<string, string> {
  writeFileSync(join(world.workspace, 'over.yaml'), JSON.stringify({ services: body }));
  return { 'compose-files': 'compose.yaml\nover.yaml' };
}

test('E_ROOT: a folder of somebody else', async () => {
  expect(await refused({ root: '/usr/shop' })).toBe(`E_ROOT: deploy@10.77.0.11: /usr/shop cannot be written by deploy
on the host, once: sudo install -d -o deploy /usr/shop`);
});

test('E_TOOLS: a host without flock', async () => {
  const tools = `/opt/${world.app}/.tools`;
  await world.onHost('a', `mkdir ${tools} && ln -s /usr/bin/* ${tools} && rm ${tools}/flock`);
  expect(await refusedBy([`SetEnv=PATH=${tools}:/usr/local/bin`])).toBe(
    `E_TOOLS: deploy@10.77.0.11:${PORT}: missing: flock\ninstall it on the host`,
  );
  await world.onHost('a', `rm -r ${tools}`);
});

test('E_DOCKER: an engine that does not run, and one that is not for this user', async () => {
  expect(await refusedBy(['SetEnv=DOCKER_HOST=unix:///run/nobody.sock'])).toBe(
    `E_DOCKER: deploy@10.77.0.11:${PORT}: docker does not answer: Cannot connect to the Docker daemon at unix:///run/nobody.sock. Is the docker daemon running?
start the engine on the host`,
  );
  const socket = `/run/${world.app}.sock`;
  await world.onHost(
    'a',
    `perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => shift, Listen => 1)' ${socket}; chmod 600 ${socket}`,
  );
  expect(await refusedBy([`SetEnv=DOCKER_HOST=unix://${socket}`])).toMatch(
    /^E_DOCKER: deploy@10.77.0.11:\d+: docker does not answer: permission denied while trying to connect to the .*\non the host: sudo usermod -aG docker deploy$/,
  );
  await world.onHost('a', `rm ${socket}`);
});

test('E_AGENT: a login that only takes some commands', async () => {
  const only =
    'ForceCommand=case $SSH_ORIGINAL_COMMAND in echo*) eval "$SSH_ORIGINAL_COMMAND" ;; *) echo "only echo, please" >&2; exit 3 ;; esac';
  expect(
    await refusedBy([only]),
  ).toBe(`E_AGENT: deploy@10.77.0.11:${PORT}: the agent did not start (exit 3): only echo, please
the login shell of the user must take \`exec sh -c\``);
});

test('E_COMPOSE: compose on the host does not take the file', async () => {
  expect(await refused(over({ web: { healthcheck: { interval: 'soon' } } }))).toMatch(
    /^E_COMPOSE: deploy@10.77.0.11, upload: compose does not take the files; undone in TIME, r1 still serves\n[\s\S]*soon/,
  );
});

test('E_PULL: a digest that the registry does not have', async () => {
  const wrong = images.v2.replace(/sha256:.*/, `sha256:${'0'.repeat(64)}`);
  const reason = `cannot pull ${wrong.replaceAll(world.app, 'APP')}`;
  const message = await refused({ images: `web=${wrong}` });
  expect(message.split('\n')[0]).toBe(`E_PULL: deploy@10.77.0.11, pull: ${reason}; undone in TIME, r1 still serves`);
  expect(message).toMatch(/\n.*(not found|manifest unknown)/);
});

test('E_STEP: a container that cannot be started', async () => {
  const message = await refused(over({ worker: { entrypoint: ['/nowhere'] } }));
  expect(message.split('\n')[0]).toBe(
    'E_STEP: deploy@10.77.0.11, start: compose could not start web, worker; undone in TIME, r1 still serves',
  );
  expect(message).toContain('exec: "/nowhere"');
});

test('E_PROXY: a configuration that haproxy refuses', async () => {
  const config = join(world.workspace, 'proxy/haproxy/haproxy.cfg');
  const good = readFileSync(config, 'utf8');
  writeFileSync(config, `${good}\nfrontend more\n    bind nowhere\n`);
  const message = await refused({});
  writeFileSync(config, good);
  expect(message.split('\n')[0]).toBe(
    'E_PROXY: deploy@10.77.0.11, backup: haproxy refuses the new configuration; undone in TIME, r1 still serves',
  );
  expect(message).toContain("missing port specification in 'nowhere'");
});

test('E_NO_RELEASE: a release that nobody made', async () => {
  const { errors } = await world.step({ mode: 'rollback', to: 'r9' }).main();
  expect(errors).toEqual(['E_NO_RELEASE: deploy@10.77.0.11 has no release r9\ndeploy the older commit instead']);
  const first = await world.step({ mode: 'rollback' }).main();
  expect(first.errors).toEqual([
    'E_NO_RELEASE: deploy@10.77.0.11 has no release before r1\ndeploy the older commit instead',
  ]);
});
