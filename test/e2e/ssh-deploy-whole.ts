import { setTimeout as sleep } from 'node:timers/promises';
import type { HostName, World } from './ssh-deploy-world.ts';

/** Waits until no transaction is open and nobody holds the lock; gives the milliseconds that it took. */
export async function settled(world: World, host: HostName = 'a', limitMs = 90_000): Promise<number> {
  const began = performance.now();
  const free = `cd /opt/${world.app}/.deploy && [ ! -d tx ] && flock -n lock true && echo free || echo busy`;
  while ((await world.onHost(host, free)) !== 'free') {
    if (performance.now() - began > limitMs) throw new Error(`host ${host} of ${world.app} does not settle`);
    await sleep(200);
  }
  return performance.now() - began;
}

/** What stands on a host: one text, so that a test can compare it with that of another moment. */
export interface Standing {
  /** One line a container: service and state. */
  readonly containers: string;
  readonly current: string;
  readonly releases: readonly string[];
  /** Files and folders that only exist while a deploy runs. */
  readonly left: string;
  readonly version: string | undefined;
}

/** Looks at a host that has settled. */
export async function standing(world: World, host: HostName = 'a'): Promise<Standing> {
  const script = `cd /opt/${world.app}
docker ps -a --format '{{.Label "com.docker.compose.service"}} {{.State}}' --filter label=com.docker.compose.project=${world.app} | sort
echo ---; readlink current
echo ---; ls releases
echo ---; find . -name '.tmp*' -o -name '*.new' -o -path './.deploy/tx*' -o -name config.json -o -name '*.secret'`;
  const [containers = '', current = '', releases = '', left = ''] = (await world.onHost(host, script))
    .split('---')
    .map((part) => part.trim());
  const names = releases.split('\n');
  return {
    containers,
    current: current.replace('releases/', ''),
    releases: names,
    left,
    version: await world.version(host),
  };
}

/** The containers of a released sample application: its three services, each once. */
export const whole = 'proxy running\nweb running\nworker running';

/** Why a host is not on exactly one release, whole; nothing where it is. `killed` is the release that was given up. */
export function flaws(found: Standing, killed: string): readonly string[] {
  return [
    found.containers === whole ? '' : `containers: ${found.containers.replaceAll('\n', ', ')}`,
    found.left === '' ? '' : `left: ${found.left.replaceAll('\n', ', ')}`,
    found.version === undefined ? 'nobody answers' : '',
    found.releases.includes(found.current) ? '' : `current leads to ${found.current}, which is not there`,
    found.releases.includes(killed) && found.current !== killed ? `${killed} is there and not current` : '',
  ].filter((text) => text !== '');
}
