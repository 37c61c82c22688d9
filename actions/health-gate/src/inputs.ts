import { type CommonInputs, type InputReader, parseChoice, Secret, splitWords, withoutLogin } from '@suite/core';
import {
  type Addresses,
  credentialForms,
  credentialsIn,
  isCredentialHeader,
  parseAddresses,
  parseJsonPath,
  parseVersionSource,
} from '@suite/http';
import { type Check, type Reading, shownUrl } from './check.ts';
import { type Defaults, httpCheck, readChecks } from './checks-input.ts';
import { parseConditions } from './conditions.ts';
import { HOPELESS_CAUSES, type HopelessCause } from './gate.ts';
import { parseHeaders } from './headers.ts';
import { type HostInputs, readHost } from './inputs-host.ts';
import { MODES, parseFlakeBudget, type Rules } from './policy.ts';
import { parseRules, TOLERANCES, type Tolerance } from './rules.ts';
import { parseSlo } from './slo.ts';
import { parseTarget } from './target.ts';

export interface Inputs extends CommonInputs, HostInputs {
  readonly checks: readonly Check[];
  readonly reading: Reading;
  readonly rules: Rules;
  readonly expectVersion: string | undefined;
  readonly addresses: Addresses;
  /** PEM text or a path. */
  readonly caCert: string | undefined;
  readonly onInconclusive: Tolerance;
  /** Path of a report of an earlier run. */
  readonly baseline: string | undefined;
  /** Where GitHub's API is: what a runner with a network can reach. */
  readonly apiUrl: string;
}

/** Reads everything; `checks` needs a YAML parser, which is loaded only for it. */
export async function readInputs(read: InputReader): Promise<Inputs> {
  const expectVersion = read.text('expect-version');
  const defaults: Defaults = {
    requestTimeoutMs: read.duration('request-timeout', { fallback: '5s' }) ?? 5_000,
    maxLatencyMs: read.duration('max-latency'),
    headers: readHeaders(read),
    components: read.parsed('components', {}, parseRules) ?? [],
    until: read.parsed('until', {}, parseConditions) ?? [],
    failWhen: read.parsed('fail-when', {}, parseConditions) ?? [],
    expectVersion,
  };
  const urls = read.lines('url').flatMap((line) => readUrl(line, read));
  const yaml = read.text('checks');
  const inputs = {
    ...read.common(),
    ...readHost(read),
    reading: readReading(read),
    rules: readRules(read),
    expectVersion,
    addresses: read.parsed('addresses', { fallback: 'auto' }, parseAddresses) ?? ({ kind: 'auto' } as const),
    baseline: read.text('baseline'),
    caCert: read.text('ca-cert'),
    onInconclusive: read.choice('on-inconclusive', TOLERANCES, 'fail'),
    apiUrl: read.env['GITHUB_API_URL'] ?? 'https://api.github.com',
  };
  const entries = yaml === undefined ? [] : await parseYaml(yaml, read);
  const listed = entries === undefined ? [] : readChecks(entries, defaults, (why) => read.problem('checks', why));
  checkPresence(inputs, read);
  const whole = Array.isArray(entries) && listed.length === entries.length;
  if (inputs.rules.mode !== 'replay' && yaml !== undefined && urls.length === 0 && whole) checkWeight(listed, read);
  const checks = distinct([
    ...urls.map((url) => httpCheck(url, defaults, urls.length === 1 && yaml === undefined)),
    ...listed,
  ]);
  hideCredentials(checks);
  return { ...inputs, checks };
}

/** Something to check, or something to judge again. */
function checkPresence({ rules, baseline }: Pick<Inputs, 'rules' | 'baseline'>, read: InputReader): void {
  const replays = rules.mode === 'replay';
  if (replays && baseline === undefined) {
    read.problem('baseline', 'is missing, and mode: replay judges it', 'baseline: report.json');
  }
  if (replays || read.text('url') !== undefined || read.text('checks') !== undefined) return;
  const problem = 'is missing, and so is checks: nothing would be checked';
  read.problem('url', problem, 'url: https://app.example.com/health');
}

/** What can only warn, or checks nothing, would pass whatever the system is like. */
function checkWeight(checks: readonly Check[], read: InputReader): void {
  const example = '- http: https://app.example.com/health';
  if (checks.length === 0) read.problem('checks', 'is an empty list: nothing would be checked', example);
  else if (!checks.some(({ required }) => required))
    read.problem('checks', 'has no check that is required, so nothing could ever fail', example);
}

function readHeaders(read: InputReader): ReadonlyMap<string, string> {
  try {
    return parseHeaders(read.text('headers') ?? '');
  } catch (error) {
    read.problem('headers', error instanceof Error ? error.message : String(error));
    return new Map();
  }
}

function readUrl(line: string, read: InputReader): readonly URL[] {
  try {
    const target = parseTarget('http', line);
    return target.kind === 'http' ? [target.url] : [];
  } catch (error) {
    read.problem('url', `"${withoutLogin(line)}" ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** Undefined where it is no YAML. */
async function parseYaml(text: string, read: InputReader): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  // Every word stays as it is written: a commit such as 1234e56 is no number.
  const document = parseDocument(text, { schema: 'failsafe' });
  try {
    const [wrong] = document.errors;
    if (wrong) throw wrong;
    return document.toJS();
  } catch (error) {
    // Its first line: the others quote the text.
    const why = String(error instanceof Error ? error.message : error).split('\n')[0];
    read.problem('checks', `is no YAML: ${why}`, '- http: https://app.example.com/health');
    return undefined;
  }
}

function readReading(read: InputReader): Reading {
  const path = read.parsed('components-path', { fallback: 'auto' }, (text) => {
    if (text !== 'auto') parseJsonPath(text);
    return text;
  });
  return {
    degraded: read.choice('degraded', TOLERANCES, 'warn'),
    unknown: read.choice('unknown', TOLERANCES, 'fail'),
    componentsPath: path ?? 'auto',
    versionSource: read.parsed('version-path', { fallback: 'auto' }, parseVersionSource) ?? { kind: 'auto' },
  };
}

function readRules(read: InputReader): Rules {
  const rules = {
    successes: read.integer('successes', { fallback: '3', min: 1, max: 1_000 }) ?? 3,
    intervalMs: read.duration('interval', { fallback: '2s' }) ?? 2_000,
    warmupMs: read.duration('warmup', { fallback: '30s' }) ?? 30_000,
    deadlineMs: read.duration('deadline', { fallback: '120s' }) ?? 120_000,
    bakeMs: read.duration('bake', { fallback: '0s' }) ?? 0,
    consecutiveFailures: read.integer('consecutive-failures', { fallback: '3', min: 1, max: 1_000 }) ?? 3,
    maxFailures: read.integer('max-failures', { min: 0, max: 100_000 }),
    flakeBudget: read.parsed('flake-budget', { fallback: '1 in 10' }, parseFlakeBudget) ?? { errors: 1, of: 10 },
    failFastOn: read.parsed('fail-fast-on', { fallback: HOPELESS_CAUSES.join(', ') }, parseHopeless) ?? [],
    slo: read.parsed('slo', {}, parseSlo) ?? [],
    minSamples: read.integer('min-samples', { fallback: '20', min: 1, max: 1_000_000 }) ?? 20,
    mode: read.choice('mode', MODES, 'gate'),
  };
  // A replay takes no samples, and its deadline is held against those that were taken.
  if (rules.mode !== 'replay') checkRules(rules, read);
  return rules;
}

/** What no run could keep is told before it begins. */
function checkRules(rules: Rules, read: InputReader): void {
  const shortest = (rules.successes - 1) * rules.intervalMs;
  if (shortest >= rules.deadlineMs) {
    const problem = `ends before ${rules.successes} successes at this interval can be seen (${shortest / 1000}s)`;
    read.problem('deadline', problem, `deadline: ${Math.ceil((shortest * 2) / 1000) + 1}s`);
  }
  const fitting = 1 + Math.ceil(rules.bakeMs / Math.max(1, rules.intervalMs));
  if (rules.slo.length > 0 && fitting < rules.minSamples) {
    const problem = `has room for ${fitting} samples at this interval, and the slo wants min-samples ${rules.minSamples}`;
    read.problem('bake', problem, `bake: ${Math.ceil((rules.minSamples * rules.intervalMs) / 1000)}s`);
  }
}

/** @throws RangeError where `none` does not stand alone. */
function parseHopeless(text: string): readonly HopelessCause[] {
  const words = splitWords(text).map((word) => parseChoice(word, [...HOPELESS_CAUSES, 'none']));
  if (words.length > 1 && words.includes('none')) throw new RangeError('has none beside others; write none alone');
  return HOPELESS_CAUSES.filter((cause) => words.includes(cause));
}

/** Two checks of one name could not be told apart in a message. */
function distinct(checks: readonly Check[]): readonly Check[] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const times = (seen.get(check.name) ?? 0) + 1;
    seen.set(check.name, times);
    return times === 1 ? check : { ...check, name: `${check.name} #${times}` };
  });
}

/** From here on no log, summary or report can show what a URL or a header holds of credentials. */
function hideCredentials(checks: readonly Check[]): void {
  for (const check of checks) {
    const inUrl = 'url' in check ? credentialsIn(shownUrl(check)) : [];
    const headers = check.kind === 'http' ? [...check.headers] : [];
    const values = headers.filter(([name]) => isCredentialHeader(name)).map(([, value]) => value);
    for (const form of [...inUrl, ...values.flatMap(credentialForms)]) new Secret(form);
  }
}
