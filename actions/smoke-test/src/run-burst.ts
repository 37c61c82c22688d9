import { redact } from '@suite/core';
import { type Answer, toAnswer } from './answer.ts';
import { type Burst, judgeBurst } from './burst.ts';
import { judgeVersion } from './evaluate.ts';
import { formatFailure } from './failure-text.ts';
import type { Node } from './graph.ts';
import { buildRequest } from './request.ts';
import type { CheckResult } from './results.ts';
import { CANCELLED, guarded, isOver, type Ran, type Run, skipCheck } from './run-check.ts';

const NO_SOURCE = { file: undefined, baseUrl: undefined, variables: new Map(), checks: [] };

/** Sends the bursts one after the other, each with all its requests at once; none is tried again. */
export async function runBursts(run: Run, onResult: (result: CheckResult) => void): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [index, burst] of run.plan.inputs.bursts.entries()) {
    const node: Node = { id: run.plan.lastId + 1 + index, check: burst.check, source: NO_SOURCE, needs: [] };
    const result = isOver(run)
      ? skipCheck(node, run.signal.aborted ? CANCELLED : 'the time of timeout was over')
      : (await guarded(node, () => runBurst(burst, node, run))).result;
    results.push(result);
    onResult(result);
  }
  return results;
}

async function runBurst(burst: Burst, node: Node, run: Run): Promise<Ran> {
  const { plan, http, signal, ports } = run;
  const { inputs } = plan;
  const scope = new Map<string, unknown>([...inputs.variables, ...inputs.secrets]);
  const request = { ...buildRequest(node, scope, plan), signal };
  const limited = { ...request, timeoutMs: Math.max(1, Math.min(request.timeoutMs, run.leftMs())) };
  const started = ports.clock.monotonic();
  const sent = Array.from({ length: burst.count }, () => http.send(limited, 0));
  const answers = (await Promise.all(sent)).map((each) => toAnswer(request, each, inputs.versionSource));
  if (signal.aborted) return { result: skipCheck(node, CANCELLED), captured: new Map() };
  const ms = ports.clock.monotonic() - started;
  const counted = judgeBurst(burst, answers.map(statusOf));
  const versionOf = (one: Answer) =>
    judgeVersion(one, { expectVersion: inputs.expectVersion, place: burst.check.place });
  const old = answers.find((one) => versionOf(one).length > 0);
  const assertions = [...counted, ...(old ? versionOf(old) : [])];
  const answer = answers.find((one) => statusOf(one) === undefined) ?? old ?? answers[0];
  const curl = http.curl(request);
  const { name, method, path, place } = burst.check;
  const ok = assertions.length === 0;
  const result: CheckResult = {
    ...{ id: node.id, name: redact(name), request: `${method} ${path}`, place },
    versions: [...new Set(answers.flatMap(({ version }) => version ?? []))],
    status: ok ? 'passed' : 'failed',
    samples: [{ ok, ms, counts: false, attempts: 1, coldMs: undefined, phases: {} }],
    ...(ok || !answer
      ? {}
      : { failure: { assertions, curl, text: formatFailure({ check: burst.check, assertions, answer, curl }) } }),
  };
  return { result, captured: new Map() };
}

function statusOf({ last }: Answer): number | undefined {
  return last.response?.status;
}
