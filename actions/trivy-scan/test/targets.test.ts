import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTarget, parseImages, parseTargets, registriesOf, scannersFor, withIds } from '../src/targets.ts';

const digest = `sha256:${'a'.repeat(64)}`;

describe('targets', () => {
  it.each([
    ['fs:.', { kind: 'fs', ref: '.', name: 'checkout', id: 'fs-checkout' }],
    [
      'image:ghcr.io/acme/app:1.2',
      { kind: 'image', ref: 'ghcr.io/acme/app:1.2', name: 'app:1.2', id: 'image-app-1.2' },
    ],
    [`image:10.0.0.2:5000/acme/app@${digest}`, { name: 'app', id: 'image-app' }],
    ['sbom:out/bom.json', { kind: 'sbom', ref: 'out/bom.json', id: 'sbom-out-bom.json' }],
    ['tar:/tmp/a b.tar', { kind: 'tar', ref: '/tmp/a b.tar', id: 'tar-tmp-a-b.tar' }],
  ])('reads %s', (line, expected) => expect(parseTargets([line])[0]).toMatchObject(expected));

  it.each(['app:1', 'fs:', ':x', 'FS:.', ''])('refuses "%s" with the corrected form', (line) => {
    expect(() => parseTargets([line])).toThrow(/without a kind; write for example image:/);
  });

  it('gives every target an id of its own, whatever they are called', () => {
    const ref = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('fs', 'sbom', 'image'), ref)), (pairs) => {
        const targets = parseTargets(pairs.map(([kind, text]) => `${kind}:${text}`));
        expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
        for (const { id } of targets) expect(id).toMatch(/^[\w.-]+$/);
        expect(targets.map(formatTarget)).toEqual(pairs.map(([kind, text]) => `${kind}:${text}`));
      }),
    );
  });

  it('keeps its ids when it numbers the second', () => {
    const same = { kind: 'fs', ref: 'a', name: 'a' } as const;
    expect(withIds([same, same, same]).map(({ id }) => id)).toEqual(['fs-a', 'fs-a-2', 'fs-a-3']);
  });

  it.each([
    ['config', ['misconfig']],
    ['sbom', ['vuln', 'license']],
    ['fs', ['vuln', 'secret', 'license']],
  ] as const)('of kind %s are scanned for %s', (kind, expected) => {
    expect(scannersFor(kind, ['vuln', 'secret', 'license'])).toEqual(expected);
  });
});

describe('images of docker-build-push', () => {
  it.each([
    [{ name: 'app', ref: `r.io/app@${digest}` }, `r.io/app@${digest}`],
    [{ ref: `r.io:5000/app@${digest}` }, `r.io:5000/app@${digest}`],
  ])('are scanned by digest', (image, ref) => {
    expect(parseImages(JSON.stringify([image]))).toEqual([{ kind: 'image', ref, name: 'app', id: 'image-app' }]);
  });

  it('that were only built are scanned in the engine that has them, never in a registry', () => {
    const built = parseImages(JSON.stringify([{ name: 'app', ref: 'r.io/app:pr-1', digest }]));
    expect(built[0]).toMatchObject({ ref: 'r.io/app:pr-1', onlyEngine: true });
    expect(registriesOf(built)).toEqual([]);
  });

  it.each([
    ['[{"name":"app"}]', /image without a ref/],
    ['[{"ref":"--config=x"}]', /image without a ref/],
    ['[null]', /image without a ref/],
    ['[]', /no list of images/],
    ['{', /no list of images/],
    ['"x"', /no list of images/],
  ])('%s is refused', (json, message) => expect(() => parseImages(json)).toThrow(message));
});

describe('registriesOf', () => {
  it.each([
    ['ghcr.io/acme/app@sha256:aa', 'ghcr.io'],
    ['10.77.0.2:5000/acme/app:1', '10.77.0.2:5000'],
    ['localhost/app', 'localhost'],
    ['acme/app:1', 'docker.io'],
    ['debian:12', 'docker.io'],
  ])('of %s is %s', (ref, host) => expect(registriesOf(parseTargets([`image:${ref}`]))).toEqual([host]));

  it('has none for a path', () => expect(registriesOf(parseTargets(['fs:a.b/c']))).toEqual([]));
});
