import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authKey, formatImageName, parseImageName, parseRegistry, shortName } from '../src/image-name.ts';

describe('parseImageName', () => {
  it.each([
    ['ghcr.io/acme/app', undefined, 'ghcr.io/acme/app'],
    ['ghcr.io/Acme/App', undefined, 'ghcr.io/acme/app'],
    ['10.77.0.2:5000/acme/app', undefined, '10.77.0.2:5000/acme/app'],
    ['localhost/app', undefined, 'localhost/app'],
    ['[::1]:5000/app', undefined, '[::1]:5000/app'],
    ['acme/app', undefined, 'docker.io/acme/app'],
    ['debian', undefined, 'docker.io/library/debian'],
    ['index.docker.io/acme/app', undefined, 'docker.io/acme/app'],
    ['acme/app', 'ghcr.io', 'ghcr.io/acme/app'],
    ['app', '127.0.0.1:5000', '127.0.0.1:5000/app'],
    ['quay.io/acme/app', 'ghcr.io', 'quay.io/acme/app'],
    ['ghcr.io/a__b/c.d-e--f', undefined, 'ghcr.io/a__b/c.d-e--f'],
  ])('%s with %s is %s', (text, registry, expected) => {
    expect(formatImageName(parseImageName(text, registry))).toBe(expected);
  });

  it.each([
    ['ghcr.io/acme/app:v1', 'has a tag; write ghcr.io/acme/app and put v1 into tags'],
    ['app:v1', 'has a tag; write app and put v1 into tags'],
    ['https://ghcr.io/acme/app', 'has a scheme; write ghcr.io/acme/app'],
    [`ghcr.io/acme/app@sha256:${'a'.repeat(64)}`, 'has a digest; write ghcr.io/acme/app'],
    ['ghcr.io/acme//app', 'is not an image name; write for example ghcr.io/acme/app'],
    ['ghcr.io/acme/my app', 'is not an image name; write for example ghcr.io/acme/app'],
    ['-bad-.io/app', 'has "-bad-.io" in front, which is no registry; write for example ghcr.io/app'],
  ])('%s %s', (text, problem) => {
    expect(() => parseImageName(text)).toThrow(problem);
  });

  it('reads what it writes', () => {
    const segment = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
    fc.assert(
      fc.property(
        fc.constantFrom('ghcr.io', '10.0.0.1:5000', 'docker.io'),
        segment,
        segment,
        (registry, owner, name) => {
          const image = { registry, path: `${owner}/${name}` };
          expect(parseImageName(formatImageName(image))).toEqual(image);
          expect(shortName(image)).toBe(name);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('parseRegistry', () => {
  it.each([
    ['GHCR.io', 'ghcr.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['10.77.0.2:5000', '10.77.0.2:5000'],
  ])('%s is %s', (text, expected) => expect(parseRegistry(text)).toBe(expected));

  it('corrects an address', () => {
    expect(() => parseRegistry('https://ghcr.io/')).toThrow('is not a host; write ghcr.io');
    expect(() => parseRegistry('a b')).toThrow('is not a host; write for example ghcr.io');
  });
});

it('knows the odd key of Docker Hub', () => {
  expect(authKey('docker.io')).toBe('https://index.docker.io/v1/');
  expect(authKey('ghcr.io')).toBe('ghcr.io');
});
