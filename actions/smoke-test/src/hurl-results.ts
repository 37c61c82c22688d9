import { formatDuration, redact } from '@suite/core';
import { formatPlace } from './check.ts';
import { phaseList } from './failure-text.ts';
import {
  type HurlCall,
  type HurlEntry,
  type HurlError,
  type HurlFile,
  parseHurlErrors,
  parseHurlReport,
} from './hurl-report.ts';
import type { CheckResult, Failure, Sample } from './results.ts';

const DAY_MS = 86_400_000;

/** What running one file gave: its report, what was printed, and what keeps it from passing whatever those say. */
export interface HurlRan {
  readonly file: string;
  readonly report: string | undefined;
  readonly stderr: string;
  readonly problem: string | undefined;
}

/** A result for each request of each file, and a failed one for a file of which hurl does not tell what failed. */
export function hurlResults(
  ran: readonly HurlRan[],
  { firstId, nowMs }: { readonly firstId: number; readonly nowMs: number },
): readonly CheckResult[] {
  return ran.flatMap((one) => resultsOf(one, nowMs)).map((result, index) => ({ ...result, id: firstId + index }));
}

type Result = Omit<CheckResult, 'id'>;

function resultsOf({ file: path, report, stderr, problem }: HurlRan, nowMs: number): readonly Result[] {
  const errors = parseHurlErrors(stderr).filter((error) => error.file === path);
  try {
    const file = parseHurlReport(report).find(({ filename }) => filename === path);
    const results = file ? fileResults(file, errors, nowMs) : [];
    if (results.some(({ status }) => status === 'failed')) return results;
    if (results.length === 0) return [unread(path, errors, problem ?? 'hurl told nothing about this file')];
    const good = file?.success && problem === undefined;
    return good
      ? results
      : [...results, unread(path, errors, problem ?? 'hurl told nothing of what failed in this file')];
  } catch (error) {
    return [unread(path, errors, `its report cannot be read: ${error instanceof Error ? error.message : error}`)];
  }
}

function fileResults(
  { filename, entries, success }: HurlFile,
  errors: readonly HurlError[],
  nowMs: number,
): readonly Result[] {
  const lines = [...new Set(entries.map(({ line }) => line))].sort((one, other) => one - other);
  return lines.map((line, index) => {
    const next = lines[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = errors.filter((error) => error.line >= line && error.line < next);
    const tries = entries.filter((entry) => entry.line === line);
    const told = own.length > 0 ? own : unprinted(filename, tries.at(-1));
    return entryResult({ filename, tries, errors: success ? [] : told }, nowMs);
  });
}

/** Assertions that the report calls broken and of which nothing was printed. */
function unprinted(file: string, entry: HurlEntry | undefined): readonly HurlError[] {
  const broken = entry?.asserts.filter(({ success }) => !success) ?? [];
  return broken.map(({ line }) => {
    const place = { file, line };
    return { ...place, title: 'assert', assertion: { text: 'assert', place, ...SAYS_NO } };
  });
}

const SAYS_NO = { expected: 'what this line says', actual: 'hurl reports that it does not hold' };

interface Tried {
  readonly filename: string;
  /** The same request once more for each retry or repetition. */
  readonly tries: readonly HurlEntry[];
  readonly errors: readonly HurlError[];
}

function entryResult({ filename, tries, errors }: Tried, nowMs: number): Result {
  const last = tries.at(-1);
  const call = last?.calls.at(-1);
  const failed = errors.length > 0;
  const place = { file: filename, line: last?.line ?? 1 };
  const request = call ? `${call.request.method} ${call.request.url}` : (errors[0]?.assertion.text ?? 'a request');
  const name = redact(`${filename.slice(filename.lastIndexOf('/') + 1)}:${place.line} ${request}`);
  const days = tries.flatMap(({ calls }) => calls.flatMap((each) => daysLeft(each, nowMs) ?? []));
  const flaky = !failed && tries.some((entry) => entry.asserts.some(({ success }) => !success));
  return {
    name,
    request: redact(request),
    place,
    status: failed ? 'failed' : flaky ? 'flaky' : 'passed',
    samples: last ? [toSample(last, !failed, flaky ? tries.length : 1)] : [],
    ...(failed ? { failure: toFailure(name, errors, last) } : {}),
    versions: [],
    ...(days.length > 0 ? { tlsDaysLeft: Math.min(...days) } : {}),
  };
}

function toSample(entry: HurlEntry, ok: boolean, attempts: number): Sample {
  const call = entry.calls.at(-1);
  const total = entry.calls.reduce((sum, { timings }) => sum + timings.total, 0) / 1000;
  return { ok, ms: total, counts: call !== undefined, attempts, coldMs: undefined, phases: call ? phasesOf(call) : {} };
}

function phasesOf({ timings }: HurlCall): Sample['phases'] {
  const ms = (until: number, from: number): number => Math.max(0, until - from) / 1000;
  const { name_lookup: dns, connect, app_connect: tls, pre_transfer: sent, start_transfer: first, total } = timings;
  return {
    dns: ms(dns, 0),
    connect: ms(connect, dns),
    ...(tls > 0 ? { tls: ms(tls, connect) } : {}),
    'first-byte': ms(first, sent),
    body: ms(total, first),
  };
}

function toFailure(name: string, errors: readonly HurlError[], entry: HurlEntry | undefined): Failure {
  const call = entry?.calls.at(-1);
  const assertions = errors.map(({ assertion }) => assertion);
  const what = assertions.flatMap(({ text, place, expected, actual }) => [
    `${name} › ${text} (${formatPlace(place)})`,
    `    expected  ${expected}`,
    `    actual    ${actual}`,
  ]);
  const where = call
    ? [
        `  where  ${call.request.method} ${call.request.url} → ${call.response.status}, ${call.response.http_version}`,
        `  when   ${formatDuration(call.timings.total / 1000)}${phaseList(phasesOf(call))}`,
      ]
    : [];
  const curl = redact(entry?.curl_cmd.replace(/('(?:proxy-)?(?:authorization|cookie): )[^']*'/gi, "$1***'") ?? '');
  const text = [...what, ...where, ...(curl === '' || curl === 'curl' ? [] : [`  curl   ${curl}`])].join('\n');
  return { assertions, text: redact(text), curl };
}

function unread(path: string, errors: readonly HurlError[], why: string): Result {
  const place = { file: path, line: errors[0]?.line ?? 1 };
  const nothing = { text: 'hurl', place, expected: 'a report of its requests', actual: why };
  const assertions = errors.length > 0 ? errors.map(({ assertion }) => assertion) : [nothing];
  const lines = assertions.map(({ text, place: at, expected, actual }) =>
    [`${path} › ${text} (${formatPlace(at)})`, `    expected  ${expected}`, `    actual    ${actual}`].join('\n'),
  );
  const failure = { assertions, text: redact(lines.join('\n')), curl: '' };
  return { name: path, request: path, place, status: 'failed', samples: [], versions: [], failure };
}

function daysLeft({ response }: HurlCall, nowMs: number): number | undefined {
  const end = Date.parse(response.certificate?.expire_date ?? '');
  return Number.isNaN(end) ? undefined : Math.floor((end - nowMs) / DAY_MS);
}
