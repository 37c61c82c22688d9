import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { findLeaks, findLeaksInFolder, type PhaseResult, type Step, watchCommandLines } from '@suite/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBench, makeWorld, small, unique, type World } from './docker-build-push-world.ts';

const bench = makeBench();
const files = bench.checkout;
afterEach(bench.clear);

describe.each(['overlay2', 'containerd'] as const)('on the %s store', (store) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(store);
  });
  afterAll(() => world.dispose());

  type Texts = Readonly<Record<string, string>>;
  const make = (workspace: string, inputs: Texts, env: Texts = {}): Step =>
    bench.step(workspace, inputs, { ...world.env, ...env });
  const main = (...args: Parameters<typeof make>): Promise<PhaseResult> => make(...args).main();
  const path = (name: string): string => `${world.prefix.split('/').slice(1).join('/')}${name}`;

  it('pushes what it built under each tag, and tells its digest', async () => {
    const result = await main(files(small()), {
      image: `${world.prefix}plain`,
      ...world.login,
      'build-args': 'UNUSED=1',
      tags: 'auto, stable',
    });
    expect(result.exitCode, result.stdout).toBe(0);
    const digest = result.outputs.get('digest') ?? '';
    for (const tag of ['main', 'sha-0123456789ab', 'stable']) {
      expect((await world.manifest(path('plain'), tag)).digest, tag).toBe(digest);
    }
    expect(result.outputs.get('result')).toBe('pushed');
    expect(result.outputs.get('ref')).toBe(`${world.prefix}plain@${digest}`);
    expect(result.outputs.get('version')).toBe('main');
    const [image] = JSON.parse(result.outputs.get('images') ?? '[]');
    expect(image).toMatchObject({
      name: 'plain',
      ref: `${world.prefix}plain@${digest}`,
      digest,
      platforms: ['linux/amd64'],
    });
    expect(await world.privateNames()).toEqual([]);
    expect((await world.manifest(path('plain'), digest)).status).toBe(200);
    expect(result.summary).toContain(digest.slice(0, 19));
  });

  it('pushes exactly the image that it checked', async () => {
    const result = await main(files(small()), { image: `${world.prefix}exact`, ...world.login, tags: 'v1' });
    const { body } = await world.manifest(path('exact'), 'v1');
    const inner = Array.isArray(body['manifests'])
      ? await world.manifest(path('exact'), body['manifests'][0].digest)
      : { body };
    const config = (inner.body['config'] as { digest: string }).digest;
    // overlay2 names an image by its config, containerd by its index.
    expect(result.outputs.get('imageid')).toBe(store === 'overlay2' ? config : result.outputs.get('digest'));
    expect(Array.isArray(body['manifests'])).toBe(store === 'containerd');
  });

  it('brings a secret to the build and nowhere else', async () => {
    const [secret, fromEnv] = [unique(), unique()];
    const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
    const check = (id: string, value: string): string =>
      `RUN --mount=type=secret,id=${id},required=true test "$(sha256sum < /run/secrets/${id} | cut -c1-64)" = ${sum(value)}`;
    const folder = files({
      Dockerfile: `FROM debian:bookworm-slim\n${check('tok', secret)}\n${check('env_tok', fromEnv)}\n${check('key', 'two\nlines\n')}\nRUN --mount=type=secret,id=tok cat /run/secrets/tok\n`,
      key: 'two\nlines\n',
    });
    const lines = watchCommandLines();
    const one = make(
      folder,
      {
        image: `${world.prefix}secret`,
        ...world.login,
        secrets: `tok=${secret}`,
        'secret-envs': 'env_tok=TOKEN_VARIABLE',
        'secret-files': 'key=key',
        tags: 'v1',
      },
      { TOKEN_VARIABLE: fromEnv },
    );
    const result = await one.main();
    const post = await one.post('success');
    const commandLines = lines.stop();
    expect(result.exitCode, result.stdout).toBe(0);
    const image = await world.docker('image', 'inspect', `${world.prefix}secret:v1`);
    const history = await world.docker('history', '--no-trunc', `${world.prefix}secret:v1`);
    const texts = {
      stdout: result.stdout,
      stderr: result.stderr,
      post: post.stdout,
      summary: result.summary,
      outputs: [...result.outputs.values()].join('\n'),
      commandLines,
      image,
      history,
    };
    for (const planted of [secret, fromEnv, world.lab.registry.password]) {
      expect(findLeaks(planted, texts)).toEqual([]);
      expect(findLeaksInFolder(planted, one.temporary)).toEqual([]);
    }
    expect(result.stdout).toContain('***');
    expect(readdirSync(one.temporary)).toEqual([]);
  });

  it('pushes none of a list when one image is too big, and names its layers', async () => {
    const folder = files({
      ...small(),
      'big.Dockerfile':
        'FROM debian:bookworm-slim\nRUN head -c 9000000 /dev/zero > /nine\nUSER 65532\nHEALTHCHECK CMD true\n',
    });
    const images = `- name: little\n- name: big\n  file: big.Dockerfile\n  max-size: 20MB\n`;
    const result = await main(folder, { image: `${world.prefix}list`, images, ...world.login, tags: 'v1' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get('failed-rule')).toBe('max-size');
    expect(result.outputs.get('images')).toBe('[]');
    expect(result.errors.join()).toMatch(
      /E_SIZE: big 1\d\d\.\d MB > 20\.0 MB by 1\d\d\.\d MB \(uncompressed, the engine's estimate\); largest layers: 1\d\d\.\d MB/,
    );
    expect((await world.repositories()).filter((name) => name.includes('/list/'))).toEqual([]);
    expect(await world.docker('image', 'ls', '--quiet', `${world.prefix}list/*`)).toBe('');
    expect(await world.privateNames()).toEqual([]);
  });

  it('pushes every image of a list that passes', async () => {
    const folder = files({
      ...small(),
      'worker/Dockerfile': 'FROM scratch\nARG QUEUE\nLABEL queue=$QUEUE\nCOPY w.txt /\n',
      'worker/w.txt': unique(),
    });
    const images = `- name: app\n- name: worker\n  context: worker\n  build-args: { QUEUE: mail }\n`;
    const result = await main(folder, { image: `${world.prefix}pair`, images, ...world.login, tags: 'v1' });
    expect(result.exitCode, result.stdout).toBe(0);
    const list = JSON.parse(result.outputs.get('images') ?? '[]') as { name: string; digest: string }[];
    expect(list.map(({ name }) => name)).toEqual(['app', 'worker']);
    for (const { name, digest } of list) expect((await world.manifest(path(`pair/${name}`), 'v1')).digest).toBe(digest);
    expect(
      await world.docker('image', 'inspect', '--format', '{{.Config.Labels.queue}}', `${world.prefix}pair/worker:v1`),
    ).toContain('mail');
  });

  it('takes the exact sum near the budget, the same on both stores', async () => {
    const folder = files({
      Dockerfile: `FROM scratch\nCOPY five /\nCOPY one /\n`,
      five: 'x'.repeat(5_000_000),
      one: unique(),
    });
    // Two layers of one file each: 512 bytes of header, the content in blocks, 1,024 bytes of end.
    const exact = 512 + 5_000_192 + 1024 + 512 + 512 + 1024;
    const fits = await main(folder, {
      image: `${world.prefix}near`,
      ...world.login,
      push: 'false',
      tags: 'v1',
      'max-size': `${exact}B`,
    });
    expect(fits.exitCode, fits.stdout).toBe(0);
    expect(fits.outputs.get('size-bytes')).toBe(String(exact));
    expect(fits.summary).toContain('exact sum of the layers');
    const over = await main(folder, {
      image: `${world.prefix}near`,
      ...world.login,
      tags: 'v1',
      'max-size': `${exact - 1}B`,
    });
    expect(over.errors.join()).toContain('by 1 B (uncompressed, exact sum of the layers)');
    expect((await world.repositories()).filter((name) => name.endsWith('/near'))).toEqual([]);
  });

  // The other store does not know before the push; that it refuses is tested beside the registries.
  if (store === 'containerd') {
    it('counts compressed bytes as the registry does', async () => {
      const folder = files({
        Dockerfile: 'FROM scratch\nCOPY five /\nCOPY one /\n',
        five: 'x'.repeat(5_000_000),
        one: unique(),
      });
      const inputs = { image: `${world.prefix}packed`, ...world.login, tags: 'v1', 'size-metric': 'compressed' };
      const result = await main(folder, { ...inputs, 'max-size': '1MB' });
      expect(result.exitCode, result.stdout).toBe(0);
      const { body } = await world.manifest(path('packed'), 'v1');
      const [platform] = body['manifests'] as { digest: string }[];
      const manifest = await world.manifest(path('packed'), platform?.digest ?? '');
      const layers = manifest.body['layers'] as { size: number }[];
      expect(result.outputs.get('size-bytes')).toBe(String(layers.reduce((sum, { size }) => sum + size, 0)));
      const over = await main(folder, { ...inputs, 'max-size': '100B' });
      expect(over.errors.join()).toContain('(compressed, exact sum of the layers)');
    });
  }

  it('refuses by policy before anything is pushed', async () => {
    const folder = files({ Dockerfile: 'FROM scratch\nENV DB_PASSWORD=in-clear\nCOPY a /\n', a: unique() });
    const inputs = { image: `${world.prefix}policy`, ...world.login, tags: 'v1' };
    const result = await main(folder, { ...inputs, policy: 'non-root=error' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get('failed-rule')).toBe('non-root');
    expect(result.errors.join()).toMatch(
      /E_POLICY_NON_ROOT: policy runs as root[\s\S]*also E_POLICY_SECRET_ENV: .*ENV DB_PASSWORD/,
    );
    expect(
      result.commands.some(({ command, properties }) => command === 'warning' && properties['title'] === 'healthcheck'),
    ).toBe(true);
    expect(await world.repositories()).not.toContain(path('policy'));
    const quiet = await main(folder, {
      ...inputs,
      policy: 'non-root=off, healthcheck=off, secret-env=warn',
      push: 'false',
    });
    expect(quiet.exitCode).toBe(0);
    expect(quiet.outputs.get('result')).toBe('built');
  });
});
