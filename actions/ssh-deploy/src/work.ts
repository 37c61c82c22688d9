import type { Report } from '@suite/core';
import { check } from './check.ts';
import { formatDestroy, planDestroy, reportDestroy } from './destroy.ts';
import type { Inputs } from './inputs.ts';
import { list } from './list.ts';
import type { Look } from './look.ts';
import { type Facts, type Plan, planDeploy, refuseApart } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import { planOutput, report } from './report.ts';
import type { Results } from './results.ts';

/** What a run does, by its mode: a plan to be carried out, or what was seen. */
export type Work = Plan | Look;

export function planWork(inputs: Inputs, facts: Facts): Work {
  switch (inputs.what.mode) {
    case 'check':
      return check(inputs, facts);
    case 'list':
      return list(inputs.what.app, facts);
    case 'destroy':
      return planDestroy(inputs, facts);
    case 'rollback':
      refuseApart(inputs, facts);
      return planDeploy(inputs, facts);
    default:
      return planDeploy(inputs, facts);
  }
}

export function formatWork(work: Work): string {
  if (isLook(work)) return work.text;
  return work.mode === 'destroy' ? formatDestroy(work) : formatPlan(work);
}

/** `results` is absent where there was nothing to do but to look. */
export function reportWork(work: Work, results: Results | undefined): Report {
  if (isLook(work)) return work.report;
  if (results === undefined) throw new RangeError('a plan was not carried out');
  return work.mode === 'destroy' ? reportDestroy(work, results) : report(work, results);
}

/** Outputs of a dry run. */
export function plannedOutputs(work: Work): Readonly<Record<string, string>> {
  return isLook(work) ? {} : { release: work.release, plan: JSON.stringify(planOutput(work)) };
}

export function isLook(work: Work): work is Look {
  return work.mode === 'check' || work.mode === 'list';
}
