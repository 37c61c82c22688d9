import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneDir, runDir } from './paths.ts';
import { isRunning, type ProcessRecord, recordProcess } from './processes.ts';
import { writePrivate } from './state.ts';
import { waitUntil } from './wait.ts';

const holderFile = join(runDir, 'holder.json');
const busyFile = join(runDir, 'busy.json');

/** The clone that holds this machine's lab, if any. */
export function holder(): string | undefined {
  return existsSync(holderFile) ? (JSON.parse(readFileSync(holderFile, 'utf8')) as { clone: string }).clone : undefined;
}

export function hold(): void {
  writePrivate(holderFile, JSON.stringify({ clone: cloneDir, since: new Date().toISOString() }));
}

export function release(): void {
  rmSync(holderFile, { force: true });
}

/** Runs `work` while no other `up` or `down` runs on this machine. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(runDir, { recursive: true, mode: 0o700 });
  await waitUntil(takeBusy, { what: 'another `lab up` or `lab down`', timeoutMs: 15 * 60_000, everyMs: 200 });
  try {
    return await work();
  } finally {
    rmSync(busyFile, { force: true });
    if (readdirSync(runDir).length === 0) rmdirSync(runDir);
  }
}

function takeBusy(): boolean {
  try {
    writeFileSync(busyFile, JSON.stringify(recordProcess(process.pid)), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    if (!isRunning(readBusy())) rmSync(busyFile, { force: true });
    return false;
  }
}

function readBusy(): ProcessRecord | undefined {
  try {
    return JSON.parse(readFileSync(busyFile, 'utf8')) as ProcessRecord;
  } catch {
    return undefined;
  }
}
