/** The parts of Trivy's JSON (schema 2) that are used; every list may be absent. */
export interface ScanJson {
  readonly SchemaVersion: 2;
  readonly ArtifactName?: string;
  readonly Metadata?: ScanMetadata;
  readonly Results?: readonly ScanResultJson[];
}

export interface ScanMetadata {
  readonly OS?: { readonly Family?: string; readonly Name?: string; readonly EOSL?: boolean };
  readonly ImageConfig?: unknown;
}

export interface ScanResultJson {
  readonly Target?: string;
  readonly Class?: string;
  readonly Type?: string;
  readonly Packages?: readonly unknown[];
  readonly Vulnerabilities?: readonly VulnerabilityJson[];
  readonly Misconfigurations?: readonly MisconfigurationJson[];
  readonly Secrets?: readonly SecretJson[];
  readonly Licenses?: readonly LicenseJson[];
  readonly ExperimentalModifiedFindings?: readonly ModifiedJson[];
}

export interface VulnerabilityJson {
  readonly VulnerabilityID: string;
  readonly PkgName?: string;
  readonly PkgPath?: string;
  readonly InstalledVersion?: string;
  readonly FixedVersion?: string;
  readonly Status?: string;
  readonly Severity?: string;
  readonly Title?: string;
  readonly PrimaryURL?: string;
  readonly CVSS?: Readonly<Record<string, { readonly V3Score?: number; readonly V40Score?: number }>>;
}

export interface MisconfigurationJson {
  readonly ID: string;
  readonly Title?: string;
  readonly Message?: string;
  readonly Resolution?: string;
  readonly Severity?: string;
  readonly PrimaryURL?: string;
  readonly Status?: string;
  readonly CauseMetadata?: { readonly StartLine?: number; readonly EndLine?: number };
}

export interface SecretJson {
  readonly RuleID: string;
  readonly Title?: string;
  readonly Severity?: string;
  readonly StartLine?: number;
  readonly EndLine?: number;
}

export interface LicenseJson {
  readonly Name: string;
  readonly Severity?: string;
  readonly PkgName?: string;
  readonly FilePath?: string;
}

export interface ModifiedJson {
  readonly Type?: string;
  readonly Status?: string;
  readonly Statement?: string;
  readonly Finding?: Readonly<Record<string, unknown>>;
}

/** Parses a report. @throws RangeError where it is no Trivy report of schema 2. */
export function parseScanJson(text: string): ScanJson {
  const value = tryParse(text);
  if (value?.['SchemaVersion'] !== 2) {
    throw new RangeError(`it is no Trivy report of schema 2 (${value?.['SchemaVersion'] ?? 'no JSON object'})`);
  }
  return value as unknown as ScanJson;
}

function tryParse(text: string): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}
