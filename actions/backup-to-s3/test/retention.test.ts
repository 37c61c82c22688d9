import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetention, type KeepPolicy, type Kept } from '../src/retention.ts';

const none: KeepPolicy = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
const at = (moment: string, holdUntilMs?: number): Kept => {
  const id = `${moment.replace(/[-:]/g, '').slice(0, 15)}Z-00000000`;
  return { id, startedMs: Date.parse(`${moment}Z`), ...(holdUntilMs === undefined ? {} : { holdUntilMs }) };
};
const now = Date.parse('2026-12-31T00:00:00Z');
const kept = (backups: readonly Kept[], policy: Partial<KeepPolicy>): readonly string[] =>
  decideRetention(backups, { ...none, ...policy }, now)
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ backup, reasons }) => `${new Date(backup.startedMs).toISOString().slice(0, 16)} ${reasons.join(', ')}`);

describe('retention', () => {
  it('keeps the newest of each UTC day, and counts days with a backup, not days that passed', () => {
    const backups = ['2026-03-01T01:00:00', '2026-03-01T23:00:00', '2026-01-10T01:00:00', '2025-12-31T23:59:59'].map(
      (time) => at(time),
    );
    expect(kept(backups, { daily: 3 })).toEqual([
      '2026-03-01T23:00 newest, daily 2026-03-01',
      '2026-01-10T01:00 daily 2026-01-10',
      '2025-12-31T23:59 daily 2025-12-31',
    ]);
  });

  it('begins weeks on Monday, whatever the year', () => {
    const backups = ['2027-01-03T12:00:00', '2026-12-28T00:00:00', '2026-12-27T23:59:59'].map((time) => at(time));
    expect(kept(backups, { weekly: 2 })).toEqual([
      '2027-01-03T12:00 newest, weekly 2026-12-28',
      '2026-12-27T23:59 weekly 2026-12-21',
    ]);
  });

  it('joins months, years and the last ones', () => {
    const backups = [
      '2026-12-30T01:00:00',
      '2026-12-29T01:00:00',
      '2026-11-30T01:00:00',
      '2025-11-30T01:00:00',
      '2025-11-01T01:00:00',
    ].map((time) => at(time));
    expect(kept(backups, { last: 2, monthly: 2, yearly: 2 })).toEqual([
      '2026-12-30T01:00 newest, last 1, monthly 2026-12, yearly 2026',
      '2026-12-29T01:00 last 2',
      '2026-11-30T01:00 monthly 2026-11',
      '2025-11-30T01:00 yearly 2025',
    ]);
  });

  it('never lets a hold go before its end', () => {
    const backups = [at('2026-12-30T00:00:00'), at('2024-01-01T00:00:00', now + 1), at('2024-01-02T00:00:00', now)];
    expect(kept(backups, { last: 1 })).toEqual(['2026-12-30T00:00 newest, last 1', '2024-01-01T00:00 hold']);
  });
});

const backups = fc.uniqueArray(fc.integer({ min: 0, max: 900 * 24 }), { maxLength: 60 }).map((hours) =>
  hours.map((hour) => {
    const startedMs = Date.parse('2024-06-01T00:00:00Z') + hour * 3_600_000;
    return { id: String(startedMs), startedMs, ...(hour % 17 === 0 ? { holdUntilMs: now + 1 } : {}) };
  }),
);
const count = fc.integer({ min: 0, max: 8 });
const policies = fc.record({ last: count, daily: count, weekly: count, monthly: count, yearly: count });
const idsKept = (all: readonly Kept[], policy: KeepPolicy) =>
  new Set(decideRetention(all, policy, now).flatMap(({ backup, reasons }) => (reasons.length > 0 ? [backup.id] : [])));

describe('whatever the policy', () => {
  it('keeps the newest, the last ones and the holds, and only grows when a number grows', () => {
    fc.assert(
      fc.property(
        backups,
        policies,
        fc.constantFrom('last', 'daily', 'weekly', 'monthly', 'yearly'),
        (all, policy, kind) => {
          const chosen = idsKept(all, policy);
          const newestFirst = [...all].sort((a, b) => b.startedMs - a.startedMs);
          for (const { id } of newestFirst.slice(0, Math.max(1, policy.last))) expect(chosen.has(id)).toBe(true);
          for (const { id, holdUntilMs } of all) if (holdUntilMs) expect(chosen.has(id)).toBe(true);
          const more = idsKept(all, { ...policy, [kind]: policy[kind] + 1 });
          for (const id of chosen) expect(more.has(id)).toBe(true);
        },
      ),
    );
  });

  it('decides the same again once what goes is gone', () => {
    fc.assert(
      fc.property(backups, policies, (all, policy) => {
        const chosen = idsKept(all, policy);
        expect(
          idsKept(
            all.filter(({ id }) => chosen.has(id)),
            policy,
          ),
        ).toEqual(chosen);
      }),
    );
  });
});
