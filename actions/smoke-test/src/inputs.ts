import { type CommonInputs, type InputReader, type Secret, splitLines, splitWords } from '@suite/core';
import {
  type Addresses,
  parseAddresses,
  parseResolve,
  parseVersionSource,
  type ResolveOverrides,
  type VersionSource,
} from '@suite/http';
import { type Budget, parseBudgets } from './budget.ts';
import { type Burst, parseBursts } from './burst.ts';
import { type Check, RETRY_CAUSES, type RetryCause } from './check.ts';
import { parseCheckLines } from './check-lines.ts';
import { readClientCertificate, readHeaders, readSecrets, registerAddress } from './secret-inputs.ts';
import { parseSuccessRate } from './success-rate.ts';

export const FAIL_ON = ['failed', 'flaky', 'warn'] as const;
export const REPORTS = ['junit', 'json'] as const;

export interface Inputs extends CommonInputs {
  readonly baseUrl: string | undefined;
  readonly checks: readonly Check[];
  readonly files: readonly string[];
  /** Path or address of an OpenAPI document, or a path behind base-url. */
  readonly openapi: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly headers: ReadonlyMap<string, string>;
  readonly expectVersion: string | undefined;
  readonly versionSource: VersionSource;
  readonly readyTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly retryOn: readonly RetryCause[];
  readonly retryDelayMs: number;
  /** What each wait is multiplied by for the next. */
  readonly retryBackoff: number;
  readonly concurrency: number;
  readonly repeat: number;
  readonly warmupRequests: number;
  readonly bursts: readonly Burst[];
  readonly budgets: readonly Budget[];
  readonly successRate: number | undefined;
  readonly tlsMinDays: number;
  readonly tlsVerify: boolean;
  /** PEM text, or the path of a file of it. */
  readonly caCert: string | undefined;
  readonly clientCert: string | undefined;
  readonly clientKey: string | undefined;
  readonly resolve: ResolveOverrides;
  readonly addresses: Addresses;
  readonly tags: readonly string[];
  readonly failFast: boolean;
  readonly failOn: readonly (typeof FAIL_ON)[number][];
  readonly reports: readonly (typeof REPORTS)[number][];
  readonly reportDir: string;
  /** PATH of the runner, where hurl is looked for. */
  readonly searchPath: string;
  /** Path of an earlier JSON report. */
  readonly baseline: string | undefined;
}

export function readInputs(read: InputReader): Inputs {
  const inputs = {
    ...readTarget(read),
    ...readTiming(read),
    ...readNetwork(read),
    ...readPolicy(read),
    reports: read.words('reports', REPORTS, { fallback: 'junit,json' }),
    reportDir: read.text('report-dir', { fallback: 'smoke-report' }) ?? 'smoke-report',
    baseline: read.text('baseline'),
    searchPath: read.env['PATH'] ?? '',
    ...read.common(),
  };
  const { baseUrl, checks, files } = inputs;
  const relative = [...checks, ...inputs.bursts.map(({ check }) => check)].find(({ path }) => path.startsWith('/'));
  if (baseUrl === undefined && relative && read.text('base-url') === undefined) {
    read.problem(
      'base-url',
      `is missing, and ${relative.place.input ?? 'checks'} has ${relative.name}`,
      'base-url: https://app.example.com',
    );
  }
  if (baseUrl === undefined && inputs.addresses.kind !== 'auto') {
    read.problem('addresses', 'needs base-url: its host is what the addresses are of');
  }
  if (baseUrl === undefined && inputs.openapi?.startsWith('/')) {
    read.problem('base-url', `is missing, and openapi is ${inputs.openapi}`, 'base-url: https://app.example.com');
  }
  if (files.length + inputs.bursts.length === 0 && inputs.openapi === undefined && read.text('checks') === undefined) {
    read.problem(
      'checks',
      'is missing, and so are files and openapi: nothing would be checked',
      'checks: GET /health 200',
    );
  }
  return inputs;
}

function readTarget(read: InputReader) {
  const baseUrl = read.url('base-url');
  if (baseUrl) registerAddress(baseUrl.href);
  if (baseUrl?.search || baseUrl?.hash) {
    read.problem('base-url', 'has a query or a fragment', `base-url: ${baseUrl.origin}${baseUrl.pathname}`);
  }
  return {
    baseUrl: baseUrl?.href,
    checks: readCheckLines(read),
    bursts: readBursts(read),
    files: read.lines('files'),
    openapi: read.text('openapi'),
    variables: read.pairs('variables'),
    secrets: readSecrets(read),
    headers: readHeaders(read),
    expectVersion: read.text('expect-version'),
    versionSource: read.parsed('version-path', { fallback: 'auto' }, parseVersionSource) ?? { kind: 'auto' as const },
  };
}

function readCheckLines(read: InputReader): readonly Check[] {
  const { checks, problems } = parseCheckLines(read.text('checks') ?? '');
  for (const problem of problems) read.problem('checks', problem);
  return checks;
}

function readBursts(read: InputReader): readonly Burst[] {
  const { bursts, problems } = parseBursts(read.text('burst') ?? '');
  for (const problem of problems) read.problem('burst', problem);
  return bursts;
}

function readTiming(read: InputReader) {
  const duration = (name: string, fallback: string, ms: number): number => read.duration(name, { fallback }) ?? ms;
  return {
    readyTimeoutMs: duration('ready-timeout', '0s', 0),
    requestTimeoutMs: duration('request-timeout', '10s', 10_000),
    connectTimeoutMs: duration('connect-timeout', '5s', 5_000),
    maxBodyBytes: read.size('max-body', { fallback: '10MiB' }) ?? 0,
    timeoutMs: duration('timeout', '5m', 300_000),
    retries: read.integer('retries', { fallback: '0', min: 0, max: 20 }) ?? 0,
    retryOn: read.words('retry-on', RETRY_CAUSES, { fallback: 'network' }),
    retryDelayMs: duration('retry-delay', '500ms', 500),
    retryBackoff: read.parsed('retry-backoff', { fallback: '2' }, parseBackoff) ?? 2,
    concurrency: read.integer('concurrency', { fallback: '4', min: 1, max: 64 }) ?? 4,
    repeat: read.integer('repeat', { fallback: '1', min: 1, max: 1000 }) ?? 1,
    warmupRequests: read.integer('warmup-requests', { fallback: '0', min: 0, max: 100 }) ?? 0,
  };
}

/** @throws RangeError */
function parseBackoff(text: string): number {
  const factor = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && factor >= 1 && factor <= 10) return factor;
  throw new RangeError('is not a number from 1 to 10; 1 waits the same time before each retry');
}

function readNetwork(read: InputReader) {
  return {
    tlsVerify: read.boolean('tls-verify', true),
    caCert: read.text('ca-cert'),
    ...readClientCertificate(read),
    resolve: read.parsed('resolve', {}, (text) => parseResolve(splitLines(text))) ?? new Map(),
    addresses: read.parsed('addresses', { fallback: 'auto' }, parseAddresses) ?? { kind: 'auto' as const },
  };
}

function readPolicy(read: InputReader) {
  return {
    budgets: read.parsed('latency-budget', {}, parseBudgets) ?? [],
    successRate: read.parsed('success-rate', {}, parseSuccessRate),
    tlsMinDays: read.integer('tls-min-days', { fallback: '14', min: 0, max: 3650 }) ?? 14,
    tags: splitWords(read.text('tags') ?? ''),
    failFast: read.boolean('fail-fast', false),
    failOn: read.words('fail-on', FAIL_ON, { fallback: 'failed' }),
  };
}
