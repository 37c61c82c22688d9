import { ActionError, GateError } from '@suite/core';
import type { AgentEvent, EndedEvent } from './agent/events.ts';
import type { HostResult } from './results.ts';
import type { Step } from './step.ts';

/** A step that said no: which host, which step, why, and the output before the reason. */
export interface StepFailure {
  readonly host: string;
  readonly step: Step;
  readonly rc: number;
  readonly out: string;
}

const CODES: Readonly<Record<string, string>> = {
  upload: 'E_COMPOSE',
  backup: 'E_BACKUP',
  'backup-command': 'E_BACKUP',
  'before-command': 'E_HOOK',
  verify: 'E_HOOK',
  shared: 'E_PROXY',
  pull: 'E_PULL',
  migrate: 'E_MIGRATE',
  gate: 'E_GATE',
  switch: 'E_PROXY',
  activate: 'E_SWITCH',
  probe: 'E_GATE',
  watch: 'E_GATE',
};

const NO_SPACE = /No space left on device|no space left|Disk quota exceeded/;

/** Steps that print what the application or a command of the user says: its words about a disk are not ours. */
const FOREIGN: ReadonlySet<string> = new Set([
  'migrate',
  'verify',
  'gate',
  'probe',
  'watch',
  'activate',
  'backup-command',
  'before-command',
]);

/** The disk of a host was full in the middle of a deploy. */
export function diskError(message: string): ActionError {
  const hint = 'free some disk on the host, then run it again; keep-releases says how many old ones stay';
  return new ActionError(message, { code: 'E_DISK', hint });
}

/** The error of a failed step: the reason and how it ended first, then the log that the step printed before it. */
export function stepError({ host, step, rc, out }: StepFailure, ending: string): ActionError {
  const lines = out.trimEnd().split('\n');
  const ours = lines.filter((line) => line.startsWith('! '));
  const full = (FOREIGN.has(step.id) ? ours : lines).findLast((line) => NO_SPACE.test(line))?.replace(/^! /, '');
  const reason =
    full ??
    ours.at(-1)?.slice(2) ??
    (rc === 143 || rc === 137 ? `was stopped after ${step.limit} s` : lines.at(-1) || `exit code ${rc}`);
  const log = lines
    .filter((line) => !line.startsWith('! ') && line !== reason)
    .join('\n')
    .trim();
  const message = `${host}, ${step.state}: ${reason}${ending}${log ? `\n${log}` : ''}`;
  if (full !== undefined) return diskError(message);
  const wrong = step.state === 'switch' && /is version .* expected/.test(reason);
  const code = wrong || / is version .*, expected /.test(reason) ? 'E_VERSION' : (CODES[step.id] ?? 'E_STEP');
  return code === 'E_GATE' ? new GateError(message) : new ActionError(message, { code });
}

/** The release serves, but what the user wanted to be done after it was not. */
export function hookError(hosts: readonly HostResult[]): ActionError | undefined {
  const failed = hosts.flatMap(({ host, steps }) =>
    steps.filter(({ id, rc }) => id === 'after-command' && rc !== 0).map(({ out }) => ({ host, out })),
  );
  const [first] = failed;
  if (first === undefined) return undefined;
  const lines = first.out.trimEnd().split('\n');
  const reason = lines.findLast((line) => line.startsWith('! '))?.slice(2) ?? 'after-command failed';
  const others = failed.length > 1 ? `, and on ${failed.length - 1} other hosts` : '';
  const log = lines.filter((line) => !line.startsWith('! ')).join('\n');
  return new ActionError(`${first.host}, after: deployed, but ${reason}${others}${log ? `\n${log}` : ''}`, {
    code: 'E_HOOK',
    hint: 'the new release serves; with rollback-on: job it goes back now, as for any job that fails',
  });
}

/** An undo failed three times: the host is between releases and only a person can say what to do. */
export function stuckError(host: string, root: string, events: readonly AgentEvent[]): ActionError {
  const stuck = events.findLast((event): event is EndedEvent => event.e === 'stuck');
  const reason = stuck?.out.trim().split('\n').at(-1)?.replace(/^! /, '') ?? 'no reason given';
  return new ActionError(`${host}: the undo of step ${stuck?.id ?? '?'} failed three times: ${reason}`, {
    code: 'E_MANUAL',
    hint: `on the host: tail ${root}/.deploy/tx/journal; mend what the reason names, then: cd ${root}/.deploy/tx/f && sh ${stuck?.id ?? '<step>'}.undo; the next deploy goes on from there`,
  });
}

/** The folder of the application cannot be made or written by the user who deploys. */
export function rootError(host: string, root: string, user: string): ActionError {
  return new ActionError(`${host}: ${root} cannot be written by ${user || 'the user who deploys'}`, {
    code: 'E_ROOT',
    hint: `on the host, once: sudo install -d -o ${user || 'deploy'} ${root}`,
  });
}
