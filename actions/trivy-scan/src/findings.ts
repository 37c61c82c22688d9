import type {
  LicenseJson,
  MisconfigurationJson,
  ScanJson,
  ScanResultJson,
  SecretJson,
  VulnerabilityJson,
} from './scan-json.ts';
import { type Scanner, type Severity, severityOf } from './severity.ts';
import type { Target } from './targets.ts';

/** One finding of any scanner. */
export interface Finding {
  readonly scanner: Scanner;
  readonly target: Target;
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Trivy's own place: a path inside the target, or the image. */
  readonly place: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly packageName?: string;
  readonly installed?: string;
  readonly fixed?: string;
  readonly status?: string;
  readonly url?: string;
  /** CVSS 3 or 4 base score, the highest of the sources. */
  readonly score?: number;
}

/** What one scan found. */
export interface ScanFacts {
  readonly target: Target;
  readonly findings: readonly Finding[];
  readonly packages: number;
  /** `debian 8.11` where the distribution no longer supports it. */
  readonly endOfLife?: string;
  /** Ids that an ignore file hid, one for each finding. */
  readonly ignored: readonly string[];
}

/** Reads one report. */
export function readFindings(target: Target, json: ScanJson): ScanFacts {
  const results = json.Results ?? [];
  const { Family, Name, EOSL } = json.Metadata?.OS ?? {};
  return {
    target,
    findings: results.flatMap((result) => findingsOf(target, result)),
    packages: results.reduce((sum, result) => sum + (result.Packages?.length ?? 0), 0),
    ...(EOSL ? { endOfLife: `${Family ?? 'unknown'} ${Name ?? ''}`.trim() } : {}),
    ignored: results.flatMap((result) => (result.ExperimentalModifiedFindings ?? []).map(ignoredId)).filter(Boolean),
  };
}

function findingsOf(target: Target, result: ScanResultJson): readonly Finding[] {
  const place = result.Target ?? target.ref;
  return [
    ...(result.Vulnerabilities ?? []).map((found) => vulnerability(target, place, found)),
    ...(result.Secrets ?? []).map((found) => secret(target, place, found)),
    ...(result.Misconfigurations ?? [])
      .filter((found) => found.Status === undefined || found.Status === 'FAIL')
      .map((found) => misconfiguration(target, place, found)),
    ...(result.Licenses ?? []).map((found) => license(target, place, found)),
  ];
}

function vulnerability(target: Target, place: string, found: VulnerabilityJson): Finding {
  const score = Math.max(0, ...Object.values(found.CVSS ?? {}).map((cvss) => cvss.V40Score ?? cvss.V3Score ?? 0));
  return {
    scanner: 'vuln',
    target,
    id: found.VulnerabilityID,
    severity: severityOf(found.Severity),
    title: found.Title ?? found.VulnerabilityID,
    place: found.PkgPath ?? place,
    packageName: found.PkgName ?? 'unknown package',
    installed: found.InstalledVersion ?? '',
    ...(found.FixedVersion ? { fixed: found.FixedVersion } : {}),
    ...(found.Status ? { status: found.Status } : {}),
    ...(found.PrimaryURL ? { url: found.PrimaryURL } : {}),
    ...(score > 0 ? { score } : {}),
  };
}

function secret(target: Target, place: string, found: SecretJson): Finding {
  const { RuleID: id, Severity, Title } = found;
  return { scanner: 'secret', target, id, severity: severityOf(Severity), title: Title ?? id, place, ...lines(found) };
}

function misconfiguration(target: Target, place: string, found: MisconfigurationJson): Finding {
  return {
    scanner: 'misconfig',
    target,
    id: found.ID,
    severity: severityOf(found.Severity),
    title: found.Message || found.Title || found.ID,
    place,
    ...lines(found.CauseMetadata ?? {}),
    ...(found.PrimaryURL ? { url: found.PrimaryURL } : {}),
  };
}

function license(target: Target, place: string, found: LicenseJson): Finding {
  return {
    scanner: 'license',
    target,
    id: found.Name,
    severity: severityOf(found.Severity),
    title: `licence ${found.Name}`,
    place: found.FilePath || place,
    ...(found.PkgName ? { packageName: found.PkgName } : {}),
  };
}

function lines(found: { readonly StartLine?: number; readonly EndLine?: number }): { line?: number; endLine?: number } {
  if (!found.StartLine) return {};
  return { line: found.StartLine, endLine: found.EndLine ?? found.StartLine };
}

function ignoredId({ Finding: finding }: { readonly Finding?: Readonly<Record<string, unknown>> }): string {
  const id = finding?.['VulnerabilityID'] ?? finding?.['RuleID'] ?? finding?.['ID'] ?? finding?.['Name'];
  return typeof id === 'string' ? id : '';
}
