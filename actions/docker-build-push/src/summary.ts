import {
  code,
  codeBlock,
  details,
  escapeMarkdown,
  formatDuration,
  formatError,
  formatSize,
  paragraphs,
  table,
} from '@suite/core';
import type { Plan } from './plan.ts';
import { type Step, stepMs } from './progress.ts';
import { type BrokenImage, cacheHitPercent, type JudgedImage, type Refusal, type Results } from './results.ts';
import { describeSize, largestLayers } from './sizes.ts';

/** The job summary: the verdict, a row for each image, then layers, steps and findings, and how to pull. */
export function formatSummary(plan: Plan, results: Results, refusals: readonly Refusal[]): string {
  return paragraphs(
    `### ${verdict(plan, results, refusals)}`,
    ...refusals.map(({ error }) => codeBlock(formatError(error))),
    table(
      ['image', 'result', 'tags', 'digest', 'size', 'cached', 'time', 'platform'],
      [...results.images.map((image) => row(plan, image, refusals.length > 0)), ...brokenRow(results.broken)],
    ),
    findings(results),
    pullLines(results, plan, refusals),
    ...results.images.map(layersOf),
    slowest([...results.images, ...(results.broken ? [results.broken] : [])]),
    notes(plan),
  );
}

function verdict(plan: Plan, { images, broken, publishing }: Results, refusals: readonly Refusal[]): string {
  const names = plan.images.map(({ name }) => name).join(', ');
  if (broken) return `❌ ${broken.planned.name}: the build failed; nothing was pushed`;
  if (publishing) {
    const pushed = images.flatMap((image) => image.pushed);
    return `❌ ${names}: ${publishing.rule} failed; ${pushed.length === 0 ? 'nothing was pushed' : `pushed before it: ${pushed.map(code).join(', ')}`}`;
  }
  if (refusals.length > 0)
    return `❌ ${names}: refused by ${refusals.map(({ rule }) => rule).join(', ')}; nothing was pushed`;
  if (plan.push) return `✅ ${names}: built, checked and pushed as ${plan.version}`;
  return `✅ ${names}: built and checked, not pushed${plan.pushSkipped === undefined ? '' : `: ${plan.pushSkipped}`}`;
}

function row(plan: Plan, image: JudgedImage, failed: boolean): readonly string[] {
  const { planned, refusals, digest, size, steps, buildMs, platform, pushed } = image;
  const result = refusals.length > 0 ? '❌ refused' : pushed.length > 0 ? 'pushed' : failed ? 'not pushed' : 'built';
  const tags = planned.refs.map((ref) => code(ref.slice(ref.lastIndexOf(':') + 1))).join(' ');
  const shown = digest === undefined ? 'known after a push' : code(digest.slice(0, 19));
  const percent = cacheHitPercent(steps);
  const cached = percent === undefined ? '–' : `${percent} %`;
  return [planned.name, result, tags, shown, sizeCell(plan, image), cached, formatDuration(buildMs), platform].map(
    (cell) => (cell === '' ? formatSize(size.bytes) : cell),
  );
}

function sizeCell({ sizeMetric }: Plan, { planned, size }: JudgedImage): string {
  const shown = `${size.known === 'estimate' ? '≈ ' : ''}${formatSize(size.bytes)} ${sizeMetric}`;
  if (planned.maxSize === undefined) return shown;
  const share = size.bytes / planned.maxSize;
  const filled = Math.min(10, Math.round(share * 10));
  const bar = `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`;
  return `${shown}\n${bar} ${Math.round(share * 100)} % of ${formatSize(planned.maxSize)} (${describeSize(size)})`;
}

function brokenRow(broken: BrokenImage | undefined): readonly (readonly string[])[] {
  if (broken === undefined) return [];
  const percent = cacheHitPercent(broken.steps);
  return [
    [
      broken.planned.name,
      '❌ failed',
      '',
      '',
      '',
      percent === undefined ? '–' : `${percent} %`,
      formatDuration(broken.buildMs),
      '',
    ],
  ];
}

function findings({ images }: Results): string {
  const rows = images.flatMap(({ planned, findings: found }) =>
    found.map(({ rule, level, problem, fix }) => [
      planned.name,
      rule,
      level === 'error' ? '❌ refused' : '⚠️ warning',
      escapeMarkdown(`${problem}; ${fix}`),
    ]),
  );
  return table(['image', 'policy', 'verdict', 'finding'], rows);
}

function pullLines({ images }: Results, plan: Plan, refusals: readonly Refusal[]): string | undefined {
  if (refusals.length > 0 || !plan.push) return undefined;
  return codeBlock(images.map(({ planned, digest }) => `docker pull ${planned.repository}@${digest}`).join('\n'), 'sh');
}

function layersOf({ planned, layers }: JudgedImage): string | undefined {
  const rows = largestLayers(layers, 10).map(({ bytes, createdBy }) => [formatSize(bytes), code(createdBy)]);
  if (rows.length === 0) return undefined;
  return details(`Layers of ${planned.name} by the engine's own measure`, table(['size', 'made by'], rows));
}

function slowest(
  images: readonly { readonly planned: { readonly name: string }; readonly steps: readonly Step[] }[],
): string | undefined {
  const timed = images.flatMap(({ planned, steps }) =>
    steps.map((step) => ({ image: planned.name, name: step.name, ms: step.cached ? 0 : (stepMs(step) ?? 0) })),
  );
  const rows = timed
    .filter(({ ms }) => ms >= 100)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5)
    .map(({ image, name, ms }) => [
      image,
      code(name.length > 100 ? `${name.slice(0, 99)}…` : name),
      formatDuration(ms),
    ]);
  return rows.length === 0 ? undefined : details('Slowest steps', table(['image', 'step', 'time'], rows));
}

function notes({ notes: said, facts }: Plan): string {
  const { engine } = facts;
  const lines = [`Docker ${engine.version}, ${engine.store} image store, docker driver`, ...said];
  return lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
}
