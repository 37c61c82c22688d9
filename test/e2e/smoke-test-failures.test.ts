import { afterAll, beforeAll, expect, it } from 'vitest';
import { caFile } from '../lab/certificates.ts';
import { golden, steady } from './smoke-test-golden.ts';
import {
  type Handler,
  json,
  type ReportedCheck,
  type SmokeRun,
  serve,
  serveNobody,
  serveTcp,
  smoke,
  type TestServer,
} from './smoke-test-world.ts';

const local = ['127.0.0.1'];
const ok: Handler = (_, response) => json(response, { ok: true });

/** One real server for each way to fail. */
const servers = {
  good: () => serve(ok, { names: local }),
  expired: () => serve(ok, { names: local, startDays: -20, days: 10 }),
  early: () => serve(ok, { names: local, startDays: 10, days: 20 }),
  'wrong-host': () => serve(ok, { names: ['other.test'] }),
  'self-signed': () => serve(ok, { names: local, selfSigned: true }),
  'ends-soon': () => serve(ok, { names: local, days: 7 }),
  plain: () => serve(ok),
  silent: () => serveTcp(() => undefined),
  dark: () => serveNobody(),
  reset: () => serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())),
  closes: () => serveTcp((socket) => socket.once('data', () => socket.end())),
  garbage: () => serveTcp((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))),
  lies: () =>
    serve((_, response) =>
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy()),
    ),
  dribbles: () =>
    serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    }),
  loop: () =>
    serve((request, response) =>
      response.writeHead(302, { location: request.url === '/' ? '/a' : request.url === '/a' ? '/b' : '/a' }).end(),
    ),
  gateway: () =>
    serve((_, response) =>
      response
        .writeHead(502, { server: 'nginx', 'content-type': 'text/html' })
        .end('<html><head><title>502 Bad Gateway</title></head></html>'),
    ),
  'broken-json': () => serve((_, response) => response.end('{"a": [1, 2')),
  huge: () => serve((_, response) => response.end(Buffer.alloc(200_000, 'x'))),
};
type Name = keyof typeof servers;

const started = new Map<Name, TestServer>();
let run: SmokeRun;
let file: string;

beforeAll(async () => {
  for (const [name, start] of Object.entries(servers)) started.set(name as Name, await start());
  const closed = await serve(ok);
  await closed.close();
  const url = (name: Name, scheme?: string) => started.get(name)?.url.replace(/^http:/, `${scheme ?? 'http'}:`);
  const checks = [
    ...Object.keys(servers)
      .filter((name) => name !== 'loop')
      .map((name) => ({ name, url: url(name as Name) })),
    { name: 'https to plain', url: url('plain', 'https') },
    { name: 'http to TLS', url: started.get('good')?.url.replace('https:', 'http:') },
    { name: 'https to silence', url: url('silent', 'https') },
    { name: 'refused', url: closed.url },
    // The system's resolver takes its time.
    { name: 'no such name', url: 'http://no-such-host.invalid', more: ', request-timeout: 60s' },
  ].map(
    ({ name, url: at, more }: { name: string; url: string | undefined; more?: string }) =>
      `  - { name: ${name}, get: ${at}/, expect: { json.ok: true }${more ?? ''} }`,
  );
  const loop = `  - { name: loop, get: "${url('loop')}/", follow: true }`;
  const inputs = {
    files: 'all.smoke.yml',
    'request-timeout': '4s',
    'connect-timeout': '3s',
    'max-body': '100KB',
    'ca-cert': caFile,
    concurrency: '2',
  };
  file = ['checks:', ...checks, loop].join('\n');
  run = await smoke(inputs, { 'all.smoke.yml': file });
});
afterAll(() => Promise.all([...started.values()].map((server) => server.close())));

const find = (name: string): ReportedCheck | undefined => run.report?.checks.find((check) => check.name === name);

it.each([
  ['good', undefined],
  ['plain', undefined],
  ['ends-soon', undefined],
])('%s passes', (name) => {
  expect(find(name)?.failure?.text).toBeUndefined();
  expect(find(name)?.status).toBe('passed');
});

it.each([
  [
    'expired',
    /the certificate expired 1[01] days ago \(CN=127\.0\.0\.1, issuer CN=Lab Authority\), served by 127\.0\.0\.1 \(tls-expired\)/,
  ],
  ['early', /the certificate is not valid yet, from \d{4}-\d\d-\d\d on/],
  ['wrong-host', /the certificate is not for 127\.0\.0\.1 but for other\.test/],
  ['self-signed', /the certificate is signed by itself/],
  ['https to plain', /is open but does not speak TLS, plain HTTP perhaps/],
  // Whether the kernel says FIN or RST depends on what the server had read by then.
  ['http to TLS', /actual {4}.*(closed the connection|reset the connection)/],
  ['https to silence', /timed out in the TLS handshake after [4-9]\.\d s/],
  ['dark', /does not answer: no connection within [3-9]\.\d s \(connect-timeout\)/],
  ['silent', /timed out in waiting for the answer after [4-9]\.\d s/],
  ['reset', /reset the connection/],
  ['closes', /closed the connection without an answer/],
  ['garbage', /not HTTP\/1/],
  ['lies', /expected {2}a whole body\n {4}actual {4}.*closed the connection before the body was complete/],
  ['dribbles', /timed out in reading the body after [4-9]\.\d s \(.*first-byte/],
  ['loop', /actual {4}a redirect loop \/ → \/a → \/b → …/],
  ['gateway', /why {4}the body looks like HTML: title '502 Bad Gateway' \(from nginx\)/],
  ['broken-json', /actual {4}nothing; the body is no JSON/],
  ['huge', /the body was cut at max-body, so its JSON cannot be read/],
  ['refused', /refuses the connection: nothing listens on port \d+/],
  ['no such name', /the name no-such-host\.invalid has no address: DNS says/],
])('%s is explained', (name, text) => {
  expect(find(name)?.status).toBe('failed');
  expect(find(name)?.failure?.text).toMatch(text);
  expect(find(name)?.failure?.text).toMatch(/ {2}where {2}GET .*\n {2}when .*/);
  expect(find(name)?.failure?.curl).toMatch(/^curl .*http/);
});

it.each(golden)('$name is told as a whole block', ({ name, actual, where, when, more = [], what, scheme = 'http' }) => {
  const line = file.split('\n').findIndex((text) => text.includes(`name: ${name},`)) + 1;
  const [assertion, expected] = what ?? ['answer', 'an answer'];
  const block = [
    `${name} › ${assertion} (all.smoke.yml:${line})`,
    `    expected  ${expected}`,
    `    actual    ${actual}`,
    `  where  GET ${scheme}://127.0.0.1:PORT/ → ${where}`,
    `  when   TIME: ${when}`,
    ...more,
    `  curl   curl -sS -i --max-time 4 --cacert ca.pem ${scheme}://127.0.0.1:PORT/`,
  ];
  expect(steady(find(name)?.failure?.text)).toBe(block.join('\n'));
});

it('a bad gateway and a redirect loop are told as whole blocks', () => {
  const [gateway, loop] = [find('gateway')?.failure?.text, find('loop')?.failure?.text].map(steady);
  expect(gateway?.replaceAll(/all\.smoke\.yml:\d+/g, 'FILE')).toBe(`gateway › status 2xx (FILE)
    expected  2xx
    actual    502 (number)
gateway › json.ok == true (FILE)
    expected  true (boolean)
    actual    nothing; the body looks like HTML: title '502 Bad Gateway'
  where  GET http://127.0.0.1:PORT/ → 502 Bad Gateway, 127.0.0.1, HTTP/1.1
  when   TIME: dns TIME, connect TIME, first-byte TIME, body TIME
  why    the body looks like HTML: title '502 Bad Gateway' (from nginx)
  body   <html><head><title>502 Bad Gateway</title></head></html>
  curl   curl -sS -i --max-time 4 --cacert ca.pem http://127.0.0.1:PORT/`);
  expect(loop?.replaceAll(/all\.smoke\.yml:\d+/g, 'FILE')).toBe(`loop › redirects (FILE)
    expected  an answer behind the redirects
    actual    a redirect loop / → /a → /b → …
  where  GET http://127.0.0.1:PORT/b (redirected from http://127.0.0.1:PORT/) → 302 Found, 127.0.0.1, HTTP/1.1, reused connection
  when   TIME in 3 requests: first-byte TIME, body TIME
  curl   curl -sS -i --max-time 4 --cacert ca.pem http://127.0.0.1:PORT/`);
});

it('an authority that is not trusted, and an address of two that refuses, are told with what is behind them', async () => {
  const good = started.get('good');
  const plain = started.get('plain');
  const other = await smoke({
    checks: `GET ${good?.url}/ 200\nGET http://app.test:${plain?.port}/ 404`,
    resolve: `app.test:*:[::1]\napp.test:*:127.0.0.1`,
  });
  const texts = other.report?.checks.map(({ failure }) => failure?.text) ?? [];
  expect(texts[0]).toMatch(
    /actual {4}the certificate comes from an authority that is not trusted here \(CN=127\.0\.0\.1, issuer CN=Lab Authority\), served by 127\.0\.0\.1 \(tls-unknown-ca\)/,
  );
  expect(texts[1]).toMatch(/why {4}connected over IPv4 only: IPv6 ::1 E[A-Z]+/);
});

it('a certificate that ends soon is a warning with its days', () => {
  expect(run.report?.warnings.map(({ code }) => code)).toEqual(['W_TLS_EXPIRES']);
  expect(run.outputs.get('tls-days-left')).toMatch(/^-/);
  expect(
    run.commands.some(({ command, message }) => command === 'warning' && /valid for 5 more days/.test(message)),
  ).toBe(true);
});

it('one step shows at most ten errors, and the log the failures beyond them', () => {
  expect(run.exitCode).toBe(1);
  expect(run.errors.length).toBeLessThanOrEqual(10);
  for (const { failure } of run.report?.checks ?? []) {
    const [first = ''] = failure?.text.split('\n') ?? [];
    expect(run.stdout).toContain(first);
  }
});
