import { ActionError, GateError } from '@suite/core';
import type { FailOn } from './fail-on.ts';
import type { Finding, ScanFacts } from './findings.ts';
import type { IgnoreComplaint } from './ignores.ts';
import { SEVERITIES, type Severity } from './severity.ts';

/** What decides whether findings fail the job. */
export interface Policy {
  readonly failOn: FailOn;
  readonly failOnUnfixed: boolean;
  readonly failOnEol: 'off' | 'warn' | 'fail';
  readonly ignores: 'off' | 'warn' | 'fail';
  readonly allowNoPackages: boolean;
}

/** True where a finding fails the job. */
export function isGated(finding: Finding, policy: Policy): boolean {
  if (!policy.failOn[finding.scanner].includes(finding.severity)) return false;
  return finding.scanner !== 'vuln' || finding.fixed !== undefined || policy.failOnUnfixed;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** `3 CRITICAL, 1 HIGH`, or `no findings`. */
export function formatCounts(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0);
  return shown.map((severity) => `${counts[severity]} ${severity}`).join(', ') || 'no findings';
}

/** The worst first; what can be fixed before what cannot. */
export function byUrgency(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return severity || Number(b.fixed !== undefined) - Number(a.fixed !== undefined) || (b.score ?? 0) - (a.score ?? 0);
}

/** The reason why the job must not go on, or undefined. `nothing scanned` is never a pass. */
export function gateFailure(
  scans: readonly ScanFacts[],
  complaints: readonly IgnoreComplaint[],
  policy: Policy & { readonly wantsPackages: (scan: ScanFacts) => boolean },
): ActionError | undefined {
  const gated = scans.flatMap((scan) => scan.findings).filter((finding) => isGated(finding, policy));
  if (gated.length > 0) return new GateError(describeGated(gated), { hint: gateHint(gated) });
  const old = scans.filter((scan) => scan.endOfLife !== undefined);
  if (policy.failOnEol === 'fail' && old.length > 0) {
    const names = old.map((scan) => `${scan.target.name} is ${scan.endOfLife}`).join(', ');
    const hint = 'move to a supported release, or set fail-on-eol: warn';
    return new GateError(`the distribution is past its end of life: ${names}`, { hint });
  }
  const empty = scans.filter((scan) => policy.wantsPackages(scan) && scan.packages === 0);
  if (!policy.allowNoPackages && empty.length > 0) return noPackages(empty);
  if (policy.ignores === 'fail' && complaints.length > 0) return deadIgnores(complaints);
  return undefined;
}

function describeGated(gated: readonly Finding[]): string {
  const targets = [...new Set(gated.map((finding) => finding.target))];
  return targets.map((target) => describeTarget(gated.filter((finding) => finding.target === target))).join('; ');
}

function describeTarget(gated: readonly Finding[]): string {
  const worst = [...gated].sort(byUrgency).slice(0, 3).map(describeFinding);
  const more = gated.length > worst.length ? `, and ${gated.length - worst.length} more` : '';
  return `${formatCounts(gated)} in ${gated[0]?.target.name}: ${worst.join(', ')}${more}`;
}

/** `CVE-… openssl 3.0.1 → 3.0.14` or `github-pat app.js:2`. */
export function describeFinding(finding: Finding): string {
  if (finding.scanner === 'vuln') {
    return `${finding.id} ${finding.packageName} ${finding.installed}${finding.fixed ? ` → ${finding.fixed}` : ' (no fix)'}`;
  }
  if (finding.scanner === 'license') return `${finding.id} ${finding.packageName ?? finding.place}`;
  return `${finding.id} ${finding.place}${finding.line ? `:${finding.line}` : ''}`;
}

function gateHint(gated: readonly Finding[]): string {
  const upgrade = bestUpgrade(gated);
  const first = upgrade ? `upgrade ${upgrade.packageName} to ${upgrade.fixed}: that clears ${upgrade.cleared}; ` : '';
  return `${first}accept a finding with a reason and an expiry date in .trivyignore.yaml`;
}

/** The one package whose upgrade clears most findings. */
export function bestUpgrade(
  findings: readonly Finding[],
): { readonly packageName: string; readonly fixed: string; readonly cleared: number } | undefined {
  const fixable = findings.filter((finding) => finding.fixed !== undefined && finding.packageName !== undefined);
  const groups = Map.groupBy(fixable, (finding) => finding.packageName);
  const best = [...groups].sort(([, a], [, b]) => b.length - a.length)[0];
  if (!best) return undefined;
  const versions = best[1].flatMap((finding) => finding.fixed?.split(', ').at(-1) ?? []);
  const fixed = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return { packageName: best[0] ?? '', fixed: fixed ?? '', cleared: best[1].length };
}

function noPackages(empty: readonly ScanFacts[]): ActionError {
  const names = empty.map((scan) => `${scan.target.kind}:${scan.target.ref}`).join(', ');
  return new ActionError(`nothing was scanned for vulnerabilities: no package was found in ${names}`, {
    code: 'E_NO_PACKAGES',
    hint: 'name a folder with lock files or an image, take vuln out of scanners, or set allow-no-packages: true',
  });
}

function deadIgnores(complaints: readonly IgnoreComplaint[]): ActionError {
  const shown = complaints.slice(0, 5).map(({ text }) => text);
  const more = complaints.length > shown.length ? `, and ${complaints.length - shown.length} more` : '';
  return new GateError(`the ignore file is not in order: ${shown.join('; ')}${more}`, {
    hint: 'mend the entries, or set ignores: warn',
  });
}
