import { backoffMs, type Ports, redact, Secret, toActionError } from '@suite/core';
import type { ProbeRequest } from '@suite/http';
import { type Answer, toAnswer } from './answer.ts';
import { type Check, formatPlace } from './check.ts';
import { evaluate, type FailedAssertion, onOneLine } from './evaluate.ts';
import { formatFailure } from './failure-text.ts';
import type { Node } from './graph.ts';
import { show } from './literal.ts';
import type { Plan } from './plan.ts';
import type { Http } from './ports/http.ts';
import { readSubject } from './read-subject.ts';
import { buildRequest } from './request.ts';
import type { CheckResult, Failure, Sample } from './results.ts';
import { isWorthRetrying, retryAfterMs, retryRuleOf } from './retry-rule.ts';
import { expandMatcher, expandText, type Scope } from './template.ts';
import type { Tools } from './tools.ts';

/** What a check runs with. */
export interface Run {
  readonly plan: Plan;
  readonly http: Pick<Http, 'send' | 'curl'>;
  readonly ports: Pick<Ports, 'clock' | 'random'>;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds that the input `timeout` leaves. */
  readonly leftMs: () => number;
}

/** A check's result, and what it captured for others. */
export interface Ran {
  readonly result: CheckResult;
  readonly captured: Scope;
}

export const CANCELLED = 'the run was cancelled';

interface Tried {
  readonly answer: Answer;
  readonly failed: readonly FailedAssertion[];
  readonly attempts: number;
}

/** Whatever is thrown fails the one check that it happened in: the others run, and the reports are written. */
export async function guarded(node: Node, work: () => Promise<Ran>): Promise<Ran> {
  try {
    return await work();
  } catch (error) {
    const broken = { text: 'check', expected: 'a result', actual: onOneLine(toActionError(error)) };
    return { result: failUnsent(node, broken), captured: new Map() };
  }
}

/** Sends a check's request as often as it says and judges each answer. */
export async function runCheck(node: Node, scope: Scope, run: Run): Promise<Ran> {
  const { check } = node;
  const times = check.repeat ?? run.plan.inputs.repeat;
  let request: ProbeRequest;
  try {
    request = { ...buildRequest(node, scope, run.plan), signal: run.signal };
  } catch (error) {
    const actual = `${show(expandText(check.path, scope))}: ${error instanceof Error ? error.message : error}`;
    const broken = { text: 'request', expected: 'an address to send it to', actual };
    return { result: failUnsent(node, broken), captured: new Map() };
  }
  await warmUp(request, check, run);
  const samples: Sample[] = [];
  const answers: Answer[] = [];
  let failure: Failure | undefined;
  for (let sample = 0; sample < times && (sample === 0 || !isOver(run)); sample++) {
    const { answer, failed, attempts } = await tryAgain(node, { request, scope }, run);
    answers.push(answer);
    samples.push(toSample(answer, failed.length === 0, attempts));
    if (failed.length > 0) failure ??= toFailure({ answer, failed, attempts }, node, run);
  }
  if (run.signal.aborted) return { result: skipCheck(node, CANCELLED), captured: new Map() };
  const flaky = samples.some(({ attempts }) => attempts > 1);
  const status = failure || samples.length < times ? 'failed' : flaky ? 'flaky' : 'passed';
  const days = answers.flatMap(({ last }) => last.tls?.certificate?.daysLeft ?? []);
  const result: CheckResult = {
    ...describeCheck(node),
    status,
    samples,
    ...(failure ? { failure } : {}),
    versions: [...new Set(answers.flatMap(({ version }) => version ?? []))],
    ...(days.length > 0 ? { tlsDaysLeft: Math.min(...days) } : {}),
  };
  return { result, captured: capture(node, answers.at(-1), run.plan.facts.tools) };
}

/** Requests that count for nothing, of checks that change nothing. */
async function warmUp(request: ProbeRequest, { method, follow }: Check, run: Run): Promise<void> {
  if (!/^(GET|HEAD)$/.test(method)) return;
  for (let left = run.plan.inputs.warmupRequests; left > 0 && !isOver(run); left--) {
    await run.http.send({ ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) }, follow);
  }
}

/** The result of a check that was not sent, or not to its end. */
export function skipCheck(node: Node, reason: string): CheckResult {
  return { ...describeCheck(node), status: 'skipped', reason, samples: [], versions: [] };
}

/** The failed result of a check that has no answer to tell about. */
function failUnsent(node: Node, broken: Omit<FailedAssertion, 'place'>): CheckResult {
  const { name, place } = node.check;
  const { text: what, expected, actual } = broken;
  const text = redact(`${name} › ${what} (${formatPlace(place)})\n    expected  ${expected}\n    actual    ${actual}`);
  return {
    ...describeCheck(node),
    status: 'failed',
    samples: [],
    versions: [],
    failure: { assertions: [{ ...broken, place }], text, curl: '' },
  };
}

/** Whether nothing more may be sent. */
export function isOver({ signal, leftMs }: Pick<Run, 'signal' | 'leftMs'>): boolean {
  return signal.aborted || leftMs() <= 0;
}

/** What every result tells about its check. */
function describeCheck({ id, check }: Node): Pick<CheckResult, 'id' | 'name' | 'request' | 'place'> {
  return { id, name: check.name, request: `${check.method} ${check.path}`, place: check.place };
}

async function tryAgain(
  node: Node,
  { request, scope }: { readonly request: ProbeRequest; readonly scope: Scope },
  run: Run,
): Promise<Tried> {
  const { check } = node;
  const { inputs, facts } = run.plan;
  const { tools } = facts;
  const rule = retryRuleOf(check, inputs);
  const expect = check.expect.map((one) => ({ ...one, matcher: expandMatcher(one.matcher, scope) }));
  for (let attempts = 1; ; attempts++) {
    const limited = { ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) };
    const answer = toAnswer(request, await run.http.send(limited, check.follow), inputs.versionSource);
    // A captured secret is one before anything about the answer is written down.
    capture(node, answer, tools);
    const nowMs = run.ports.clock.now();
    const { capture: captures, place } = check;
    const { expectVersion } = inputs;
    const failed = evaluate(answer, { expect, capture: captures, place, expectVersion, nowMs, tools });
    const again = attempts <= rule.retries && isWorthRetrying(answer, rule.on) && !isOver(run);
    if (failed.length === 0 || !again) return { answer, failed, attempts };
    const waitMs =
      retryAfterMs(answer, nowMs) ?? backoffMs(0, rule.delayMs * rule.backoff ** (attempts - 1), run.ports.random());
    await run.ports.clock.sleep(Math.min(waitMs, run.leftMs()), run.signal);
    if (isOver(run)) return { answer, failed, attempts };
  }
}

function capture({ check }: Node, answer: Answer | undefined, tools: Tools): Scope {
  if (answer === undefined) return new Map();
  return new Map(
    check.capture.map(({ name, from, secret }) => {
      const { value } = readSubject(from, answer, tools);
      return [name, secret && value !== undefined && value !== null ? new Secret(String(value)) : value];
    }),
  );
}

function toSample({ last, totalMs }: Answer, ok: boolean, attempts: number): Sample {
  const { failure, response, reused, phases } = last;
  const counts = failure === undefined ? response !== undefined : ['timeout', 'connect-timeout'].includes(failure.kind);
  return { ok, ms: totalMs, counts, attempts, coldMs: reused ? undefined : totalMs, phases };
}

function toFailure({ answer, failed }: Tried, { check }: Node, { http }: Run): Failure {
  const curl = http.curl(answer.request);
  return { assertions: failed, curl, text: formatFailure({ check, assertions: failed, answer, curl }) };
}
