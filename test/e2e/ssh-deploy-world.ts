import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Step, step } from '@suite/testing';
import { clearHost, databaseUrl, dropDatabase, makeDatabase, onHost } from '../lab/pipeline/production.ts';
import { makeRepository } from '../lab/pipeline/repository.ts';
import type { Variant } from '../lab/pipeline/variants.ts';
import { run } from '../lab/shell.ts';
import { type Lab, readLab } from '../lab/state.ts';

export type HostName = 'a' | 'b';

/** An application of its own on hosts of the lab: folder, port, database and images that disturb nobody else's. */
export interface World {
  readonly lab: Lab;
  readonly app: string;
  readonly hosts: readonly HostName[];
  readonly port: number;
  readonly workspace: string;
  /** Address of the proxy of a host. */
  readonly url: (host: HostName) => string;
  /** Builds and pushes a variant; returns its digest reference. */
  readonly image: (variant: Variant) => Promise<string>;
  /** Builds and pushes an image from the lines of a Dockerfile and one program; returns its reference. */
  readonly imageOf: (program: string, lines: readonly string[]) => Promise<string>;
  readonly step: (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) => Step;
  /** What the application behind the proxy says its version is; undefined where nobody answers. */
  readonly version: (host: HostName) => Promise<string | undefined>;
  readonly onHost: (host: HostName, script: string) => Promise<string>;
  readonly dispose: () => Promise<void>;
}

/** Makes a world. The lab must be up. */
export async function makeWorld(
  name: string,
  options: { readonly hosts?: readonly HostName[]; readonly port: number },
): Promise<World> {
  const lab = readLab();
  const app = `sd-${name}-${randomBytes(2).toString('hex')}`;
  const hosts = options.hosts ?? ['a'];
  const database = await makeDatabase(lab, app.replaceAll('-', '_'));
  const folder = mkdtempSync(join(tmpdir(), `${app}-`));
  const repository = await makeRepository(join(folder, 'checkout'), lab.tools.app);
  await repository.commit({ name: 'first' });
  for (const host of hosts) await clearHost(lab, host, app);
  const docker = dockerWithLogin(lab, join(folder, 'docker'));
  const build = async (tag: string, context: string, ...args: readonly string[]): Promise<string> => {
    await docker('build', '-q', '--provenance=false', ...args, '-t', tag, context);
    await docker('push', '-q', tag);
    const ref = await docker('inspect', '--format', '{{index .RepoDigests 0}}', tag);
    await docker('image', 'rm', tag);
    return ref;
  };
  const image = async (variant: Variant): Promise<string> => {
    await repository.commit(variant);
    const tag = `${lab.registry.host}/${app}/app:${variant.name}`;
    return build(tag, repository.folder, '--build-arg', `APP_VERSION=${variant.name}`);
  };
  const imageOf = async (program: string, lines: readonly string[]): Promise<string> => {
    const name = basename(program).replace(/-\d.*/, '');
    const context = join(folder, name);
    mkdirSync(context);
    copyFileSync(program, join(context, name));
    const all = ['FROM debian:bookworm-slim', `COPY --chmod=755 ${name} /usr/local/bin/${name}`, ...lines];
    writeFileSync(join(context, 'Dockerfile'), all.join('\n'));
    return build(`${lab.registry.host}/${app}/${name}:latest`, context);
  };
  const url = (host: HostName): string => `http://${lab.hosts[host].address}:${options.port}`;
  return {
    lab,
    app,
    hosts,
    port: options.port,
    workspace: repository.folder,
    url,
    image,
    imageOf,
    step: (inputs, env = {}) =>
      step('ssh-deploy', {
        inputs: { ...commonInputs(lab, { app, hosts, port: options.port, database }), ...inputs },
        env,
        workspace: repository.folder,
      }),
    version: async (host) => {
      const answer = await fetch(`${url(host)}/version`).catch(() => undefined);
      return answer?.headers.get('x-version') ?? undefined;
    },
    onHost: (host, script) => onHost(lab, host, script),
    dispose: async () => {
      for (const host of hosts) {
        await clearHost(lab, host, app);
        await onHost(lab, host, `rm -rf /opt/${app}; ${forgetImages(app)}`);
      }
      await dropDatabase(lab, database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By name: another application may have an image of the same id. Docker drops digests with the last tag, so some are gone by then. */
function forgetImages(app: string): string {
  const names = (kind: string): string => `docker images ${kind} | grep -F '/${app}/' | grep -v '<none>'`;
  return `{ ${names("--format '{{.Repository}}:{{.Tag}}'")}; ${names("--digests --format '{{.Repository}}@{{.Digest}}'")}; } |
    sort -u | xargs -r docker image rm >/dev/null 2>&1 || :`;
}

interface Place {
  readonly app: string;
  readonly hosts: readonly HostName[];
  readonly port: number;
  readonly database: string;
}

function commonInputs(lab: Lab, { app, hosts, port, database }: Place): Record<string, string> {
  return {
    app,
    hosts: hosts.map((host) => `${lab.hosts[host].user}@${lab.hosts[host].address}`).join('\n'),
    'ssh-key': readFileSync(lab.sshKeyFile, 'utf8'),
    'known-hosts': hosts.map((host) => lab.hosts[host].knownHosts).join(''),
    files: 'proxy/haproxy -> shared/haproxy',
    env: `DATABASE_URL=${databaseUrl(lab, database)}\nREDIS_URL=redis://${lab.redis.host}:${lab.redis.port}/0\nHTTP_PORT=${port}`,
    'registry-username': lab.registry.username,
    'registry-password': lab.registry.password,
    proxy: 'haproxy',
    'migrate-command': 'app migrate',
    watch: '1s',
  };
}

function dockerWithLogin(lab: Lab, folder: string): (...args: string[]) => Promise<string> {
  mkdirSync(folder, { recursive: true });
  const auth = Buffer.from(`${lab.registry.username}:${lab.registry.password}`).toString('base64');
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { [lab.registry.host]: { auth } } }), {
    mode: 0o600,
  });
  symlinkSync(join(lab.dockerConfig, 'cli-plugins'), join(folder, 'cli-plugins'));
  const env = { ...process.env, PATH: lab.path, DOCKER_HOST: lab.dockerHost, DOCKER_CONFIG: folder };
  return (...args) => run('docker', args, { env });
}
