import type { Node } from './graph.ts';
import type { CheckResult } from './results.ts';
import { CANCELLED, isOver, type Run, runCheck, skipCheck } from './run-check.ts';
import { schedule } from './schedule.ts';
import type { Scope } from './template.ts';
import { unmet } from './when.ts';

/** How a run goes on. */
export interface Course {
  /** Why nothing is sent at all. */
  readonly notReady: string | undefined;
  readonly onResult: (result: CheckResult) => void;
}

/** Runs every check in order of need and gives the results in the order of the plan. Never throws for what a server does. */
export async function runAll(run: Run, { notReady, onResult }: Course): Promise<readonly CheckResult[]> {
  const { nodes, inputs } = run.plan;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const results = new Map<number, CheckResult>();
  const captured = new Map<number, Scope>();
  await schedule(nodes, inputs.concurrency, async (id) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const reason = notReady === undefined ? reasonToSkip(node, results, run) : 'the application was not ready';
    const scope = scopeOf(node, captured, run);
    const unwanted = reason === undefined ? unmet(node.check.when, scope, run.ports.clock.now()) : undefined;
    const ran = (reason ?? unwanted) === undefined ? await runCheck(node, scope, run) : undefined;
    const skipped = { ...skipCheck(node, reason ?? unwanted ?? ''), ...(unwanted ? { unwanted: true as const } : {}) };
    const result = ran?.result ?? skipped;
    results.set(id, result);
    if (ran) captured.set(id, ran.captured);
    onResult(result);
  });
  return nodes.flatMap(({ id }) => results.get(id) ?? []);
}

function reasonToSkip(node: Node, results: ReadonlyMap<number, CheckResult>, run: Run): string | undefined {
  const { inputs } = run.plan;
  if (run.signal.aborted) return CANCELLED;
  if (isOver(run)) return 'the time of timeout was over';
  const done = [...results.values()];
  if (inputs.failFast && done.some(({ status }) => status === 'failed'))
    return 'another check failed, and fail-fast is set';
  const missing = node.needs
    .map((id) => results.get(id))
    .find((result) => result?.status !== 'passed' && result?.status !== 'flaky');
  return (
    missing && `needs what ${missing.name} captures, which ${missing.status === 'failed' ? 'failed' : 'was skipped'}`
  );
}

/** Variables of the file, of the inputs over them, and the captures of the checks that this one needs. */
function scopeOf(node: Node, captured: ReadonlyMap<number, Scope>, { plan }: Run): Scope {
  const { variables, secrets } = plan.inputs;
  const captures = node.needs.flatMap((id) => [...(captured.get(id) ?? [])]);
  return new Map<string, unknown>([...node.source.variables, ...variables, ...secrets, ...captures]);
}
