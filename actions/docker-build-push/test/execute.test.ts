import { type FakePorts, fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { cleanUp } from '../src/clean-up.ts';
import { execute } from '../src/execute.ts';
import type { RunBuild } from '../src/ports/buildx.ts';
import { report } from '../src/report.ts';
import type { Results } from '../src/results.ts';
import { digestOf, type FakeEngine, type FakeEngineWorld, fakeEngine } from './fake-engine.ts';
import { facts, given, login, plan } from './given.ts';

const two = { images: '- name: web\n- name: worker\n', tags: 'v1,latest', retries: '1' };
const images = { web: { id: 'sha256:aa' }, worker: { id: 'sha256:bb' } };
const repository = 'ghcr.io/acme/app';

interface Run {
  readonly engine: FakeEngine;
  readonly ports: FakePorts;
  readonly builds: readonly string[];
  readonly results: Results;
}

/** Runs the plan of these inputs; `code` is buildx's exit code for an image, 0 where nothing is said. */
async function run(
  world: FakeEngineWorld,
  values: Record<string, string> = two,
  code: Record<string, number> = {},
): Promise<Run> {
  const engine = fakeEngine(world);
  const ports = fakePorts();
  const builds: string[] = [];
  const runBuild: RunBuild = async ({ args, env }, onLines) => {
    const name = args[args.indexOf('--tag') + 1] ?? '';
    const image = /\/([^/]+):build$/.exec(name)?.[1] ?? '';
    builds.push(image);
    expect(ports.tree.get(`${env?.['DOCKER_CONFIG']}/config.json`)?.toString()).toContain('"ghcr.io"');
    onLines([`{"vertexes":[{"digest":"d","name":"[1/1] RUN x","cached":true}]}`, 'ERROR: failed to solve: something']);
    if (!code[image]) engine.names.set(name, world.images[image]?.id ?? '');
    return { code: code[image] ?? 0, signal: null, timedOut: false };
  };
  const inputs = given({ ...login, ...values });
  const results = await execute(plan(values), inputs, { ports, engine, runBuild });
  return { engine, ports, builds, results };
}

const judged = ({ results }: Run) => report(plan(two), results);

describe('execute', () => {
  it('pushes every image under every tag, and leaves only the public names', async () => {
    const { engine, ports, results } = await run({ images });
    expect([...engine.registry.keys()]).toEqual([
      `${repository}/web:v1`,
      `${repository}/web:latest`,
      `${repository}/worker:v1`,
      `${repository}/worker:latest`,
    ]);
    expect([...engine.names.keys()].filter((name) => name.includes('.invalid'))).toEqual([]);
    expect([...ports.tree.keys()]).toEqual([]);
    expect(results.images.map(({ digest }) => digest)).toEqual([digestOf('sha256:aa'), digestOf('sha256:bb')]);
  });

  it('pushes none where one is refused, and builds the others to tell all that is wrong', async () => {
    const big = { ...two, 'max-size': '500MB', policy: 'non-root=error' };
    const world = {
      images: {
        web: { id: 'sha256:aa', bytes: 612_400_000 },
        worker: { id: 'sha256:bb', config: { Env: ['DB_PASSWORD=x'] } },
      },
    };
    const done = await run(world, big);
    expect(done.builds).toEqual(['web', 'worker']);
    expect(done.engine.calls.filter((call) => call.includes('/push') || call.includes('/tag'))).toEqual([]);
    expect([...done.engine.names.keys()]).toEqual([]);
    const { outputs, failure } = judged(done);
    expect(outputs).toMatchObject({ result: 'failed', 'failed-rule': 'max-size', digest: '', ref: '', images: '[]' });
    expect(failure?.code).toBe('E_SIZE');
    expect(failure?.message.split('\n').slice(1)).toEqual([
      'also E_POLICY_NON_ROOT: worker runs as root, since it names no user',
      'also E_POLICY_SECRET_ENV: worker carries what looks like a secret: ENV DB_PASSWORD',
    ]);
  });

  it('finds a secret of the build in the image', async () => {
    const world = {
      images: { web: { id: 'sha256:aa', createdBy: 'RUN echo planted-secret-value' }, worker: { id: 'sha256:bb' } },
    };
    const done = await run(world, { ...two, secrets: 'tok=planted-secret-value' });
    expect(judged(done).failure?.message).toBe(
      "web carries what looks like a secret: a secret of this build in the image's history",
    );
    expect(done.engine.registry.size).toBe(0);
  });

  it('stops at a build that breaks', async () => {
    const done = await run({ images }, two, { web: 1 });
    expect(done.builds).toEqual(['web']);
    expect(done.engine.registry.size).toBe(0);
    expect(judged(done)).toMatchObject({
      outputs: { result: 'failed', 'failed-rule': 'build' },
      failure: { code: 'E_BUILD' },
    });
    expect([...done.ports.tree.keys()]).toEqual([]);
  });

  it('tries a login again after trouble, and not after a refusal', async () => {
    const trouble = await run({
      images,
      say: (call, count) => (call.includes('/auth') && count === 1 ? 'status: 503 Service Unavailable' : undefined),
    });
    expect(trouble.engine.registry.size).toBe(4);
    const refused = await run({
      images,
      say: (call) => (call.includes('/auth') ? 'failed with status: 401 Unauthorized' : undefined),
    });
    expect(refused.engine.calls).toEqual([
      'POST /auth',
      ...refused.engine.calls.filter((call) => call.startsWith('DELETE')),
    ]);
    expect(refused.builds).toEqual([]);
    expect(judged(refused)).toMatchObject({ outputs: { 'failed-rule': 'login' }, failure: { code: 'E_LOGIN' } });
  });

  it('tells the number of tries of a push, and what was pushed before it', async () => {
    const done = await run({
      images,
      say: (call) =>
        /worker\/push/.test(call) ? 'received unexpected HTTP status: 503 Service Unavailable' : undefined,
    });
    const { failure, summary, outputs } = judged(done);
    expect(failure?.message).toBe(
      `${repository}/worker:v1 was not pushed: received unexpected HTTP status: 503 Service Unavailable (2 tries)`,
    );
    expect(summary).toContain(`pushed before it: \`${repository}/web:v1\`, \`${repository}/web:latest\``);
    expect(outputs['images']).toBe('[]');
  });

  it('notices that another job moved the tag between check and push', async () => {
    const engine = fakeEngine({ images });
    const original = engine.send;
    const stealing = {
      ...engine,
      send: async (request: Parameters<typeof original>[0]) => {
        if (request.path.endsWith('/push')) engine.names.set(`${repository}/web:v1`, 'sha256:other');
        return original(request);
      },
    };
    const runBuild: RunBuild = async ({ args }) => {
      engine.names.set(args[args.indexOf('--tag') + 1] ?? '', 'sha256:aa');
      return { code: 0, signal: null, timedOut: false };
    };
    const results = await execute(plan(two), given({ ...login, ...two }), {
      ports: fakePorts(),
      engine: stealing,
      runBuild,
    });
    expect(results.publishing?.error.message).toContain('which is not the image that was checked (sha256:aa)');
  });

  it('removes what is private even where the engine breaks', async () => {
    const ports = fakePorts();
    const engine = fakeEngine({ images });
    const runBuild: RunBuild = async () => {
      throw new Error('the disk is full');
    };
    await expect(execute(plan(two), given({ ...login, ...two }), { ports, engine, runBuild })).rejects.toThrow(
      'the disk is full',
    );
    expect([...ports.tree.keys()]).toEqual([]);
    expect(engine.calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(2);
  });
});

describe('cleanUp', () => {
  const prefix = 'docker-build-push.invalid/1001-feed';
  const saved = { 'docker-config': '/tmp/own', 'private-prefix': prefix, socket: '/s', 'buildx-pid': '42' };

  it('removes what a kill left, and nothing of others', async () => {
    const engine = fakeEngine({ images });
    for (const name of [`${prefix}/web:build`, 'docker-build-push.invalid/1001-other/web:build', 'app:v1'])
      engine.names.set(name, 'x');
    const world = { '/tmp/own/config.json': '{}', '/proc/42/cmdline': `docker-buildx\0--tag\0${prefix}/web:build` };
    const ports = fakePorts({
      files: world,
      answer: () => {
        ports.tree.delete('/proc/42/cmdline');
        return undefined;
      },
    });
    for (const [name, value] of Object.entries(saved)) ports.state.save(name, value);
    await cleanUp(ports, () => engine);
    expect(ports.commands).toEqual(['kill -KILL -- -42']);
    expect([...engine.names.keys()]).toEqual(['docker-build-push.invalid/1001-other/web:build', 'app:v1']);
    expect([...ports.tree.keys()]).toEqual([]);
  });

  it('never ends a process that took over the number', async () => {
    const ports = fakePorts({ files: { '/proc/42/cmdline': 'postgres' } });
    for (const [name, value] of Object.entries(saved)) ports.state.save(name, value);
    await cleanUp(ports, () => fakeEngine({ images }));
    expect(ports.commands).toEqual([]);
  });

  it('does nothing where main never began', async () => {
    const ports = fakePorts();
    await cleanUp(ports, () => {
      throw new Error('nobody may open an engine');
    });
    expect(ports.commands).toEqual([]);
  });
});

it('a run without credentials says that it pushes nothing', async () => {
  const ports = fakePorts();
  const engine = fakeEngine({ images: { app: { id: 'sha256:aa' } } });
  const { planBuild } = await import('../src/plan.ts');
  const inputs = given({ tags: 'v1' });
  const built = planBuild(inputs, facts());
  const runBuild: RunBuild = async ({ args }) => {
    engine.names.set(args[args.indexOf('--tag') + 1] ?? '', 'sha256:aa');
    return { code: 0, signal: null, timedOut: false };
  };
  const results = await execute(built, inputs, { ports, engine, runBuild });
  expect(ports.lines).toContain('N_PUSH_SKIPPED: nothing is pushed: there are no credentials for ghcr.io');
  expect(report(built, results).outputs).toMatchObject({
    result: 'built',
    ref: `${repository}:v1`,
    digest: '',
    imageid: 'sha256:aa',
  });
  expect([...engine.names.keys()]).toEqual([`${repository}:v1`]);
});
