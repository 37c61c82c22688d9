// What an answer tells beside its body, against real servers: redirects, hashes, addresses, cookies, certificates.
import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caFile } from '../lab/certificates.ts';
import { type Handler, json, type SmokeRun, serve, smoke, type TestServer } from './smoke-test-world.ts';

const FILE = 'hello, world';
const sha256 = createHash('sha256').update(FILE).digest('hex');
const down = JSON.stringify({ status: 'down' });
const routes: Readonly<Record<string, Handler>> = {
  '/old': (_, response) => response.writeHead(301, { location: '/new' }).end(),
  '/new': (_, response) => json(response, { here: true }),
  '/file': (_, response) =>
    response.writeHead(200, { 'set-cookie': ['a=1; Path=/', 'sid=abc123; HttpOnly'] }).end(FILE),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'GZIP' }).end(gzipSync(down)),
  '/zstd': (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end(zstdCompressSync(down)),
  '/half': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(down.repeat(500)).subarray(0, 30)),
  '/new-encoding': (_, response) => response.writeHead(200, { 'content-encoding': 'lzma9' }).end(down),
};
let server: TestServer;
beforeAll(async () => {
  const handler: Handler = (request, response) =>
    (routes[request.url ?? ''] ?? ((_, end) => json(end, {})))(request, response);
  server = await serve(handler, { names: ['127.0.0.1', 'app.test'], days: 40 });
});
afterAll(() => server.close());

async function check(checks: string, inputs: Readonly<Record<string, string>> = {}): Promise<SmokeRun> {
  const given = { 'base-url': server.url, 'ca-cert': caFile, files: 'a.smoke.yml', ...inputs };
  return smoke(given, { 'a.smoke.yml': `checks:\n${checks}` });
}
const textOf = (run: SmokeRun, name: string): string =>
  run.report?.checks.find((one) => one.name === name)?.failure?.text ?? '';

it('a redirect is an answer, and is followed where a check says so', async () => {
  const run = await check(
    `  - { name: answer, get: /old, expect: { status: 301, header.Location: /new, redirects: 0, url: ends /old } }
  - { name: followed, get: /old, follow: true, expect: { status: 200, redirects: 1, url: "${server.url}/new", json.here: true } }
  - { name: unwanted, get: /old, expect: { status: 200, redirects: ">=1" } }`,
    { checks: 'GET /old 301 header Location "/new"' },
  );
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['GET /old', 'passed'],
    ['answer', 'passed'],
    ['followed', 'passed'],
    ['unwanted', 'failed'],
  ]);
  expect(textOf(run, 'unwanted')).toContain('expected  >=1\n    actual    0 (number)');
  expect(textOf(run, 'unwanted')).toContain('why    /old redirects to /new; check that address, or set follow: true');
});

it('sha256, size, http, url, address and cookies are what the server sent', async () => {
  const run =
    await check(`  - { name: right, get: /file, expect: { sha256: ${sha256}, size: ${FILE.length}, http: "1.1", url: "${server.url}/file", address: 127.0.0.1, cookie.sid: abc123, cookie.a: "1", cookie.none: not exists, body: ${JSON.stringify(FILE)} } }
  - { name: wrong, get: /file, expect: { sha256: "00ff", size: ">1000", http: "2", url: ends /other, address: 10.0.0.1, cookie.sid: zzz, cookie.none: exists } }`);
  expect(textOf(run, 'right')).toBe('');
  const text = textOf(run, 'wrong');
  for (const actual of [
    `wrong › sha256 == 00ff (a.smoke.yml:3)\n    expected  "00ff" (text)\n    actual    "${sha256}" (text)`,
    `wrong › size >1000 (a.smoke.yml:3)\n    expected  >1000\n    actual    ${FILE.length} (number)`,
    `wrong › http == 2 (a.smoke.yml:3)\n    expected  "2" (text)\n    actual    "1.1" (text)`,
    `wrong › url ends /other (a.smoke.yml:3)\n    expected  ends "/other" (text)\n    actual    "${server.url}/file" (text)`,
    `wrong › address == 10.0.0.1 (a.smoke.yml:3)\n    expected  "10.0.0.1" (text)\n    actual    "127.0.0.1" (text)`,
    `wrong › cookie.sid == zzz (a.smoke.yml:3)\n    expected  "zzz" (text)\n    actual    *** (text)`,
    `wrong › cookie.none exists (a.smoke.yml:3)\n    expected  exists\n    actual    nothing`,
  ]) {
    expect(text).toContain(actual);
  }
  expect(text).not.toContain('abc123');
});

it('tls.* tells the certificate on the first connection and on those that were kept', async () => {
  const facts =
    'tls.valid: true, tls.protocol: TLSv1.3, tls.days-left: 38, tls.issuer: CN=Lab Authority, tls.subject: CN=127.0.0.1, tls.san: contains app.test';
  const kept = await check(`  - { name: kept, get: /new, repeat: 4, expect: [{ ${facts} }, { tls.san: length 2 }] }`);
  expect(kept.errors).toEqual([]);
  const [{ samples = [] } = {}] = kept.report?.checks ?? [];
  expect(samples.map(({ phases }) => 'tls' in phases)).toEqual([true, false, false, false]);
  const wrong = await check(
    '  - { name: wrong, get: /new, repeat: 3, expect: { tls.valid: false, tls.protocol: TLSv1.2, tls.days-left: ">90", tls.issuer: CN=Other, tls.subject: CN=other, tls.san: contains other.test } }',
  );
  for (const actual of [
    'tls.valid == false (a.smoke.yml:2)\n    expected  false (boolean)\n    actual    true (boolean)',
    'tls.protocol == TLSv1.2 (a.smoke.yml:2)\n    expected  "TLSv1.2" (text)\n    actual    "TLSv1.3" (text)',
    'tls.days-left >90 (a.smoke.yml:2)\n    expected  >90\n    actual    38 (number)',
    'tls.issuer == CN=Other (a.smoke.yml:2)\n    expected  "CN=Other" (text)\n    actual    "CN=Lab Authority" (text)',
    'tls.subject == CN=other (a.smoke.yml:2)\n    expected  "CN=other" (text)\n    actual    "CN=127.0.0.1" (text)',
    'actual    ["127.0.0.1","app.test"] (array)',
  ]) {
    expect(textOf(wrong, 'wrong')).toContain(actual);
  }
});

it('tls.valid is false where a certificate is not verified, and tls.* is nothing over plain HTTP', async () => {
  const own = await serve(routes['/new'] as Handler, { names: ['127.0.0.1'], selfSigned: true });
  const plain = await serve(routes['/new'] as Handler);
  const run = await check(
    `  - { name: own, get: "${own.url}/", expect: { tls.valid: false } }
  - { name: plain, get: "${plain.url}/", expect: { tls.valid: true } }`,
    { 'tls-verify': 'false' },
  );
  await Promise.all([own.close(), plain.close()]);
  expect(textOf(run, 'own')).toBe('');
  expect(textOf(run, 'plain')).toContain(`actual    nothing; ${plain.url}/ was asked without TLS`);
});

it('a body that is compressed is read, and one that cannot be unpacked fails what looks into it', async () => {
  const run = await check(`  - { name: gzip, get: /gzip, expect: { json.status: down } }
  - { name: zstd, get: /zstd, expect: { json.status: down } }
  - { name: half, get: /half, expect: { body: not-contains down, json.error: not exists } }
  - { name: unknown, get: /new-encoding, expect: { body: exists } }
  - { name: status only, get: /new-encoding, expect: { status: 200 } }`);
  expect(run.report?.checks.map(({ status }) => status)).toEqual(['passed', 'passed', 'failed', 'failed', 'passed']);
  expect(textOf(run, 'half').match(/actual {4}nothing; the body cannot be unpacked/g)?.length).toBe(2);
  expect(textOf(run, 'half')).toContain('its content-encoding is gzip');
  expect(textOf(run, 'unknown')).toContain('its content-encoding is lzma9');
});
