import type { Node } from './graph.ts';
import type { CheckResult } from './results.ts';
import { CANCELLED, guarded, isOver, type Ran, type Run, runCheck, skipCheck } from './run-check.ts';
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
    const ran = reason === undefined ? await guarded(node, () => runWanted(node, scope, run)) : undefined;
    const result = ran?.result ?? skipCheck(node, reason ?? '');
    results.set(id, result);
    if (ran) captured.set(id, ran.captured);
    onResult(result);
  });
  return nodes.flatMap(({ id }) => results.get(id) ?? []);
}

async function runWanted(node: Node, scope: Scope, run: Run): Promise<Ran> {
  const unwanted = unmet(node.check.when, scope, run.ports.clock.now());
  if (unwanted === undefined) return runCheck(node, scope, run);
  return { result: { ...skipCheck(node, unwanted), unwanted: true }, captured: new Map() };
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
