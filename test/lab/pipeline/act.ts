import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDir } from '../paths.ts';
import { type Lab, writePrivate } from '../state.ts';
import { type ActLog, parseActLog } from './act-log.ts';
import { formatSettings, type Settings } from './settings.ts';

/** One run of a workflow file, unmodified, in a repository. */
export interface WorkflowRun {
  readonly lab: Lab;
  readonly repository: string;
  /** Path from the root of this checkout. */
  readonly workflow: string;
  readonly settings: Settings;
  readonly event?: string;
  /** Told of each line of act's JSON log as it comes. */
  readonly onLine?: (line: string) => void;
  /** Told of the runner's home after the run and before it is deleted: to look for what was left behind. */
  readonly onEnd?: (home: string) => void;
}

/** What a finished run left. `home` is deleted. */
export interface PipelineResult extends ActLog {
  readonly exitCode: number | null;
  readonly ms: number;
}

/** A run under way. `temporary` is where the runner and its steps put their files. */
export interface RunningPipeline {
  readonly pid: number;
  readonly home: string;
  readonly done: Promise<PipelineResult>;
}

let runs = 0;

/** Starts act in host mode. Secrets go by a file of mode 0600, never by argv; the environment is scrubbed. */
export function startWorkflow(run: WorkflowRun): RunningPipeline {
  const home = mkdtempSync(join(tmpdir(), 'act-'));
  const started = performance.now();
  const child = spawn(run.lab.tools.act, actArguments(run, home), {
    cwd: run.repository,
    env: actEnvironment(run.lab, home),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let rest = '';
  const take = (chunk: Buffer): void => {
    output += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) run.onLine?.(line);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const done = new Promise<PipelineResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      rmSync(join(home, 'secrets'), { force: true });
      run.onEnd?.(home);
      rmSync(home, { recursive: true, force: true });
      resolve({ ...parseActLog(output), exitCode, ms: Math.round(performance.now() - started) });
    });
  });
  return { pid: child.pid ?? 0, home, done };
}

/** Runs a workflow to its end. */
export function runWorkflow(run: WorkflowRun): Promise<PipelineResult> {
  return startWorkflow(run).done;
}

function actArguments(run: WorkflowRun, home: string): string[] {
  const [secrets, vars] = [join(home, 'secrets'), join(home, 'vars')];
  writePrivate(secrets, formatSettings(run.settings.secrets));
  writePrivate(vars, formatSettings(run.settings.vars));
  runs += 1;
  return [
    run.event ?? 'push',
    '-W',
    join(cloneDir, run.workflow),
    '-P',
    'ubuntu-latest=-self-hosted',
    '--local-repository',
    `org/actions@v1=${join(cloneDir, 'dist')}`,
    '--secret-file',
    secrets,
    '--var-file',
    vars,
    '--env',
    'GITHUB_REPOSITORY=acme/app',
    '--env',
    `GITHUB_RUN_ID=${Date.now()}${String(runs).padStart(3, '0')}`,
    '--action-cache-path',
    join(home, 'actions'),
    '--json',
    '--rm',
  ];
}

function actEnvironment(lab: Lab, home: string): Record<string, string> {
  const temporary = join(home, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return {
    HOME: home,
    TMPDIR: temporary,
    PATH: lab.path,
    DOCKER_HOST: lab.dockerHost,
    DOCKER_CONFIG: lab.dockerConfig,
    SSL_CERT_FILE: lab.caBundle,
    NODE_EXTRA_CA_CERTS: lab.caFile,
  };
}
