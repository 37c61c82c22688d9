import { redact } from '@suite/core';
import { phaseList } from './failure-text.ts';
import type { CheckResult, RunResults } from './results.ts';

/** JUnit XML: a suite for each source, a case for each check, with file and line. */
export function renderJunit({ checks, startedMs, durationMs }: RunResults): string {
  const sources = [...new Set(checks.map(sourceOf))];
  const suites = sources.map((name) =>
    suite(
      name,
      checks.filter((check) => sourceOf(check) === name),
      startedMs,
    ),
  );
  const head = attributes({ name: 'smoke-test', ...totals(checks), time: seconds(durationMs) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, checks: readonly CheckResult[], startedMs: number): string {
  const time = seconds(checks.reduce((sum, check) => sum + timeOf(check), 0));
  const timestamp = new Date(startedMs).toISOString().slice(0, 19);
  const head = attributes({ name, ...totals(checks), errors: 0, time, timestamp });
  return `  <testsuite${head}>\n${checks.map((check) => testCase(name, check)).join('')}  </testsuite>\n`;
}

function testCase(suiteName: string, check: CheckResult): string {
  const { name, place, status, failure, samples, reason } = check;
  const head = attributes({
    name,
    classname: suiteName,
    file: place.file,
    line: place.line,
    time: seconds(timeOf(check)),
  });
  const phases = samples.map(
    ({ ok, phases: each }, index) => `sample ${index + 1} ${ok ? 'passed' : 'failed'}${phaseList(each)}`,
  );
  const flaky = status === 'flaky' ? ['flaky: passed only after a retry'] : [];
  const message = failure?.assertions.map(({ text }) => text).join(', ');
  const parts = [
    failure || status === 'failed'
      ? `      <failure${attributes({ message: message ?? 'stopped', type: 'assertion' })}>${escapeXml(failure?.text ?? '')}</failure>\n`
      : '',
    status === 'skipped' ? `      <skipped${attributes({ message: reason })}/>\n` : '',
    samples.length > 0 ? `      <system-out>${escapeXml([...flaky, ...phases].join('\n'))}</system-out>\n` : '',
  ];
  return `    <testcase${head}>\n${parts.join('')}    </testcase>\n`;
}

function totals(checks: readonly CheckResult[]): Readonly<Record<string, number>> {
  const count = (status: string): number => checks.filter((check) => check.status === status).length;
  return { tests: checks.length, failures: count('failed'), skipped: count('skipped') };
}

function sourceOf({ place }: CheckResult): string {
  return place.file ?? place.input ?? 'checks';
}

function timeOf({ samples }: CheckResult): number {
  return samples.reduce((sum, { ms }) => sum + ms, 0);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** Redacted first, since escaping changes a secret's form. What XML 1.0 cannot hold becomes U+FFFD. */
function escapeXml(text: string): string {
  return redact(text)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
