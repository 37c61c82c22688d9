import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { run } from '../lab/shell.ts';
import { type Lab, readLab } from '../lab/state.ts';

/** A container of a test's own on the lab's network. */
export interface Box {
  readonly id: string;
  readonly address: string;
  readonly health: () => Promise<string>;
  readonly kill: () => Promise<unknown>;
}

/** Containers that a test starts; `dispose` removes all of them. */
export function openBoxes(lab: Lab = readLab()) {
  const docker = (...args: readonly string[]): Promise<string> =>
    run('docker', args, { env: { ...process.env, PATH: lab.path, DOCKER_HOST: lab.dockerHost } });
  const started: string[] = [];
  const start = async (image: string, options: readonly string[], command: readonly string[]): Promise<Box> => {
    const network = await docker(
      'inspect',
      '-f',
      '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}',
      'lab-redis',
    );
    const id = await docker('run', '-d', '--network', network, ...options, image, ...command);
    started.push(id);
    const address = await docker('inspect', '-f', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', id);
    const health = (): Promise<string> => docker('inspect', '-f', '{{.State.Health.Status}}', id);
    return { id, address, health, kill: () => docker('kill', id) };
  };
  return {
    /** The sample application, over the lab's databases. */
    app: (version: string, env: Readonly<Record<string, string>> = {}): Promise<Box> => {
      const redis = `redis://${lab.redis.host}:${lab.redis.port}`;
      const all = { APP_VERSION: version, DATABASE_URL: lab.postgres.url, REDIS_URL: redis, ...env };
      const variables = Object.entries(all).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
      const mount = ['-v', `${lab.tools.app}:/usr/local/bin/app:ro`, '--no-healthcheck', '--user', '0'];
      return start('lab-redis', [...variables, ...mount], ['app', 'serve']);
    },
    /** A shell script in a container, with options of `docker run`. */
    shell: (script: string, options: readonly string[] = ['--no-healthcheck']): Promise<Box> =>
      start('lab-redis', ['--entrypoint', 'sh', ...options], ['-c', script]),
    /** A PostgreSQL that is up and refuses everybody: 57P03, for as long as it runs. */
    refusingPostgres: (): Promise<Box> => {
      const script =
        'initdb --no-sync -A trust -D /tmp/standby >/dev/null && touch /tmp/standby/standby.signal && ' +
        "exec postgres -D /tmp/standby -c hot_standby=off -c listen_addresses='*' -c fsync=off";
      return start('lab-postgres', ['--no-healthcheck', '--entrypoint', 'sh'], ['-c', script]);
    },
    dispose: async (): Promise<void> => {
      if (started.length > 0) await docker('rm', '-f', '-v', ...started.splice(0));
    },
  };
}

/** A port that takes connections, counts them and never says a word. */
export async function silentServer(): Promise<{ port: number; connections: () => number; close: () => void }> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
