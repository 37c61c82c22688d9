import { inputReader, inputSource } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../src/inputs.ts';
import { parseLimits } from '../src/inputs-room.ts';
import { inputs } from './samples.ts';

function problemsOf(given: Readonly<Record<string, string>>): string {
  const read = inputReader(inputSource(given));
  readInputs(read);
  try {
    read.done();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('inputs', () => {
  test('three are enough', () => {
    expect(inputs({ app: '', release: '', images: 'none' })).toMatchObject({
      what: { mode: 'deploy', app: 'shop', release: '7-1-abcdef1', composeFiles: ['compose.yaml'] },
      root: '/opt/shop',
      strategy: 'rolling',
      proxy: 'none',
      rollbackOn: 'job',
      by: 'acme/shop/actions/runs/7:ann',
      policy: { leaseMs: 30_000 },
      room: { minFreeDisk: { bytes: 2 * 1024 ** 3, percent: 10 }, minFreeInodes: 5, maxDiskUsed: 90 },
      scope: { profiles: [], services: [], destroyData: false },
    });
  });

  test('mode plan is a dry run', () => {
    expect(inputs({ mode: 'plan' }).dryRun).toBe(true);
  });

  test.each([
    [{ mode: 'destroy' }, 'confirm: is missing, and mode destroy does not come back\n  write: confirm: shop'],
    [{ mode: 'destroy', confirm: 'shopp' }, 'confirm: "shopp" is not the app\n  write: confirm: shop'],
    [
      { 'health-url': 'https://me:s3cret-word@app.example/health' },
      'health-url: has a credential, which everybody on the host could read in the list of processes; health-command can have it in its environment\n  write: https://app.example/health',
    ],
    [
      { 'health-url': 'https://app.example/health?token=s3cret-word' },
      'could read in the list of processes; health-command can have it in its environment\n  write: https://app.example/health',
    ],
    [{ services: 'web, we b' }, 'services: "web, we b" has "we b", which compose would not take as a name'],
  ])('%j is refused', (given, text) => {
    expect(() => inputs(given)).toThrow(text);
  });

  test('an env that is refused is not quoted', () => {
    const said = problemsOf({ INPUT_ENV: 'A=hunter2\nhunter3' });
    expect(said).toContain('env: has a line that is no KEY=value, line 2');
    expect(said).not.toContain('hunter');
  });

  test('destroy wants the name of the app, a dry run of it does not', () => {
    expect(inputs({ mode: 'destroy', confirm: 'shop' }).what.mode).toBe('destroy');
    expect(inputs({ mode: 'destroy', 'dry-run': 'true' }).dryRun).toBe(true);
  });

  test.each(['shared/haproxy', 'haproxy', 'shared/haproxy/'])('proxy-config %s', (folder) => {
    expect(inputs({ 'proxy-config': folder }).proxyConfig).toBe('haproxy');
  });

  test('the probe is off without an address', () => {
    expect(inputs().probe).toBeUndefined();
    expect(inputs({ 'probe-url': 'https://app.example/x', 'max-failed-requests': '0' }).probe).toEqual({
      url: new URL('https://app.example/x'),
      intervalMs: 200,
      maxFailed: 0,
    });
    const text = problemsOf({ 'INPUT_MAX-FAILED-REQUESTS': '0', 'INPUT_PROBE-INTERVAL': '1ms' });
    expect(text).toContain('max-failed-requests: needs probe-url, whose requests it counts');
    expect(text).toContain('probe-interval: is below 50ms, which is load and no probe\n  write: 200ms');
  });

  test('every wrong input at once, each with what to write', () => {
    const text = problemsOf({
      INPUT_MODE: 'deplyo',
      INPUT_APP: 'My Shop',
      INPUT_ROOT: 'opt',
      INPUT_LEASE: '10s',
      INPUT_WATCH: '5',
      'INPUT_EXPECT-VERSION': 'v1',
      'INPUT_REGISTRY-USERNAME': 'ci',
      INPUT_FILES: '/etc',
      'INPUT_MIN-FREE-DISK': '120%',
    });
    for (const part of [
      'hosts: is required and missing',
      'known-hosts: is required and missing',
      'mode: "deplyo" is none of deploy, rollback, plan, check, list, destroy; did you mean deploy?',
      'app: "My Shop" is no name for an app; write my-shop (a-z, 0-9, - and _)',
      'release: is missing, and there is no run to name it after',
      'root: "opt" is no folder of its own; write an absolute path such as /opt/shop',
      'lease: must exceed 20s, after which ssh gives a silent connection up\n  write: 30s',
      'watch: "5" has no unit; write 5s or 5ms',
      'expect-version: needs health-url, where the version is read',
      'registry-password: is missing, and registry-username is given',
      'which leaves the checkout or the release; use relative paths',
      'min-free-disk: "120%" has a percentage that is none; write for example 10%',
    ]) {
      expect(text).toContain(part);
    }
  });
});

test.each([
  [{ strategy: 'symlink' }, 'files: is missing, and strategy symlink sends nothing else'],
  [{ strategy: 'symlink', images: 'web=x' }, 'images: '],
  [
    { strategy: 'symlink', 'migrate-command': 'x' },
    'migrate-command: runs in a container, and strategy symlink has none',
  ],
  [{ strategy: 'symlink', proxy: 'nginx' }, 'proxy: leads to containers, and strategy symlink has none'],
  [{ strategy: 'command' }, 'switch-command: is missing, and strategy command is nothing without it'],
  [{ 'switch-command': 'x' }, 'switch-command: is run by strategy symlink and command, not by rolling'],
])('%j is refused', (given, problem) => {
  const named = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  expect(problemsOf(Object.fromEntries(named))).toContain(problem);
});

test.each([
  ['2GiB,10%', { bytes: 2 * 1024 ** 3, percent: 10 }],
  ['500MB', { bytes: 500e6, percent: 0 }],
  ['5%', { bytes: 0, percent: 5 }],
])('limits %s', (text, limits) => {
  expect(parseLimits(text)).toEqual(limits);
});
