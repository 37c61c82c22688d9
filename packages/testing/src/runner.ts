import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readActionFile, repository } from './action-file.ts';
import { parseFileCommands, parseWorkflowCommands, type WorkflowCommand } from './workflow-commands.ts';

/** A step as a workflow writes it. `env` is added to a scrubbed environment that holds PATH and HOME only. */
export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout that the step runs in; an empty temporary folder where absent. */
  readonly workspace?: string;
}

/** What a phase of a step left behind. */
export interface PhaseResult {
  readonly exitCode: number | null;
  /** The log as the runner keeps it: without the lines that register masks. */
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly commands: readonly WorkflowCommand[];
  /** Everything that was registered as a mask. */
  readonly masks: readonly string[];
  /** Messages of `::error::`. */
  readonly errors: readonly string[];
  readonly ms: number;
}

/** A phase that is running. `cancel` is what the runner does: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. */
export interface RunningPhase {
  readonly pid: number;
  readonly done: Promise<PhaseResult>;
  /** Resolves when the pattern stands in the log; rejects when the phase ends without it. */
  readonly waitFor: (pattern: RegExp) => Promise<void>;
  readonly cancel: () => void;
  readonly kill: () => void;
}

/** One step on one runner: main, then post with the state that main saved. */
export interface Step {
  /** RUNNER_TEMP of this step's runner: what must be empty of secrets after post. */
  readonly temporary: string;
  readonly workspace: string;
  readonly start: () => RunningPhase;
  readonly main: () => Promise<PhaseResult>;
  /** Runs post with the job's status at that moment; `${{ job.status }}` in defaults is evaluated again. */
  readonly post: (jobStatus: 'success' | 'failure' | 'cancelled') => Promise<PhaseResult>;
  readonly dispose: () => void;
}

/** Sets a step up for a built action: `dist/<name>`. */
export function step(name: string, options: StepOptions = {}): Step {
  const home = mkdtempSync(join(tmpdir(), 'runner-'));
  const temporary = join(home, 'temp');
  const workspace = options.workspace ?? join(home, 'workspace');
  for (const folder of [temporary, workspace]) mkdirSync(folder, { recursive: true });
  const state = new Map<string, string>();
  const start = (phase: 'main' | 'post', jobStatus: string): RunningPhase => {
    const files = fileCommands(home);
    const env = stepEnvironment(name, options, { home, temporary, workspace, jobStatus, files, state });
    const script = join(repository, 'dist', name, readActionFile(`dist/${name}`).runs[phase] ?? 'index.js');
    return runPhase(script, env, workspace, files, state);
  };
  return {
    temporary,
    workspace,
    start: () => start('main', 'success'),
    main: () => start('main', 'success').done,
    post: (jobStatus) => start('post', jobStatus).done,
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Runs main only and cleans up: enough for an action without post, and for bad input. */
export async function runMain(name: string, options: StepOptions = {}): Promise<PhaseResult> {
  const one = step(name, options);
  try {
    return await one.main();
  } finally {
    one.dispose();
  }
}

type FileCommands = Readonly<
  Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY' | 'GITHUB_ENV' | 'GITHUB_PATH', string>
>;

function fileCommands(home: string): FileCommands {
  const folder = join(home, 'file-commands');
  mkdirSync(folder, { recursive: true });
  const make = (kind: string): string => {
    const path = join(folder, `${kind}_${randomUUID()}`);
    writeFileSync(path, '');
    return path;
  };
  return {
    GITHUB_OUTPUT: make('set_output'),
    GITHUB_STATE: make('save_state'),
    GITHUB_STEP_SUMMARY: make('step_summary'),
    GITHUB_ENV: make('set_env'),
    GITHUB_PATH: make('add_path'),
  };
}

interface Surroundings {
  readonly home: string;
  readonly temporary: string;
  readonly workspace: string;
  readonly jobStatus: string;
  readonly files: FileCommands;
  readonly state: ReadonlyMap<string, string>;
}

function stepEnvironment(name: string, options: StepOptions, around: Surroundings): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: around.home,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_RUN_ID: '1001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'ann',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_WORKSPACE: around.workspace,
    RUNNER_TEMP: around.temporary,
    RUNNER_TOOL_CACHE: join(around.home, 'tools'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    ...around.files,
    ...options.env,
    ...inputVariables(name, options.inputs ?? {}, around.jobStatus),
    ...Object.fromEntries([...around.state].map(([key, value]) => [`STATE_${key}`, value])),
  };
}

/** As the runner: defaults of action.yml where an input is absent, unknown inputs passed on, names upper-cased. */
function inputVariables(
  name: string,
  given: Readonly<Record<string, string>>,
  jobStatus: string,
): Record<string, string> {
  const specs = Object.entries(readActionFile(`dist/${name}`).inputs);
  const defaults = specs.map(([input, spec]) => [input, evaluate(String(spec.default ?? ''), jobStatus)] as const);
  const values = Object.entries({ ...Object.fromEntries(defaults), ...given });
  return Object.fromEntries(
    values.map(([input, value]) => [`INPUT_${input.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function evaluate(text: string, jobStatus: string): string {
  const known: Record<string, string> = { 'job.status': jobStatus, 'github.token': '' };
  return text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (whole, expression: string) => known[expression] ?? whole);
}

function runPhase(
  script: string,
  env: Record<string, string>,
  cwd: string,
  files: FileCommands,
  state: Map<string, string>,
): RunningPhase {
  const started = performance.now();
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (log.stdout += chunk));
  child.stderr.on('data', (chunk) => (log.stderr += chunk));
  const done = new Promise<PhaseResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      for (const [key, value] of parseFileCommands(readFileSync(files.GITHUB_STATE, 'utf8'))) state.set(key, value);
      resolve(phaseResult(exitCode, log, files, performance.now() - started));
    });
  });
  return {
    pid: child.pid ?? 0,
    done,
    waitFor: (pattern) => waitFor(child, log, pattern),
    cancel: () => cancel(child),
    kill: () => child.kill('SIGKILL'),
  };
}

function phaseResult(
  exitCode: number | null,
  log: { readonly stdout: string; readonly stderr: string },
  files: FileCommands,
  ms: number,
): PhaseResult {
  const commands = parseWorkflowCommands(log.stdout);
  const messages = (name: string): string[] =>
    commands.filter(({ command }) => command === name).map(({ message }) => message);
  const summary = existsSync(files.GITHUB_STEP_SUMMARY) ? readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') : '';
  const outputs = parseFileCommands(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
  const shown = log.stdout.replace(/^::add-mask::.*\n/gm, '');
  return {
    exitCode,
    stdout: shown,
    stderr: log.stderr,
    outputs,
    summary,
    commands,
    masks: messages('add-mask'),
    errors: messages('error'),
    ms,
  };
}

async function waitFor(child: ChildProcess, log: { readonly stdout: string }, pattern: RegExp): Promise<void> {
  while (!pattern.test(log.stdout)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`ended without ${pattern}:\n${log.stdout}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function cancel(child: ChildProcess): void {
  child.kill('SIGINT');
  const terminate = setTimeout(() => child.kill('SIGTERM'), 7_500);
  const kill = setTimeout(() => child.kill('SIGKILL'), 10_000);
  child.once('close', () => {
    clearTimeout(terminate);
    clearTimeout(kill);
  });
}
