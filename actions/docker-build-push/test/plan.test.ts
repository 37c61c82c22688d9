import { formatCommand, InputError } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { buildCommand } from '../src/build-command.ts';
import { formatPlan, planBuild } from '../src/plan.ts';
import { facts, given, login, plan } from './given.ts';

const pulled = facts({ git: { ref: 'refs/pull/7/merge', sha: 'f'.repeat(40), event: 'pull_request' } });

describe('planBuild', () => {
  it('builds under a private name, and pushes each tag', () => {
    const { images, version, push } = plan({ 'max-size': '500MB' });
    expect(images[0]).toMatchObject({
      privateName: 'docker-build-push.invalid/1001-feed/app:build',
      refs: ['ghcr.io/acme/app:main', 'ghcr.io/acme/app:sha-0123456789ab', 'ghcr.io/acme/app:latest'],
      maxSize: 500e6,
    });
    expect([version, push]).toEqual(['main', true]);
  });

  it.each([
    ['auto', facts(), login, true],
    ['auto', pulled, login, false],
    ['true', pulled, login, true],
    ['false', facts(), login, false],
    ['auto', facts(), {}, false],
    ['auto', facts({ dockerConfig: { auths: { 'ghcr.io': { auth: 'YTpi' } } } }), {}, true],
  ])('with push %s pushes or not', (push, known, credentials, expected) => {
    expect(planBuild(given({ ...credentials, push }), known).push).toBe(expected);
  });

  it('says why it does not push, and only where nobody asked for that', () => {
    expect(plan({}, pulled).pushSkipped).toBe('this run is for a pull request');
    expect(planBuild(given(), facts()).pushSkipped).toBe('there are no credentials for ghcr.io');
    expect(plan({ push: 'false' }).pushSkipped).toBeUndefined();
  });

  it('lets an open registry answer for itself, but not these two', () => {
    expect(planBuild(given({ push: 'true', image: '127.0.0.1:5000/app' }), facts()).push).toBe(true);
    for (const image of ['ghcr.io/acme/app', 'acme/app']) {
      expect(() => planBuild(given({ push: 'true', image }), facts())).toThrow(
        'push is true, and there are no credentials for',
      );
    }
  });

  it('refuses to gate on compressed sizes where they are not known', () => {
    expect(() => plan({ 'size-metric': 'compressed' })).toThrow(InputError);
    expect(plan({ 'size-metric': 'compressed' }, facts({}, 'containerd')).sizeMetric).toBe('compressed');
  });

  it('needs a tag', () => {
    const nowhere = facts({ git: { ref: '', sha: '', event: '' } });
    expect(() => plan({}, nowhere)).toThrow('tags: auto finds nothing');
    expect(plan({ tags: 'v1' }, nowhere).version).toBe('v1');
  });

  it('says what it does not know', () => {
    const { notes } = plan({}, facts({ git: { ref: 'refs/heads/main', sha: 'a'.repeat(40), event: 'push' } }));
    expect(notes).toContain('the event does not tell the default branch, so latest is not moved');
    expect(plan({}, facts({}, 'containerd')).notes).toEqual([]);
  });
});

describe('the command', () => {
  const everything = {
    target: 'final',
    'build-args': 'A=1\nB=two words',
    labels: 'org.opencontainers.image.source=https://mine\nx=y',
    secrets: 'tok=planted-value',
    'secret-files': 'key=keys/a,b.pem',
    pull: 'true',
    'no-cache': 'true',
    context: 'api',
  };
  const command = (values: Record<string, string>, known = facts(), env = {}) => {
    const inputs = given({ ...login, ...values }, env);
    const args = planBuild(inputs, known).images[0]?.args ?? [];
    return buildCommand(args, inputs, { facts: known, dockerConfigFolder: '/tmp/own' });
  };

  it('is the least one by default', () => {
    expect(formatCommand(command({ tags: 'v1' })).split(' --label ')[0]).toBe(
      '/plugins/docker-buildx build --builder default --load --progress rawjson ' +
        '--tag docker-build-push.invalid/1001-feed/app:build --file Dockerfile',
    );
  });

  it('has every input in its place, and no secret', () => {
    const text = formatCommand(command(everything));
    expect(text).toBe(
      '/plugins/docker-buildx build --builder default --load --progress rawjson ' +
        '--tag docker-build-push.invalid/1001-feed/app:build --file api/Dockerfile --target final ' +
        "--build-arg A=1 --build-arg 'B=two words' --label org.opencontainers.image.source=https://mine " +
        '--label org.opencontainers.image.revision=0123456789abcdef0123456789abcdef01234567 --label x=y ' +
        `--secret id=tok,env=BUILD_SECRET_1 --secret 'id=key,"src=keys/a,b.pem"' --pull --no-cache api`,
    );
    expect(text).not.toContain('planted');
  });

  it('asks for a provenance where the store can hold one', () => {
    expect(formatCommand(command({}, facts({}, 'containerd')))).toContain('--provenance mode=min');
  });

  it('passes what buildx needs of the environment, and nothing else', () => {
    const env = {
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      BUILDX_BUILDER: 'other',
      GITHUB_TOKEN: 'ghs_x',
      ACTIONS_RUNTIME_TOKEN: 'jwt',
    };
    const child = command(everything, facts(), env).env ?? {};
    expect(Object.keys(child).sort()).toEqual([
      'BUILDX_CONFIG',
      'BUILD_SECRET_1',
      'DOCKER_CONFIG',
      'DOCKER_HOST',
      'HTTPS_PROXY',
      'PATH',
    ]);
    expect(child['DOCKER_CONFIG']).toBe('/tmp/own');
    expect(String(child['BUILD_SECRET_1'])).toBe('***');
  });
});

it('formatPlan shows what is built, checked and pushed', () => {
  const values = { images: '- name: web\n  max-size: 300MB\n- name: worker\n  file: w.Dockerfile\n', tags: 'v1,v1.2' };
  expect(formatPlan(plan(values))).toBe(
    `Docker 28.5.2 at /run/docker.sock, overlay2 image store, docker driver
  build  web: . with Dockerfile
  check  web: max-size 300.0 MB uncompressed, non-root=warn, healthcheck=warn, secret-env=error
  push   web: ghcr.io/acme/app/web: v1, v1.2
  build  worker: . with w.Dockerfile
  check  worker: non-root=warn, healthcheck=warn, secret-env=error
  push   worker: ghcr.io/acme/app/worker: v1, v1.2
  no provenance: the overlay2 image store cannot hold one`,
  );
});
