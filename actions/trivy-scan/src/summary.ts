import { type ActionError, code, details, escapeMarkdown, formatDuration, paragraphs, table } from '@suite/core';
import type { Results } from './execute.ts';
import { formatFailOn } from './fail-on.ts';
import type { Finding } from './findings.ts';
import { bestUpgrade, byUrgency, isGated } from './gate.ts';
import { dayOf, expiringSoon, type IgnoreComplaint } from './ignores.ts';
import type { Plan } from './plan.ts';
import { SEVERITIES, type Severity } from './severity.ts';
import { formatTarget } from './targets.ts';

const SHOWN = 20;

interface Judged {
  readonly findings: readonly Finding[];
  readonly complaints: readonly IgnoreComplaint[];
  readonly failure: ActionError | undefined;
  readonly notes: readonly string[];
}

/** Verdict, then evidence, then what to do next. */
export function renderSummary(plan: Plan, results: Results, judged: Judged): string {
  return paragraphs(
    verdict(plan, judged),
    matrix(plan, results, judged.findings),
    judged.notes.map((note) => `- ⚠️ ${note}`).join('\n'),
    topFindings(plan, judged.findings),
    nextStep(plan, judged),
    ignoreNotes(plan, judged.complaints),
    evidence(plan, results),
  );
}

function verdict(plan: Plan, { findings, failure }: Judged): string {
  const scanners = [...new Set(plan.scans.flatMap((scan) => scan.scanners))];
  const rule = `${formatFailOn(plan.policy.failOn, scanners)}${plan.policy.failOnUnfixed ? '' : ' (vulnerabilities: fixable ones)'}`;
  if (failure === undefined) {
    const shown = findings.length === 0 ? 'no findings' : `${findings.length} findings, none of them gated`;
    return `### ✅ trivy-scan: passed\n\n${shown}; the gate is ${code(rule)}`;
  }
  const word = failure.code === 'E_GATE' ? 'failed' : 'error';
  return `### ❌ trivy-scan: ${word}\n\n${failure.code}: ${escapeMarkdown(failure.message)}\n\nThe gate is ${code(rule)}`;
}

function matrix(plan: Plan, results: Results, findings: readonly Finding[]): string {
  const rows = results.scanned.map(({ target, packages }) => {
    const own = findings.filter((finding) => finding.target.id === target.id);
    return [code(formatTarget(target)), ...SEVERITIES.map((severity) => cell(own, severity, plan)), String(packages)];
  });
  const note = findings.some((finding) => isGated(finding, plan.policy)) ? '\n\n🚫 fails the job' : '';
  return `${table(['target', ...SEVERITIES, 'packages'], rows)}${note}`;
}

function cell(findings: readonly Finding[], severity: Severity, plan: Plan): string {
  const own = findings.filter((finding) => finding.severity === severity);
  const gated = own.filter((finding) => isGated(finding, plan.policy)).length;
  if (own.length === 0) return '·';
  return gated > 0 ? `**${own.length}** (${gated} 🚫)` : String(own.length);
}

function topFindings(plan: Plan, findings: readonly Finding[]): string {
  const urgent = findings.toSorted(
    (a, b) => Number(isGated(b, plan.policy)) - Number(isGated(a, plan.policy)) || byUrgency(a, b),
  );
  const rows = urgent
    .slice(0, SHOWN)
    .map((finding) => [
      isGated(finding, plan.policy) ? '🚫' : '',
      finding.severity,
      code(finding.id),
      escapeMarkdown(finding.target.name),
      escapeMarkdown(where(finding)),
      finding.scanner === 'vuln' ? (finding.fixed ?? 'no fix yet') : escapeMarkdown(finding.title),
    ]);
  const more = findings.length > SHOWN ? `\n\n_${findings.length - SHOWN} more in the reports._` : '';
  return `${table(['', 'severity', 'finding', 'target', 'where', 'fixed in, or why'], rows)}${more}`;
}

function where(finding: Finding): string {
  if (finding.packageName) return `${finding.packageName} ${finding.installed ?? ''}`.trim();
  return `${finding.place}${finding.line ? `:${finding.line}` : ''}`;
}

function nextStep(plan: Plan, { findings, failure }: Judged): string | undefined {
  if (failure === undefined) return undefined;
  const upgrade = bestUpgrade(findings.filter((finding) => isGated(finding, plan.policy)));
  if (!upgrade)
    return failure.details.hint === undefined ? undefined : `**Next**: ${escapeMarkdown(failure.details.hint)}`;
  const findingsWord = upgrade.cleared === 1 ? 'finding' : 'findings';
  return `**Next**: upgrade ${code(upgrade.packageName)} to ${code(upgrade.fixed)}: that clears ${upgrade.cleared} gated ${findingsWord}.`;
}

function ignoreNotes(plan: Plan, complaints: readonly IgnoreComplaint[]): string | undefined {
  if (!plan.ignores) return undefined;
  const soon = expiringSoon(plan.ignores, plan.nowMs);
  const lines = [
    ...soon.map((entry) => `- ${code(entry.id)} ends on ${dayOf(entry.expiresMs)}`),
    ...complaints.map((complaint) => `- ${complaint.kind}: ${escapeMarkdown(complaint.text)}`),
  ];
  return lines.length === 0 ? undefined : details(`Ignore file: ${lines.length} notes`, lines.join('\n'));
}

function evidence(plan: Plan, { trivy, database }: Results): string {
  const scanner = `Trivy ${trivy.version}, sha256 ${code(trivy.sha256.slice(0, 16))}`;
  if (!database) return `_${scanner}; no vulnerability database was needed._`;
  const age = formatDuration(Math.max(0, plan.nowMs - database.updatedMs));
  const from = database.repository ? ` from ${code(database.repository)}` : '';
  return `_${scanner}; database of ${new Date(database.updatedMs).toISOString()} (${age} old)${from}._`;
}
