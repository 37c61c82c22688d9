import { describe, expect, it } from 'vitest';
import {
  DEFAULT_MIRROR,
  DEFAULT_VERSION,
  isPinned,
  parseVersionOutput,
  releaseFor,
  versionProblem,
} from '../src/trivy-release.ts';

const wanted = { version: DEFAULT_VERSION, platform: 'linux-x64', mirror: DEFAULT_MIRROR, sha256: undefined };

describe('a release', () => {
  it.each([
    ['linux-x64', 'Linux-64bit'],
    ['linux-arm64', 'Linux-ARM64'],
    ['darwin-x64', 'macOS-64bit'],
    ['darwin-arm64', 'macOS-ARM64'],
  ])('is pinned for %s', (platform, asset) => {
    const release = releaseFor({ ...wanted, platform });
    expect(release?.url).toBe(
      `https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_${asset}.tar.gz`,
    );
    expect(release?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that is not pinned needs a hash', () => {
    expect(isPinned('0.75.0')).toBe(false);
    expect(releaseFor({ ...wanted, version: '0.75.0' })).toBeUndefined();
    expect(releaseFor({ ...wanted, version: '0.75.0', sha256: 'f' })?.sha256).toBe('f');
  });

  it('is unknown for other platforms', () => {
    expect(releaseFor({ ...wanted, platform: 'win32-x64', sha256: 'f' })).toBeUndefined();
  });

  it.each([
    ['0.74.0', undefined],
    ['0.69.4', /CVE-2026-33634/],
    ['latest', /not a full version/],
    ['v0.74.0', /not a full version/],
    ['0.74', /not a full version/],
  ])('%s has the problem %s', (version, problem) => {
    if (problem) expect(versionProblem(version)).toMatch(problem);
    else expect(versionProblem(version)).toBeUndefined();
  });
});

it.each([
  ['Version: 0.74.0\nVulnerability DB:\n  Version: 2', '0.74.0'],
  ['Version: dev', 'dev'],
  ['hello', undefined],
])('%j is version %s', (stdout, version) => expect(parseVersionOutput(stdout)).toBe(version));
