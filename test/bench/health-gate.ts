// How long health-gate takes to decide, how well it keeps its deadline, and what memory a long bake takes.
import { readFileSync } from 'node:fs';
import { step } from '@suite/testing';
import { serve, serveTcp } from '../../packages/http/test/zoo.ts';

interface Run {
  readonly ms: number;
  /** Highest resident memory. */
  readonly megabytes: number;
  readonly report: { readonly result: string; readonly durationMs: number; readonly timeline: readonly unknown[] };
}

/** Measures against servers of its own and gives a Markdown table. */
export async function measureGate(): Promise<string> {
  const good = await serve((_, response) => response.end('{"status":"healthy","checks":{"db":"healthy"}}'));
  const hanging = await serveTcp(() => undefined);
  const at = (port: number): string => `http://127.0.0.1:${port}/`;
  const decision = await gate({ url: at(good.port), successes: '3', interval: '1s' });
  const late = await gate({
    url: at(hanging.port),
    deadline: '3s',
    successes: '1',
    'request-timeout': '30s',
    warmup: '10s',
  });
  const bake = await gate({ url: at(good.port), interval: '40ms', bake: '72s' });
  await Promise.all([good.close(), hanging.close()]);
  const row = (what: string, { ms, megabytes, report }: Run): string =>
    `| ${what} | ${report.result} | ${report.timeline.length} | ${Math.round(ms)} | ${report.durationMs} | ${megabytes} |`;
  return [
    '| what | result | samples | process ms | gate ms | peak MB |',
    '| --- | --- | --- | --- | --- | --- |',
    row('healthy, 3 × 1 s', decision),
    row('hanging sockets, deadline 3 s', late),
    row('bake, 1,800 samples', bake),
  ].join('\n');
}

async function gate(inputs: Readonly<Record<string, string>>): Promise<Run> {
  const one = step('health-gate', { inputs });
  const running = one.start();
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(running.pid));
  }, 100);
  const { ms, outputs } = await running.done;
  clearInterval(look);
  const report = JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
  one.dispose();
  return { ms, megabytes, report };
}

/** The kernel's own high-water mark; 0 where the process has just ended. */
function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1_000);
  } catch {
    return 0;
  }
}
