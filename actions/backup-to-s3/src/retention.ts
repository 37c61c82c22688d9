/** How many backups of a set and class stay, per UTC calendar period; 0 is none of that kind. */
export interface KeepPolicy {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/** What retention has to know of a backup. `holdUntilMs` is absent where nothing holds it. */
export interface Kept {
  readonly id: string;
  /** When it began: ids know only the second. */
  readonly startedMs: number;
  readonly holdUntilMs?: number | undefined;
}

export interface Decision<T extends Kept> {
  readonly backup: T;
  /** Why it stays; empty: it goes. */
  readonly reasons: readonly string[];
}

const PERIODS: readonly (readonly [keyof KeepPolicy, (time: Date) => string])[] = [
  ['daily', (time) => time.toISOString().slice(0, 10)],
  ['weekly', (time) => weekOf(time)],
  ['monthly', (time) => time.toISOString().slice(0, 7)],
  ['yearly', (time) => time.toISOString().slice(0, 4)],
];

/**
 * Decides for the backups of one set and class, newest first by the time they began. The newest of each period counts
 * for it, as in restic; the newest of all always stays, and so does whatever is held at `nowMs`.
 */
export function decideRetention<T extends Kept>(
  backups: readonly T[],
  policy: KeepPolicy,
  nowMs: number,
): readonly Decision<T>[] {
  const newestFirst = [...backups].sort((a, b) => b.startedMs - a.startedMs || (a.id < b.id ? 1 : -1));
  const reasons = newestFirst.map((backup, index) => [
    ...(index === 0 ? ['newest'] : []),
    ...(index < policy.last ? [`last ${index + 1}`] : []),
    ...((backup.holdUntilMs ?? 0) > nowMs ? ['hold'] : []),
  ]);
  for (const [kind, period] of PERIODS) {
    const seen = new Set<string>();
    newestFirst.forEach((backup, index) => {
      const label = period(new Date(backup.startedMs));
      if (seen.size >= policy[kind] || seen.has(label)) return;
      seen.add(label);
      reasons[index]?.push(`${kind} ${label}`);
    });
  }
  return newestFirst.map((backup, index) => ({ backup, reasons: reasons[index] ?? [] }));
}

/** The Monday that begins the week of a moment, as a date. */
function weekOf(time: Date): string {
  const sinceMonday = (time.getUTCDay() + 6) % 7;
  return new Date(time.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
