import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTally, type Ending, formatLoad, type LoadReport } from './load-report.ts';
import { type Call, send } from './load-request.ts';

export interface LoadOptions {
  /** Base URL; http to loopback or the lab's network, nothing else. */
  readonly url: string;
  /** Clients that keep one connection each. */
  readonly keepAlive?: number;
  /** Clients that open a connection for each request. */
  readonly oneShot?: number;
  /** Shares of all requests, 0 to 1; the rest are GETs of `paths`, in turn. */
  readonly post?: number;
  readonly slow?: number;
  readonly slowMs?: number;
  readonly paths?: readonly string[];
  readonly pauseMs?: number;
  /** From sending to the last byte of the answer. */
  readonly timeoutMs?: number;
  readonly maxSeconds?: number;
  readonly maxRequests?: number;
}

export interface Load {
  snapshot(): LoadReport;
  /** Lets the requests under way end, then reports. */
  stop(): Promise<LoadReport>;
}

type Settings = Required<LoadOptions>;

/** Sends requests until stopped or bounded, and counts every answer that did not come back whole. Nothing is retried. */
export function startLoad(options: LoadOptions): Load {
  const settings = settle(options);
  const began = performance.now();
  const now = () => performance.now() - began;
  const tally = createTally(new Date());
  const nextCall = dealCalls(settings);
  let ended = false;
  const end = (why: Ending) => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    tally.end(why, now());
  };
  const timer = setTimeout(() => end('time'), settings.maxSeconds * 1000);
  let sent = 0;

  async function client(agent: Agent | false): Promise<void> {
    while (!ended) {
      if (sent === settings.maxRequests) return end('count');
      sent += 1;
      const call = nextCall();
      const startedMs = now();
      const { body, ...answer } = await send(call, agent);
      const createdId = call.method === 'POST' && !answer.lost ? idIn(body) : undefined;
      const name = `${call.method} ${call.url.pathname}`;
      tally.add({ ...answer, call: name, slow: call.slow, startedMs, endedMs: now(), createdId });
      await sleep(settings.pauseMs);
    }
  }

  const agents = Array.from({ length: settings.keepAlive }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const oneShots = Array.from({ length: settings.oneShot }, () => false as const);
  const all = Promise.all([...agents, ...oneShots].map(client));
  return {
    snapshot: () => tally.report(now()),
    stop: async () => {
      end('stopped');
      await all;
      for (const agent of agents) agent.destroy();
      return tally.report(now());
    },
  };
}

function settle(options: LoadOptions): Settings {
  const settings: Settings = {
    keepAlive: 8,
    oneShot: 8,
    post: 0.1,
    slow: 0.05,
    slowMs: 1000,
    paths: ['/', '/api/items', '/version'],
    pauseMs: 20,
    timeoutMs: 10_000,
    maxSeconds: 600,
    maxRequests: 500_000,
    ...options,
  };
  const { protocol, hostname } = new URL(settings.url);
  // A load generator that can be pointed anywhere is a weapon.
  if (protocol !== 'http:' || !/^(localhost|\[::1\]|127(\.\d+){3}|10\.77\.0\.\d+)$/.test(hostname)) {
    throw new Error(`${settings.url}: load is only sent by http to loopback or 10.77.0.x`);
  }
  const bounds = { keepAlive: 256, oneShot: 256, post: 1, slow: 1, maxSeconds: 3600, maxRequests: 2_000_000 };
  for (const [name, most] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
    if (!(settings[name] >= 0 && settings[name] <= most)) throw new Error(`${name} must be from 0 to ${most}`);
  }
  return settings;
}

/** Deals by counting, not by chance: the shares are exact in every run. */
function dealCalls({ url, post, slow, slowMs, paths, timeoutMs }: Settings): () => Call {
  const [isSlow, isPost] = [everyShare(slow), everyShare(post)];
  const to = (path: string) => ({ url: new URL(path, url), timeoutMs });
  let n = 0;
  return () => {
    n += 1;
    if (isSlow()) return { ...to(`/slow?ms=${slowMs}`), method: 'GET', slow: true, expected: 200 };
    if (isPost()) {
      const body = JSON.stringify({ name: `load-${n}` });
      return { ...to('/api/items'), method: 'POST', slow: false, expected: 201, body };
    }
    return { ...to(paths[n % paths.length] ?? '/'), method: 'GET', slow: false, expected: 200 };
  };
}

function everyShare(share: number): () => boolean {
  let n = 0;
  // The last digits of a sum of shares are noise: ten tenths are less than one.
  const due = (turns: number) => Math.floor(turns * share + 1e-9);
  return () => {
    n += 1;
    return due(n) > due(n - 1);
  };
}

function idIn(body: string | undefined): number | undefined {
  try {
    const id: unknown = JSON.parse(body ?? '').id;
    return typeof id === 'number' ? id : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      clients: { type: 'string', default: '16' },
      seconds: { type: 'string', default: '20' },
      post: { type: 'string', default: '0.1' },
      slow: { type: 'string', default: '0.05' },
    },
  });
  if (!values.url) throw new Error('usage: node test/lab/load.ts --url URL [--clients 16] [--seconds 20] [--post 0.1]');
  const clients = Number(values.clients);
  const load = startLoad({
    url: values.url,
    keepAlive: Math.ceil(clients / 2),
    oneShot: Math.floor(clients / 2),
    post: Number(values.post),
    slow: Number(values.slow),
  });
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort());
  await sleep(Number(values.seconds) * 1000, undefined, { signal: enough.signal }).catch(() => {});
  const report = await load.stop();
  console.log(`${formatLoad(report)}\n${JSON.stringify(report)}`);
  process.exitCode = report.lost > 0 ? 1 : 0;
}

if (import.meta.main) await main();
