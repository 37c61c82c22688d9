import { formatDuration, type Ports } from '@suite/core';
import type { ProbeInputs } from './inputs-probe.ts';
import { startProbe } from './ports/probe.ts';
import { figuresOf, type ProbeFigures, type ProbeRecord, type ProbeSample } from './probe-figures.ts';

/** What the public address said during a deploy. */
export interface AddressResult {
  readonly url: URL;
  /** Absent where it did not answer before the deploy began, so that nothing can be said. */
  readonly figures: ProbeFigures | undefined;
  readonly maxFailed: number | undefined;
  /** When more requests had failed than may: before the commit everything was undone, after it the release stays. */
  readonly exceeded: 'before commit' | 'after commit' | undefined;
}

/** A look at the public address from the first step to the last. */
export interface AddressWatch {
  /** Containers change from now on. */
  readonly change: () => void;
  /** Too late to give up from now on. */
  readonly commit: () => void;
  readonly end: () => Promise<AddressResult | undefined>;
}

const nobodyAsks: AddressWatch = {
  change: () => undefined,
  commit: () => undefined,
  end: async () => undefined,
};

/** Begins to ask the public address, where there is one; `giveUp` is called when too many requests have failed. */
export function watchAddress(
  settings: ProbeInputs | undefined,
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
  giveUp: () => void,
): AddressWatch {
  if (settings === undefined) return nobodyAsks;
  const { url, maxFailed } = settings;
  const samples: ProbeSample[] = [];
  let changedMs: number | undefined;
  let committed = false;
  let exceeded: AddressResult['exceeded'];
  const record = (): ProbeRecord => ({ samples, changedMs, endedMs: running.now() });
  const take = (sample: ProbeSample): void => {
    const turn = formatTurn(samples.at(-1), sample);
    if (turn) log.info(turn);
    samples.push(sample);
    if (sample.failure === undefined || exceeded !== undefined || maxFailed === undefined) return;
    if ((figuresOf(record())?.failed ?? 0) <= maxFailed) return;
    exceeded = committed ? 'after commit' : 'before commit';
    if (!committed) giveUp();
  };
  const running = startProbe(settings, clock, take);
  return {
    change: () => {
      changedMs ??= running.now();
    },
    commit: () => {
      committed = true;
    },
    end: async () => {
      await running.end();
      return { url, figures: figuresOf(record()), maxFailed, exceeded };
    },
  };
}

function formatTurn(before: ProbeSample | undefined, { failure, startedMs }: ProbeSample): string | undefined {
  if ((before === undefined || before.failure === undefined) && failure !== undefined)
    return `probe: no good answer ${formatDuration(startedMs)} after the begin: ${failure}`;
  return before?.failure !== undefined && failure === undefined
    ? `probe: a good answer again ${formatDuration(startedMs)} after the begin`
    : undefined;
}
