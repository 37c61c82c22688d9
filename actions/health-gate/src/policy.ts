import type { Policy } from './gate.ts';

/** The gate's policy with what only the loop needs. Times in milliseconds. */
export interface Timing {
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly mode: Mode;
}

/** A gate judges, a snapshot only looks, a replay judges what was saved. */
export const MODES = ['gate', 'snapshot', 'replay'] as const;
export type Mode = (typeof MODES)[number];

export type Rules = Policy & Timing;

/**
 * Parses `1 in 10`: how many errors of how many samples in a row are forgiven.
 * @throws RangeError with the corrected form.
 */
export function parseFlakeBudget(text: string): Policy['flakeBudget'] {
  const [, errors, of] = /^(\d+)\s+in\s+(\d+)$/.exec(text) ?? [];
  const budget = { errors: Number(errors), of: Number(of) };
  if (of === undefined || budget.of < 1 || budget.of > 1000 || budget.errors >= budget.of) {
    throw new RangeError('is not a flake budget; write for example 1 in 10, or 0 in 1 to forgive none');
  }
  return budget;
}
