import { createHash } from 'node:crypto';
import { fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { registryAuth } from '../src/docker-config.ts';
import { observe } from '../src/observe.ts';
import type { EnginePort } from '../src/ports/engine.ts';
import { given } from './given.ts';

const files = { Dockerfile: 'FROM scratch', './.keep': '', '/home/ann/.docker/cli-plugins/docker-buildx': 'binary' };
const opened: string[] = [];

function engine(driverStatus: unknown): (socket: string) => EnginePort {
  return (socket) => {
    opened.push(socket);
    return {
      send: async ({ path }) => ({
        status: 200,
        text: JSON.stringify(
          path === '/version' ? { Version: '28.5.2', ApiVersion: '1.51' } : { DriverStatus: driverStatus },
        ),
      }),
      stream: async () => {
        throw new Error('nobody asks for a stream here');
      },
    };
  };
}

const look = (
  env: Record<string, string> = {},
  more: Record<string, string> = {},
  values: Record<string, string> = {},
) => {
  const ports = fakePorts({
    files: { ...files, ...more },
    answer: () => ({ stdout: 'Name: fast\nDriver:        docker-container\n' }),
  });
  const dot = {
    ...ports,
    files: {
      ...ports.files,
      facts: async (path: string) =>
        path === '.' ? { kind: 'directory' as const, size: 0, modifiedMs: 0 } : ports.files.facts(path),
    },
  };
  return observe(given(values, { HOME: '/home/ann', ...env }), dot, engine([['Backing Filesystem', 'extfs']]));
};

describe('observe', () => {
  it('finds the engine, the plugin and the builders', async () => {
    expect(await look()).toMatchObject({
      socket: '/var/run/docker.sock',
      engine: { version: '28.5.2', api: '/v1.51', store: 'overlay2' },
      buildx: { file: '/home/ann/.docker/cli-plugins/docker-buildx', config: '/home/ann/.docker/buildx' },
    });
  });

  it('knows the containerd store by its snapshotter', async () => {
    const ports = fakePorts({ files: { ...files, 'src/x': '', 'src/Dockerfile': '' } });
    const found = await observe(
      given({ context: 'src' }, { HOME: '/home/ann' }),
      ports,
      engine([['driver-type', 'io.containerd.snapshotter.v1']]),
    );
    expect(found.engine.store).toBe('containerd');
  });

  it('takes DOCKER_HOST, else the context’s endpoint', async () => {
    expect((await look({ DOCKER_HOST: 'unix:///a.sock', DOCKER_CONTEXT: 'other' })).socket).toBe('/a.sock');
    const id = createHash('sha256').update('rootless').digest('hex');
    const meta = {
      [`/home/ann/.docker/contexts/meta/${id}/meta.json`]:
        '{"Endpoints":{"docker":{"Host":"unix:///run/user/1/docker.sock"}}}',
    };
    const config = { '/home/ann/.docker/config.json': '{"currentContext":"rootless"}' };
    expect((await look({}, { ...meta, ...config })).socket).toBe('/run/user/1/docker.sock');
    await expect(look({}, config)).rejects.toThrow('the Docker context rootless has no endpoint');
  });

  it('refuses an engine that is not behind a socket', async () => {
    await expect(look({ DOCKER_HOST: 'tcp://10.0.0.1:2376' })).rejects.toThrow(
      'the engine at tcp://10.0.0.1:2376 is not behind a unix socket',
    );
  });

  it('refuses another driver, and takes a builder of the engine itself', async () => {
    await expect(look({ BUILDX_BUILDER: 'fast' })).rejects.toThrow(
      'the selected builder fast has the docker-container driver',
    );
    expect((await look({ BUILDX_BUILDER: 'default' })).socket).toBe('/var/run/docker.sock');
  });

  it('names the folders without a plugin', async () => {
    await expect(look({ DOCKER_CONFIG: '/empty' })).rejects.toThrow(
      'there is no docker-buildx in /empty/cli-plugins, /usr/local/lib/docker/cli-plugins',
    );
  });

  it('names every file that is not there', async () => {
    const values = {
      images: '- name: a\n  context: gone\n- name: b\n  file: b.Dockerfile\n',
      'secret-files': 'one=missing\ntwo=empty',
    };
    await expect(look({}, { empty: '' }, values)).rejects.toThrow(
      /context: "gone" of a is no folder[\s\S]*file: "b.Dockerfile" of b is no file[\s\S]*one: the file missing is missing[\s\S]*two: the file empty is empty/,
    );
  });

  it('asks a credential helper for a login of an earlier step, by stdin', async () => {
    const config = { '/home/ann/.docker/config.json': '{"credHelpers":{"quay.io":"ecr-login"}}' };
    const asked: string[] = [];
    const ports = fakePorts({
      files: { ...files, ...config, 'src/Dockerfile': '' },
      answer: (command, text) => {
        asked.push(`${text} < ${command.stdin}`);
        return { stdout: '{"Username":"bob","Secret":"helper-secret"}' };
      },
    });
    const inputs = given({ context: 'src', image: 'quay.io/acme/app' }, { HOME: '/home/ann' });
    const { dockerConfig } = await observe(inputs, ports, engine([]));
    expect(asked).toEqual(['docker-credential-ecr-login get < quay.io']);
    expect(registryAuth('quay.io', dockerConfig, undefined)).toBeDefined();
  });

  it('reads the default branch from the event, and says nothing where it does not tell', async () => {
    const branch = async (payload: string) =>
      (await look({ GITHUB_EVENT_PATH: '/event.json' }, { '/event.json': payload })).git.defaultBranch;
    expect(await branch('{"repository":{"default_branch":"trunk"}}')).toBe('trunk');
    expect(await branch('{}')).toBeUndefined();
    expect(await branch('no json')).toBeUndefined();
  });
});
