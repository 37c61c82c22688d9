import { describe, expect, it } from 'vitest';
import type { Results } from '../src/execute.ts';
import { readFindings } from '../src/findings.ts';
import { parsePlainIgnores } from '../src/ignores.ts';
import { formatPlan, type Plan, planScan } from '../src/plan.ts';
import { reportScan } from '../src/report.ts';
import { inputsOf, sample } from './sample.ts';

const nowMs = Date.parse('2026-11-23T12:00:00Z');

function planOf(given: Readonly<Record<string, string>> = {}, ignoreText?: string): Plan {
  const ignores = ignoreText === undefined ? undefined : parsePlainIgnores('/repo/.trivyignore', ignoreText);
  const facts = { folder: '/repo', platform: 'linux-x64', nowMs, ignores, missing: [] };
  return planScan(inputsOf(given, { RUNNER_TOOL_CACHE: '/tools' }), facts);
}

function resultsOf(plan: Plan, json = sample): Results {
  const scanned = plan.scans.map(({ target }) => ({ ...readFindings(target, json), json }));
  return {
    trivy: { path: '/bin/trivy', version: '0.74.0', sha256: 'f'.repeat(64) },
    database: { updatedMs: nowMs - 3_600_000, nextUpdateMs: nowMs, repository: 'r/db:2' },
    scanned,
    reports: { json: '/t/r/fs.json' },
  };
}

describe('a plan', () => {
  it('reads as what will happen', () => {
    expect(
      formatPlan(planOf({ 'fail-on': 'vuln=CRITICAL; secret=any', 'fail-on-unfixed': 'true' })).split('\n'),
    ).toEqual([
      'trivy     https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz, sha256 2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
      'database  mirror.gcr.io/aquasec/trivy-db:2, then ghcr.io/aquasecurity/trivy-db:2; at most 48 h 0 min old',
      'scan      fs:. for vuln, secret, misconfig',
      'fails on  vuln=CRITICAL; secret=any; misconfig=CRITICAL,HIGH, also without a fix',
      'ignores   none',
      'reports   json, sarif in /t/trivy-reports',
      'time      at most 10 min 0 s',
    ]);
  });

  it.each([
    [{ scanners: 'secret' }, 'database  not needed'],
    [{ 'skip-db-update': 'true' }, 'database  the one in /tools/trivy-scan/cache'],
    [{ 'trivy-path': 'bin/trivy' }, 'trivy     /repo/bin/trivy, not verified'],
    [{ 'report-dir': 'out' }, 'in /repo/out'],
    [{ registry: 'r.io', 'registry-username': 'ann', 'registry-password': 'p4ssw0rd' }, 'login     ann at r.io'],
  ])('with %j says %s', (given, text) => {
    expect(formatPlan(planOf(given))).toContain(text);
    expect(formatPlan(planOf(given))).not.toContain('p4ssw0rd');
  });

  it('gives Trivy absolute paths, and people those of the checkout', () => {
    const [scan] = planOf({ targets: 'fs:/repo/web' }).scans;
    expect([scan?.ref, scan?.target.ref, scan?.ignoreFile]).toEqual(['/repo/web', 'web', '/dev/null']);
    expect(planOf({}, 'CVE-1').scans[0]?.ignoreFile).toBe('/repo/.trivyignore');
  });

  it('asks only the public repositories for a database of public size', () => {
    expect(planOf().database?.publicOne).toBe(true);
    expect(planOf({ 'db-repository': 'r.io/db:2' }).database?.publicOne).toBe(false);
  });
});

describe('a report', () => {
  it('has the counts as outputs, whatever the gate says', () => {
    const plan = planOf({ scanners: 'vuln,secret,misconfig,license' });
    const { outputs, failure } = reportScan(plan, resultsOf(plan));
    expect(outputs).toMatchObject({
      result: 'failed',
      total: '6',
      critical: '2',
      high: '2',
      medium: '0',
      low: '2',
      unknown: '0',
      gated: '3',
      ignored: '2',
      secrets: '1',
      misconfigs: '2',
      'db-updated-at': '2026-11-23T11:00:00.000Z',
      'report-json': '/t/r/fs.json',
      'report-sarif': '',
    });
    expect(failure?.code).toBe('E_GATE');
    expect(JSON.parse(outputs['top'] ?? '')[0]).toEqual({
      id: 'CVE-2099-0005',
      severity: 'CRITICAL',
      scanner: 'vuln',
      target: 'checkout',
      package: 'lodash',
      installed: '4.17.10',
      fixed: '4.17.11, 4.17.21',
      place: 'package-lock.json',
    });
  });

  it('says the verdict first, then the evidence, then what to do next', () => {
    const plan = planOf();
    const { summary } = reportScan(plan, resultsOf(plan));
    const order = [
      '❌ trivy-scan: failed',
      '| `fs:.` | **2** (2 🚫)',
      'past its end of life',
      '`CVE-2099-0005`',
      '**Next**',
    ];
    const places = order.map((text) => summary.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(summary).toContain('database of 2026-11-23T11:00:00.000Z (1 h 0 min old) from `r/db:2`');
  });

  it('passes with findings below the gate, and calls nothing scanned an error', () => {
    const open = planOf({ 'fail-on': 'off' });
    expect(reportScan(open, resultsOf(open)).outputs['result']).toBe('passed');
    const empty = reportScan(open, resultsOf(open, { SchemaVersion: 2 }));
    expect([empty.outputs['result'], empty.failure?.code]).toEqual(['error', 'E_NO_PACKAGES']);
    expect(empty.summary).toContain('❌ trivy-scan: error');
  });

  it('tells dead ignores once for each kind, unless the user wants no word', () => {
    const text = Array.from({ length: 9 }, (_, index) => `CVE-${index}`).join('\n');
    const warnings = (ignores: string): readonly string[] => {
      const plan = planOf({ ignores, 'fail-on': 'off', 'fail-on-eol': 'off' }, text);
      const { annotations = [] } = reportScan(plan, resultsOf(plan));
      return annotations
        .filter(({ message }) => message.startsWith('/repo/.trivyignore'))
        .map(({ message }) => message);
    };
    expect(warnings('warn')).toHaveLength(3);
    expect(warnings('warn')[0]).toContain('CVE-0 hides nothing: remove it; CVE-1 hides nothing: remove it');
    expect(warnings('warn')[0]).toContain(', and 6 more');
    expect(warnings('off')).toEqual([]);
  });

  it('lets no title of a stranger break the summary', () => {
    const plan = planOf();
    const evil = {
      SchemaVersion: 2,
      Results: [{ Target: 'a|b\n<img src=x>', Secrets: [{ RuleID: '`x`|', Title: '[a](javascript:x)|' }] }],
    } as const;
    const { summary } = reportScan(plan, resultsOf(plan, evil));
    expect(summary).not.toMatch(/<img|\[a\]\(/);
    const rows = summary.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.slice(-2).map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1);
  });
});
