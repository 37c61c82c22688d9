/** What the agent says, one JSON line each; `out` bytes of raw output follow the line. See docs/agent.md. */
export type AgentEvent =
  | LockedEvent
  | { readonly e: 'recover'; readonly tx: string; readonly mode: string }
  | { readonly e: 'ready'; readonly tx: string; readonly pid: number; readonly last: string }
  | { readonly e: 'start' | 'refused'; readonly id: string }
  | StepEvent
  | EndedEvent
  | { readonly e: 'aborting'; readonly why: string }
  | { readonly e: 'committed' }
  | { readonly e: 'end'; readonly tx: string; readonly result: 'committed' | 'aborted'; readonly why: string };

/** A step of the open transaction ended. `full`: the disk is, so that what the script said may be lost. */
export interface StepEvent {
  readonly e: 'ok' | 'fail';
  readonly id: string;
  readonly rc: number;
  readonly s: number;
  readonly full?: 1;
  readonly out: string;
}

/** Another agent holds the lock. `out`: its lock file, and the last line of its journal. `now`: the host's clock, seconds. */
export interface LockedEvent {
  readonly e: 'locked';
  readonly now: number;
  readonly out: string;
}

/** A script that ended and was no step of an open transaction. */
export interface EndedEvent {
  readonly e: 'cut' | 'undone' | 'stuck' | 'after';
  readonly id: string;
  readonly rc: number;
  readonly out: string;
}

/** Events read so far and the bytes that do not make a whole event yet. */
export interface EventBatch {
  readonly events: readonly AgentEvent[];
  readonly rest: Uint8Array;
}

const NEWLINE = 10;

/**
 * Reads every whole event from the start of `bytes`.
 * @throws SyntaxError where a line is not an event: the stream is not the agent's, or bytes of it were lost.
 */
export function parseEvents(bytes: Uint8Array): EventBatch {
  const events: AgentEvent[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf(NEWLINE);
    if (end < 0) return { events, rest };
    const header = parseHeader(Buffer.from(rest.subarray(0, end)).toString('utf8'));
    const length = header.out ?? 0;
    if (rest.length < end + 1 + length) return { events, rest };
    const out = Buffer.from(rest.subarray(end + 1, end + 1 + length)).toString('utf8');
    events.push((header.out === undefined ? header : { ...header, out }) as AgentEvent);
    rest = rest.subarray(end + 1 + length);
  }
}

function parseHeader(line: string): { readonly e: string; readonly out?: number } {
  const value: unknown = JSON.parse(line);
  if (typeof value === 'object' && value !== null && 'e' in value && typeof value.e === 'string') {
    return value as { readonly e: string; readonly out?: number };
  }
  throw new SyntaxError(`"${line.slice(0, 80)}" is not an event of the agent`);
}
