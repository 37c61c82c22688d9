import { readdirSync, readFileSync } from 'node:fs';

/** Ends a process and everything that descends from it with SIGKILL, by id: what a runner that dies looks like. */
export function killTree(pid: number): readonly number[] {
  const parents = readParents();
  const doomed = [pid];
  for (let index = 0; index < doomed.length; index++) {
    for (const [child, parent] of parents) if (parent === doomed[index]) doomed.push(child);
  }
  for (const victim of doomed) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  return doomed;
}

function readParents(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      // The name in brackets may hold spaces; what follows it is "state ppid …".
      const rest = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '');
      parents.set(Number(name), Number(rest.split(' ')[1]));
    } catch {
      // The process has ended between the listing and the reading.
    }
  }
  return parents;
}
