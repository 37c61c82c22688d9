import type { ConnectionResult } from '@suite/http';
import type { Check, DatabaseCheck, PortCheck } from './check.ts';
import { connectionEvidence, connectionLine } from './evidence.ts';
import { type CheckSample, sampleOf } from './sample.ts';

/** What a database said. `speaks` is its own text. */
export interface DatabaseAnswer {
  readonly verdict: 'accepting' | 'rejecting' | 'auth-refused';
  readonly speaks: string;
  readonly notes?: readonly string[];
}

/** Whose port it usually is, so that an open one says little: a database that starts has it open and refuses everybody. */
const USUAL: Readonly<Record<number, 'postgres' | 'redis'>> = { 5432: 'postgres', 6379: 'redis' };

/** The database to which a check of a port looks whether it takes commands. */
export function usualDatabase({ kind, port }: Pick<PortCheck, 'kind' | 'port'>): 'postgres' | 'redis' | undefined {
  return kind === 'tcp' ? USUAL[port] : undefined;
}

/** Judges a port: open, for `tls` with a certificate that was verified, and not of a database that refuses. */
export function judgePort(check: PortCheck, result: ConnectionResult<DatabaseAnswer | undefined>): CheckSample {
  const silent = judgeSilence(check, result);
  if (silent) return silent;
  const database = usualDatabase(check);
  if (database !== undefined) return judgeUsual(check, database, result);
  const certificate = result.tls?.certificate;
  const days = certificate === undefined ? '' : `, certificate for ${certificate.daysLeft} days`;
  // How long it stayed open is not how long it took.
  const totalMs = Object.values(result.phases).reduce((sum, ms) => sum + ms, 0);
  return good(check, { ...result, totalMs }, { message: `open${days}`, notes: [] });
}

function judgeUsual(
  check: PortCheck,
  database: string,
  result: ConnectionResult<DatabaseAnswer | undefined>,
): CheckSample {
  const answer = result.value;
  if (answer === undefined) {
    const note = `port ${check.port} is open, but it is not ${database} that answers there`;
    return good(check, result, { message: 'open', notes: [note] });
  }
  if (answer.verdict === 'accepting')
    return good(check, result, { message: `open, ${database} is ${answer.speaks}`, notes: [] });
  const message = `open, but ${database} takes no commands: ${answer.speaks}`;
  const parts = seen(result);
  return sampleOf(check, { ...parts, class: 'fail', cause: 'refused', message, failing: [check.name] });
}

/** Judges a database by what it said. */
export function judgeDatabase(check: DatabaseCheck, result: ConnectionResult<DatabaseAnswer>): CheckSample {
  const silent = judgeSilence(check, result);
  if (silent) return silent;
  const answer = result.value;
  if (answer === undefined || answer.verdict === 'accepting') {
    return good(check, result, { message: answer?.speaks ?? 'accepting', notes: answer?.notes ?? [] });
  }
  const cause = answer.verdict === 'auth-refused' ? 'auth-refused' : 'refused';
  const parts = seen(result);
  return sampleOf(check, { ...parts, class: 'fail', cause, message: answer.speaks, failing: [check.name] });
}

function judgeSilence(check: Check, result: ConnectionResult<unknown>): CheckSample | undefined {
  if (result.failure === undefined) return undefined;
  const parts = seen(result);
  return sampleOf(check, {
    ...parts,
    class: 'error',
    cause: 'network',
    reached: result.address !== undefined,
    message: result.failure.message,
  });
}

function good(
  check: Check,
  result: ConnectionResult<unknown>,
  { message, notes }: { readonly message: string; readonly notes: readonly string[] },
): CheckSample {
  const { maxLatencyMs } = check;
  const parts = { ...seen(result), notes };
  if (maxLatencyMs !== undefined && result.totalMs > maxLatencyMs) {
    const slow = `${message} after ${Math.round(result.totalMs)} ms, max-latency is ${maxLatencyMs} ms`;
    return sampleOf(check, { ...parts, class: 'fail', cause: 'too-slow', message: slow });
  }
  return sampleOf(check, { ...parts, class: 'pass', message });
}

function seen(result: ConnectionResult<unknown>): Pick<CheckSample, 'latencyMs' | 'connection' | 'evidence'> {
  return {
    latencyMs: result.totalMs,
    connection: connectionLine(result),
    evidence: connectionEvidence(result),
  };
}
