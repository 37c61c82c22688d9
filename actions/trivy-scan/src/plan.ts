import { isAbsolute, join, relative, resolve } from 'node:path';
import { formatDuration } from '@suite/core';
import type { Scan } from './commands.ts';
import { DEFAULT_REPOSITORIES } from './database.ts';
import { formatFailOn } from './fail-on.ts';
import type { Policy } from './gate.ts';
import type { IgnoreFile } from './ignores.ts';
import type { DatabaseInputs, Inputs, RegistryLogin, ReportFormat } from './inputs.ts';
import type { Facts } from './observe.ts';
import { formatTarget, scannersFor, type Target } from './targets.ts';
import { type Release, releaseFor } from './trivy-release.ts';

export interface Plan {
  readonly binary: BinaryPlan;
  /** Absent where no target is scanned for vulnerabilities. */
  readonly database: DatabasePlan | undefined;
  readonly scans: readonly Scan[];
  readonly missing: readonly string[];
  readonly policy: Policy;
  readonly ignores: IgnoreFile | undefined;
  readonly reports: readonly ReportFormat[];
  readonly reportFolder: string;
  readonly registry: Pick<RegistryLogin, 'host' | 'username'> | undefined;
  readonly nowMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** A binary of the user's, or a release that is downloaded and verified. `release` is absent where none is known. */
export type BinaryPlan =
  | { readonly kind: 'path'; readonly path: string; readonly sha256: string | undefined }
  | {
      readonly kind: 'release';
      readonly release: Release | undefined;
      readonly platform: string;
      readonly folder: string;
    };

export interface DatabasePlan extends DatabaseInputs {
  readonly publicOne: boolean;
  /** Trivy's cache folder: db/ and java-db/ are below it. */
  readonly folder: string;
  readonly cacheAddress: string | undefined;
}

export function planScan(inputs: Inputs, facts: Facts): Plan {
  const own = join(inputs.runner.toolFolder, 'trivy-scan');
  const scans = inputs.targets.map((target) => planTarget(target, inputs, facts));
  const wantsDatabase = scans.some((scan) => scan.scanners.includes('vuln'));
  const { failOn, failOnUnfixed, failOnEol, ignores, allowNoPackages } = inputs;
  return {
    binary: planBinary(inputs, facts, own),
    database: wantsDatabase ? planDatabase(inputs, own) : undefined,
    scans,
    missing: facts.missing,
    policy: { failOn, failOnUnfixed, failOnEol, ignores, allowNoPackages },
    ignores: facts.ignores,
    reports: inputs.reports,
    reportFolder: resolve(facts.folder, inputs.reportFolder ?? join(inputs.runner.temporary, 'trivy-reports')),
    registry: inputs.registry,
    nowMs: facts.nowMs,
    timeoutMs: inputs.timeoutMs,
    retries: inputs.retries,
  };
}

function planTarget(target: Target, inputs: Inputs, facts: Facts): Scan {
  const ignoreFile = facts.ignores?.path ?? '/dev/null';
  const scanners = scannersFor(target.kind, inputs.scanners);
  if (target.kind === 'image') return { target, ref: target.ref, scanners, ignoreFile };
  const ref = resolve(facts.folder, target.ref);
  const inside = relative(facts.folder, ref) || '.';
  const shown = isAbsolute(target.ref) && !inside.startsWith('..') ? { ...target, ref: inside } : target;
  return { target: shown, ref, scanners, ignoreFile };
}

function planBinary(inputs: Inputs, facts: Facts, own: string): BinaryPlan {
  const { path, version, sha256, mirror } = inputs.binary;
  if (path !== undefined) return { kind: 'path', path: resolve(facts.folder, path), sha256 };
  const release = releaseFor({ version, platform: facts.platform, mirror, sha256 });
  const folder = join(own, `trivy-${version}-${release?.sha256.slice(0, 12)}`);
  return { kind: 'release', release, platform: facts.platform, folder };
}

function planDatabase(inputs: Inputs, own: string): DatabasePlan {
  const publicOne = inputs.database.repositories.every((repository) => DEFAULT_REPOSITORIES.includes(repository));
  return { ...inputs.database, publicOne, folder: join(own, 'cache'), cacheAddress: inputs.runner.cacheAddress };
}

export function formatPlan(plan: Plan): string {
  const scanners = [...new Set(plan.scans.flatMap((scan) => scan.scanners))];
  const lines = [
    ['trivy', formatBinary(plan.binary)],
    ['database', formatDatabase(plan.database)],
    ...plan.scans.map((scan) => ['scan', `${formatTarget(scan.target)} for ${scan.scanners.join(', ')}`]),
    [
      'fails on',
      `${formatFailOn(plan.policy.failOn, scanners)}${plan.policy.failOnUnfixed ? ', also without a fix' : ''}`,
    ],
    ['ignores', plan.ignores ? `${plan.ignores.entries.length} in ${plan.ignores.path}` : 'none'],
    ['reports', `${plan.reports.join(', ')} in ${plan.reportFolder}`],
    ...(plan.registry ? [['login', `${plan.registry.username} at ${plan.registry.host}`]] : []),
    ['time', `at most ${formatDuration(plan.timeoutMs)}`],
    ...plan.missing.map((target) => ['missing', `${target} does not exist`]),
  ];
  return lines.map(([name = '', text]) => `${name.padEnd(9)} ${text}`).join('\n');
}

function formatBinary(binary: BinaryPlan): string {
  if (binary.kind === 'path') return `${binary.path}${binary.sha256 ? `, sha256 ${binary.sha256}` : ', not verified'}`;
  const { release, platform } = binary;
  return release ? `${release.url}, sha256 ${release.sha256}` : `no known release for ${platform}`;
}

function formatDatabase(database: DatabasePlan | undefined): string {
  if (!database) return 'not needed: no scan for vulnerabilities';
  const age = `at most ${formatDuration(database.maxAgeMs)} old${database.allowStale ? ', or older' : ''}`;
  if (database.skipUpdate) return `the one in ${database.folder}, ${age}`;
  return `${database.repositories.join(', then ')}; ${age}`;
}
