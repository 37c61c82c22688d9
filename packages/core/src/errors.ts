/** What an error carries beside its message. `hint` says what to change; `code` is stable and listed in docs/errors.md. */
export interface ErrorDetails {
  readonly code: string;
  readonly hint?: string;
  readonly cause?: unknown;
  readonly retryable?: boolean;
  /** Where a person can fix it: a file of the checkout and a line, for the annotation. */
  readonly file?: string;
  readonly line?: number;
  /** True only where a failed clean-up must fail the job: a rollback that did not work. */
  readonly failsPost?: boolean;
}

/** A failure that a user can act on: one sentence of what happened and where, and a hint of what to change. */
export class ActionError extends Error {
  override readonly name: string = 'ActionError';
  readonly details: ErrorDetails;

  constructor(message: string, details: ErrorDetails) {
    super(message, { cause: details.cause });
    this.details = details;
  }

  get code(): string {
    return this.details.code;
  }
}

/** One wrong input: its name, what is wrong with it, and the corrected form. */
export interface InputProblem {
  readonly input: string;
  readonly problem: string;
  readonly fix?: string;
}

/** Every wrong input of a run at once, code `E_INPUT`. Nothing has been touched when it is thrown. */
export class InputError extends ActionError {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(formatProblems(problems), { code: 'E_INPUT' });
    this.problems = problems;
  }
}

function formatProblems(problems: readonly InputProblem[]): string {
  const title = problems.length === 1 ? 'one input is wrong' : `${problems.length} inputs are wrong`;
  const lines = problems.map(({ input, problem, fix }) => `${input}: ${problem}${fix ? `\n  write: ${fix}` : ''}`);
  return `${title}; nothing was changed\n${lines.join('\n')}`;
}

/** A command that ended otherwise than expected, default code `E_COMMAND`; `tail` is the end of its output, redacted. */
export class CommandError extends ActionError {
  override readonly name = 'CommandError';
  readonly exitCode: number | null;
  readonly tail: string;

  constructor(message: string, details: Partial<ErrorDetails> & { exitCode: number | null; tail: string }) {
    const { exitCode, tail, ...rest } = details;
    super(message, { code: 'E_COMMAND', ...rest });
    this.exitCode = exitCode;
    this.tail = tail;
  }
}

/** A request that got no answer or an unwanted one, default code `E_HTTP`. `status` is absent where nobody answered. */
export class HttpError extends ActionError {
  override readonly name = 'HttpError';
  readonly status: number | undefined;

  constructor(message: string, details: Partial<ErrorDetails> & { status?: number } = {}) {
    const { status, ...rest } = details;
    super(message, { code: 'E_HTTP', ...rest });
    this.status = status;
  }
}

/** Something took longer than it was allowed to, default code `E_TIMEOUT`. */
export class TimeoutError extends ActionError {
  override readonly name = 'TimeoutError';

  constructor(message: string, details: Partial<ErrorDetails> = {}) {
    super(message, { code: 'E_TIMEOUT', ...details });
  }
}

/** A check worked and said no, default code `E_GATE`. */
export class GateError extends ActionError {
  override readonly name = 'GateError';

  constructor(message: string, details: Partial<ErrorDetails> = {}) {
    super(message, { code: 'E_GATE', ...details });
  }
}

/** The run was cancelled by a signal, code `E_CANCELLED`. */
export class CancelledError extends ActionError {
  override readonly name = 'CancelledError';

  constructor(message = 'the run was cancelled') {
    super(message, { code: 'E_CANCELLED' });
  }
}

/** Makes any thrown value an ActionError; what nobody foresaw becomes `E_INTERNAL`. */
export function toActionError(thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const hint = 'this is a defect of the action: run again with debug logging and report it with the log';
  return new ActionError(`unexpected: ${message}`, { code: 'E_INTERNAL', cause: thrown, hint });
}

/** The text a person reads: code, what happened and where, then what to change. */
export function formatError(error: ActionError): string {
  const hint = error.details.hint;
  return `${error.code}: ${error.message}${hint === undefined ? '' : `\n${hint}`}`;
}
