import { formatSize } from '@suite/core';
import type { Disk, HostFacts } from './host-facts.ts';
import type { RoomInputs } from './inputs-room.ts';
import type { Problem } from './preflight.ts';

interface About {
  readonly host: string;
  readonly room: RoomInputs;
}

/** What a host has too little of: disk, inodes, memory. Every message has the figures. */
export function roomProblems(facts: HostFacts, about: About): readonly Problem[] {
  return [
    ...facts.disks.flatMap((disk) => [...diskProblems(disk, about), ...inodeProblems(disk, about)]),
    ...memoryProblems(facts, about),
  ];
}

/** What must stay free, and the input that asks for the most of it. */
function margin({ free, total, used }: Disk, { minFreeDisk, maxDiskUsed }: RoomInputs): readonly [number, string] {
  const least = Math.max(minFreeDisk.bytes, (minFreeDisk.percent / 100) * total);
  // As df counts: blocks that are kept for root are neither used nor free.
  const unused = (1 - maxDiskUsed / 100) * (used + free);
  return least >= unused ? [least, 'min-free-disk'] : [unused, 'max-disk-used'];
}

function diskProblems(disk: Disk, { host, room }: About): readonly Problem[] {
  const [needed, input] = margin(disk, room);
  if (disk.free >= needed) return [];
  const message = `${host}: ${disk.where} has ${formatSize(disk.free)} free (${share(disk)} %), needs ${formatSize(needed)} (${input})`;
  const verb = input === 'min-free-disk' ? 'lower' : 'raise';
  return [{ code: 'E_DISK', message, hint: `free some space, or ${verb} ${input}` }];
}

function inodeProblems({ where, inodes }: Disk, { host, room }: About): readonly Problem[] {
  // Some file systems (btrfs) have no fixed number of inodes and say 0.
  if (inodes.total === 0 || (100 * inodes.free) / inodes.total >= room.minFreeInodes) return [];
  const message = `${host}: ${where} has ${inodes.free} of ${inodes.total} inodes free (${share(inodes)} %), needs ${room.minFreeInodes} %`;
  return [{ code: 'E_DISK', message, hint: 'remove small files, or lower min-free-inodes' }];
}

function memoryProblems({ memory }: HostFacts, { host, room }: About): readonly Problem[] {
  if (memory === undefined) return [];
  const needed = Math.max(room.minFreeMemory.bytes, (room.minFreeMemory.percent / 100) * memory.total);
  if (memory.free >= needed) return [];
  const message = `${host}: memory has ${formatSize(memory.free)} free (${share(memory)} %), needs ${formatSize(needed)} (min-free-memory)`;
  return [{ code: 'E_MEMORY', message, hint: 'free some memory, or lower min-free-memory' }];
}

function share({ free, total }: { readonly free: number; readonly total: number }): string {
  return (total > 0 ? (100 * free) / total : 100).toFixed(0);
}
