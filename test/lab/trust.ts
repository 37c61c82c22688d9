import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, labDir } from './paths.ts';
import { attempt, run } from './shell.ts';

const from = join(labDir, 'host', 'certs.d');
const target = '/etc/docker/certs.d';

/** Puts the lab's authority beside an engine that was there before; it reads the file at the next request. */
export async function trustAuthority(env: NodeJS.ProcessEnv, hosts: readonly string[]): Promise<void> {
  if (isRoot && existsSync('/etc/docker')) {
    for (const host of hosts) cpSync(join(from, host), join(target, host), { recursive: true });
  } else {
    const mounts = ['-v', `${from}:/from:ro`, '-v', `${target}:/certs.d`];
    await run(
      'docker',
      ['run', '--rm', '--user', '0', '--entrypoint', 'cp', ...mounts, 'lab-redis', '-r', '/from/.', '/certs.d/'],
      { env },
    );
  }
}

/** Takes the lab's authority away again. */
export async function distrustAuthority(env: NodeJS.ProcessEnv, hosts: readonly string[]): Promise<void> {
  if (isRoot) {
    for (const host of hosts) rmSync(join(target, host), { recursive: true, force: true });
    return;
  }
  const folders = hosts.map((host) => `/certs.d/${host}`);
  const mounts = ['-v', `${target}:/certs.d`];
  await attempt(
    'docker',
    ['run', '--rm', '--user', '0', '--entrypoint', 'rm', ...mounts, 'lab-redis', '-rf', ...folders],
    { env },
  );
}
