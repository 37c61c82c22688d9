import { readdirSync, readFileSync } from 'node:fs';
import type { RunningPhase } from '@suite/testing';

/** A state of the deploy, and how a test knows that it is in it. */
export interface Moment {
  readonly state: string;
  readonly reached: (running: RunningPhase) => Promise<void>;
  /** Whether an agent runs by then. */
  readonly agent: boolean;
  /** Where a host must end that was killed here; `either` where the kill races with the commit. */
  readonly ends: 'old' | 'new' | 'either';
}

/** The 17 states of the contract. Before the plan is printed they are told apart by the clients that run. */
export const moments: readonly Moment[] = [
  { state: '0 validate', reached: () => wait(40), agent: false, ends: 'old' },
  { state: '1 connect', reached: (running) => clients(running, 1), agent: false, ends: 'old' },
  { state: '2 verify', reached: (running) => clients(running, 1).then(() => wait(120)), agent: false, ends: 'old' },
  { state: '3 lock', reached: (running) => clients(running, 2), agent: false, ends: 'old' },
  { state: '4 recover', reached: (running) => clients(running, 2).then(() => wait(150)), agent: false, ends: 'old' },
  { state: '5 preflight', reached: (running) => clients(running, 3), agent: false, ends: 'old' },
  line('6 upload', /✓ upload: list/, 'old'),
  line('7 backup', /✓ upload: unpack/, 'old'),
  line('8 pull', /✓ backup/, 'old'),
  line('9 migrate', /✓ pull/, 'old'),
  line('10 start', /✓ migrate/, 'old'),
  line('11 gate', /✓ start: start new/, 'old'),
  line('12 switch', /✓ gate/, 'old'),
  line('13 watch', /✓ switch: lead/, 'old'),
  line('═ commit', /✓ watch/, 'either'),
  line('14 drain', /✓ switch: write/, 'new'),
  line('15 record', /✓ stop/, 'new'),
  line('16 prune', /✓ record/, 'new'),
  line('17 unlock', /✓ prune/, 'new'),
];

function line(state: string, pattern: RegExp, ends: Moment['ends']): Moment {
  return { state, reached: (running) => running.waitFor(pattern), agent: true, ends };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until the action has so many ssh clients; rejects where it has ended, or its first step is done. */
async function clients(running: RunningPhase, count: number): Promise<void> {
  let late = false;
  const tooLate = (): void => {
    late = true;
  };
  running.waitFor(/✓/).then(tooLate, tooLate);
  while (childrenNamed(running.pid, 'ssh') < count) {
    if (late) throw new Error(`never had ${count} ssh clients before its first step`);
    await wait(5);
  }
}

function childrenNamed(parent: number, name: string): number {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && isChild(entry, parent, name)).length;
}

function isChild(pid: string, parent: number, name: string): boolean {
  try {
    return new RegExp(`^\\d+ \\(${name}\\) \\S+ ${parent} `).test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
