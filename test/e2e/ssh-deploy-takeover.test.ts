import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseUrl } from '../lab/pipeline/production.ts';
import { goodRelease, unhealthy } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2' | 'unhealthy', string>>;

/** What many begin with: a port of its own, a volume, no proxy. */
const COMPOSE = `services:
  web:
    image: \${WEB_IMAGE:-none}
    restart: unless-stopped
    environment:
      DATABASE_URL: \${DATABASE_URL:-}
      REDIS_URL: \${REDIS_URL:-}
    ports: ["\${HTTP_PORT}:8080"]
    volumes: ["data:/data"]
    healthcheck:
      test: ["CMD", "app", "health"]
      interval: 1s
volumes:
  data: {}
`;

beforeAll(async () => {
  world = await makeWorld('takeover', { port: 8610 });
  images = {
    v1: await world.image(goodRelease('v1')),
    v2: await world.image(goodRelease('v2')),
    unhealthy: await world.image(unhealthy),
  };
  writeFileSync(join(world.workspace, 'compose.direct.yaml'), COMPOSE);
  const { host, username, password } = world.lab.registry;
  await world.onHost(
    'a',
    `export DOCKER_CONFIG=$(mktemp -d)
     echo '${password}' | docker login -u '${username}' --password-stdin ${host} >/dev/null 2>&1
     docker pull -q ${images.v1}; rm -rf "$DOCKER_CONFIG"
     mkdir -p /srv/${world.app}; cat >/srv/${world.app}/compose.yaml <<'END'\n${COMPOSE}END`,
  );
});

afterAll(async () => {
  await world?.onHost('a', `${byHand('other', 'down -v')}; rm -rf /srv/${world.app}`);
  await world?.dispose();
});

/** What somebody did on the server before, in a folder of his own. */
function byHand(project: 'same' | 'other', command: string): string {
  const name = project === 'same' ? world.app : `${world.app}-old`;
  const { lab } = world;
  const stores = `DATABASE_URL='${databaseUrl(lab, lab.postgres.database)}' REDIS_URL=redis://${lab.redis.host}:${lab.redis.port}/0`;
  return `cd /srv/${world.app} && HTTP_PORT=${world.port} WEB_IMAGE=${images.v1} ${stores} docker compose -p ${name} ${command} 2>&1`;
}

function deploy(release: string, image: 'v2' | 'unhealthy' = 'v2'): Record<string, string> {
  const plain = { 'compose-files': 'compose.direct.yaml', files: 'compose.direct.yaml -> compose.direct.yaml' };
  const how = { proxy: 'none', 'migrate-command': '' };
  return { ...plain, ...how, release, images: `web=${images[image]}` };
}

test('a project of another name holds the port: refused, with its container, and nothing is changed', async () => {
  await world.onHost('a', byHand('other', 'up -d --wait'));
  const result = await world.step(deploy('r1')).main();
  expect(result.errors[0]).toBe(
    `E_PORT: deploy@10.77.0.11: port 8610/tcp, which service web publishes, is taken by container ${world.app}-old-web-1\nstop it, or publish another port`,
  );
  expect(await world.version('a')).toBe('v1');
  await world.onHost('a', byHand('other', 'down -v'));
});

test('a release that fails its gate: what somebody started by hand serves again, with its environment and its data', async () => {
  await world.onHost('a', byHand('same', 'up -d --wait'));
  const look = `docker inspect --format '{{.Name}} {{.Config.Env}} {{.HostConfig.PortBindings}} {{.HostConfig.Binds}}' $(docker ps -q --filter label=com.docker.compose.project=${world.app})`;
  const before = await world.onHost('a', look);
  const result = await world.step({ ...deploy('r0', 'unhealthy'), 'health-timeout': '15s' }).main();
  expect(result.errors[0]).toMatch(
    /^E_GATE: .*-web-1: not healthy after 15 s: .*\nE_ROLLED_BACK: rolled back in .*, deploy@10.77.0.11 on what ran there before/,
  );
  expect(await world.version('a')).toBe('v1');
  expect(await world.onHost('a', look)).toBe(before);
  expect(await world.onHost('a', `ls -A /opt/${world.app}/releases`)).toBe('');
});

test('a project of the same name in another folder is taken over: its volume stays, its container is replaced', async () => {
  const id = await world.onHost('a', `docker ps -q --filter label=com.docker.compose.project=${world.app}`);
  await world.onHost('a', `docker exec -u 0 ${id} sh -c 'echo kept >/data/file'`);
  const result = await world.step(deploy('r1')).main();
  expect(result.errors).toEqual([]);
  expect(result.outputs.get('result')).toBe('deployed');
  expect(await world.version('a')).toBe('v2');
  const now = await world.onHost('a', `docker ps -aq --filter label=com.docker.compose.project=${world.app}`);
  expect(now).toMatch(/^[0-9a-f]+$/);
  expect(now).not.toBe(id);
  expect(await world.onHost('a', `docker exec ${now} cat /data/file; readlink /opt/${world.app}/current`)).toBe(
    'kept\nreleases/r1',
  );
});
