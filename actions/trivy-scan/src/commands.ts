import type { Command, Secret } from '@suite/core';
import type { Scanner } from './severity.ts';
import { scannersFor, type Target } from './targets.ts';

/** Where Trivy may write and look: folders of our own, all absolute. */
export interface Places {
  readonly binary: string;
  /** Empty, and the working directory: Trivy obeys trivy.yaml, .trivyignore and trivy-secret.yaml of its own. */
  readonly empty: string;
  readonly cache: string;
  readonly env: Readonly<Record<string, string | Secret>>;
}

/** One scan as data. `ref` is absolute where the target is a path. */
export interface Scan {
  readonly target: Target;
  readonly ref: string;
  readonly scanners: readonly Scanner[];
  /** `/dev/null` where there is none. */
  readonly ignoreFile: string;
}

const NEVER_ASK_OUT = ['--skip-version-check', '--disable-telemetry'];
const UPDATES_NOTHING = ['--offline-scan', '--skip-db-update', '--skip-java-db-update'];

/** One target to one JSON file. Findings end it with 0, so any other end is a scan error. */
export function scanCommand(scan: Scan, places: Places, run: { output: string; timeoutMs: number }): Command {
  const { kind } = scan.target;
  const scanners = scannersFor(kind, scan.scanners);
  const args = [
    subcommand(kind),
    ...['--config', '/dev/null'],
    ...['--cache-dir', places.cache],
    ...['--cache-backend', 'memory'],
    ...['--format', 'json', '--output', run.output],
    ...['--exit-code', '0'],
    ...['--scanners', scanners.join(',')],
    ...(kind === 'image' || kind === 'tar' || kind === 'oci' ? imageConfigFlags(scanners) : []),
    ...(scan.target.onlyEngine ? ['--image-src', 'docker,containerd,podman'] : []),
    ...['--ignorefile', scan.ignoreFile, '--show-suppressed'],
    ...['--timeout', `${Math.ceil(run.timeoutMs / 1000) + 60}s`],
    ...['--no-progress', ...NEVER_ASK_OUT, ...UPDATES_NOTHING],
    ...(kind === 'sbom' ? [] : ['--skip-check-update']),
    ...(kind === 'tar' || kind === 'oci' ? ['--input', scan.ref] : ['--', scan.ref]),
  ];
  return command(places, args, run.timeoutMs);
}

/** Fetches one database from one repository: whatever goes wrong in this process is a database error. */
export function databaseCommand(
  repository: string,
  kind: 'vulnerabilities' | 'java',
  places: Places & { readonly timeoutMs: number },
): Command {
  const java = kind === 'java';
  const args = [
    'image',
    java ? '--download-java-db-only' : '--download-db-only',
    ...['--config', '/dev/null'],
    ...['--cache-dir', places.cache],
    ...[java ? '--java-db-repository' : '--db-repository', repository],
    ...['--no-progress', ...NEVER_ASK_OUT],
  ];
  return command(places, args, places.timeoutMs);
}

export function versionCommand(places: Places, timeoutMs: number): Command {
  return command(places, ['--version'], timeoutMs);
}

function command(places: Places, args: readonly string[], timeoutMs: number): Command {
  return { file: places.binary, args, env: places.env, cwd: places.empty, timeoutMs };
}

function subcommand(kind: Target['kind']): string {
  if (kind === 'fs' || kind === 'config') return 'fs';
  return kind === 'sbom' ? 'sbom' : 'image';
}

function imageConfigFlags(scanners: readonly Scanner[]): readonly string[] {
  const checks = scanners.filter((scanner) => scanner === 'misconfig' || scanner === 'secret');
  return checks.length === 0 ? [] : ['--image-config-scanners', checks.join(',')];
}
