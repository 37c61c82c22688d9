import { readFileSync } from 'node:fs';
import { waitUntil } from './wait.ts';

export interface ProcessRecord {
  readonly pid: number;
  /** The kernel's start time of the process: a process id alone may belong to somebody else after a reboot. */
  readonly startTime: string;
}

export function recordProcess(pid: number): ProcessRecord {
  return { pid, startTime: startTimeOf(pid) ?? '' };
}

export function isRunning(record: ProcessRecord | undefined): boolean {
  if (record === undefined) return false;
  const startTime = startTimeOf(record.pid);
  return startTime !== undefined && startTime === record.startTime;
}

/** Sends SIGTERM to the process (or its whole group) and SIGKILL after `graceMs`; returns when it is gone. */
export async function stopProcess(record: ProcessRecord | undefined, graceMs = 10_000, group = false): Promise<void> {
  if (record === undefined || !isRunning(record)) return;
  const target = group ? -record.pid : record.pid;
  process.kill(target, 'SIGTERM');
  const gone = () => !isRunning(record);
  await waitUntil(gone, { what: `process ${record.pid}`, timeoutMs: graceMs }).catch(() =>
    process.kill(target, 'SIGKILL'),
  );
  await waitUntil(gone, { what: `process ${record.pid}`, timeoutMs: 5000 });
}

function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; field 3 is the state, field 22 the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
