import { type Files, formatError, redact } from '@suite/core';
import { formatAddress } from './address-text.ts';
import type { AgentEvent } from './agent/events.ts';
import type { AgentSession } from './agent-session.ts';
import type { Plan } from './plan.ts';
import { formatPlan } from './plan-text.ts';
import type { Results } from './results.ts';

/** Something that happened during a deploy. `atMs` is since the epoch, `where` a host or the probe. */
export interface Entry {
  readonly atMs: number;
  readonly where: string;
  readonly what: string;
  /** Output that belongs to it. */
  readonly out?: string;
}

/** A session whose events are told to somebody else too, each when it is taken. */
export function overheard(session: AgentSession, told: (event: AgentEvent) => void): AgentSession {
  const next = async (): Promise<AgentEvent | undefined> => {
    const event = await session.next();
    if (event) told(event);
    return event;
  };
  return { ...session, next };
}

/** One event as an entry: its words, and the whole output that came with it. */
export function entryOf(event: AgentEvent, where: string, atMs: number): Entry {
  const { e, out, ...rest } = { out: undefined, ...event };
  const words = Object.entries(rest).map(([key, value]) => (key === 'id' ? String(value) : `${key}=${value}`));
  return { atMs, where, what: [e, ...words].join(' '), ...(out ? { out } : {}) };
}

/** What a transcript is made of beside the plan. */
export interface Told extends Pick<Results, 'address' | 'failure'> {
  readonly entries: readonly Entry[];
}

/** The whole deploy as text: the plan, every event with its output, and how it ended. Not yet redacted. */
export function formatTranscript(plan: Plan, { entries, address, failure }: Told): string {
  const lines = entries.map(({ atMs, where, what, out }) => {
    const output = out ? `\n${out.trimEnd().replace(/^/gm, '    ')}` : '';
    return `${new Date(atMs).toISOString()} ${where}  ${what}${output}`;
  });
  const ends = [...(address ? [formatAddress(address)] : []), ...(failure ? [formatError(failure)] : [])];
  return `${[formatPlan(plan), '', ...lines, '', ...ends].join('\n').trimEnd()}\n`;
}

/** Writes the transcript where later steps of the job find it; a full disk of the runner must not fail a deploy. */
export async function writeLog(plan: Plan, told: Told, files: Files): Promise<string | undefined> {
  if (told.entries.length === 0) return undefined;
  try {
    const path = `${await files.makeTemporaryFolder('ssh-deploy-log')}/${plan.app}-${plan.release}.log`;
    await files.write(path, redact(formatTranscript(plan, told)), 0o600);
    return path;
  } catch {
    return undefined;
  }
}
