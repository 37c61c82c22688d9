import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caFile, issueCertificate } from '../lab/certificates.ts';
import { type Handler, json, serve, smoke, type TestServer } from './smoke-test-world.ts';

const hosts: string[] = [];
let asks = 0;
let server: TestServer;
const handler: Handler = (request, response) => {
  hosts.push(`${request.headers.host} at ${request.socket.localAddress}`);
  if (request.url === '/limited') json(response, {}, ++asks > 3 ? 429 : 201);
  else json(response, { version: request.socket.localAddress === '127.0.0.2' ? 'old1234' : 'new1234' });
};
beforeAll(async () => {
  server = await serve(handler, { names: ['app.test'] }, '0.0.0.0');
});
afterAll(() => server.close());
const secure = () => ({ 'base-url': `https://app.test:${server.port}`, 'ca-cert': caFile, checks: 'GET /version 200' });

it('resolve: goes to the given address with the name of the URL', async () => {
  const run = await smoke({ ...secure(), resolve: `app.test:${server.port}:127.0.0.1` });
  expect(run.errors).toEqual([]);
  expect(hosts.at(-1)).toBe(`app.test:${server.port} at 127.0.0.1`);
});

it('resolve: holds for the host that a redirect leads to as well', async () => {
  const first = await serve((_, response) =>
    response.writeHead(302, { location: `https://app.test:${server.port}/version` }).end(),
  );
  const file = `checks: [{ get: "${first.url}/", follow: true, expect: { redirects: 1, json.version: new1234 } }]`;
  const inputs = { files: 'a.smoke.yml', 'ca-cert': caFile, resolve: 'app.test:*:127.0.0.1' };
  const run = await smoke(inputs, { 'a.smoke.yml': file });
  await first.close();
  expect(run.errors).toEqual([]);
  expect(run.outputs.get('passed')).toBe('1');
});

it('addresses: the one server of several that still has the old build is found', async () => {
  const run = await smoke({ ...secure(), addresses: '127.0.0.1, 127.0.0.2', 'expect-version': 'new1234' });
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['GET /version @ 127.0.0.1', 'passed'],
    ['GET /version @ 127.0.0.2', 'failed'],
  ]);
  expect(run.report?.checks[1]?.failure?.text).toContain('another build answers');
});

it('burst: many at once, and so many answers of a status', async () => {
  const inputs = { ...secure(), resolve: `app.test:*:127.0.0.1` };
  const run = await smoke({ ...inputs, burst: '9x POST /limited 429>=1 201==3 body {"q":1}\n2x GET /version 429' });
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['GET /version', 'passed'],
    ['9x POST /limited', 'passed'],
    ['2x GET /version', 'failed'],
  ]);
  expect(run.report?.checks[2]?.failure?.text).toContain(
    '2x GET /version › burst 429 (burst line 2)\n    expected  >= 1 of 2 answers with 429\n    actual    0; there were 2 times 200',
  );
});

it('burst: an answer of another build is found among many', async () => {
  let asked = 0;
  const mixed = await serve((_, response) => json(response, { version: ++asked === 3 ? 'old1234' : 'new1234' }));
  const run = await smoke({ 'base-url': mixed.url, burst: '5x GET / 200==5', 'expect-version': 'new1234' });
  await mixed.close();
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get('version')).toBe('new1234, old1234');
  const text = run.report?.checks[0]?.failure?.text;
  expect(text).toContain('5x GET / › expect-version (burst line 1)\n    expected  "new1234" (text)');
  expect(text).toContain('actual    "old1234" (text); another build answers');
});

it('client-cert: a server that asks for one is told it, and the key stays hidden', async () => {
  const own = await issueCertificate({ names: ['ann'] });
  const pair = await issueCertificate({ names: ['127.0.0.1'] });
  const strict = createServer(
    { ...pair, requestCert: true, rejectUnauthorized: true, ca: readFileSync(caFile) },
    (_, response) => json(response, {}),
  );
  strict.listen(0, '127.0.0.1');
  await once(strict, 'listening');
  const { port } = strict.address() as AddressInfo;
  const inputs = { 'base-url': `https://127.0.0.1:${port}`, 'ca-cert': caFile, checks: 'GET / 200' };
  const good = await smoke({ ...inputs, 'client-cert': own.cert, 'client-key': own.key });
  expect(good.errors).toEqual([]);
  expect(good.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(own.key.split('\n')[1]);
  const bad = await smoke(inputs);
  expect(bad.report?.checks[0]?.failure?.text).toContain('asks for a client certificate');
  const half = await smoke({ ...inputs, 'client-cert': 'gone.pem', baseline: 'b.json' }, { 'b.json': '{}' });
  expect(half.errors[0]).toContain('client-key: is missing, and client-cert is given');
  strict.close();
});

it('warmup-requests count for nothing, and baseline tells what changed since', async () => {
  const inputs = { ...secure(), resolve: 'app.test:*:127.0.0.1', 'warmup-requests': '2' };
  const before = hosts.length;
  const earlier = {
    schema: 'smoke-report/1',
    startedAt: '2026-11-01T10:00:00.000Z',
    latency: { p95: 1000 },
    checks: [{ name: 'GET /version', status: 'failed' }],
  };
  const run = await smoke({ ...inputs, baseline: 'old.json' }, { 'old.json': JSON.stringify(earlier) });
  expect(hosts.length - before).toBe(3);
  expect(run.report?.checks[0]?.samples.length).toBe(1);
  expect(run.summary).toMatch(/Since 2026-11-01 10:00 UTC: fixed: GET \/version; p95 1\.0 s → /);
  const first = await smoke({ ...inputs, baseline: 'none.json' });
  expect(first.summary).toContain('There is no earlier report at `none.json` yet.');
});
