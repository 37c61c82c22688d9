import { formatSize } from '@suite/core';
import type { Disk, HostFacts } from './host-facts.ts';
import type { RoomInputs } from './inputs-room.ts';
import type { Needs } from './needs.ts';
import type { Problem } from './preflight.ts';

interface About {
  readonly host: string;
  readonly room: RoomInputs;
  readonly needs: Pick<Needs, 'disk' | 'memory'>;
}

/** What a host has too little of: disk, inodes, memory. Every message has the figures. */
export function roomProblems(facts: HostFacts, about: About): readonly Problem[] {
  // The last disk is the one that docker writes to.
  const images = facts.disks.at(-1);
  return [
    ...facts.disks.flatMap((disk) => [
      ...diskProblems(disk, {
        ...about,
        taken: disk === images ? about.needs.disk : 0,
        reclaimable: facts.needs.reclaimable,
      }),
      ...inodeProblems(disk, about),
    ]),
    ...memoryProblems(facts, about),
  ];
}

interface AboutDisk extends About {
  /** Bytes that the images take. */
  readonly taken: number;
  readonly reclaimable: number | undefined;
}

function diskProblems(disk: Disk, { host, room, taken, reclaimable }: AboutDisk): readonly Problem[] {
  const [margin, input] = marginOf(disk, room);
  if (disk.free >= taken + margin) return [];
  const more = reclaimable ? `; reclaimable ${formatSize(reclaimable)}` : '';
  const message = `${host}: ${disk.where} has ${formatSize(disk.free)} free (${share(disk)} %), ${sum(taken, margin, ['images', input])}${more}`;
  const verb = input === 'min-free-disk' ? 'lower' : 'raise';
  return [{ code: 'E_DISK', message, hint: `free some space, or ${verb} ${input}` }];
}

/** What must stay free, and the input that asks for the most of it. */
function marginOf({ free, total, used }: Disk, { minFreeDisk, maxDiskUsed }: RoomInputs): readonly [number, string] {
  const least = Math.max(minFreeDisk.bytes, (minFreeDisk.percent / 100) * total);
  // As df counts: blocks that are kept for root are neither used nor free.
  const unused = (1 - maxDiskUsed / 100) * (used + free);
  return least >= unused ? [least, 'min-free-disk'] : [unused, 'max-disk-used'];
}

function inodeProblems({ where, inodes }: Disk, { host, room }: About): readonly Problem[] {
  // Some file systems (btrfs) have no fixed number of inodes and say 0.
  if (inodes.total === 0 || (100 * inodes.free) / inodes.total >= room.minFreeInodes) return [];
  const message = `${host}: ${where} has ${inodes.free} of ${inodes.total} inodes free (${share(inodes)} %), needs ${room.minFreeInodes} %`;
  return [{ code: 'E_DISK', message, hint: 'remove small files, or lower min-free-inodes' }];
}

function memoryProblems({ memory }: HostFacts, { host, room, needs }: About): readonly Problem[] {
  if (memory === undefined) return [];
  const margin = Math.max(room.minFreeMemory.bytes, (room.minFreeMemory.percent / 100) * memory.total);
  if (memory.free >= needs.memory + margin) return [];
  const message = `${host}: memory has ${formatSize(memory.free)} free (${share(memory)} %), ${sum(needs.memory, margin, ['new containers beside the old', 'min-free-memory'])}`;
  return [{ code: 'E_MEMORY', message, hint: 'free some memory, or lower min-free-memory' }];
}

/** `needs 2.4 GB = images 1.9 GB + 0.5 GB (min-free-disk)`. */
function sum(taken: number, margin: number, [what, input]: readonly [string, string]): string {
  if (taken === 0) return `needs ${formatSize(margin)} (${input})`;
  return `needs ${formatSize(taken + margin)} = ${what} ${formatSize(taken)} + ${formatSize(margin)} (${input})`;
}

function share({ free, total }: { readonly free: number; readonly total: number }): string {
  return (total > 0 ? (100 * free) / total : 100).toFixed(0);
}
