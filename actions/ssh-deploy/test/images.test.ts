import { describe, expect, test } from 'vitest';
import { parseImages, registryOf, repositoryOf } from '../src/images.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

describe('images', () => {
  test('lines, with a tag or without', () => {
    expect(parseImages(`web=ghcr.io/acme/app@${digest}\n\nworker = 10.77.0.2:5000/acme/app:v1@${digest}`)).toEqual([
      { service: 'web', ref: `ghcr.io/acme/app@${digest}` },
      { service: 'worker', ref: `10.77.0.2:5000/acme/app:v1@${digest}` },
    ]);
  });

  test('the output of docker-build-push', () => {
    const output = JSON.stringify([
      { name: 'web', ref: `ghcr.io/acme/app@${digest}`, digest, tags: [], size: 1, platforms: [] },
    ]);
    expect(parseImages(output)).toEqual([{ service: 'web', ref: `ghcr.io/acme/app@${digest}` }]);
  });

  test.each([
    [
      'web=ghcr.io/acme/app:v1',
      'has "ghcr.io/acme/app:v1" for web, which is no digest; write web=ghcr.io/acme/app:v1@sha256:…',
    ],
    ['web=', 'has no image for web: is the output of the build empty?'],
    ['ghcr.io/acme/app', 'has the line "ghcr.io/acme/app"; write service=name@sha256:…'],
    [`web=a@${digest}\nweb=b@${digest}`, 'names the service web twice'],
    ['[{"name": "web"}]', 'is JSON, but not the output `images` of docker-build-push'],
    ['[', 'begins like JSON and is none'],
    [`web=$(reboot)@${digest}`, /which is no digest/],
  ])('%s is refused', (text, message) => {
    expect(() => parseImages(text)).toThrow(message);
  });

  test.each([
    [`ghcr.io/acme/app:v1@${digest}`, 'ghcr.io/acme/app', 'ghcr.io'],
    ['10.77.0.2:5000/app', '10.77.0.2:5000/app', '10.77.0.2:5000'],
    ['library/nginx:1', 'library/nginx', 'https://index.docker.io/v1/'],
  ])('%s', (ref, repository, registry) => {
    expect([repositoryOf(ref), registryOf(ref)]).toEqual([repository, registry]);
  });
});
