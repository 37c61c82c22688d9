/** One step of a build as BuildKit tells of it. Times are milliseconds since the epoch. */
export interface Step {
  readonly name: string;
  readonly number: number;
  readonly started?: number;
  readonly completed?: number;
  readonly cached: boolean;
  readonly error?: string;
  /** The last lines that it printed. */
  readonly log: readonly string[];
}

/** What is known of a build so far: its steps by digest, and what buildx said in plain words at the end. */
export interface Progress {
  readonly steps: ReadonlyMap<string, Step>;
  readonly text: readonly string[];
}

export const NO_PROGRESS: Progress = { steps: new Map(), text: [] };
const KEPT_LINES = 20;
const KEPT_TEXT = 200;

interface Vertex {
  readonly digest?: unknown;
  readonly name?: unknown;
  readonly started?: unknown;
  readonly completed?: unknown;
  readonly cached?: unknown;
  readonly error?: unknown;
}

/** Takes one line of `--progress=rawjson`; gives the new state and what a person wants to read of it. */
export function readProgress(
  before: Progress,
  line: string,
): { readonly progress: Progress; readonly shown: string[] } {
  const event = parseEvent(line);
  if (event === undefined) {
    const text = [...before.text, line].slice(-KEPT_TEXT);
    return { progress: { ...before, text }, shown: line === '' ? [] : [line] };
  }
  const steps = new Map(before.steps);
  const shown = [
    ...list(event['vertexes']).flatMap((vertex) => addVertex(steps, vertex as Vertex)),
    ...list(event['logs']).flatMap((entry) => addLog(steps, entry)),
  ];
  return { progress: { ...before, steps }, shown };
}

/** The step that broke the build; those that were only cancelled with it do not count. */
export function failedStep({ steps }: Progress): Step | undefined {
  return [...steps.values()].find(({ error }) => error !== undefined && !/context canceled/i.test(error));
}

/** Steps of the Dockerfile: not BuildKit's own, and not `FROM`, which is marked cached or not at random. */
export function dockerfileSteps({ steps }: Progress): readonly Step[] {
  return [...steps.values()].filter(
    ({ name }) => /^\[/.test(name) && !/^\[(?:internal|auth)\]/.test(name) && !/^\[[^\]]*\] FROM /.test(name),
  );
}

/** Milliseconds of a step; undefined for one that never ran or never ended. */
export function stepMs({ started, completed }: Step): number | undefined {
  return started === undefined || completed === undefined ? undefined : Math.max(0, completed - started);
}

function addVertex(steps: Map<string, Step>, vertex: Vertex): readonly string[] {
  if (typeof vertex !== 'object' || vertex === null || typeof vertex.digest !== 'string') return [];
  const before = steps.get(vertex.digest);
  const name = typeof vertex.name === 'string' ? vertex.name : (before?.name ?? '');
  const started = time(vertex.started) ?? before?.started;
  const completed = time(vertex.completed) ?? before?.completed;
  const error = typeof vertex.error === 'string' && vertex.error !== '' ? vertex.error : before?.error;
  const step: Step = {
    name,
    number: before?.number ?? steps.size + 1,
    cached: vertex.cached === true || (before?.cached ?? false),
    log: before?.log ?? [],
    ...(started === undefined ? {} : { started }),
    ...(completed === undefined ? {} : { completed }),
    ...(error === undefined ? {} : { error }),
  };
  steps.set(vertex.digest, step);
  return announce(before, step);
}

function announce(before: Step | undefined, step: Step): readonly string[] {
  const lines: string[] = [];
  if (step.started !== undefined && before?.started === undefined) lines.push(`#${step.number} ${step.name}`);
  if (step.cached && !before?.cached) lines.push(`#${step.number} CACHED`);
  else if (step.error !== undefined && before?.error === undefined) lines.push(`#${step.number} ERROR: ${step.error}`);
  else if (!step.cached && step.completed !== undefined && before?.completed === undefined) {
    lines.push(`#${step.number} DONE ${((stepMs(step) ?? 0) / 1_000).toFixed(1)}s`);
  }
  return lines;
}

function addLog(steps: Map<string, Step>, entry: unknown): readonly string[] {
  const { vertex, data } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const step = typeof vertex === 'string' ? steps.get(vertex) : undefined;
  if (step === undefined || typeof vertex !== 'string' || typeof data !== 'string') return [];
  const text = Buffer.from(data, 'base64').toString('utf8').replace(/\n$/, '');
  const lines = text.split(/\r?\n|\r/);
  steps.set(vertex, { ...step, log: [...step.log, ...lines].slice(-KEPT_LINES) });
  return lines.map((line) => `#${step.number} ${line}`);
}

function parseEvent(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function time(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
