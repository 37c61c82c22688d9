/** One piece of work and what must be over before it begins. */
export interface Scheduled {
  readonly id: number;
  readonly needs: readonly number[];
}

/** Runs everything in order of need, at most `limit` at once; needs that are not in the list are met. */
export function schedule(
  items: readonly Scheduled[],
  limit: number,
  run: (id: number) => Promise<void>,
): Promise<void> {
  const waiting = new Map(
    items.map((item) => [item.id, new Set(item.needs.filter((id) => items.some((one) => one.id === id)))]),
  );
  let running = 0;
  return new Promise((resolve, reject) => {
    const pump = (): void => {
      if (waiting.size === 0 && running === 0) resolve();
      for (const [id, needs] of waiting) {
        if (running >= limit) return;
        if (needs.size > 0) continue;
        waiting.delete(id);
        running += 1;
        run(id).then(() => {
          running -= 1;
          for (const other of waiting.values()) other.delete(id);
          pump();
        }, reject);
      }
    };
    pump();
  });
}
