import { formatCommand } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { databaseCommand, type Scan, scanCommand } from '../src/commands.ts';
import { allowedEnvironment, cacheAddress, dockerConfigFolder } from '../src/environment.ts';
import { parseImages, parseTargets } from '../src/targets.ts';

const places = { binary: '/bin/trivy', empty: '/w/empty', cache: '/c', env: { PATH: '/bin' } };

function command(line: string, scanners: Scan['scanners'] = ['vuln', 'secret', 'misconfig']): string {
  const [target] = parseTargets([line]);
  if (!target) throw new Error('no target');
  const ref = target.kind === 'image' ? target.ref : `/repo/${target.ref}`;
  const scan = { target, ref, scanners, ignoreFile: '/dev/null' };
  return formatCommand(scanCommand(scan, places, { output: '/w/o.json', timeoutMs: 600_000 }));
}

const common =
  '--config /dev/null --cache-dir /c --cache-backend memory --format json --output /w/o.json --exit-code 0';
const quiet =
  '--timeout 660s --no-progress --skip-version-check --disable-telemetry --offline-scan --skip-db-update --skip-java-db-update';

describe('a scan is run with flags only', () => {
  it.each([
    [
      'fs:.',
      `/bin/trivy fs ${common} --scanners vuln,secret,misconfig --ignorefile /dev/null --show-suppressed ${quiet} --skip-check-update -- /repo/.`,
    ],
    [
      'config:k8s',
      `/bin/trivy fs ${common} --scanners misconfig --ignorefile /dev/null --show-suppressed ${quiet} --skip-check-update -- /repo/k8s`,
    ],
    [
      'image:app:1',
      `/bin/trivy image ${common} --scanners vuln,secret,misconfig --image-config-scanners secret,misconfig --ignorefile /dev/null --show-suppressed ${quiet} --skip-check-update -- app:1`,
    ],
    [
      'oci:dir',
      `/bin/trivy image ${common} --scanners vuln,secret,misconfig --image-config-scanners secret,misconfig --ignorefile /dev/null --show-suppressed ${quiet} --skip-check-update --input /repo/dir`,
    ],
    [
      'sbom:a.json',
      `/bin/trivy sbom ${common} --scanners vuln --ignorefile /dev/null --show-suppressed ${quiet} -- /repo/a.json`,
    ],
  ])('%s', (line, text) => expect(command(line)).toBe(text));

  it('looks for an image that was only built in the engines', () => {
    const [target] = parseImages('[{"ref":"app:pr-1"}]');
    if (!target) throw new Error('no target');
    const scan = { target, ref: target.ref, scanners: ['vuln'], ignoreFile: '/dev/null' } as const;
    expect(formatCommand(scanCommand(scan, places, { output: '/o', timeoutMs: 1 }))).toContain(
      '--image-src docker,containerd,podman',
    );
  });

  it('asks for no image checks where none were asked for', () => {
    expect(command('image:app:1', ['vuln'])).not.toContain('--image-config-scanners');
  });

  it('takes a reference for a reference, whatever it begins with', () => {
    expect(command('image:--config=x')).toMatch(/ -- --config=x$/);
  });
});

it.each([
  ['vulnerabilities', '--download-db-only', '--db-repository'],
  ['java', '--download-java-db-only', '--java-db-repository'],
] as const)('the %s database is fetched from one repository a process', (kind, only, flag) => {
  expect(formatCommand(databaseCommand('r/db:2', kind, { ...places, timeoutMs: 5 }))).toBe(
    `/bin/trivy image ${only} --config /dev/null --cache-dir /c ${flag} r/db:2 --no-progress --skip-version-check --disable-telemetry`,
  );
});

describe('the environment', () => {
  it('is what is allowed and given, and nothing else', () => {
    const env = { PATH: '/bin', DOCKER_HOST: 'unix:///x', HTTPS_PROXY: '', GITHUB_TOKEN: 'x', TRIVY_SEVERITY: 'LOW' };
    expect(allowedEnvironment(env)).toEqual({ PATH: '/bin', DOCKER_HOST: 'unix:///x' });
  });

  it.each([
    [{ DOCKER_CONFIG: '/d', HOME: '/h' }, '/d'],
    [{ HOME: '/h' }, '/h/.docker'],
    [{}, undefined],
  ])('of %j has its logins in %s', (env, folder) => expect(dockerConfigFolder(env)).toBe(folder));

  const twirp = 'twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL';
  it.each([
    [{ ACTIONS_RESULTS_URL: 'https://r', ACTIONS_CACHE_SERVICE_V2: '1' }, `https://r/${twirp}`],
    [{ ACTIONS_RESULTS_URL: 'https://r/', ACTIONS_CACHE_URL: 'https://c/' }, 'https://c/_apis/artifactcache/cache'],
    [{ ACTIONS_RESULTS_URL: 'https://r/' }, 'https://r/_apis/artifactcache/cache'],
    [{}, undefined],
  ])('of %j has its cache at %s', (env, address) => expect(cacheAddress(env)).toBe(address));
});
