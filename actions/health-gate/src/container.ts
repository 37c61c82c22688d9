import { excerpt } from '@suite/core';

/** What the engine says of one container. */
export interface Container {
  readonly name: string;
  /** created, running, paused, restarting, removing, exited, dead. */
  readonly status: string;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  readonly restarts: number;
  /** starting, healthy, unhealthy; undefined where it has no health check. */
  readonly health: string | undefined;
  /** The last lines of its health check's log. */
  readonly healthLog: readonly string[];
}

/** Reads the lines that `docker inspect` printed, one container each. */
export function readContainers(text: string): readonly Container[] {
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => readContainer(JSON.parse(line)));
}

interface Inspected {
  readonly name?: string;
  readonly restarts?: number;
  readonly state?: {
    readonly Status?: string;
    readonly ExitCode?: number;
    readonly OOMKilled?: boolean;
    readonly Health?: Health | null;
    /** Podman's older name. */
    readonly Healthcheck?: Health | null;
  };
}

interface Health {
  readonly Status?: string;
  readonly Log?: readonly { readonly ExitCode?: number; readonly Output?: string }[] | null;
}

function readContainer({ name = '', restarts = 0, state = {} }: Inspected): Container {
  const health = state.Health ?? state.Healthcheck ?? undefined;
  const log = (health?.Log ?? []).slice(-3);
  return {
    name: name.replace(/^\//, ''),
    status: state.Status ?? 'unknown',
    exitCode: state.ExitCode ?? 0,
    outOfMemory: state.OOMKilled ?? false,
    restarts,
    health: health?.Status && health.Status !== 'none' ? health.Status : undefined,
    healthLog: log.map(({ ExitCode = 0, Output = '' }) => `exit ${ExitCode}: ${excerpt(Output.trim(), 500)}`),
  };
}

/** How a container counts: in one word of ours, and in its own. */
export interface ContainerVerdict {
  readonly word: 'well' | 'starting' | 'exited' | 'unwell';
  readonly says: string;
}

/** Judges one container: it must run, and be healthy where it has a health check. */
export function judgeContainer(container: Container): ContainerVerdict {
  const { status, exitCode, outOfMemory, restarts, health, healthLog } = container;
  const ended = `code ${exitCode}${outOfMemory ? ', killed for want of memory' : ''}`;
  if (status === 'exited' || status === 'dead') return { word: 'exited', says: `${status} with ${ended}` };
  if (status === 'created') return { word: 'starting', says: 'created, not started yet' };
  if (status === 'restarting')
    return { word: 'unwell', says: `restarts again and again (${restarts} times), last ${ended}` };
  if (status !== 'running') return { word: 'unwell', says: status };
  if (health === 'starting') return { word: 'starting', says: 'running, its health check is starting' };
  if (health === 'unhealthy')
    return { word: 'unwell', says: `unhealthy: ${healthLog.at(-1) ?? 'its health check says no'}` };
  return { word: 'well', says: health === undefined ? 'running' : 'running and healthy' };
}
