import { formatDuration, parseDuration, splitWords } from '@suite/core';
import { figuresOf, isMaximum, percentile } from './figures.ts';
import { isGood, type Moment } from './moment.ts';

/** One budget of the slo: percent for `error-rate` and `uptime`, milliseconds for a percentile. */
export interface Budget {
  /** As it was written. */
  readonly text: string;
  readonly figure: 'error-rate' | 'uptime' | { readonly percentile: number };
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

/**
 * Parses `error-rate<1%, p95<1s, uptime>=99%`.
 * @throws RangeError naming the budget and the corrected form.
 */
export function parseSlo(text: string): readonly Budget[] {
  return splitWords(text).map(parseBudget);
}

function parseBudget(text: string): Budget {
  const [, name = '', operator, value = ''] = /^([\w.-]+)\s*(<=|>=|<|>)\s*(\S+)$/.exec(text) ?? [];
  const rank = Number(/^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)?.[1]);
  const share = Number(/^(\d+(?:\.\d+)?)%$/.exec(value)?.[1]);
  const known = { text, operator: operator as Budget['operator'] };
  if ((name === 'error-rate' || name === 'uptime') && share <= 100) return { ...known, figure: name, limit: share };
  if (rank > 0 && operator !== undefined) {
    try {
      return { ...known, figure: { percentile: rank }, limit: parseDuration(value) };
    } catch (error) {
      throw new RangeError(`has ${text}, and ${value} ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new RangeError(`has ${text}, which is no budget; write for example error-rate<1%, p95<1s, uptime>=99%`);
}

/** What of the slo the samples until `endMs` break, one sentence each; a budget that has no sample is broken. */
export function brokenBudgets(
  budgets: readonly Budget[],
  moments: readonly Moment[],
  endMs: number,
): readonly string[] {
  return budgets.flatMap((budget) => {
    const { figure, text } = budget;
    const value = figureOf(figure, moments, endMs);
    if (value === undefined) return [`${text}: there is no sample for it`];
    if (isWithin(budget, value)) return [];
    const good = moments.filter(isGood).length;
    const greatest = typeof figure === 'object' && isMaximum(good, figure.percentile);
    const few = greatest ? ` (the maximum of ${good} samples)` : '';
    const shown = typeof figure === 'object' ? formatDuration(value) : `${Math.round(value * 100) / 100} %`;
    return [`${text}: it is ${shown}${few}`];
  });
}

function figureOf(figure: Budget['figure'], moments: readonly Moment[], endMs: number): number | undefined {
  if (typeof figure === 'object') {
    const latencies = moments.filter(isGood).map(({ latencyMs }) => latencyMs);
    return percentile(latencies, figure.percentile);
  }
  const { errorRate, uptimePercent } = figuresOf(moments, endMs);
  if (moments.length > 0 && errorRate === undefined) return figure === 'uptime' ? 0 : 100;
  return figure === 'uptime' ? uptimePercent : errorRate;
}

function isWithin({ operator, limit }: Budget, value: number): boolean {
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  return operator === '>' ? value > limit : value >= limit;
}
