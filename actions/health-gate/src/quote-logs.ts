import { isHostCheck } from './check.ts';
import { formatLogScript, quoteScript } from './host-script.ts';
import type { GatePlan } from './plan.ts';
import type { Round } from './sample.ts';
import type { GatePorts } from './take-sample.ts';

/** The last lines of a log, quoted where the gate said no. */
export interface Quote {
  readonly title: string;
  readonly text: string;
  /** It could not be fetched; the text says why. */
  readonly failed: boolean;
}

/** Time in which a log is fetched, in milliseconds. */
export const QUOTE_MS = 5_000;

/** Fetches the logs of the input `logs` and of the containers that failed. */
export function fetchQuotes(
  plan: GatePlan,
  lastBad: Round | undefined,
  limits: { readonly ports: GatePorts; readonly limitMs: number },
): Promise<readonly Quote[]> {
  const bad = lastBad?.samples.filter((sample) => sample.class === 'fail').map((sample) => sample.check) ?? [];
  const failed = plan.checks.filter(isHostCheck).filter(({ name }) => bad.includes(name));
  const wanted = new Map(plan.logs.map((line) => [line, quoteScript(line)]));
  for (const check of failed) {
    const script = formatLogScript(check);
    if (script !== undefined && ![...wanted.values()].includes(script)) wanted.set(check.name, script);
  }
  return Promise.all([...wanted].map(([name, script]) => quote(`last lines of ${name}`, script, limits)));
}

/** What cannot be fetched must not hide why the gate said no. */
async function quote(
  title: string,
  script: string,
  { ports, limitMs }: { readonly ports: GatePorts; readonly limitMs: number },
): Promise<Quote> {
  try {
    const { result, failure } = await ports.probes.script(script, limitMs);
    const text = result?.stdout.trim() || result?.stderr.trim() || failure || '(empty)';
    return { title, text, failed: result === undefined };
  } catch (error) {
    return { title, text: error instanceof Error ? error.message : String(error), failed: true };
  }
}
