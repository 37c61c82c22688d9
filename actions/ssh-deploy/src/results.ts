import type { ActionError } from '@suite/core';
import type { AddressResult } from './address-watch.ts';
import type { DiskUse } from './disk-use.ts';
import type { Outcome, StepResult } from './drive.ts';

/** How one host ended, and its steps. */
export interface HostResult {
  readonly host: string;
  readonly outcome: Outcome;
  readonly steps: readonly StepResult[];
  /** Empty where the host could not be asked afterwards. */
  readonly disks?: readonly DiskUse[];
}

/** How a deploy went. `failure` is absent where every host has what it should. */
export interface Results {
  readonly hosts: readonly HostResult[];
  readonly failure: ActionError | undefined;
  readonly failedState: string | undefined;
  /** A host had begun with what may lead traffic to the new release. */
  readonly switched: boolean;
  readonly cancelled: boolean;
  /** Milliseconds from giving up until every host had settled. */
  readonly undoMs: number;
  /** What the public address said meanwhile; absent without `probe-url`. */
  readonly address?: AddressResult | undefined;
  /** Path on the runner; absent where nothing was done, or where it could not be written. */
  readonly logFile?: string | undefined;
}

/** Every host ended whole, and all of them alike: otherwise post looks after them. */
export function isSettled(hosts: readonly HostResult[]): boolean {
  const outcomes = hosts.map(({ outcome }) => outcome);
  if (outcomes.includes('unknown') || outcomes.includes('stuck')) return false;
  return !(outcomes.includes('committed') && outcomes.includes('aborted'));
}
