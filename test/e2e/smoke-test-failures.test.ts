import { afterAll, beforeAll, expect, it } from 'vitest';
import { caFile } from '../lab/certificates.ts';
import {
  type Handler,
  json,
  type ReportedCheck,
  type SmokeRun,
  serve,
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
    { name: 'refused', url: closed.url },
    { name: 'no such name', url: 'http://no-such-host.invalid/' },
  ].map((check) => `  - { name: ${check.name}, get: ${check.url}/, expect: { json.ok: true } }`);
  const loop = `  - { name: loop, get: "${url('loop')}/", follow: true }`;
  const inputs = {
    files: 'all.smoke.yml',
    'request-timeout': '1s',
    'max-body': '100KB',
    'ca-cert': caFile,
    concurrency: '8',
  };
  run = await smoke(inputs, { 'all.smoke.yml': ['checks:', ...checks, loop].join('\n') });
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
  ['http to TLS', /actual {4}.*(closed the connection|reset the connection|400)/],
  ['silent', /timed out in waiting for the answer after 1\.\d s/],
  ['reset', /reset the connection/],
  ['closes', /closed the connection without an answer/],
  ['garbage', /not HTTP\/1/],
  ['lies', /expected {2}a whole body\n {4}actual {4}.*closed the connection before the body was complete/],
  ['dribbles', /timed out in reading the body after 1\.\d s \(.*first-byte/],
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
