import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFailOn } from '../src/fail-on.ts';
import type { Finding, ScanFacts } from '../src/findings.ts';
import { bestUpgrade, byUrgency, formatCounts, gateFailure, isGated, type Policy } from '../src/gate.ts';
import { SEVERITIES } from '../src/severity.ts';
import { findingsOf, targetOf } from './sample.ts';

const policy: Policy & { wantsPackages: (scan: ScanFacts) => boolean } = {
  failOn: parseFailOn('CRITICAL,HIGH'),
  failOnUnfixed: false,
  failOnEol: 'warn',
  ignores: 'warn',
  allowNoPackages: false,
  wantsPackages: () => true,
};
const scan = (more: Partial<ScanFacts> = {}): ScanFacts => ({
  target: targetOf('image:acme/app:1'),
  findings: [],
  packages: 3,
  ignored: [],
  ...more,
});
const gated = (failOn: string, failOnUnfixed = false): string[] =>
  findingsOf()
    .filter((finding) => isGated(finding, { ...policy, failOn: parseFailOn(failOn), failOnUnfixed }))
    .map(({ id }) => id);

describe('the gate', () => {
  it.each([
    ['CRITICAL,HIGH', false, ['CVE-2099-0005', 'DS-0002', 'github-pat']],
    ['CRITICAL,HIGH', true, ['CVE-2099-0005', 'CVE-2099-0006', 'DS-0002', 'github-pat']],
    ['vuln=off; misconfig=off', false, ['github-pat']],
    ['secret=off; misconfig=any; vuln=LOW', false, ['DS-0002', 'DS-0026']],
    ['off', true, []],
    ['license=any; vuln=off; secret=off; misconfig=off', false, ['MIT']],
  ])('%s, unfixed %s', (failOn, unfixed, ids) => expect(gated(failOn, unfixed)).toEqual(ids));

  it('opens for fewer findings when fewer severities are named', () => {
    fc.assert(
      fc.property(fc.subarray([...SEVERITIES], { minLength: 1 }), fc.subarray([...SEVERITIES]), (few, more) => {
        const [narrow, wide] = [gated(few.join(',')), gated([...new Set([...few, ...more])].join(','))];
        expect(narrow.every((id) => wide.includes(id))).toBe(true);
      }),
    );
  });

  it('says what is wrong, where, and what clears most', () => {
    const failure = gateFailure([scan({ findings: findingsOf('image:acme/app:1') })], [], policy);
    expect(failure?.code).toBe('E_GATE');
    expect(failure?.message).toBe(
      '2 CRITICAL, 1 HIGH in app:1: CVE-2099-0005 lodash 4.17.10 → 4.17.11, 4.17.21, github-pat src/app.js:2, DS-0002 Dockerfile:6',
    );
    expect(failure?.details.hint).toMatch(/^upgrade lodash to 4.17.21: that clears 1;/);
  });

  it.each([
    ['a scan that found nothing bad', {}, undefined],
    ['nothing scanned', { packages: 0 }, 'E_NO_PACKAGES'],
    ['an old distribution that is only told', { endOfLife: 'debian 8' }, undefined],
  ])('%s', (_, facts, code) => expect(gateFailure([scan(facts)], [], policy)?.code).toBe(code));

  it('refuses an old distribution, empty scans and dead ignores as the policy says', () => {
    const old = gateFailure([scan({ endOfLife: 'debian 8' })], [], { ...policy, failOnEol: 'fail' });
    expect(old?.message).toContain('app:1 is debian 8');
    expect(gateFailure([scan({ packages: 0 })], [], { ...policy, allowNoPackages: true })).toBeUndefined();
    expect(gateFailure([scan({ packages: 0 })], [], { ...policy, wantsPackages: () => false })).toBeUndefined();
    const dead = gateFailure([scan()], [{ kind: 'unused', text: 'X hides nothing' }], { ...policy, ignores: 'fail' });
    expect(dead?.message).toContain('X hides nothing');
  });
});

describe('what to do first', () => {
  const vulnerable = (packageName: string, fixed?: string, severity: Finding['severity'] = 'HIGH'): Finding => ({
    scanner: 'vuln',
    target: targetOf(),
    id: `${packageName}-${fixed}`,
    severity,
    title: '',
    place: '',
    packageName,
    ...(fixed ? { fixed } : {}),
  });

  it('is the upgrade that clears most, to the highest of its versions', () => {
    const findings = [vulnerable('a', '2.0'), vulnerable('b', '1.9'), vulnerable('b', '1.10'), vulnerable('c')];
    expect(bestUpgrade(findings)).toEqual({ packageName: 'b', fixed: '1.10', cleared: 2 });
    expect(bestUpgrade([vulnerable('c')])).toBeUndefined();
  });

  it('is the worst, and of two the one that can be fixed', () => {
    const findings = [vulnerable('low', '1', 'LOW'), vulnerable('unfixed'), vulnerable('fixed', '1')];
    expect(findings.toSorted(byUrgency).map((finding) => finding.packageName)).toEqual(['fixed', 'unfixed', 'low']);
  });

  it('is counted by severity', () => {
    expect(formatCounts(findingsOf())).toBe('2 CRITICAL, 2 HIGH, 2 LOW');
    expect(formatCounts([])).toBe('no findings');
  });
});
