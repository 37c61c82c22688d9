// How long health-gate takes to decide, how well it keeps its deadline, what memory a long bake takes, and what it
// refuses where wait-on passes.
import { readFileSync } from 'node:fs';
import { step } from '@suite/testing';
import { darkPort, serve, serveTcp } from '../../packages/http/test/zoo.ts';
import { compareWithWaitOn } from './wait-on.ts';

interface Run {
  /** Whole process, start to end. */
  readonly ms: number;
  /** What the action says it took, all of it. */
  readonly ownMs: number;
  /** Highest resident memory. */
  readonly megabytes: number;
  readonly report: { readonly result: string; readonly durationMs: number; readonly timeline: readonly unknown[] };
}

/** One measurement and its bar. */
interface Row {
  readonly what: string;
  readonly run: Run;
  readonly holds: (run: Run) => boolean;
}

const DEADLINE_MS = 3_000;
const SLACK_MS = 250;
const MOST_MEGABYTES = 80;

/** Measures against servers of its own and gives two Markdown tables. `bake` is the real one. @throws Error naming each bar that is missed. */
export async function measureGate(bake = '5m'): Promise<string> {
  const rows = await measureRows(bake);
  const flaws = rows.filter(({ run, holds }) => !holds(run)).map(formatRow);
  if (flaws.length > 0) throw new Error(`a bar of health-gate is missed:\n${flaws.join('\n')}`);
  return [
    '| what | result | samples | process ms | action ms | gate ms | peak MB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(formatRow),
    '',
    await compareWithWaitOn(),
  ].join('\n');
}

async function measureRows(bake: string): Promise<readonly Row[]> {
  const good = await serve((_, response) => response.end('{"status":"healthy","checks":{"db":"healthy"}}'));
  const hanging = await serveTcp(() => undefined);
  const dark = await darkPort();
  const at = (port: number): string => `http://127.0.0.1:${port}/`;
  const late = { deadline: `${DEADLINE_MS}ms`, successes: '1', 'request-timeout': '30s', warmup: '10s' };
  const api = { GITHUB_API_URL: at(dark.port) };
  try {
    return [
      {
        what: 'healthy, 3 × 1 s',
        run: await gate({ url: at(good.port), successes: '3', interval: '1s' }),
        holds: ({ ms, report }) => report.result === 'passed' && ms <= 2_500,
      },
      { what: 'hanging sockets, deadline 3 s', run: await gate({ url: at(hanging.port), ...late }), holds: isOnTime },
      {
        what: 'nobody takes a connection, GitHub neither, deadline 3 s',
        run: await gate({ url: at(dark.port), ...late }, api),
        holds: isOnTime,
      },
      {
        what: 'bake, 1,800 samples',
        run: await gate({ url: at(good.port), interval: '40ms', bake: '72s' }),
        holds: isSmall,
      },
      { what: `real bake of ${bake}`, run: await gate({ url: at(good.port), bake }), holds: isSmall },
    ];
  } finally {
    await Promise.all([good.close(), hanging.close(), dark.close()]);
  }
}

function isOnTime({ ownMs, report }: Run): boolean {
  const kept = (ms: number): boolean => Math.abs(ms - DEADLINE_MS) <= SLACK_MS;
  return report.result !== 'passed' && kept(report.durationMs) && kept(ownMs);
}

function isSmall({ megabytes, report }: Run): boolean {
  return report.result === 'passed' && megabytes > 0 && megabytes < MOST_MEGABYTES;
}

function formatRow({ what, run: { ms, ownMs, megabytes, report } }: Row): string {
  return `| ${what} | ${report.result} | ${report.timeline.length} | ${Math.round(ms)} | ${ownMs} | ${report.durationMs} | ${megabytes} |`;
}

async function gate(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const one = step('health-gate', { inputs, env });
  const running = one.start();
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(running.pid));
  }, 100);
  const { ms, outputs } = await running.done;
  clearInterval(look);
  const report = JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
  one.dispose();
  return { ms, ownMs: Number(outputs.get('duration-ms')), megabytes, report };
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
