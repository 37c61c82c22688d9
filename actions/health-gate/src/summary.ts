import { code, codeBlock, details, escapeMarkdown, formatDuration, paragraphs, table } from '@suite/core';
import { targetOf } from './check.ts';
import { adviceFor, tally } from './diagnosis.ts';
import type { GateResult } from './execute.ts';
import { figuresOf, isMaximum } from './figures.ts';
import type { GateState, Verdict } from './gate.ts';
import { isGood, type Moment } from './moment.ts';
import { type GatePlan, rollsBack } from './plan.ts';
import type { CheckSample, Round } from './sample.ts';
import { sparkline } from './timeline.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  passed: '✅',
  failed: '❌',
  'timed-out': '❌',
  inconclusive: '❔',
  cancelled: '⏹️',
};

/** Verdict and cause, the timeline, each check's last answer, and what to do next. */
export function formatSummary(plan: GatePlan, result: GateResult): string {
  const { state } = result;
  const { timeline, last, lastBad } = result.history;
  const bad = state.phase === 'passed' ? undefined : lastBad;
  const advice = adviceFor(state, bad?.samples ?? []).map((line) => `- ${escapeMarkdown(line)}`);
  return paragraphs(
    `### ${SIGNS[state.phase as Verdict]} health-gate: ${state.phase}`,
    escapeMarkdown(state.reason),
    timeline.length === 0 ? undefined : codeBlock(sparkline(timeline)),
    numbers(plan, result),
    table(
      ['check', 'target', 'last answer', 'took', 'connection'],
      plan.checks.map((check) => row(targetOf(check), check.name, last)),
    ),
    componentTable(last),
    state.phase === 'passed' ? undefined : diagnosis(bad, timeline),
    ...result.quotes.map(({ title, text }) => details(escapeMarkdown(title), codeBlock(text))),
    advice.length === 0 ? undefined : `**What to do next**\n\n${advice.join('\n')}`,
    rollback(plan, state),
  );
}

function numbers({ baseline }: GatePlan, { state, history: { timeline }, endMs }: GateResult): string {
  const { uptimePercent, p50Ms, p95Ms } = figuresOf(timeline, endMs);
  const parts = [
    `${timeline.length} samples in ${formatDuration(endMs)}`,
    state.healthyMs === undefined
      ? 'never healthy for long enough'
      : `healthy after ${formatDuration(state.healthyMs)}`,
    uptimePercent === undefined ? undefined : `good ${uptimePercent.toFixed(1)} % of the time since the first pass`,
    p50Ms === undefined ? undefined : `p50 ${formatDuration(p50Ms)}`,
    p95Ms === undefined
      ? undefined
      : `p95 ${formatDuration(p95Ms)}${isMaximum(timeline.filter(isGood).length, 95) ? ' (the maximum)' : ''}`,
    baseline?.p95Ms === undefined ? undefined : `p95 of the baseline ${formatDuration(baseline.p95Ms)}`,
    state.forgiven === 0 ? undefined : `${state.forgiven} forgiven by the flake budget`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function row(target: string, name: string, last: Round | undefined): readonly string[] {
  const sample = last?.samples.find((one) => one.check === name);
  if (sample === undefined) return [escapeMarkdown(name), code(target), 'not-run', '', ''];
  const soft = sample.required ? '' : ' (only warns)';
  const answer = `${sample.class}: ${escapeMarkdown(sample.message)}${soft}`;
  const took = formatDuration(sample.latencyMs);
  return [escapeMarkdown(name), code(target), answer, took, escapeMarkdown(sample.connection ?? '')];
}

function componentTable(last: Round | undefined): string {
  const rows = (last?.samples ?? []).flatMap(({ check, components }) =>
    components.map(({ name, level, word }) => [escapeMarkdown(check), escapeMarkdown(name), level, code(word)]),
  );
  return rows.length > 100 ? '' : table(['check', 'component', 'level', 'says'], rows);
}

/** The last round that was not good, told in full, and what was seen how often. */
function diagnosis(bad: Round | undefined, timeline: readonly Moment[]): string | undefined {
  if (bad === undefined) return undefined;
  const samples = bad.samples.filter((sample) => sample.class !== 'pass');
  const seen = tally(timeline, 5).map((line) => `- ${escapeMarkdown(line)}`);
  return paragraphs(seen.join('\n'), ...samples.map(evidence));
}

function evidence({ check, message, evidence: lines, notes }: CheckSample): string {
  return details(`${check}: what was seen last`, codeBlock([message, ...notes, ...lines].join('\n')));
}

function rollback(plan: GatePlan, state: GateState): string | undefined {
  if (state.phase === 'passed') return undefined;
  return `\`should-rollback\` is \`${rollsBack(plan, state)}\`.`;
}
