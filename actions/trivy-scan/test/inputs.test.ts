import { InputError } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { inputsOf } from './sample.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const images = JSON.stringify([{ name: 'app', ref: `r.io/app@${digest}` }]);

function problems(given: Readonly<Record<string, string>>): readonly string[] {
  try {
    inputsOf(given);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ input, problem }) => `${input}: ${problem}`);
  }
}

describe('inputs', () => {
  it('have defaults that gate', () => {
    expect(inputsOf()).toMatchObject({
      scanners: ['vuln', 'secret', 'misconfig'],
      failOnUnfixed: false,
      allowNoPackages: false,
      reports: ['json', 'sarif'],
      timeoutMs: 600_000,
      retries: 3,
      database: { maxAgeMs: 172_800_000, skipUpdate: false, allowStale: false },
      binary: { version: '0.74.0', path: undefined, mirror: 'https://github.com/aquasecurity/trivy/releases/download' },
    });
  });

  it.each([
    [{}, ['fs-checkout']],
    [{ images }, ['image-app']],
    [{ images, targets: 'fs:.' }, ['image-app']],
    [{ images, targets: 'fs:web\nconfig:k8s' }, ['image-app', 'fs-web', 'config-k8s']],
    [{ images: 'none', targets: 'sbom:a.json' }, ['sbom-a.json']],
  ])('%j name the targets %j', (given, ids) => expect(inputsOf(given).targets.map(({ id }) => id)).toEqual(ids));

  it.each([
    [{ version: 'latest' }, 'version: "latest" is not a full version'],
    [{ version: '0.69.4' }, 'version: "0.69.4" is a release that stole credentials'],
    [{ version: '0.75.0' }, 'sha256: "0.75.0" is not pinned in this action'],
    [{ sha256: 'xyz' }, 'sha256: "xyz" is no SHA-256'],
    [{ registry: 'r.io' }, 'registry-username: is missing or empty'],
    [{ images, 'registry-username': 'a' }, 'registry-password: is missing or empty'],
    [{ 'registry-username': 'a', 'registry-password': 'x' }, 'registry: is missing, and no image names'],
    [{ registry: 'https://r.io' }, 'registry: "https://r.io" is no registry host'],
    [{ 'db-repository': 'https://r/x' }, 'db-repository: "https://r/x" is no repository'],
    [{ 'db-repository': 'a/b:2\nnothing' }, 'db-repository: "nothing" is no repository'],
    [{ targets: 'sbom:a.json', scanners: 'secret' }, 'targets: sbom:a.json has nothing that secret could scan'],
    [{ scanners: 'vulns' }, 'did you mean vuln?'],
    [{ mirror: 'ftp://x' }, 'mirror: "ftp://x" is not an http'],
  ])('%j are refused', (given, problem) => expect(problems(given).join('\n')).toContain(problem));

  it.each([
    { version: '0.75.0', sha256: `sha256:${'A'.repeat(64)}` },
    { 'trivy-path': '/bin/trivy', version: 'latest' },
    { registry: '[::1]:5000', 'registry-username': 'a', 'registry-password': 'b' },
    { 'db-repository': `10.77.0.7:5000/trivy-db:2\nr.io/db@${digest}` },
  ])('%j are taken', (given) => expect(problems(given)).toEqual([]));

  it.each([
    [{ images }, 'r.io'],
    [{ images, registry: 'other.io' }, 'other.io'],
    [{ images: JSON.stringify([{ ref: 'r.io/app:pr-1' }]) }, undefined],
  ])('%j log in at %s', (given, host) => {
    const login = { 'registry-username': 'a', 'registry-password': 'b' };
    expect(inputsOf({ ...given, ...login }).registry?.host).toBe(host);
  });

  it('keep the password a secret', () => {
    const { registry } = inputsOf({ registry: 'r.io', 'registry-username': 'a', 'registry-password': 'open-sesame' });
    expect(JSON.stringify(registry)).not.toContain('open-sesame');
    expect(registry?.password.reveal()).toBe('open-sesame');
  });
});
