import { formatDuration, type Log } from '@suite/core';
import type { Node } from './graph.ts';
import type { CheckResult } from './results.ts';
import { guarded, isOver, type Run, runCheck } from './run-check.ts';

const PAUSE_MS = 500;

/**
 * Waits until the first check that needs nothing and changes nothing passes, at most `ready-timeout`, which ends a
 * request that hangs as well. These tries are no samples. Gives the sentence that says why it is not ready; undefined where it is, or where no check can tell.
 */
export async function waitUntilReady(run: Run, log: Pick<Log, 'info'>): Promise<string | undefined> {
  const { nodes, inputs } = run.plan;
  const node = nodes.find(({ check, needs }) => needs.length === 0 && /^(GET|HEAD)$/.test(check.method));
  if (node === undefined) return undefined;
  const { clock } = run.ports;
  const started = clock.monotonic();
  const readyMs = (): number => inputs.readyTimeoutMs - (clock.monotonic() - started);
  const once = quiet(node, { ...run, leftMs: () => Math.min(run.leftMs(), readyMs()) });
  for (let tries = 1; ; tries++) {
    const scope = new Map<string, unknown>([...node.source.variables, ...inputs.variables, ...inputs.secrets]);
    const { result } = await guarded(node, () => runCheck(once.node, scope, once.run));
    const waitedMs = clock.monotonic() - started;
    if (result.status === 'passed') {
      log.info(`ready after ${formatDuration(waitedMs)}, ${tries} tries`);
      return undefined;
    }
    if (isOver(run)) return undefined;
    if (waitedMs + PAUSE_MS > inputs.readyTimeoutMs) return notReady(result, waitedMs, tries);
    await clock.sleep(PAUSE_MS, run.signal);
  }
}

/** One try, without retries, repeats and warm-ups. */
function quiet(node: Node, run: Run): { readonly node: Node; readonly run: Run } {
  const check = { ...node.check, repeat: 1, retry: { retries: 0 } };
  const inputs = { ...run.plan.inputs, warmupRequests: 0 };
  return { node: { ...node, check }, run: { ...run, plan: { ...run.plan, inputs } } };
}

function notReady({ name, failure }: CheckResult, waitedMs: number, tries: number): string {
  const last = failure?.assertions[0];
  const why = last === undefined ? '' : `: ${last.text}, ${last.actual}`;
  return `not ready within ready-timeout (${formatDuration(waitedMs)}, ${tries} tries of ${name})${why}`;
}
