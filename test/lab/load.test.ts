import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { type Load, type LoadOptions, startLoad } from './load.ts';
import { createTally, formatLoad, type LoadReport, type LostKind, lostKinds } from './load-report.ts';

type Fault = (response: ServerResponse) => void;

const faults: Record<string, { kind: LostKind; spoil: Fault }> = {
  'a reset before the answer': { kind: 'reset', spoil: (response) => response.socket?.resetAndDestroy() },
  'a connection closed without a word': { kind: 'reset', spoil: (response) => response.socket?.destroy() },
  'a body shorter than promised': { kind: 'truncated', spoil: (response) => cut(response, { 'content-length': 100 }) },
  'a body that ends too early': {
    kind: 'truncated',
    spoil: (response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      response.socket?.end();
    },
  },
  'chunks without an end': { kind: 'truncated', spoil: (response) => cut(response, {}) },
  'an error of the server': { kind: '5xx', spoil: (response) => response.writeHead(503).end('no') },
  silence: { kind: 'timeout', spoil: () => {} },
  'a body that stops and stays open': { kind: 'timeout', spoil: (response) => void response.write('half') },
  'another status': { kind: 'unexpected', spoil: (response) => response.writeHead(404).end('not here') },
};

function cut(response: ServerResponse, headers: Record<string, number>): void {
  response.writeHead(200, headers);
  response.write('half');
  // After the half has left, so that the client holds a begun answer.
  setTimeout(() => response.socket?.resetAndDestroy(), 10);
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

interface Spoiler {
  readonly url: string;
  readonly served: () => number;
  readonly spoiled: () => number;
}

/** A server that counts on its own what it answered and what it spoilt: the proof does not rest on the generator. */
async function serve(spoil: Fault, isSpoilt: (n: number) => boolean): Promise<Spoiler> {
  let [n, spoiled] = [0, 0];
  const server = createServer((request, response) => {
    n += 1;
    request.resume();
    if (isSpoilt(n)) {
      spoiled += 1;
      spoil(response);
      return;
    }
    const created = request.method === 'POST';
    response.writeHead(created ? 201 : 200, { 'x-version': n <= 100 ? 'v1' : 'v2' });
    response.end(JSON.stringify(created ? { id: n } : { n }));
  });
  servers.push(server);
  const url = await listen(server);
  return { url, served: () => n, spoiled: () => spoiled };
}

async function listen(server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown }) {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function load(url: string, options: Partial<LoadOptions> = {}): Load {
  return startLoad({
    url,
    keepAlive: 4,
    oneShot: 4,
    pauseMs: 0,
    slowMs: 0,
    maxRequests: 400,
    timeoutMs: 200,
    ...options,
  });
}

async function ended(running: Load): Promise<LoadReport> {
  await vi.waitUntil(() => running.snapshot().ended, { timeout: 20_000, interval: 10 });
  return running.stop();
}

test.each(Object.entries(faults))('counts %s exactly as often as the server did it', async (_, { kind, spoil }) => {
  const server = await serve(spoil, (n) => n % 29 === 0);
  const report = await ended(load(server.url));
  expect(server.spoiled()).toBe(13);
  const lostByKind = { ...Object.fromEntries(lostKinds.map((name) => [name, 0])), [kind]: 13 };
  expect(report).toMatchObject({ lostByKind, requests: 400, answered: 387, lost: 13 });
  expect(server.served()).toBe(400);
});

test('loses nothing where nothing is lost, and says what it saw', async () => {
  const server = await serve(
    () => {},
    () => false,
  );
  const report = await ended(load(server.url));
  expect(report).toMatchObject({ ended: 'count', requests: 400, answered: 400, lost: 0, lostSamples: [] });
  expect(report.versions).toMatchObject({ v1: { requests: 100 }, v2: { requests: 300 } });
  expect(report.createdIds).toHaveLength(38);
  expect(report.timeline.reduce((sum, second) => sum + second.answered, 0)).toBe(400);
  expect(report.latencyMs.p50).toBeGreaterThan(0);
});

test('a reset of a reused idle connection is a lost answer, not retried', async () => {
  const server = await serve(faults['a reset before the answer']?.spoil ?? (() => {}), (n) => n === 2);
  const report = await ended(load(server.url, { keepAlive: 1, oneShot: 0, maxRequests: 5, pauseMs: 20 }));
  expect(report).toMatchObject({ requests: 5, answered: 4, lost: 1, lostOnReused: 1 });
  expect(report.lostSamples).toMatchObject([{ reused: true, lost: { kind: 'reset', detail: 'ECONNRESET' } }]);
  expect(server.served()).toBe(5);
});

test('counts refused connections', async () => {
  const gone = createTcpServer();
  const url = await listen(gone);
  await new Promise((done) => gone.close(done));
  const report = await ended(load(url, { maxRequests: 20 }));
  expect(report).toMatchObject({ requests: 20, answered: 0, lost: 20, lostByKind: { refused: 20 } });
});

test('measures the longest time without a good answer', async () => {
  let down = false;
  const server = await serve(faults['an error of the server']?.spoil ?? (() => {}), () => down);
  const running = load(server.url, { maxRequests: 100_000, pauseMs: 5 });
  await sleep(500);
  down = true;
  const downFrom = performance.now();
  await sleep(600);
  down = false;
  const downMs = performance.now() - downFrom;
  await sleep(500);
  const report = await running.stop();
  expect(report.ended).toBe('stopped');
  expect(report.lost).toBe(server.spoiled());
  expect(report.longestGap.ms).toBeGreaterThan(downMs - 100);
  expect(report.longestGap.ms).toBeLessThan(downMs + 500);
  expect(report.longestGap.fromMs).toBeGreaterThan(0);
});

test('ends by itself after maxSeconds and says so', async () => {
  const server = await serve(
    () => {},
    () => false,
  );
  const report = await ended(load(server.url, { maxSeconds: 0.3, maxRequests: 100_000 }));
  expect(report).toMatchObject({ ended: 'time', lost: 0 });
  expect(report.seconds).toBeGreaterThanOrEqual(0.3);
  expect(report.seconds).toBeLessThan(3);
  expect(report.requests).toBe(server.served());
});

test('the answers that come after the end count, their silence does not', () => {
  const tally = createTally(new Date(0));
  const sample = { call: 'GET /', slow: false, reused: false, version: 'v1' };
  tally.add({ ...sample, startedMs: 0, endedMs: 10 });
  tally.end('stopped', 100);
  tally.add({ ...sample, slow: true, startedMs: 90, endedMs: 1090 });
  const report = tally.report(1100);
  expect(report).toMatchObject({ requests: 2, seconds: 0.1, longestGap: { ms: 90, fromMs: 10 } });
  expect(report.latencyMs).toEqual({ p50: 10, p95: 10, p99: 10, max: 10 });
});

test.each([
  'http://example.com',
  'https://127.0.0.1',
  'http://10.77.1.5',
  'http://127.0.0.1.example.com',
  'http://10.77.0.5.example.com',
  'http://192.168.0.1',
])('refuses %s', (url) => {
  expect(() => startLoad({ url })).toThrow('load is only sent by http to loopback or 10.77.0.x');
});

test.each([{ keepAlive: 1000 }, { post: 2 }, { maxSeconds: Number.NaN }, { maxRequests: 1e9 }])(
  'refuses to run without bounds: %o',
  (options) => {
    expect(() => startLoad({ url: 'http://127.0.0.1:1', ...options })).toThrow(/must be from 0 to/);
  },
);

test('the table names what was lost and when', () => {
  const tally = createTally(new Date(0));
  const sample = { call: 'GET /', slow: false, startedMs: 0, reused: true, version: 'v1' };
  tally.add({ ...sample, endedMs: 4 });
  tally.add({ ...sample, endedMs: 1500, version: undefined, lost: { kind: 'reset', detail: 'ECONNRESET' } });
  tally.end('stopped', 2000);
  expect(formatLoad(tally.report(2000)).split('\n')).toEqual([
    'requests              2 in 2 s (stopped)',
    'answered              1',
    'lost                  1: reset 1; 1 on reused',
    'latency               p50 4 p95 4 p99 4 max 4 ms',
    'longest gap           1996 ms, from second 0.0',
    'version v1            1, seconds 0.0 to 0.0',
    'second 1              0 answered, 1 lost',
  ]);
});
