import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../packages/http/test/zoo.ts';
import { run } from '../lab/shell.ts';
import { type Lab, readLab } from '../lab/state.ts';

/** A container of a test's own on the lab's network. */
export interface Box {
  readonly id: string;
  readonly address: string;
  readonly health: () => Promise<string>;
  readonly kill: () => Promise<unknown>;
  /** Stops every process of it where it is: sockets stay open, nobody answers. */
  readonly pause: () => Promise<unknown>;
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
    return { id, address, health, kill: () => docker('kill', id), pause: () => docker('pause', id) };
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
    postgres: (): Promise<Box> =>
      start(
        'lab-postgres',
        ['--no-healthcheck', '--entrypoint', 'sh'],
        [
          '-c',
          "initdb --no-sync -A trust -D /tmp/db >/dev/null && echo 'host all all all trust' >>/tmp/db/pg_hba.conf && " +
            "exec postgres -D /tmp/db -c listen_addresses='*' -c fsync=off",
        ],
      ),
    redis: (...options: readonly string[]): Promise<Box> =>
      start(
        'lab-redis',
        ['--no-healthcheck'],
        ['redis-server', '--bind', '0.0.0.0', '--protected-mode', 'no', ...options],
      ),
    /** A Redis that reads its data set for a minute, and says so to everybody who asks meanwhile. */
    loadingRedis: (): Promise<Box> => {
      const server = 'redis-server --bind 0.0.0.0 --protected-mode no --dir /tmp --save ""';
      const slow = '--key-load-delay 3000 --loading-process-events-interval-bytes 1024';
      const cli = 'redis-cli -p 6380';
      const script =
        `${server} --port 6380 --enable-debug-command yes --daemonize yes >/dev/null; ` +
        `until ${cli} ping | grep -q PONG; do sleep 0.1; done; ` +
        `${cli} debug populate 20000 k 100 && ${cli} save && ${cli} shutdown nosave; exec ${server} ${slow}`;
      return start('lab-redis', ['--no-healthcheck', '--entrypoint', 'sh'], ['-c', script]);
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

/** Serves HTTP at an address and a port of the caller's choice. */
export async function serveAt(host: string, port: number, listener: RequestListener): Promise<Running> {
  const server = createHttpServer(listener).listen(port, host);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
  };
  return { port, close };
}

/** The environment of a process for which names have these addresses. */
export function resolving(names: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  const file = join(mkdtempSync(join(tmpdir(), 'resolver-')), 'resolver.cjs');
  writeFileSync(
    file,
    `const dns = require('node:dns');
    const names = ${JSON.stringify(names)};
    const real = dns.lookup;
    dns.lookup = (host, options, done) => {
      if (!Object.hasOwn(names, host)) return real(host, options, done);
      process.nextTick(done, null, names[host].map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    };
    require('node:module').syncBuiltinESMExports();`,
  );
  return { NODE_OPTIONS: `--require ${file}` };
}
