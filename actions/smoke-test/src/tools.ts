import type { Ports } from '@suite/core';
import { type Check, type CheckSource, formatPlace } from './check.ts';
import type { Found } from './observe.ts';
import type { OperationJudge } from './openapi-judge.ts';
import type { Subject } from './subject.ts';

/** Readers that only some checks need: each comes with the first check that uses it. */
export interface Tools {
  readonly xml?: Query;
  readonly css?: Query;
  /** The judge of the document of `openapi`. */
  readonly openapi?: OperationJudge;
  /** By the schema as it was written: the sentences of what does not fit. */
  readonly schemas: ReadonlyMap<string, (value: unknown) => readonly string[]>;
}

/** Finds something in a text. `check` throws where the expression is none. */
export interface Query {
  readonly check: (expression: string) => void;
  readonly find: (text: string, expression: string) => unknown;
}

/** Loads what the checks need and tries every expression and schema once. */
export async function prepareTools(
  sources: readonly CheckSource[],
  files: Ports['files'],
  problems: Found[],
): Promise<Tools> {
  const checks = sources.flatMap((source) => source.checks);
  const uses = (kind: Subject['kind']): boolean =>
    checks.some((check) => subjectsOf(check).some((one) => one.kind === kind));
  const xml = uses('xml') ? (await import('./query-xml.ts')).queryXml : undefined;
  const css = uses('css') ? (await import('./query-css.ts')).queryCss : undefined;
  for (const check of checks) {
    for (const { kind, name, text } of subjectsOf(check)) {
      const query = kind === 'xml' ? xml : kind === 'css' ? css : undefined;
      const why = query && problemOf(() => query.check(name));
      if (why) problems.push({ input: 'files', problem: `${formatPlace(check.place)} ${text} cannot be read: ${why}` });
    }
  }
  const schemas = await compileSchemas(checks, files, problems);
  return { ...(xml ? { xml } : {}), ...(css ? { css } : {}), schemas };
}

function subjectsOf({ expect, capture }: Check): readonly Subject[] {
  return [...expect.map(({ subject }) => subject), ...capture.map(({ from }) => from)];
}

async function compileSchemas(
  checks: readonly Check[],
  files: Ports['files'],
  problems: Found[],
): Promise<Tools['schemas']> {
  const schemas = new Map<string, (value: unknown) => readonly string[]>();
  for (const { subject, matcher, place } of checks.flatMap(({ expect }) => expect)) {
    const { value, source = '' } = (subject.kind === 'schema' && matcher.expected[0]) || {};
    if (subject.kind !== 'schema' || schemas.has(source)) continue;
    const complain = (why: string): unknown =>
      problems.push({ input: 'files', problem: `${formatPlace(place)} ${why}` });
    const text = typeof value === 'string' ? await files.readText(value) : JSON.stringify(value);
    if (text === undefined) {
      complain(`the schema ${value} is not there`);
      continue;
    }
    const { compileSchema } = await import('./schema.ts');
    const why = problemOf(() => schemas.set(source, compileSchema(JSON.parse(text))));
    if (why) complain(`the schema ${typeof value === 'string' ? value : 'here'} cannot be read: ${why}`);
  }
  return schemas;
}

function problemOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
  }
}
