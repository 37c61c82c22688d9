import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { proveProxy } from './ssh-deploy-proxy-proof.ts';

const caddy = { 'compose-files': 'compose.caddy.yaml', files: 'proxy/caddy -> shared/caddy', proxy: 'caddy' };
const world = proveProxy({ name: 'caddy', port: 8500, inputs: caddy, switched: /✓ switch: lead caddy/ });

test('a wrong Caddyfile is refused with the words of caddy, a changed one loaded', async () => {
  const { app, url, workspace, onHost, step, version } = world();
  const pinned = await onHost('a', `cat /opt/${app}/releases/r2/compose.images.yaml`);
  const ref = /image: "(.*)"/.exec(pinned)?.[1];
  const deploy = (release: string) =>
    step({ ...caddy, release, images: `web=${ref}\nworker=${ref}`, 'drain-timeout': '2s' }).main();
  const path = `${workspace}/proxy/caddy/Caddyfile`;
  const good = await readFile(path, 'utf8');
  await writeFile(path, good.replace('respond ', 'nonsense '));
  const wrong = await deploy('r5');
  expect(wrong.errors[0]).toMatch(/^E_PROXY: .*caddy refuses the new Caddyfile; undone in .*, r1 still serves/);
  expect(wrong.errors[0]).toContain('nonsense');
  expect(await version('a')).toBe('v1');
  await writeFile(path, good.replace('/etc/caddy/live', '/srv/other'));
  expect((await deploy('r5')).errors[0]).toMatch(
    /^E_STRATEGY: shared\/caddy\/Caddyfile: no file matcher has `root …\/live`\nsee the README of ssh-deploy, caddy/,
  );
  await writeFile(path, good.replace('route @live {', 'header x-caddy changed\n\troute @live {'));
  expect((await deploy('r5')).errors).toEqual([]);
  expect((await fetch(url('a'))).headers.get('x-caddy')).toBe('changed');
  expect(await onHost('a', `ls /opt/${app}/shared/caddy/live | grep -c .`)).toBe('1');
});
