/** Parses `>=99%` into 99. @throws RangeError with the form. */
export function parseSuccessRate(text: string): number {
  const match = /^>=\s*(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const percent = Number(match?.[1]);
  if (!match || percent > 100) throw new RangeError('is no rate; write for example >=99%');
  return percent;
}

/** The share of passed samples in percent, with at most one digit behind the point, rounded down; undefined for none. */
export function successRate(passed: number, total: number): number | undefined {
  return total === 0 ? undefined : Math.floor((passed / total) * 1000) / 10;
}
