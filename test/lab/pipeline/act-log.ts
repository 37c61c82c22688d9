/** One step of one job, in the order in which it ended. Main and post of an action are steps of their own. */
export interface StepOutcome {
  readonly job: string;
  readonly step: string;
  readonly stage: string;
  readonly result: 'success' | 'failure' | 'skipped';
  readonly ms: number;
}

/** A job summary that a step wrote, as Markdown. */
export interface StepSummary {
  readonly job: string;
  readonly step: string;
  readonly markdown: string;
}

/** What a run of a workflow left in act's log. */
export interface ActLog {
  readonly steps: readonly StepOutcome[];
  readonly summaries: readonly StepSummary[];
  readonly jobs: Readonly<Record<string, string>>;
  /** Everything that steps and act itself printed. */
  readonly text: string;
}

interface Entry {
  readonly msg?: string;
  readonly jobID?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepResult?: StepOutcome['result'];
  readonly jobResult?: string;
  readonly executionTime?: number;
  readonly command?: string;
  readonly content?: string;
}

/** Reads what `act --json` printed, one JSON object a line; other lines are kept as text. */
export function parseActLog(output: string): ActLog {
  const entries = output.split('\n').filter(Boolean).map(parseEntry);
  const ended = entries.filter((entry) => entry.stepResult && entry.stage);
  return {
    steps: ended.map(({ jobID = '', step = '', stage = '', stepResult = 'skipped', executionTime = 0 }) => ({
      job: jobID,
      step,
      stage,
      result: stepResult,
      ms: Math.round(executionTime / 1e6),
    })),
    summaries: entries
      .filter(({ command }) => command === 'summary')
      .map(({ jobID = '', step = '', content = '' }) => ({ job: jobID, step, markdown: content })),
    jobs: Object.fromEntries(
      entries.filter(({ jobResult }) => jobResult).map((entry) => [entry.jobID, entry.jobResult]),
    ),
    text: entries.map(({ msg = '' }) => msg.trimEnd()).join('\n'),
  };
}

function parseEntry(line: string): Entry {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return { msg: line };
  }
}
