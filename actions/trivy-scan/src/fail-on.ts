import { parseChoice, splitWords } from '@suite/core';
import { SCANNERS, type Scanner, SEVERITIES, type Severity } from './severity.ts';

/** Which severities of each scanner fail the job; none means that the scanner only reports. */
export type FailOn = Readonly<Record<Scanner, readonly Severity[]>>;

export const DEFAULT_FAIL_ON = 'CRITICAL,HIGH';

/**
 * Parses `CRITICAL,HIGH` (every scanner) or `vuln=CRITICAL,HIGH; secret=any; license=off`. A scanner that is not
 * named keeps the default, so that naming one never opens the gate for another.
 * @throws RangeError naming the part that is wrong.
 */
export function parseFailOn(text: string): FailOn {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const named = parts.filter((part) => part.includes('='));
  if (named.length === 0) return forAll(parseLevels(parts.join(',')));
  if (named.length < parts.length) {
    throw new RangeError('mixes a list for every scanner with single scanners; write for example vuln=CRITICAL,HIGH');
  }
  const rules = named.map((part) => {
    const at = part.indexOf('=');
    return [parseChoice(part.slice(0, at).trim(), SCANNERS), parseLevels(part.slice(at + 1))] as const;
  });
  return { ...forAll(parseLevels(DEFAULT_FAIL_ON)), ...Object.fromEntries(rules) };
}

/** Writes a gate as the input takes it. */
export function formatFailOn(failOn: FailOn, scanners: readonly Scanner[]): string {
  return scanners.map((scanner) => `${scanner}=${formatLevels(failOn[scanner])}`).join('; ');
}

function formatLevels(levels: readonly Severity[]): string {
  if (levels.length === 0) return 'off';
  return levels.length === SEVERITIES.length ? 'any' : levels.join(',');
}

function forAll(levels: readonly Severity[]): FailOn {
  return { vuln: levels, secret: levels, misconfig: levels, license: levels };
}

function parseLevels(text: string): readonly Severity[] {
  const words = splitWords(text).map((word) => parseChoice(word, [...SEVERITIES, 'any', 'off'] as const));
  if (words.length === 0) throw new RangeError('has a scanner without a severity; write for example secret=any');
  if (words.length > 1 && words.some((word) => word === 'any' || word === 'off')) {
    throw new RangeError('has any or off beside other words; each stands alone');
  }
  if (words[0] === 'any') return SEVERITIES;
  return SEVERITIES.filter((severity) => words.includes(severity));
}
