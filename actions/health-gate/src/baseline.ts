import { ActionError } from '@suite/core';
import type { SavedTimeline } from './replay.ts';
import type { CheckSample } from './sample.ts';

/** A report of an earlier run: what a snapshot saw before the deploy, or what `replay` judges again. */
export interface Baseline extends SavedTimeline {
  readonly result: string;
  readonly reason: string;
  /** True where the run itself had a baseline that was unhealthy. */
  readonly unhealthyBefore: boolean;
  readonly p95Ms: number | undefined;
  /** The last answer of each check. */
  readonly samples: readonly CheckSample[];
}

const CLASSES = ['pass', 'warn', 'fail', 'error'];

/**
 * Reads a report of this action.
 * @throws ActionError E_BASELINE where it is none.
 */
export function readBaseline(path: string, text: string | undefined): Baseline {
  const report = text === undefined ? undefined : parse(text);
  const timeline = report?.timeline;
  if (report?.schema !== 1 || !Array.isArray(timeline) || !timeline.every(isMoment)) {
    const what = text === undefined ? 'is no file' : 'is no report of health-gate';
    const hint = 'give the output report of a step with mode: snapshot; across jobs, hand it on as an artifact';
    throw new ActionError(`baseline: ${path} ${what}`, { code: 'E_BASELINE', hint });
  }
  const { result = '', reason = '', durationMs = 0, control, unhealthyBefore = false, figures, checks = [] } = report;
  const samples = checks.filter(({ class: seen }) => CLASSES.includes(seen));
  return { result, reason, durationMs, timeline, control, unhealthyBefore, p95Ms: figures?.p95Ms, samples };
}

/** Only a baseline that passed shows that there was something good to go back to. */
export function wasUnhealthy(baseline: Baseline | undefined): boolean {
  return baseline !== undefined && baseline.result !== 'passed';
}

type Saved = Partial<Omit<Baseline, 'samples' | 'p95Ms'>> & {
  readonly schema?: number;
  readonly figures?: { readonly p95Ms?: number };
  readonly checks?: readonly CheckSample[];
};

function parse(text: string): Saved | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMoment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { atMs, latencyMs, class: seen, message } = value as Record<string, unknown>;
  return (
    typeof atMs === 'number' &&
    typeof latencyMs === 'number' &&
    CLASSES.includes(String(seen)) &&
    typeof message === 'string'
  );
}
