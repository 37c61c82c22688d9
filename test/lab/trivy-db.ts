import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bucket, value, writeBolt } from './bolt.ts';
import { pushArtifact } from './oci.ts';
import { run } from './shell.ts';

export const trivyDbReference = '10.77.0.7:5000/trivy-db:2';

/** Vulnerabilities that no real database knows, in packages that every Debian 12 image has. */
export const labVulnerabilities: Bucket = {
  'data-source': {
    'debian 12': value({ ID: 'debian', Name: 'Debian Security Tracker', URL: 'https://example.test/debian' }),
    'npm::GitHub Security Advisory Npm': value({
      ID: 'ghsa',
      Name: 'GitHub Security Advisory Npm',
      URL: 'https://example.test/ghsa',
    }),
  },
  'debian 12': {
    bash: { 'CVE-2099-0001': value({ FixedVersion: '5.2.15-3' }) },
    // Severity 4 is CRITICAL, status 5 is will_not_fix.
    zlib: { 'CVE-2099-0002': value({ Severity: 4, Status: 5 }) },
    tar: { 'CVE-2099-0003': value({ Severity: 1 }) },
    apt: { 'CVE-2099-0004': value({ FixedVersion: '2.6.9', VendorIDs: ['DSA-9999-1'] }) },
  },
  // A release past its end of life.
  'debian 8': { bash: { 'CVE-2099-0001': value({ FixedVersion: '4.9' }) } },
  'npm::GitHub Security Advisory Npm': {
    lodash: { 'CVE-2099-0005': value({ PatchedVersions: ['4.17.21'], VulnerableVersions: ['< 4.17.21'] }) },
  },
  vulnerability: {
    'CVE-2099-0001': value({ Title: 't1', Severity: 'HIGH', VendorSeverity: { nvd: 3 } }),
    'CVE-2099-0002': value({ Title: 't2', VendorSeverity: { nvd: 4, debian: 4 } }),
    'CVE-2099-0003': value({ Title: 't3', VendorSeverity: { nvd: 1 } }),
    'CVE-2099-0004': value({ Title: 't4', VendorSeverity: { nvd: 2 } }),
    'CVE-2099-0005': value({
      Title: 't5',
      VendorSeverity: { ghsa: 4 },
      CVSS: { ghsa: { V3Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', V3Score: 9.8 } },
    }),
  },
};

export interface TrivyDb {
  readonly content?: Bucket;
  /** ISO times; tests make stale databases with them. */
  readonly updatedAt?: string;
  readonly nextUpdate?: string;
}

/** Writes `db/trivy.db` and `db/metadata.json` below a Trivy cache directory. */
export function writeTrivyDb(cacheDir: string, db: TrivyDb = {}): void {
  const dir = join(cacheDir, 'db');
  mkdirSync(dir, { recursive: true });
  const now = new Date().toISOString();
  const metadata = {
    Version: 2,
    NextUpdate: db.nextUpdate ?? '2099-01-01T00:00:00Z',
    UpdatedAt: db.updatedAt ?? now,
    DownloadedAt: now,
  };
  writeFileSync(join(dir, 'trivy.db'), writeBolt(db.content ?? labVulnerabilities));
  writeFileSync(join(dir, 'metadata.json'), JSON.stringify(metadata));
}

/** Packs a database as Trivy downloads it and pushes it; returns the manifest's digest. */
export async function pushTrivyDb(reference = trivyDbReference, db: TrivyDb = {}): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'lab-trivy-db-'));
  try {
    writeTrivyDb(dir, db);
    const files = ['-C', join(dir, 'db'), 'trivy.db', 'metadata.json'];
    await run('tar', ['--owner=0', '--group=0', '-czf', join(dir, 'db.tar.gz'), ...files]);
    return await pushArtifact({
      reference,
      configType: 'application/vnd.aquasec.trivy.config.v1+json',
      layerType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
      layer: readFileSync(join(dir, 'db.tar.gz')),
      fileName: 'db.tar.gz',
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}
