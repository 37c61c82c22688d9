import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('drift', { port: 8552 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  const first = await deploy('r1', images.v1);
  expect(first.errors).toEqual([]);
});

afterAll(() => world?.dispose());

async function deploy(release: string, ref: string, more: Readonly<Record<string, string>> = {}) {
  const step = world.step({ release, images: `web=${ref}\nworker=${ref}`, ...more });
  const result = await step.main();
  step.dispose();
  const plan = JSON.parse(result.outputs.get('plan') ?? '{}');
  return { ...result, drift: plan.hosts?.[0]?.drift, changes: plan.hosts?.[0]?.changes };
}

/** All that a plan must not change. */
function state(): Promise<string> {
  return world.onHost(
    'a',
    `docker ps -a --no-trunc --format '{{.ID}} {{.Names}} {{.State}}' --filter label=com.docker.compose.project=${world.app} | sort
     cd /opt/${world.app}; readlink current; find . -type f ! -name ev -exec sha256sum {} + | sort`,
  );
}

test('a plan tells what will change, and that nobody touched anything', async () => {
  const before = await state();
  const planned = await deploy('r2', images.v2, { mode: 'plan', env: `NEW=five5\nHTTP_PORT=${world.port}` });
  expect(planned.errors).toEqual([]);
  expect(planned.drift).toEqual([]);
  expect(planned.changes).toEqual({
    images: ['web', 'worker'].map((service) => ({ service, before: images.v1, after: images.v2 })),
    env: ['-DATABASE_URL', '+NEW', '-REDIS_URL'],
    files: [],
    shared: [],
    services: [],
  });
  expect(planned.summary).toMatch(/image of web: \S+@\w{12} → \S+@\w{12}/);
  expect(planned.summary).not.toContain('five5');
  expect(await state()).toBe(before);
  expect((await deploy('r2', images.v1)).outputs.get('result')).toBe('unchanged');
});

test('what somebody changed by hand is named by a plan; a deploy warns, and puts it right', async () => {
  const { app } = world;
  await world.onHost(
    'a',
    `cd /opt/${app}/releases/r1
     docker tag ${images.v1} ${app}:by-hand
     printf 'services:\\n  web:\\n    image: ${app}:by-hand\\n' >/tmp/${app}.yaml
     docker compose -p ${app} --project-directory . --env-file env -f compose.yaml -f /tmp/${app}.yaml up -d --no-deps web 2>/dev/null
     cp env /tmp/${app}.env; echo "LOG_LEVEL='debug'" >>/tmp/${app}.env
     docker compose -p ${app} --project-directory . --env-file /tmp/${app}.env -f compose.yaml up -d --no-deps proxy --force-recreate 2>/dev/null
     docker rm -f $(docker ps -q --filter name=${app}-worker) >/dev/null
     docker run -d --network none --name ${app}-extra --label com.docker.compose.project=${app} --label com.docker.compose.service=extra haproxy:2.6 sleep 600 >/dev/null
     echo '# mine' >>compose.yaml
     echo "EXTRA='a secret value'" >>env
     sed -i 's/timeout connect 2s/timeout connect 9s/' ../../shared/haproxy/haproxy.cfg
     rm /tmp/${app}.*`,
  );
  const before = await state();
  const planned = await deploy('r2', images.v1, { mode: 'plan' });
  const told = [
    'file compose.yaml was edited',
    'file env was edited: +EXTRA',
    `container ${app}-web-1 runs ${app}:by-hand, the release has ${images.v1}`,
    'service worker: 0 of 1 containers run',
    'shared/haproxy/haproxy.cfg was edited',
    `container ${app}-extra of service extra is not of the release; it is left alone`,
  ];
  expect([...planned.drift].sort()).toEqual([...told].sort());
  for (const line of told) expect(planned.summary).toContain(`changed by hand: ${line}`);
  expect(planned.stdout).not.toContain('a secret value');
  expect(await state()).toBe(before);

  const deployed = await deploy('r2', images.v1);
  expect(deployed.errors).toEqual([]);
  expect(deployed.outputs.get('result')).toBe('deployed');
  expect(deployed.stdout).toContain(`::warning::deploy@10.77.0.11: changed by hand since r1: ${told[0]}; `);
  expect((await deploy('r3', images.v1, { mode: 'plan' })).drift).toEqual([told.at(-1)]);
  expect((await deploy('r3', images.v1)).outputs.get('result')).toBe('unchanged');
  expect(await world.version('a')).toBe('v1');
});

test('a container made anew with other settings, and a link that was moved', async () => {
  const { app } = world;
  await world.onHost(
    'a',
    `docker rm -f ${app}-extra >/dev/null; docker image rm ${app}:by-hand >/dev/null; cd /opt/${app}/releases/r2
     printf 'services:\\n  worker:\\n    environment: { LOG_LEVEL: debug }\\n' >/tmp/${app}.yaml
     docker compose -p ${app} --project-directory . --env-file env -f compose.yaml -f compose.images.yaml -f /tmp/${app}.yaml up -d --no-deps worker 2>/dev/null
     rm /tmp/${app}.yaml`,
  );
  const name = await world.onHost('a', `docker ps --format '{{.Names}}' --filter name=${app}-worker`);
  const plan = { mode: 'plan' };
  expect((await deploy('r3', images.v1, plan)).drift).toEqual([
    `container ${name} has another configuration than the release`,
  ]);
  await world.onHost('a', `ln -sfn releases/r1 /opt/${app}/current`);
  const { drift } = await deploy('r3', images.v1, plan);
  expect(drift[0]).toBe('current leads to r1, the last deploy made it lead to r2');
});
