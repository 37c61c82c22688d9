export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SCANNERS = ['vuln', 'secret', 'misconfig', 'license'] as const;
export type Scanner = (typeof SCANNERS)[number];

/** Trivy's word, or UNKNOWN where it has a new one. */
export function severityOf(word: string | undefined): Severity {
  return SEVERITIES.find((severity) => severity === word?.toUpperCase()) ?? 'UNKNOWN';
}
