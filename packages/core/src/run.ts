import { appendFileSync } from 'node:fs';
import { formatDuration } from './duration.ts';
import { ActionError, CancelledError, formatError, toActionError } from './errors.ts';
import { type InputSource, inputSource } from './input-source.ts';
import { type CommonInputs, type InputReader, inputReader } from './inputs.ts';
import { type Annotation, annotate } from './log.ts';
import { type Ports, realPorts } from './ports.ts';
import { issueCommand, writeValue } from './runner.ts';
import { announceSecrets, redact } from './secret.ts';
import { codeBlock, cutSummary } from './summary.ts';

/** What an action says at its end. `failure` is there when a gate said no: outputs and summary are still written. */
export interface Report {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown for the job summary. */
  readonly summary: string;
  readonly annotations?: readonly Annotation[];
  readonly failure?: ActionError | undefined;
}

/** One action: inputs → facts → plan → execute → report. */
export interface Action<I extends CommonInputs, F, P, R> {
  readonly name: string;
  /** Pure; reports every bad input through the reader. Asynchronous only where a parser is loaded when it is needed. */
  readonly readInputs: (read: InputReader) => I | Promise<I>;
  /** Read-only probes of the world. */
  readonly observe: (inputs: I, ports: Ports) => Promise<F>;
  /** Pure. */
  readonly plan: (inputs: I, facts: F) => P;
  /** The plan as a person reads it; printed before anything is changed. */
  readonly formatPlan: (plan: P) => string;
  /** The one place that changes the world. A gate that says no is a result; what throws is a failure without outputs. */
  readonly execute: (plan: P, ports: Ports, inputs: I) => Promise<R>;
  /** Pure. */
  readonly report: (plan: P, results: R) => Report;
  /** Outputs of a dry run beside `result: planned`. */
  readonly planned?: (plan: P) => Readonly<Record<string, string>>;
  /** The word of `result` where something was thrown; default `failed`. */
  readonly resultOnError?: string;
  /** Further outputs where something was thrown, bad inputs too. */
  readonly outputsOnError?: Readonly<Record<string, string>>;
  /** Post: removes what main left. Warns when it fails; only an error with `failsPost` fails the job. */
  readonly cleanUp?: (ports: Ports, read: InputReader) => Promise<Report | undefined>;
}

/** Which phase runs says the file, not saved state: main may have been killed before it could save anything. */
const POST = /[\\/]post\.[jt]s$/;

/** Runs main or post of an action under a runner; the one place that fails the job. */
export async function runAction<I extends CommonInputs, F, P, R>(action: Action<I, F, P, R>): Promise<void> {
  announceSecrets((form) => issueCommand('add-mask', form));
  const source = inputSource(process.env);
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => controller.abort());
  const ports = realPorts(source.env, controller.signal);
  // A broken pipe to the runner must not turn into an unhandled error while something is being undone.
  process.stdout.on('error', () => undefined);
  await (POST.test(process.argv[1] ?? '') ? runPost(action, source, ports) : runMain(action, source, ports));
}

async function runMain<I extends CommonInputs, F, P, R>(
  action: Action<I, F, P, R>,
  source: InputSource,
  ports: Ports,
): Promise<void> {
  const started = ports.clock.monotonic();
  let inputs: I | undefined;
  const finish = (report: Report): void => {
    const ms = Math.round(ports.clock.monotonic() - started);
    publish(report, { name: action.name, ms, env: source.env, summary: inputs?.summary ?? true }, ports);
  };
  try {
    const reader = inputReader(source);
    inputs = await action.readInputs(reader);
    for (const message of reader.unknown()) ports.log.warning(message);
    reader.done();
    const facts = await action.observe(inputs, ports);
    const plan = action.plan(inputs, facts);
    ports.log.info(action.formatPlan(plan));
    if (inputs.dryRun) finish(plannedReport(action, plan));
    else finish(action.report(plan, await action.execute(plan, ports, inputs)));
  } catch (thrown) {
    const failure = ports.signal.aborted ? cancelled(thrown) : toActionError(thrown);
    finish({
      outputs: {
        ...action.outputsOnError,
        result: failure instanceof CancelledError ? 'cancelled' : (action.resultOnError ?? 'failed'),
      },
      summary: failed(action.name, failure),
      failure,
    });
    ports.log.debug(stackOf(thrown));
  }
}

async function runPost<I extends CommonInputs, F, P, R>(
  action: Action<I, F, P, R>,
  source: InputSource,
  ports: Ports,
): Promise<void> {
  try {
    const report = await action.cleanUp?.(ports, inputReader(source));
    if (report)
      publish({ ...report, outputs: {} }, { name: action.name, ms: 0, env: source.env, summary: true }, ports);
  } catch (thrown) {
    const failure = toActionError(thrown);
    if (failure.details.failsPost) fail(failure);
    else ports.log.warning(`cleaning up: ${formatError(failure)}`);
    ports.log.debug(stackOf(thrown));
  }
}

function plannedReport<I extends CommonInputs, F, P, R>(action: Action<I, F, P, R>, plan: P): Report {
  const outputs = { ...action.planned?.(plan), result: 'planned' };
  return { outputs, summary: `### ${action.name}: planned\n\n${codeBlock(action.formatPlan(plan))}` };
}

interface Publication {
  readonly name: string;
  readonly ms: number;
  readonly env: InputSource['env'];
  readonly summary: boolean;
}

function publish(report: Report, run: Publication, ports: Ports): void {
  for (const annotation of report.annotations ?? []) ports.log.annotate(annotation);
  const outputs = { ...report.outputs, ...(run.ms > 0 ? { 'duration-ms': String(run.ms) } : {}) };
  for (const [name, value] of Object.entries(outputs)) writeValue(run.env['GITHUB_OUTPUT'], name, redact(value));
  const summaryFile = run.summary ? run.env['GITHUB_STEP_SUMMARY'] : undefined;
  if (summaryFile) appendFileSync(summaryFile, `${cutSummary(redact(report.summary))}\n`);
  const result = report.outputs['result'] ?? (report.failure ? 'failed' : 'done');
  ports.log.info(`${run.name}: ${result}${run.ms > 0 ? ` in ${formatDuration(run.ms)}` : ''}`);
  if (report.failure) fail(report.failure);
}

function fail(failure: ActionError): void {
  const { file, line } = failure.details;
  process.exitCode = 1;
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
  annotate({ level: 'error', message: formatError(failure), ...place });
}

/** What fails after a cancel fails because of it, but for a rollback that did not work. */
function cancelled(thrown: unknown): ActionError {
  return thrown instanceof ActionError && thrown.details.failsPost ? thrown : new CancelledError();
}

function failed(name: string, failure: ActionError): string {
  return `### ❌ ${name}: failed\n\n${codeBlock(formatError(failure))}`;
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? '') : String(thrown);
}
