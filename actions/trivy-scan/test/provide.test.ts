import { createHash } from 'node:crypto';
import { type FakeWorld, fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { executeScan } from '../src/execute.ts';
import { planScan } from '../src/plan.ts';
import type { Outside } from '../src/ports/outside.ts';
import { dockerConfig, removeWork } from '../src/work.ts';
import { inputsOf, sample } from './sample.ts';

const hash = 'b'.repeat(64);
const outside: Outside = {
  download: async () => ({ status: 200, sha256: hash }),
  hashFile: async () => hash,
  readStart: async () => ({ start: new Uint8Array(), size: 0 }),
  manifestDigest: async () => undefined,
  cacheAnswers: async () => false,
  restoreFromCache: async () => false,
  saveToCache: async () => undefined,
};

function setUp(given: Readonly<Record<string, string>>, answer: FakeWorld['answer'] = () => ({})) {
  const files: Record<string, string> = { '/bin/trivy': 'x' };
  const ports = fakePorts({
    files,
    answer: (command, text) => {
      if (text.endsWith('--version')) return { stdout: 'Version: 0.74.0\n' };
      const output = command.args[command.args.indexOf('--output') + 1];
      if (command.args.includes('--output') && output) ports.tree.set(output, Buffer.from(JSON.stringify(sample)));
      return answer(command, text);
    },
  });
  const inputs = inputsOf({ scanners: 'secret', retries: '0', 'trivy-path': '/bin/trivy', ...given });
  const facts = { folder: '/repo', platform: 'linux-x64', nowMs: 0, ignores: undefined, missing: [] };
  const run = (more: Partial<Outside> = {}) =>
    executeScan(planScan(inputs, facts), { ...ports, outside: { ...outside, ...more } }, inputs);
  return { ports, run };
}

describe('the work', () => {
  it('asks for the version, scans, writes reports and removes its folder', async () => {
    const { ports, run } = setUp({});
    const results = await run();
    expect(ports.commands).toEqual([
      '/bin/trivy --version',
      expect.stringMatching(/^\/bin\/trivy fs .*--scanners secret .* -- \/repo$/),
    ]);
    expect(results.reports).toEqual({
      json: '/t/trivy-reports/fs-checkout.json',
      sarif: '/t/trivy-reports/fs-checkout.sarif',
    });
    expect([...ports.tree.keys()].filter((path) => path.startsWith('/tmp/'))).toEqual([]);
  });

  it('removes its folder when the scan fails, and post does so after a crash', async () => {
    const login = { registry: 'r.io', 'registry-username': 'a', 'registry-password': 'open-sesame' };
    const { ports, run } = setUp(login, () => ({ code: 1, stderr: 'FATAL x' }));
    await expect(run()).rejects.toThrow('Trivy exited 1 on checkout: x');
    expect([...ports.tree.keys()]).toEqual(['/bin/trivy']);
    expect(ports.saved.get('work')).toBe('/tmp/trivy-scan-fake');
    ports.tree.set('/tmp/trivy-scan-fake/docker/config.json', Buffer.from('left by a crash'));
    await removeWork(ports);
    expect([...ports.tree.keys()]).toEqual(['/bin/trivy']);
  });

  it('has one login and no other in its Docker configuration', () => {
    const [login] = [
      inputsOf({ registry: 'docker.io', 'registry-username': 'ann', 'registry-password': 'open-sesame' }),
    ];
    const auth = Buffer.from('ann:open-sesame').toString('base64');
    if (!login?.registry) throw new Error('no login');
    expect(JSON.parse(dockerConfig(login.registry))).toEqual({ auths: { 'https://index.docker.io/v1/': { auth } } });
  });

  it('stops before anything where a target is missing', async () => {
    const { ports } = setUp({});
    const inputs = inputsOf({ targets: 'fs:nowhere' });
    const facts = { folder: '/repo', platform: 'linux-x64', nowMs: 0, ignores: undefined, missing: ['fs:nowhere'] };
    await expect(executeScan(planScan(inputs, facts), { ...ports, outside }, inputs)).rejects.toMatchObject({
      code: 'E_TARGET_NOT_FOUND',
    });
    expect(ports.commands).toEqual([]);
  });

  it.each([
    ['no JSON', 'x'],
    ['another schema', '{"SchemaVersion":9}'],
  ])('calls a report of %s unreadable', async (_, text) => {
    const { ports, run } = setUp({}, (command) => {
      ports.tree.set(command.args[command.args.indexOf('--output') + 1] ?? '', Buffer.from(text));
      return {};
    });
    await expect(run()).rejects.toMatchObject({ code: 'E_REPORT' });
  });
});

describe('a release', () => {
  const release = { 'trivy-path': '', sha256: hash };

  it('is unpacked by tar once it has the right hash', async () => {
    const { ports, run } = setUp(release);
    await run();
    expect(ports.commands[0]).toMatch(
      /^tar -xzf \/tmp\/trivy-scan-fake\/trivy.tar.gz -C \/t\/trivy-scan\/trivy-0.74.0-b{12} trivy$/,
    );
    expect(ports.tree.get('/t/trivy-scan/trivy-0.74.0-bbbbbbbbbbbb/trivy.sha256')?.toString()).toBe(`${hash}\n`);
  });

  it.each([
    [{ status: 404, sha256: '' }, 'E_RELEASE_GONE'],
    [{ status: 410, sha256: '' }, 'E_RELEASE_GONE'],
    [{ status: 503, sha256: '' }, 'E_DOWNLOAD'],
    [{ status: 403, sha256: '' }, 'E_DOWNLOAD'],
    [{ status: 200, sha256: createHash('sha256').digest('hex') }, 'E_BINARY_HASH'],
  ])('that answers %j is %s, and nothing is run', async (answer, code) => {
    const { ports, run } = setUp(release);
    await expect(run({ download: async () => answer })).rejects.toMatchObject({ code });
    expect(ports.commands).toEqual([]);
  });

  it('is asked for again where the server failed, not where it said no', async () => {
    for (const [status, tries] of [
      [503, 3],
      [403, 1],
    ] as const) {
      let asked = 0;
      const { run } = setUp({ ...release, retries: '2' });
      const download = async () => {
        asked++;
        return { status, sha256: '' };
      };
      await expect(run({ download })).rejects.toThrow(String(status));
      expect(asked).toBe(tries);
    }
  });
});

describe('a database', () => {
  const vuln = { scanners: 'vuln', 'db-repository': 'a/db:2\nb/db:2' };
  const fetched = (commands: readonly string[]): readonly (string | undefined)[] =>
    commands
      .filter((text) => text.includes('--download-db-only'))
      .map((text) => /--db-repository (\S+)/.exec(text)?.[1]);

  it('is asked for at every repository, again where that may help, and every cause is told', async () => {
    const { ports, run } = setUp({ ...vuln, retries: '1' }, (_, text) => ({
      code: 1,
      stderr: text.includes('a/db:2') ? 'DENIED' : 'TOOMANYREQUESTS',
    }));
    await expect(run()).rejects.toThrow('a/db:2: denied (403); b/db:2: too many requests (429)');
    expect(fetched(ports.commands)).toEqual(['a/db:2', 'b/db:2', 'a/db:2', 'b/db:2']);
  });

  it('is not asked for again where every repository said no', async () => {
    const { ports, run } = setUp({ ...vuln, retries: '5' }, () => ({ code: 1, stderr: 'DENIED' }));
    await expect(run()).rejects.toMatchObject({ code: 'E_DB' });
    expect(fetched(ports.commands)).toEqual(['a/db:2', 'b/db:2']);
  });

  it('that is no database is refused although Trivy took it', async () => {
    const { run } = setUp(vuln);
    await expect(run()).rejects.toThrow('a/db:2: what it serves cannot be used: there is none');
  });
});
