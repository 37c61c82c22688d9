import type { EnginePort, EngineRequest } from '../src/ports/engine.ts';

/** An engine of the overlay2 store in memory: names by image, and what a test says about pushes. */
export interface FakeEngine extends EnginePort {
  readonly names: Map<string, string>;
  readonly calls: string[];
  readonly registry: Map<string, string>;
}

export interface FakeImage {
  readonly id: string;
  readonly config?: object;
  readonly bytes?: number;
  readonly createdBy?: string;
}

export interface FakeEngineWorld {
  /** By the last segment of the private name. */
  readonly images: Readonly<Record<string, FakeImage>>;
  /** The engine's answer to a login or a push, instead of success. */
  readonly say?: (call: string, count: number) => string | undefined;
}

const healthy = { User: '65532', Healthcheck: { Test: ['CMD', 'x'] }, Env: [] };

export function fakeEngine({ images, say }: FakeEngineWorld): FakeEngine {
  const names = new Map<string, string>();
  const registry = new Map<string, string>();
  const calls: string[] = [];
  const byId = (id: string): FakeImage => Object.values(images).find((image) => image.id === id) ?? { id };
  const find = (path: string): FakeImage => {
    const name = decodeURIComponent(
      path.replace(/^\/v[\d.]+\/images\//, '').replace(/\/(?:json|history|tag|push)$/, ''),
    );
    return byId(names.get(name) ?? name);
  };
  const answer = ({ method, path, query = {} }: EngineRequest): readonly [number, string] => {
    const call = `${method} ${path}${Object.values(query)
      .map((value) => ` ${value}`)
      .join('')}`;
    calls.push(call);
    const said = say?.(call, calls.filter((one) => one === call).length);
    if (path === '/auth') return said === undefined ? [200, '{}'] : [500, JSON.stringify({ message: said })];
    if (path.endsWith('/push')) {
      if (said !== undefined) return [200, JSON.stringify({ errorDetail: { message: said } })];
      const image = find(`${path.replace(/\/push$/, '')}:${query['tag']}`);
      registry.set(`${path.split('/images/')[1]?.replace(/\/push$/, '')}:${query['tag']}`, image.id);
      return [200, JSON.stringify({ aux: { Digest: digestOf(image.id) } })];
    }
    if (path.endsWith('/tag')) {
      names.set(`${query['repo']}:${query['tag']}`, find(path).id);
      return [201, ''];
    }
    if (method === 'DELETE') return names.delete(path.replace('/images/', '')) ? [200, '[]'] : [404, '{}'];
    if (path === '/images/json') return [200, JSON.stringify([{ RepoTags: [...names.keys()] }])];
    const image = find(path);
    if (path.endsWith('/history'))
      return [200, JSON.stringify([{ Size: image.bytes ?? 1000, CreatedBy: image.createdBy ?? 'COPY' }])];
    const digests = [...registry]
      .filter(([, id]) => id === image.id)
      .map(([name]) => `${name.replace(/:[^:]*$/, '')}@${digestOf(image.id)}`);
    return [
      200,
      JSON.stringify({
        Id: image.id,
        Os: 'linux',
        Architecture: 'amd64',
        Config: image.config ?? healthy,
        RepoDigests: digests,
      }),
    ];
  };
  return {
    names,
    calls,
    registry,
    send: async (request) => {
      const [status, text] = answer(request);
      return { status, text };
    },
    stream: async ({ path }) => {
      throw new Error(`no archive in this test: ${path}`);
    },
  };
}

export function digestOf(id: string): string {
  return `sha256:${Buffer.from(id).toString('hex').padEnd(64, '0').slice(0, 64)}`;
}
