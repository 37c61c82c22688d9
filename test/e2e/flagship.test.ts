import { findLeaks, findLeaksInFolder, type Leak, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoad } from '../lab/load.ts';
import type { PipelineResult } from '../lab/pipeline/act.ts';
import { onHost, query } from '../lab/pipeline/production.ts';
import { makeProductionLine, type ProductionLine } from '../lab/pipeline/production-line.ts';
import { listBucket, listTags, listUploads } from '../lab/pipeline/stores.ts';
import {
  goodRelease,
  heavy,
  leakedKey,
  smokeBroken,
  unhealthy,
  type Variant,
  vulnerable,
} from '../lab/pipeline/variants.ts';
import { readLab } from '../lab/state.ts';

// One production, its history in order: each test finds the release that the one before it left serving.
let line: ProductionLine;
let serving = '';

beforeAll(async () => {
  line = await makeProductionLine(readLab(), 'flagship');
});
afterAll(() => line.dispose());

const current = (): Promise<string> => onHost(line.lab, 'a', 'readlink /opt/app/current');
const containers = (): Promise<string> =>
  onHost(line.lab, 'a', 'docker ps --filter label=com.docker.compose.project=app --format "{{.ID}} {{.Image}}" | sort');
const manifests = async (): Promise<readonly string[]> =>
  (await listBucket(line.lab, line.bucket)).filter((key) => key.includes('/manifests/'));

function failedSteps({ steps }: PipelineResult): readonly string[] {
  return steps.filter(({ result }) => result === 'failure').map(({ step, stage }) => `${stage} ${step}`);
}

async function underLoad(work: () => Promise<PipelineResult>) {
  const load = startLoad({
    url: line.url,
    keepAlive: 8,
    oneShot: 8,
    post: 0.2,
    slow: 0.05,
    pauseMs: 20,
    maxSeconds: 300,
  });
  const result = await work();
  const report = await load.stop();
  const rows = await query(line.lab, line.database, 'SELECT id FROM items');
  const stored = new Set(rows.map(({ id }) => Number(id)));
  return { result, report, lostRows: report.createdIds.filter((id) => !stored.has(id)) };
}

/** Runs a release that must be refused and checks that nothing of the production moved. */
async function refused(variant: Variant, failing: string): Promise<PipelineResult> {
  const [before, backups] = await Promise.all([current(), manifests()]);
  await line.repository.commit(variant);
  const result = await line.run();
  expect(failedSteps(result), result.text.slice(-3_000)).toContain(failing);
  expect(result.exitCode).not.toBe(0);
  expect(await line.version()).toBe(serving);
  expect(await current()).toBe(before);
  expect((await manifests()).slice(0, backups.length)).toEqual(backups);
  return result;
}

describe('the flagship', () => {
  it('deploys a first release, and no secret is anywhere it should not be', async () => {
    const sha = await line.repository.commit(goodRelease('v1'));
    const watch = watchCommandLines();
    const left: Leak[] = [];
    const secrets = ['REGISTRY_PASSWORD', 'SSH_KEY', 'DATABASE_URL', 'S3_SECRET_ACCESS_KEY'].map(
      (name) => [name, (line.settings.secrets[name] ?? '').split('\n').at(name === 'SSH_KEY' ? 2 : 0) ?? ''] as const,
    );
    const password = ['database password', new URL(line.settings.secrets['DATABASE_URL'] ?? '').password] as const;
    const planted = [...secrets, password];
    const result = await line.run({
      onEnd: (home) => left.push(...planted.flatMap(([, secret]) => findLeaksInFolder(secret, home))),
    });
    const commandLines = watch.stop();
    expect(failedSteps(result), result.text.slice(-3_000)).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await line.version()).toBe(sha);
    serving = sha;

    const journal = await onHost(line.lab, 'a', 'find /opt/app/.deploy -type f -exec cat {} + ; true');
    const summaries = result.summaries.map(({ markdown }) => markdown).join('\n');
    for (const [name, secret] of planted) {
      expect(secret.length, name).toBeGreaterThan(8);
      expect(findLeaks(secret, { argv: commandLines, log: result.text, summaries, journal }), name).toEqual([]);
    }
    expect(left).toEqual([]);
  });

  it('left an image by its version, a held backup and four summaries', async () => {
    expect(await listTags(line.lab, line.image)).toContain(`sha-${serving.slice(0, 12)}`);
    const [manifest] = await manifests();
    expect(manifest).toMatch(/\/manifests\/\d{8}T\d{6}Z-\w+\.json$/i);
    expect((await listBucket(line.lab, line.bucket)).some((key) => key.includes('/pre-migration/'))).toBe(true);
    expect(await listUploads(line.lab, line.bucket)).toEqual([]);
  });

  it('deploys a second release under 16 clients without losing a request or a row', async () => {
    const sha = await line.repository.commit(goodRelease('v2'));
    const { result, report, lostRows } = await underLoad(() => line.run());
    expect(failedSteps(result), result.text.slice(-3_000)).toEqual([]);
    expect(Object.keys(report.versions)).toEqual(expect.arrayContaining([serving, sha]));
    expect(report.requests).toBeGreaterThan(500);
    expect({ lost: report.lost, samples: report.lostSamples, lostRows }).toEqual({
      lost: 0,
      samples: [],
      lostRows: [],
    });
    expect(await line.version()).toBe(sha);
    serving = sha;
  });

  it('(a) pushes nothing and deploys nothing when the image is over its budget', async () => {
    const tags = await listTags(line.lab, line.image);
    const result = await refused(heavy, 'Main Build, check, push');
    expect(result.text).toMatch(/E_SIZE/);
    expect(await listTags(line.lab, line.image)).toEqual(tags);
  });

  it.each([
    ['a leaked key', leakedKey, /E_GATE.*secret/s],
    ['a known vulnerability', vulnerable, /E_GATE.*CVE-2099-0005/s],
  ])('(b) deploys nothing when the scan finds %s', async (_, variant, message) => {
    const result = await refused(variant, 'Main Scan what was pushed');
    expect(result.text).toMatch(message);
    expect(result.steps.map(({ job }) => job)).not.toContain('deploy');
  });

  it('(c) deploys nothing and lists no backup when the dump fails', async () => {
    const backups = await listBucket(line.lab, line.bucket);
    const login = await restrictedLogin();
    const secrets = { ...line.settings.secrets, DATABASE_URL: login };
    await line.repository.commit(goodRelease('v3'));
    const before = await containers();
    const result = await line.run({ settings: { ...line.settings, secrets } });
    expect(failedSteps(result), result.text.slice(-3_000)).toContain('Main Back up before the migration');
    expect(result.text).toMatch(/E_DUMP_FAILED.*permission denied for table/s);
    expect(await listBucket(line.lab, line.bucket)).toEqual(backups);
    expect(await listUploads(line.lab, line.bucket)).toEqual([]);
    expect([await line.version(), await containers()]).toEqual([serving, before]);
  });

  it('(d) leaves the old release serving, nothing lost, when the new one is unhealthy, and quotes its log', async () => {
    const { result, report } = await underLoad(() => refused(unhealthy, 'Main Deploy'));
    expect(result.text).toMatch(/E_GATE/);
    expect(result.text).toMatch(/"command":"serve"|told to fail|unhealthy/);
    expect({ lost: report.lost, samples: report.lostSamples }).toEqual({ lost: 0, samples: [] });
  });

  it('(e) takes the release back when the smoke test fails after the switch, nothing lost', async () => {
    const { result, report } = await underLoad(() => refused(smokeBroken, 'Main Does what users do'));
    expect(result.steps).toContainEqual(expect.objectContaining({ step: 'Deploy', stage: 'Post' }));
    expect(Object.keys(report.versions)).toHaveLength(2);
    expect({ lost: report.lost, samples: report.lostSamples }).toEqual({ lost: 0, samples: [] });
  });
});

/** A login that may connect and read nothing: what a dump with too few rights looks like. */
async function restrictedLogin(): Promise<string> {
  const role = `reader_${Math.random().toString(36).slice(2, 8)}`;
  await query(line.lab, line.database, `CREATE ROLE ${role} LOGIN PASSWORD 'reader-password'`);
  const url = new URL(line.settings.secrets['DATABASE_URL'] ?? '');
  url.username = role;
  url.password = 'reader-password';
  return url.href;
}
