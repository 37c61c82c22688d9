import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { settled, standing, whole } from './ssh-deploy-whole.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

let world: World;
let images: Readonly<Record<'v1' | 'v2', string>>;

beforeAll(async () => {
  world = await makeWorld('restart', { port: 8671 });
  images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
  expect((await world.step(release('r1', 'v1')).main()).errors).toEqual([]);
});

afterAll(() => world?.dispose());

function release(name: string, version: 'v1' | 'v2'): Record<string, string> {
  return { release: name, images: `web=${images[version]}\nworker=${images[version]}` };
}

/** It has read its file when this ends. */
const RESTART =
  'docker restart -t 0 $(docker ps -q --filter "label=com.docker.compose.project=$app" --filter label=com.docker.compose.service=proxy) >/dev/null; sleep 3';

/** Restarts haproxy at the beginning of one step, whose script is on the host already when the deploy only watches. */
async function restartAt(step: 'persist' | 'drain'): Promise<void> {
  const tx = `/opt/${world.app}/.deploy/tx/f`;
  await world.onHost(
    'a',
    `cd ${tx} && { cat lib.sh; echo '[ "\${0##*/}" != ${step}.do ] || { ${RESTART}; }'; } >lib.new && mv lib.new lib.sh`,
  );
}

test.each([
  ['persist', 'r2', 'v2'],
  ['drain', 'r3', 'v1'],
] as const)(
  'haproxy is restarted behind the commit, before %s: it leads to the new container',
  async (step, name, version) => {
    const running = world.step({ ...release(name, version), watch: '10s' }).start();
    await running.waitFor(/✓ switch: ask|✓ switch: lead/);
    await restartAt(step);
    const result = await running.done;
    expect(result.errors).toEqual([]);
    expect(result.stdout).not.toMatch(/::warning::.*(persist|drain)/);
    await settled(world);
    expect(await standing(world)).toMatchObject({ containers: whole, current: name, version });
    await world.onHost('a', `app=${world.app}; ${RESTART}`);
    await expect.poll(() => world.version('a'), { timeout: 20_000 }).toBe(version);
  },
);
