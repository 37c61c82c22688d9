import { type CommandResult, excerpt, testPattern } from '@suite/core';
import type { HostCheck } from './check.ts';
import { readContainers } from './container.ts';
import { judgeContainers } from './judge-container.ts';
import { type CheckSample, sampleOf } from './sample.ts';

/** What came of a script: its result, or why there is none. */
export interface ScriptResult {
  readonly totalMs: number;
  /** The host took the connection; the runner always does. */
  readonly reached: boolean;
  readonly result: CommandResult | undefined;
  /** Why the host was not reached, or did not answer in time. */
  readonly failure: string | undefined;
}

type Judged = Pick<CheckSample, 'class' | 'message'> &
  Partial<Pick<CheckSample, 'cause' | 'notes' | 'evidence' | 'reached'>>;

/** Judges what a script on a host, or on the runner, said. */
export function judgeHost(check: HostCheck, { totalMs, reached, result, failure }: ScriptResult): CheckSample {
  if (result === undefined) {
    const message = failure ?? 'no answer';
    return sampleOf(check, { class: 'error', cause: 'network', reached, message, latencyMs: totalMs });
  }
  const judged = check.kind === 'command' ? judgeCommand(result) : judgeAnswer(check, result);
  const late = check.maxLatencyMs !== undefined && totalMs > check.maxLatencyMs && judged.class === 'pass';
  if (!late) return sampleOf(check, { latencyMs: totalMs, ...judged });
  const message = `${judged.message} after ${Math.round(totalMs)} ms, max-latency is ${check.maxLatencyMs} ms`;
  return sampleOf(check, { latencyMs: totalMs, class: 'fail', cause: 'too-slow', message });
}

function judgeCommand({ code, signal, stdout, stderr }: CommandResult): Judged {
  const evidence = [stdout, stderr].flatMap((text) => text.trim().split('\n').slice(-10)).filter(Boolean);
  // What timeout(1) exits with.
  if (code === 124)
    return { class: 'error', cause: 'network', reached: true, message: 'the command did not end in time', evidence };
  const said = lastLine(code === 0 ? stdout : stderr.trim() || stdout);
  if (code === 0) return { class: 'pass', message: said || 'exit 0', evidence };
  const how = code === null ? `ended by ${signal}` : `exit ${code}`;
  const cause = isMissingTool(code, said) ? 'no-tool' : 'refused';
  return { class: 'fail', cause, message: `${how}${said ? `: ${said}` : ''}`, evidence };
}

function judgeAnswer(check: Exclude<HostCheck, { kind: 'command' }>, result: CommandResult): Judged {
  if (result.code !== 0) return judgeRefusal(check, result);
  switch (check.kind) {
    case 'docker':
    case 'compose':
      return judgeContainers(check, readContainers(result.stdout));
    case 'logs':
      return judgeLog(new RegExp(check.deny), result.stdout);
    case 'disk':
      return judgeDisk(check.usedMax, result.stdout);
    case 'memory':
      return judgeMemory(check.usedMax, result.stdout);
  }
}

function judgeRefusal({ kind }: HostCheck, { code, stdout, stderr }: CommandResult): Judged {
  const said = lastLine(stderr.trim() || stdout);
  if (/No such (container|object)/i.test(said))
    return { class: 'fail', cause: 'no-container', message: 'there is no such container' };
  if (/permission denied/i.test(said)) return { class: 'fail', cause: 'auth-refused', message: said };
  if (/Cannot connect to the Docker daemon/i.test(said))
    return { class: 'error', cause: 'no-engine', reached: false, message: said };
  const cause = isMissingTool(code, said) ? 'no-tool' : 'refused';
  return { class: 'fail', cause, message: `${kind}: exit ${code}${said ? `: ${said}` : ''}` };
}

/** A shell's word for it; `docker exec` exits alike for what its container lacks. */
function isMissingTool(code: number | null, said: string): boolean {
  return code === 127 && !said.startsWith('OCI runtime');
}

function judgeLog(deny: RegExp, text: string): Judged {
  const lines = text.split('\n').filter(Boolean);
  const denied = lines.filter((line) => testPattern(deny, line));
  const evidence = lines.slice(-10);
  if (denied.length === 0) return { class: 'pass', message: `${lines.length} lines, none denied`, evidence };
  const more = denied.length > 1 ? ` (and ${denied.length - 1} more)` : '';
  const message = `its log says ${JSON.stringify(excerpt(denied.at(-1) ?? '', 200))}${more}`;
  return { class: 'fail', cause: 'unhealthy', message, evidence: denied.slice(-10) };
}

function judgeDisk(usedMax: number, text: string): Judged {
  // POSIX: the fifth column is the share that is used, `-` where a file system counts no inodes.
  const [space, inodes] = text
    .split('\n')
    .map((line) => /\s(\d+)%\s+\//.exec(line)?.[1])
    .filter((share) => share !== undefined)
    .map(Number);
  if (space === undefined) return { class: 'fail', cause: 'refused', message: 'df tells no share that is used' };
  const shown = `${space} % of its space${inodes === undefined ? '' : `, ${inodes} % of its inodes`}`;
  const worst = Math.max(space, inodes ?? 0);
  if (worst <= usedMax) return { class: 'pass', message: `${shown} used` };
  return { class: 'fail', cause: 'unhealthy', message: `${shown} used, ${usedMax} % allowed` };
}

function judgeMemory(usedMax: number, text: string): Judged {
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]);
  const used = Math.round(100 * (1 - kilobytes('MemAvailable') / kilobytes('MemTotal')));
  if (Number.isNaN(used))
    return { class: 'fail', cause: 'refused', message: '/proc/meminfo tells no available memory' };
  if (used <= usedMax) return { class: 'pass', message: `${used} % of memory used` };
  return { class: 'fail', cause: 'unhealthy', message: `${used} % of memory used, ${usedMax} % allowed` };
}

function lastLine(text: string): string {
  return excerpt(text.trim().split('\n').at(-1)?.trim() ?? '', 300);
}
