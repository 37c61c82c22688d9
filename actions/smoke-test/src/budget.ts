import { formatDuration, parseDuration, splitWords } from '@suite/core';
import { isMaximum, percentile } from './percentile.ts';

/** `p95<10s`, or `health.p95<1s` for one check. */
export interface Budget {
  readonly check: string | undefined;
  readonly percent: number;
  readonly limitMs: number;
  readonly orEqual: boolean;
  readonly text: string;
}

/** How a budget came out. `sentence` says it for people. */
export interface BudgetResult {
  readonly text: string;
  readonly kept: boolean;
  readonly sentence: string;
}

/** Parses `latency-budget`. @throws RangeError naming the entry and the form. */
export function parseBudgets(text: string): readonly Budget[] {
  return splitWords(text).map(parseBudget);
}

function parseBudget(text: string): Budget {
  const match = /^(?:(.+)\.)?(?:p(\d{1,2}(?:\.\d+)?)|(max))\s*(<=?)\s*(\S+)$/.exec(text);
  if (!match) throw new RangeError(`has "${text}" that is no budget; write p95<10s or health.p95<1s`);
  const [, check, percent, , sign, limit = ''] = match;
  try {
    const limitMs = parseDuration(limit);
    return { check, percent: percent === undefined ? 100 : Number(percent), limitMs, orEqual: sign === '<=', text };
  } catch (error) {
    throw new RangeError(`has "${text}" whose limit ${error instanceof Error ? error.message : error}`);
  }
}

/** Compares samples (milliseconds) with a budget. No samples at all break it. */
export function judgeBudget(budget: Budget, samples: readonly number[]): BudgetResult {
  const { text, percent, limitMs, orEqual } = budget;
  const ms = percentile(samples, percent);
  if (ms === undefined)
    return { text, kept: false, sentence: `${text}: no request was answered, so there is no figure` };
  const kept = orEqual ? ms <= limitMs : ms < limitMs;
  const name = percent === 100 ? 'max' : `p${percent}`;
  const few = percent < 100 && isMaximum(percent, samples.length) ? ': the max' : '';
  const figure = `${name}=${formatDuration(ms)} (n=${samples.length}${few})`;
  return { text, kept, sentence: `${text}: ${kept ? 'kept' : 'broken'}, ${figure}` };
}
