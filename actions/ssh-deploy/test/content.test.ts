import { describe, expect, test } from 'vitest';
import { assignImages, contentOf, generatedFiles } from '../src/content.ts';
import { changedKeys, formatManifest, parseManifest, sameContent } from '../src/manifest.ts';
import { leftovers } from '../src/prune.ts';
import { checkout, content, digest, inputs, manifest } from './samples.ts';

const { services } = checkout();

describe('images', () => {
  test('go to the named service, else to those whose image has the repository', () => {
    const built = JSON.stringify([{ name: 'app', ref: `reg.example/app@${digest('b')}` }]);
    expect(assignImages(inputs({ images: built }), services)).toEqual({ web: `reg.example/app@${digest('b')}` });
  });

  test('of no service are refused with the nearest name', () => {
    const given = inputs({ images: `wbe=other@${digest('b')}` });
    expect(() => assignImages(given, services)).toThrow(/wbe is no service of compose.yaml; did you mean web\?/);
  });
});

describe('content', () => {
  test('a pinned service rises beside, the others are recreated; recreate recreates all', () => {
    expect(contentOf(inputs({ proxy: 'haproxy' }), checkout(), '00')).toMatchObject({
      rolling: [{ name: 'web', replicas: 1 }],
      rest: ['proxy'],
      proxy: { kind: 'haproxy', service: 'proxy', target: 'web' },
      composeFiles: ['compose.yaml', 'compose.images.yaml'],
    });
    expect(contentOf(inputs({ strategy: 'recreate' }), checkout(), '00')).toMatchObject({
      rolling: [],
      rest: ['web', 'proxy'],
    });
  });

  test.each([
    [{ proxy: 'nginx' }, 'no service mounts shared/nginx'],
    [
      { proxy: 'haproxy', images: 'none' },
      'images: is missing, and proxy haproxy leads to its first service\n  write: images: web=name@sha256:…',
    ],
    [
      { proxy: 'haproxy', images: `proxy=x@${digest('b')}` },
      'service proxy cannot stand beside its old release: it has a fixed port (80:8080)',
    ],
  ])('%j is refused', (given, message) => {
    expect(() => contentOf(inputs(given), checkout(), '00')).toThrow(message);
  });

  test('the files that are made: env only for its owner, images by digest', () => {
    const env = inputs({ env: 'TOKEN=abcd efgh' }).what.env;
    const files = new Map(
      generatedFiles(manifest('r1'), 'shop', env).map(({ path, content: bytes, mode }) => [
        path,
        { text: Buffer.from(bytes).toString(), mode },
      ]),
    );
    expect(files.get('env')).toEqual({ text: "TOKEN='abcd efgh'\n", mode: 0o600 });
    expect(files.get('.compose')?.text).toBe('compose.yaml\ncompose.images.yaml\n');
    expect(files.get('compose.images.yaml')?.text).toBe(
      `services:\n  web:\n    image: "reg.example/app@${digest('a')}"\n`,
    );
  });
});

describe('blue-green', () => {
  const given = { strategy: 'blue-green' };

  test('puts into a colour what can stand beside, which shares networks with the rest and says whose it is', () => {
    const made = contentOf(inputs(given), checkout({ networks: ['default', 'inner'] }), '00');
    expect(made).toMatchObject({ rolling: [{ name: 'web' }], rest: ['proxy'], networks: ['default', 'inner'] });
    const files = generatedFiles(manifest('r1', { content: made }), 'shop', new Map());
    expect(Buffer.from(files.find(({ path }) => path === 'compose.colour.yaml')?.content ?? '').toString()).toBe(
      `services:
  web:
    labels:
      ssh-deploy.app: "shop"
networks:
  default:
    name: "shop_default"
    external: true
  inner:
    name: "shop_inner"
    external: true
`,
    );
  });

  test('is refused where nothing can', () => {
    const images = `proxy=x@${digest('b')}`;
    expect(() => contentOf(inputs({ ...given, images }), checkout(), '00')).toThrow(
      'no service can stand in two colours: proxy has a fixed port (80:8080)',
    );
  });
});

describe('manifests', () => {
  test('can be read again, and compare whatever the order of their keys', () => {
    expect(parseManifest(formatManifest(manifest('r1')))).toEqual(manifest('r1'));
    expect(parseManifest('{"schema": 2}')).toBeUndefined();
    expect(parseManifest('no JSON')).toBeUndefined();
    const { images, ...rest } = content();
    expect(sameContent(content(), { ...rest, images })).toBe(true);
    expect(sameContent(content(), content({ env: { A: 'x' } }))).toBe(false);
  });

  test('changed keys', () => {
    expect(changedKeys({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual(['~b', '-c', '+d']);
  });

  test('prune keeps the newest, the current and the one before, and every image that one of them or the new one names', () => {
    const old = ['r1', 'r2', 'r3', 'r4'].map((release, at) =>
      manifest(release, {
        at,
        content: content({ images: { web: `reg.example/app@${digest(at === 3 ? 'a' : String(at))}` } }),
      }),
    );
    const result = leftovers([...old, manifest('r5', { at: 9 })], {
      app: 'shop',
      release: 'r6',
      images: { web: `reg.example/app@${digest('0')}` },
      previous: 'r5',
      keep: 3,
    });
    expect(result.releases).toEqual(['r3', 'r2', 'r1']);
    expect(result.images).toEqual([
      'ssh-deploy.local/shop/web:r3',
      'ssh-deploy.local/shop/web:r2',
      'ssh-deploy.local/shop/web:r1',
      ...['2', '1'].map((letter) => `reg.example/app@${digest(letter)}`),
    ]);
  });
});
