import { formatSize } from '@suite/core';
import type { Drive } from './drive.ts';
import type { Fleet } from './fleet.ts';
import { type Disk, formatDiskScript, parseFacts } from './host-facts.ts';

/** A file system of a host before and after a deploy; bytes. */
export interface DiskUse {
  readonly where: string;
  readonly total: number;
  readonly freeBefore: number;
  readonly freeAfter: number;
}

/** Joins what was free before with what is free now. */
export function compareDisks(before: readonly Disk[], after: readonly Disk[]): readonly DiskUse[] {
  return before.flatMap(({ where, total, free }) => {
    const now = after.find((room) => room.where === where);
    return now ? [{ where, total, freeBefore: free, freeAfter: now.free }] : [];
  });
}

/** Asks every settled host what is free now. A host that does not answer is left out: the deploy is over. */
export async function readDisks(
  drives: readonly Drive[],
  fleet: Fleet,
  root: string,
): Promise<ReadonlyMap<string, readonly DiskUse[]>> {
  const settled = drives.filter(({ outcome }) => outcome === 'committed' || outcome === 'aborted');
  const found = settled.map(async ({ plan }): Promise<[string, readonly DiskUse[]]> => {
    const answer = await fleet.connections[plan.index]?.run(formatDiskScript(root), 10_000).catch(() => undefined);
    return [plan.host, compareDisks(plan.disks ?? [], parseFacts(answer?.stdout ?? '').disks)];
  });
  return new Map(await Promise.all(found));
}

/** `/opt: 12.3 GB → 12.1 GB free`. */
export function formatDiskUse({ where, freeBefore, freeAfter }: DiskUse): string {
  return `${where}: ${formatSize(freeBefore)} → ${formatSize(freeAfter)} free`;
}
