import { excerpt } from '@suite/core';
import type { HttpCheck } from './check.ts';
import { type Finding, findCondition } from './conditions.ts';
import type { CheckSample } from './sample.ts';

type Judged = Pick<CheckSample, 'class' | 'message'> & Partial<Pick<CheckSample, 'cause'>>;

/** What a check's conditions say of an answer; undefined where it has none, or where only `fail-when` holds its peace. */
export function judgeConditions(
  { until, failWhen }: Pick<HttpCheck, 'until' | 'failWhen'>,
  answer: { readonly isJson: boolean; readonly body: unknown },
): Judged | undefined {
  if (until.length + failWhen.length === 0) return undefined;
  if (!answer.isJson) {
    const message = 'the answer is no JSON, and until and fail-when look into JSON';
    return { class: 'fail', cause: 'unhealthy', message };
  }
  const ended = failWhen
    .map((condition) => findCondition(condition, answer.body, 'any'))
    .find((finding) => finding.holds);
  if (ended) {
    const message = `fail-when: ${ended.condition.text} holds${tell(ended)}`;
    return { class: 'fail', cause: 'fail-condition', message };
  }
  const findings = until.map((condition) => findCondition(condition, answer.body, 'all'));
  const unmet = findings.filter((finding) => !finding.holds);
  if (unmet.length > 0) {
    const message = `not yet: ${unmet.map((finding) => `${finding.condition.text}${tell(finding)}`).join('; ')}`;
    return { class: 'fail', cause: 'waiting', message };
  }
  if (until.length === 0) return undefined;
  return { class: 'pass', message: until.map(({ text }) => text).join(', ') };
}

function tell({ condition, found }: Finding): string {
  if (found === undefined) return ', but nothing stands there';
  const shown = JSON.stringify(found);
  const plain = condition.operator === '==' && JSON.stringify(condition.value) === shown;
  return plain ? '' : `, it is ${excerpt(shown, 80)}`;
}
