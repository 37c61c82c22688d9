import { formatDuration, redact } from '@suite/core';
import { formatPlace } from './check.ts';
import { phaseList } from './failure-text.ts';
import type { HurlCall, HurlEntry, HurlError, HurlFile } from './hurl-report.ts';
import type { CheckResult, Failure, Sample } from './results.ts';

const DAY_MS = 86_400_000;

/** A run of hurl: the files in their order, what the report says, what was printed. */
export interface HurlRun {
  readonly files: readonly string[];
  readonly report: readonly HurlFile[];
  readonly errors: readonly HurlError[];
  readonly firstId: number;
  readonly nowMs: number;
}

/** A result for each request of each file; a file that hurl could not read is one failed result. */
export function hurlResults(run: HurlRun): readonly CheckResult[] {
  const results = run.files.flatMap((path) => {
    const file = run.report.find(({ filename }) => filename === path);
    const errors = run.errors.filter((error) => error.file === path);
    return file && file.entries.length > 0 ? fileResults(file, errors, run.nowMs) : [unread(path, errors)];
  });
  return results.map((result, index) => ({ ...result, id: run.firstId + index }));
}

type Result = Omit<CheckResult, 'id'>;

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
    return entryResult({ filename, tries, errors: success ? [] : own }, nowMs);
  });
}

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

function unread(path: string, errors: readonly HurlError[]): Result {
  const place = { file: path, line: errors[0]?.line ?? 1 };
  const nothing = {
    text: 'hurl',
    place,
    expected: 'a report of its requests',
    actual: 'hurl told nothing about this file',
  };
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
