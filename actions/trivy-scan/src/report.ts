import type { ActionError, Report } from '@suite/core';
import { annotate } from './annotations.ts';
import type { Results } from './execute.ts';
import type { Finding } from './findings.ts';
import { byUrgency, countBySeverity, gateFailure, isGated } from './gate.ts';
import { type IgnoreComplaint, judgeIgnores } from './ignores.ts';
import type { Plan } from './plan.ts';
import type { Scanned } from './scan-targets.ts';
import { renderSummary } from './summary.ts';

const TOP = 20;

/** Decides, and says everything that the scans found. */
export function reportScan(plan: Plan, results: Results): Report {
  const findings = results.scanned.flatMap((scan) => scan.findings);
  const complaints = complaintsAbout(plan, results.scanned);
  const wantsPackages = (scan: { readonly target: Scanned['target'] }): boolean =>
    plan.scans.some(({ target, scanners }) => target.id === scan.target.id && scanners.includes('vuln'));
  const failure = gateFailure(results.scanned, complaints, { ...plan.policy, wantsPackages });
  const notes = notesOn(plan, results.scanned, wantsPackages);
  return {
    outputs: { result: wordFor(failure), ...outputsOf(plan, results, findings) },
    summary: renderSummary(plan, results, { findings, complaints, failure, notes }),
    annotations: [
      ...annotate(findings, plan.policy),
      ...[...notes, ...describeComplaints(plan, complaints)].map((message) => ({ level: 'warning', message }) as const),
    ],
    failure,
  };
}

/** A gate that said no has failed; nothing scanned is an error, since nobody knows. */
function wordFor(failure: ActionError | undefined): string {
  if (failure === undefined) return 'passed';
  return failure.code === 'E_GATE' ? 'failed' : 'error';
}

function outputsOf(plan: Plan, results: Results, findings: readonly Finding[]): Record<string, string> {
  const counts = countBySeverity(findings);
  const of = (scanner: Finding['scanner']): number => findings.filter((finding) => finding.scanner === scanner).length;
  const { json, sarif } = results.reports;
  const numbers = {
    total: findings.length,
    critical: counts.CRITICAL,
    high: counts.HIGH,
    medium: counts.MEDIUM,
    low: counts.LOW,
    unknown: counts.UNKNOWN,
    gated: findings.filter((finding) => isGated(finding, plan.policy)).length,
    ignored: results.scanned.reduce((sum, scan) => sum + scan.ignored.length, 0),
    secrets: of('secret'),
    misconfigs: of('misconfig'),
  };
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)])),
    'db-updated-at': results.database ? new Date(results.database.updatedMs).toISOString() : '',
    'trivy-version': results.trivy.version,
    'report-json': json ?? '',
    'report-sarif': sarif ?? '',
    top: JSON.stringify(findings.toSorted(byUrgency).slice(0, TOP).map(topEntry)),
  };
}

function topEntry(finding: Finding): object {
  const { id, severity, scanner, target, packageName, installed, fixed, place, line } = finding;
  return { id, severity, scanner, target: target.name, package: packageName, installed, fixed, place, line };
}

function complaintsAbout(plan: Plan, scanned: readonly Scanned[]): readonly IgnoreComplaint[] {
  if (!plan.ignores || plan.policy.ignores === 'off') return [];
  return judgeIgnores(plan.ignores, new Set(scanned.flatMap((scan) => scan.ignored)), plan.nowMs);
}

/** One warning for each kind: an ignore file of fifty old entries must not bury the findings. */
function describeComplaints(plan: Plan, complaints: readonly IgnoreComplaint[]): readonly string[] {
  const kinds = Map.groupBy(complaints, (complaint) => complaint.kind);
  return [...kinds].map(([, list]) => {
    const shown = list.slice(0, 3).map((complaint) => complaint.text);
    const more = list.length > shown.length ? `, and ${list.length - shown.length} more` : '';
    return `${plan.ignores?.path}: ${shown.join('; ')}${more}`;
  });
}

function notesOn(
  plan: Plan,
  scanned: readonly Scanned[],
  wantsPackages: (scan: Scanned) => boolean,
): readonly string[] {
  const old = scanned.filter((scan) => scan.endOfLife !== undefined && plan.policy.failOnEol !== 'off');
  const empty = scanned.filter((scan) => wantsPackages(scan) && scan.packages === 0);
  return [
    ...old.map((scan) => `${scan.target.name}: ${scan.endOfLife} is past its end of life and gets no fixes`),
    ...empty.map((scan) => `${scan.target.name}: no package was found, so nothing was scanned for vulnerabilities`),
  ];
}
