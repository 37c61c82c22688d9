import type { CommonInputs, InputReader, Secret } from '@suite/core';
import { DEFAULT_JAVA_REPOSITORIES, DEFAULT_REPOSITORIES } from './database.ts';
import { allowedEnvironment, cacheAddress, dockerConfigFolder } from './environment.ts';
import { DEFAULT_FAIL_ON, parseFailOn } from './fail-on.ts';
import type { Policy } from './gate.ts';
import { SCANNERS, type Scanner } from './severity.ts';
import { formatTarget, parseImages, parseTargets, registriesOf, scannersFor, type Target } from './targets.ts';
import { DEFAULT_MIRROR, DEFAULT_VERSION, isPinned, versionProblem } from './trivy-release.ts';

export const REPORTS = ['json', 'sarif'] as const;
export type ReportFormat = (typeof REPORTS)[number];

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface Inputs extends CommonInputs, Policy {
  readonly targets: readonly Target[];
  readonly scanners: readonly Scanner[];
  readonly ignoreFile: string | undefined;
  readonly reports: readonly ReportFormat[];
  readonly reportFolder: string | undefined;
  readonly binary: BinaryInputs;
  readonly database: DatabaseInputs;
  readonly registry: RegistryLogin | undefined;
  /** Milliseconds for the whole action. */
  readonly timeoutMs: number;
  readonly retries: number;
  readonly runner: Runner;
}

export interface BinaryInputs {
  readonly path: string | undefined;
  readonly version: string;
  readonly sha256: string | undefined;
  readonly mirror: string;
}

export interface DatabaseInputs {
  readonly repositories: readonly string[];
  readonly javaRepositories: readonly string[];
  readonly maxAgeMs: number;
  readonly skipUpdate: boolean;
  readonly allowStale: boolean;
}

export interface RegistryLogin {
  readonly host: string;
  readonly username: string;
  readonly password: Secret;
}

/** What of the runner counts. */
export interface Runner {
  /** The folder that outlives a job on a self-hosted runner. */
  readonly toolFolder: string;
  readonly temporary: string;
  readonly env: Readonly<Record<string, string>>;
  readonly dockerConfig: string | undefined;
  readonly cacheAddress: string | undefined;
}

export function readInputs(read: InputReader): Inputs {
  const scanners = read.words('scanners', SCANNERS, { fallback: 'vuln,secret,misconfig' });
  const targets = readTargets(read, scanners);
  const inputs = {
    targets,
    scanners,
    failOn: read.parsed('fail-on', { fallback: DEFAULT_FAIL_ON }, parseFailOn) ?? parseFailOn(DEFAULT_FAIL_ON),
    failOnUnfixed: read.boolean('fail-on-unfixed', false),
    failOnEol: read.choice('fail-on-eol', ['off', 'warn', 'fail'], 'warn'),
    ignoreFile: read.text('ignore-file'),
    ignores: read.choice('ignores', ['off', 'warn', 'fail'], 'warn'),
    allowNoPackages: read.boolean('allow-no-packages', false),
    reports: read.words('reports', REPORTS, { fallback: 'json,sarif' }),
    reportFolder: read.text('report-dir'),
    binary: readBinary(read),
    registry: readRegistry(read, targets),
    database: readDatabase(read),
    timeoutMs: read.duration('timeout', { fallback: '10m' }) ?? 10 * MINUTE_MS,
    retries: read.integer('retries', { fallback: '3', min: 0, max: 20 }) ?? 3,
    runner: readRunner(read),
  };
  return { ...inputs, ...read.common() };
}

function readTargets(read: InputReader, scanners: readonly Scanner[]): readonly Target[] {
  const images = read.parsed('images', { output: true }, parseImages);
  const lines = read.parsed('targets', { fallback: 'fs:.' }, (text) => parseTargets(splitTargets(text))) ?? [];
  const isDefault = lines.length === 1 && lines[0] !== undefined && formatTarget(lines[0]) === 'fs:.';
  const targets = images === undefined ? lines : isDefault ? images : [...images, ...lines];
  for (const target of targets) {
    if (scanners.length === 0 || scannersFor(target.kind, scanners).length > 0) continue;
    const problem = `${formatTarget(target)} has nothing that ${scanners.join(', ')} could scan`;
    read.problem('targets', problem, 'scanners: vuln');
  }
  return targets;
}

function splitTargets(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function readBinary(read: InputReader): BinaryInputs {
  const path = read.text('trivy-path');
  const version = read.text('version', { fallback: DEFAULT_VERSION }) ?? DEFAULT_VERSION;
  const sha256 = read.parsed('sha256', {}, parseHash);
  const problem = path === undefined ? versionProblem(version) : undefined;
  if (problem) read.problem('version', `"${version}" ${problem}`, `version: ${DEFAULT_VERSION}`);
  else if (path === undefined && sha256 === undefined && !isPinned(version)) {
    const text = `"${version}" is not pinned in this action, so its archive's SHA-256 is needed`;
    read.problem('sha256', text, "sha256: the value from the release's checksum file, compared with a second source");
  }
  const mirror = read.url('mirror', { fallback: DEFAULT_MIRROR });
  return { path, version, sha256, mirror: (mirror?.href ?? DEFAULT_MIRROR).replace(/\/+$/, '') };
}

function parseHash(text: string): string {
  const hash = text.toLowerCase().replace(/^sha256:/, '');
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new RangeError('is no SHA-256; write its 64 hexadecimal digits');
}

/** The first image names the host where the user does not; images that were only built here need no login. */
function readRegistry(read: InputReader, targets: readonly Target[]): RegistryLogin | undefined {
  const given = read.parsed('registry', {}, parseRegistry);
  const username = read.text('registry-username');
  const password = read.secret('registry-password');
  if (given === undefined && username === undefined && password === undefined) return undefined;
  if (username === undefined) read.problem('registry-username', 'is missing or empty beside the other registry inputs');
  if (password === undefined) read.problem('registry-password', 'is missing or empty: does the secret exist?');
  const host = given ?? registriesOf(targets)[0];
  if (host === undefined && !targets.some((target) => target.onlyEngine)) {
    read.problem('registry', 'is missing, and no image names the registry that the login is for');
  }
  return host && username && password ? { host, username, password } : undefined;
}

function parseRegistry(text: string): string {
  if (/^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/.test(text)) return text;
  throw new RangeError('is no registry host; write for example ghcr.io or registry.example.com:5000');
}

function readDatabase(read: InputReader): DatabaseInputs {
  const repositories = (name: string, fallback: readonly string[]): readonly string[] => {
    const lines = read.lines(name, { fallback: fallback.join('\n') });
    for (const line of lines.filter(
      (text) => !/^[\w.-]+(:\d+)?\/[\w./-]+(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(text),
    )) {
      read.problem(name, `"${line}" is no repository`, fallback[0]);
    }
    return lines;
  };
  return {
    repositories: repositories('db-repository', DEFAULT_REPOSITORIES),
    javaRepositories: repositories('java-db-repository', DEFAULT_JAVA_REPOSITORIES),
    maxAgeMs: read.duration('max-db-age', { fallback: '48h' }) ?? 2 * DAY_MS,
    allowStale: read.boolean('allow-stale-db', false),
    skipUpdate: read.boolean('skip-db-update', false),
  };
}

function readRunner(read: InputReader): Runner {
  const temporary = read.env['RUNNER_TEMP'] ?? '/tmp';
  return {
    toolFolder: read.env['RUNNER_TOOL_CACHE'] || temporary,
    temporary,
    env: allowedEnvironment(read.env),
    dockerConfig: dockerConfigFolder(read.env),
    cacheAddress: cacheAddress(read.env),
  };
}
