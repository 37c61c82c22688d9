import type { Annotation } from '@suite/core';
import type { Finding } from './findings.ts';
import { byUrgency, isGated, type Policy } from './gate.ts';
import { fileOf } from './sarif.ts';

/** The runner shows no more of each level for one step. */
const MOST_PER_LEVEL = 10;

/** Secrets and misconfigurations at their file and line; what stands in an image has no line in the checkout. */
export function annotate(findings: readonly Finding[], policy: Policy): readonly Annotation[] {
  const placed = findings
    .filter((finding) => finding.scanner === 'secret' || finding.scanner === 'misconfig')
    .toSorted(byUrgency)
    .flatMap((finding): Annotation[] => {
      const file = fileOf(finding);
      return file === undefined ? [] : [annotationFor(finding, file, policy)];
    });
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    placed.filter((annotation) => annotation.level === level).slice(0, MOST_PER_LEVEL),
  );
}

function annotationFor(finding: Finding, file: string, policy: Policy): Annotation {
  const serious = finding.severity === 'CRITICAL' || finding.severity === 'HIGH';
  return {
    level: isGated(finding, policy) ? 'error' : serious ? 'warning' : 'notice',
    title: `${finding.severity} ${finding.id}`,
    message: finding.title,
    file,
    ...(finding.line === undefined ? {} : { line: finding.line }),
  };
}
