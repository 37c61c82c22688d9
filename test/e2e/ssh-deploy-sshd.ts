import type { World } from './ssh-deploy-world.ts';

/** An sshd of a test's own on host a, whose sessions differ from the usual ones. */
export interface OwnSshd {
  /** Inputs that lead to it. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts one with further options such as `SetEnv=DOCKER_HOST=unix:///nowhere`. */
export async function startSshd(world: World, port: number, options: readonly string[] = []): Promise<OwnSshd> {
  const address = world.lab.hosts.a.address;
  const pidFile = `/run/sshd-${port}.pid`;
  const words = [`PidFile=${pidFile}`, ...options].map((option) => `-o '${option}'`);
  await world.onHost('a', `/usr/sbin/sshd -p ${port} ${words.join(' ')}`);
  return {
    inputs: {
      hosts: `deploy@${address}:${port}`,
      'known-hosts': world.lab.hosts.a.knownHosts.replaceAll(`${address} `, `[${address}]:${port} `),
      'connect-retries': '0',
    },
    stop: async () => {
      await world.onHost('a', `kill $(cat ${pidFile}); while [ -e ${pidFile} ]; do sleep 0.1; done`);
    },
  };
}
