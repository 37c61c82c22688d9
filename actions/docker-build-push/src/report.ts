import { ActionError, type Annotation, formatError, type Report } from '@suite/core';
import type { Plan } from './plan.ts';
import { cacheHitPercent, type JudgedImage, type Refusal, type Results } from './results.ts';
import { formatSummary } from './summary.ts';

/** Outputs, summary, annotations, and what refused the images where something did. */
export function report(plan: Plan, results: Results): Report {
  const refusals = allRefusals(results);
  const result = refusals.length > 0 ? 'failed' : plan.push ? 'pushed' : 'built';
  const failure = joinRefusals(refusals);
  return {
    outputs: { result, ...outputsOf(plan, results, refusals) },
    summary: formatSummary(plan, results, refusals),
    annotations: annotate(results),
    failure,
  };
}

/** Every image's refusals in order, then what broke. */
export function allRefusals({ images, broken, publishing }: Results): readonly Refusal[] {
  return [
    ...images.flatMap(({ refusals }) => refusals),
    ...(broken ? [broken.refusal] : []),
    ...(publishing ? [publishing] : []),
  ];
}

function outputsOf(plan: Plan, results: Results, refusals: readonly Refusal[]): Readonly<Record<string, string>> {
  const [first] = results.images;
  const good = refusals.length === 0;
  const percent = cacheHitPercent(
    [...results.images, ...(results.broken ? [results.broken] : [])].flatMap(({ steps }) => steps),
  );
  return {
    digest: good ? (first?.digest ?? '') : '',
    imageid: good ? (first?.id ?? '') : '',
    ref: good && first ? refOf(first) : '',
    tags: good ? results.images.flatMap(({ planned }) => planned.refs).join('\n') : '',
    version: plan.version,
    'size-bytes': first ? String(first.size.bytes) : '',
    images: JSON.stringify(good ? results.images.map(describe) : []),
    'cache-hit-percent': percent === undefined ? '' : String(percent),
    'failed-rule': refusals[0]?.rule ?? '',
  };
}

/** By digest where the image is in the registry; else the name by which the engine has it. */
function refOf({ planned, digest, pushed }: JudgedImage): string {
  return pushed.length > 0 ? `${planned.repository}@${digest}` : (planned.refs[0] ?? '');
}

function describe(image: JudgedImage): Readonly<Record<string, unknown>> {
  const { planned, digest, size, platform } = image;
  return {
    name: planned.name,
    ref: refOf(image),
    digest: digest ?? '',
    tags: planned.refs,
    size: size.bytes,
    platforms: [platform],
  };
}

function joinRefusals(refusals: readonly Refusal[]): ActionError | undefined {
  const [first, ...others] = refusals.map(({ error }) => error);
  if (first === undefined || others.length === 0) return first;
  const also = others.map((error) => `also ${formatError(error).split('\n')[0]}`).join('\n');
  return new ActionError(`${first.message}\n${also}`, first.details);
}

function annotate({ images }: Results): readonly Annotation[] {
  return images.flatMap(({ planned, findings }) =>
    findings
      .filter(({ level }) => level === 'warn')
      .map(
        ({ rule, problem, fix }): Annotation => ({
          level: 'warning',
          title: rule,
          message: `${planned.name} ${problem}; ${fix}`,
          file: planned.file,
        }),
      ),
  );
}
