import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { labEnv } from '../lab/environment.ts';
import { attempt } from '../lab/shell.ts';
import { readLab } from '../lab/state.ts';

const readme = readFileSync(join(import.meta.dirname, '../../actions/ssh-deploy/README.md'), 'utf8');

/** The code blocks of a section of the README. */
function blocks(title: string): readonly string[] {
  const section = readme.split(/^### /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  return [...section.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, text = '']) => text);
}

/** Each program, in its own image, with the configuration that a reader would copy. */
const programs = [
  ['haproxy', 'haproxy.cfg', ['haproxy', '-c', '-f', '/example/haproxy.cfg']],
  ['nginx', 'app.conf', ['sh', '-c', 'cp /example/* /etc/nginx/conf.d/ && nginx -t']],
  ['caddy', 'Caddyfile', ['caddy', 'validate', '--config', '/example/Caddyfile', '--adapter', 'caddyfile']],
] as const;

test.each(programs)('%s takes the example of the README', async (name, file, command) => {
  const [compose = '', config = ''] = blocks(name);
  expect(Object.keys(parse(compose)).length).toBe(1);
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  // Names of the host's resolver stand for those of Docker, which only its own networks have.
  writeFileSync(join(folder, file), config.replaceAll('/etc/nginx/conf.d/upstream.servers', '/example/servers'));
  writeFileSync(join(folder, 'servers'), 'server 127.0.0.1:1 down;\n');
  const docker = ['run', '--rm', '--network', 'none', '-v', `${folder}:/example:ro`, '--user', 'root', `lab-${name}`];
  const { code, stdout, stderr } = await attempt('docker', [...docker, ...command], { env: labEnv(readLab()) });
  rmSync(folder, { recursive: true });
  expect({ code, said: code === 0 ? '' : `${stdout}${stderr}` }).toEqual({ code: 0, said: '' });
});

test('traefik and kamal-proxy have a service that can be copied', () => {
  for (const name of ['traefik', 'kamal-proxy']) expect(parse(blocks(name)[0] ?? '')).toHaveProperty('proxy.image');
});
