import { posix } from 'node:path';
import type { Finding } from './findings.ts';
import { describeFinding } from './gate.ts';
import type { Severity } from './severity.ts';
import type { Target } from './targets.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  CRITICAL: 'error',
  HIGH: 'error',
  MEDIUM: 'warning',
  LOW: 'note',
  UNKNOWN: 'note',
};

/** What code scanning sorts by where a finding has no CVSS score of its own. */
const SCORES: Readonly<Record<Severity, number>> = { CRITICAL: 9.5, HIGH: 8, MEDIUM: 5.5, LOW: 2, UNKNOWN: 0 };

/** SARIF 2.1.0 of one target, all severities: what is reported and what fails the job are two things. */
export function renderSarif(target: Target, findings: readonly Finding[], version: string): string {
  const rules = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
  const index = new Map(rules.map((finding, position) => [finding.id, position]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trivy',
            informationUri: 'https://github.com/aquasecurity/trivy',
            version,
            rules: rules.map(rule),
          },
        },
        automationDetails: { id: `trivy/${target.id}/` },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, index.get(finding.id) ?? 0)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(finding: Finding): object {
  return {
    id: finding.id,
    name: finding.scanner,
    shortDescription: { text: finding.title },
    fullDescription: { text: finding.title },
    defaultConfiguration: { level: LEVELS[finding.severity] },
    ...(finding.url ? { helpUri: finding.url } : {}),
    help: { text: `${finding.title}\n${finding.url ?? ''}`.trim() },
    properties: {
      precision: 'very-high',
      'security-severity': (finding.score ?? SCORES[finding.severity]).toFixed(1),
      tags: [finding.scanner, 'security', finding.severity],
    },
  };
}

function result(finding: Finding, ruleIndex: number): object {
  const line = finding.line ?? 1;
  const region = { startLine: line, startColumn: 1, endLine: finding.endLine ?? line, endColumn: 1 };
  const uri = fileOf(finding) ?? imagePath(finding);
  return {
    ruleId: finding.id,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: `${finding.severity}: ${describeFinding(finding)}\n${finding.title}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(uri), uriBaseId: 'ROOTPATH' }, region },
        message: { text: `${finding.target.name}: ${finding.place}` },
      },
    ],
    partialFingerprints: { 'trivyScan/v1': fingerprint(finding) },
    properties: { severity: finding.severity, scanner: finding.scanner, fixed: finding.fixed ?? null },
  };
}

/** The path below the checkout, where the finding has one: a path of a target outside it or of an image has none. */
export function fileOf(finding: Finding): string | undefined {
  if (finding.target.kind !== 'fs' && finding.target.kind !== 'config') return undefined;
  const path = posix.normalize(posix.join(finding.target.ref, finding.place));
  const inside = !path.startsWith('..') && !posix.isAbsolute(path);
  return inside ? path : undefined;
}

/** Code scanning needs a relative path even where there is no file. */
function imagePath(finding: Finding): string {
  return `${finding.target.name}/${finding.place}`.replace(/^[/.]+/, '').replace(/[^\w./-]+/g, '-');
}

/** The same finding in the next scan: the version of the package and the image's digest do not count. */
function fingerprint(finding: Finding): string {
  const where = finding.target.kind === 'image' ? '' : finding.place;
  return [finding.target.kind, finding.target.name, finding.id, finding.packageName ?? '', where].join('|');
}
