import { isHostCheck } from './check.ts';
import type { GateState } from './gate.ts';
import { formatLogScript, quoteScript } from './host-script.ts';
import type { GatePlan } from './plan.ts';
import type { Round } from './sample.ts';
import type { GatePorts } from './take-sample.ts';

/** The last lines of a log, quoted where the gate said no. */
export interface Quote {
  readonly title: string;
  readonly text: string;
}

const LIMIT_MS = 5_000;

/** Fetches the logs of the input `logs` and of the containers that failed, and prints them; nothing where all is well. */
export async function quoteLogs(
  plan: GatePlan,
  { state, lastBad }: { readonly state: GateState; readonly lastBad: Round | undefined },
  ports: GatePorts,
): Promise<readonly Quote[]> {
  if (state.phase === 'passed' || state.phase === 'cancelled') return [];
  const bad = lastBad?.samples.filter((sample) => sample.class === 'fail').map((sample) => sample.check) ?? [];
  const failed = plan.checks.filter(isHostCheck).filter(({ name }) => bad.includes(name));
  const wanted = new Map(plan.logs.map((line) => [line, quoteScript(line)]));
  for (const check of failed) {
    const script = formatLogScript(check);
    if (script !== undefined && ![...wanted.values()].includes(script)) wanted.set(check.name, script);
  }
  const quotes = await Promise.all([...wanted].map(([title, script]) => quote(title, script, ports)));
  for (const { title, text } of quotes) await ports.log.group(title, async () => ports.log.untrusted(text));
  return quotes;
}

/** What cannot be fetched must not hide why the gate said no. */
async function quote(title: string, script: string, { probes }: GatePorts): Promise<Quote> {
  try {
    const { result, failure } = await probes.script(script, LIMIT_MS);
    return {
      title: `last lines of ${title}`,
      text: result?.stdout.trim() || result?.stderr.trim() || failure || '(empty)',
    };
  } catch (error) {
    return { title: `last lines of ${title}`, text: error instanceof Error ? error.message : String(error) };
  }
}
