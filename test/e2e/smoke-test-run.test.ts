import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, findLeaksInFolder, step, watchCommandLines } from '@suite/testing';
import { afterEach, expect, it } from 'vitest';
import { checkout, type Handler, json, readOrNothing, serve, smoke, type TestServer } from './smoke-test-world.ts';

const open: TestServer[] = [];
const start = async (handler: Handler): Promise<TestServer> => {
  const server = await serve(handler);
  open.push(server);
  return server;
};
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));
const ok: Handler = (_, response) => json(response, { ok: true });

it('bad input: one run names every wrong input with the corrected form and sends nothing', async () => {
  const server = await start(ok);
  const run = await smoke({
    'base-url': server.url,
    checks: 'GET /ok 200\nGTE /health 200\nGET /x 200 jsn a 1',
    ...{
      'request-timeout': '10',
      retries: 'many',
      'retry-on': '5xxx',
      'latency-budget': 'p95',
      'success-rate': '99',
      'fail-fast': 'yes',
    },
    ...{ 'max-body': '10', secrets: 'password=', concurency: '3' },
  });
  expect(run.exitCode).toBe(1);
  expect(run.errors.length).toBe(1);
  const [message = ''] = run.errors;
  expect(message).toContain('E_INPUT: 10 inputs are wrong; nothing was changed');
  const parts = [
    'did you mean GET?',
    'did you mean json?',
    'write 10s',
    'from 0 to 20',
    'did you mean 5xx?',
    'write p95<10s',
    'write for example >=99%',
  ];
  for (const part of [...parts, 'write true or false', 'write 10MB', 'password has no value'])
    expect(message).toContain(part);
  expect(run.stdout).toContain('input concurency is unknown and was ignored; did you mean concurrency?');
  expect(server.requests).toEqual([]);
  expect(run.report).toBeUndefined();
});

it('files: every mistake of every file is named with line and column, and nothing is sent', async () => {
  const server = await start(ok);
  const files = {
    'a.smoke.yml': 'checks:\n  - get: /a\n    exepct: {}\n',
    'b.smoke.yml': 'checks:\n  - get: "/{{id}}"\n',
  };
  const run = await smoke({ 'base-url': server.url, files: '*.smoke.yml\nc.smoke.yml' }, files);
  for (const part of [
    'a.smoke.yml:3:5 unknown key exepct in a check; did you mean expect?',
    'b.smoke.yml:2 GET /{{id}} uses {{id}}, which nothing gives',
    'c.smoke.yml is not there',
  ]) {
    expect(run.errors[0]).toContain(part);
  }
  expect(server.requests).toEqual([]);
});

it('planted secrets are nowhere but in the requests, though the server echoes them in every place', async () => {
  const odd = (name: string): string => `pl4nted_${name}'s_50%*\\"x y"<b>&-${name}`;
  const planted = {
    ...{ password: odd('password'), key: odd('key'), captured: odd('captured'), query: odd('query') },
    ...{ cookie: "pl4nted_cookie's_50%*x", header: "pl4nted_header's_50%*x", login: 'pl4nted_login_50%25x' },
  };
  const seen: string[] = [];
  const server = await start((request, response) => {
    let body = '';
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        const { url = '', headers } = request;
        seen.push(`${body} ${url} ${JSON.stringify(headers)}`);
        const known = url.startsWith('/me') ? [planted.captured] : [];
        const echo = [planted.password, planted.key, planted.query, planted.login, ...known].join(' ');
        response.setHeader('set-cookie', `sid=${planted.cookie}`);
        response.setHeader('x-echo', `${echo} ${planted.header}`);
        if (url === '/login') json(response, { token: planted.captured });
        else if (url.startsWith('/page'))
          response.writeHead(500).end(`<html><title>${'.'.repeat(170)}${echo}</title>${'.'.repeat(80)}${echo}`);
        else if (url.startsWith('/moved'))
          response
            .writeHead(302, { location: `/to?token=${encodeURIComponent(planted.key)}&x=${planted.header}` })
            .end();
        else json(response, { echo, body, headers, url }, 500);
      });
  });
  const files = {
    'a.smoke.yml': `checks:
  - { name: login, post: /login, json: { password: "{{password}}" }, capture: { token: { from: json.token, secret: true }, sid: { from: cookie.sid, secret: true } } }
  - { name: me, get: "/me?key={{key}}", headers: { Authorization: "Bearer {{token}}", Cookie: "sid={{sid}}" }, expect: { json.echo: nothing, header.Set-Cookie: none, header.X-Echo: none, json.url: /me, json.headers: {} } }
  - { name: form, post: /form, form: { password: "{{password}}" }, auth: { basic: "ann:{{password}}" } }
  - { name: text, post: "/page?access_token={{query}}", json: ["${'.'.repeat(370)}{{password}}", "{{key}}"] }
  - { name: moved, get: /moved, query: { q: "{{query}}" } }`,
  };
  const workspace = checkout(files);
  const one = step('smoke-test', {
    workspace,
    inputs: {
      'base-url': server.url.replace('//', `//${planted.login}@`),
      checks: 'GET /page/{{key}} 200 contains "{{password}}"',
      files: 'a.smoke.yml',
      headers: `X-Api-Key: ${planted.header}`,
      secrets: `password=${planted.password}\nkey=${planted.key}\nquery=${planted.query}`,
    },
  });
  try {
    const watch = watchCommandLines();
    const run = await one.main();
    const argv = watch.stop();
    expect(run.outputs.get('failed')).toBe('5');
    expect(seen.join('\n')).toContain(JSON.stringify(planted.captured).slice(1, -1));
    expect(seen.join('\n')).toContain(planted.header);
    const { stdout: log, stderr: errors, summary } = run;
    const texts = { log, errors, summary, outputs: JSON.stringify([...run.outputs]), argv };
    const leaks = Object.values(planted).flatMap((secret) => [
      ...findLeaks(secret, texts),
      ...findLeaksInFolder(secret, join(workspace, 'smoke-report')),
      ...findLeaksInFolder(secret, one.temporary),
    ]);
    expect(leaks).toEqual([]);
    for (const secret of [planted.password, planted.key, planted.captured]) expect(run.masks).toContain(secret);
  } finally {
    one.dispose();
    rmSync(workspace, { recursive: true, force: true });
  }
});

it('cancel: the reports are written, the result says so, and no request is left hanging', async () => {
  const server = await start((request, response) => {
    if (request.url === '/fast') json(response, {});
  });
  const workspace = checkout();
  const inputs = {
    'base-url': server.url,
    checks: 'GET /fast 200\nGET /hangs 200\nGET /never 200',
    concurrency: '1',
    'request-timeout': '60s',
  };
  const one = step('smoke-test', { workspace, inputs });
  try {
    const running = one.start();
    await running.waitFor(/✓ GET \/fast/);
    running.cancel();
    const run = await running.done;
    expect(run.exitCode).toBe(1);
    expect(run.outputs.get('result')).toBe('cancelled');
    expect(run.errors.join()).toContain('E_CANCELLED: the run was cancelled; 2 checks were not finished');
    const report = JSON.parse(readFileSync(join(workspace, 'smoke-report/report.json'), 'utf8'));
    expect(report).toMatchObject({ result: 'cancelled', passed: 1, skipped: 2 });
    expect(readOrNothing(join(workspace, 'smoke-report/junit.xml'))).toContain(
      '<skipped message="the run was cancelled"/>',
    );
    expect(server.requests).not.toContain('GET /never');
  } finally {
    one.dispose();
    rmSync(workspace, { recursive: true, force: true });
  }
});

it('timeout: what hangs is told with its phase, the rest is skipped, the reports are written', async () => {
  const server = await start(() => undefined);
  const run = await smoke({
    'base-url': server.url,
    checks: 'GET /hangs 200\nGET /never 200',
    concurrency: '1',
    timeout: '1s',
  });
  expect(run.errors.at(-1)).toContain('E_TIMEOUT: the time of timeout, 1.0 s, was over');
  expect(run.report?.checks[0]?.failure?.text).toContain('timed out in waiting for the answer');
  expect(run.report?.checks[1]).toMatchObject({ status: 'skipped', reason: 'the time of timeout was over' });
  expect(server.requests).toEqual(['GET /hangs']);
});

it('unrelated checks run side by side: each waits until all have come', async () => {
  const waiting: (() => void)[] = [];
  const server = await start((_, response) => {
    waiting.push(() => json(response, {}));
    if (waiting.length === 4) for (const answer of waiting) answer();
  });
  const run = await smoke({ 'base-url': server.url, checks: 'GET /1 200\nGET /2 200\nGET /3 200\nGET /4 200' });
  expect(run.outputs.get('passed')).toBe('4');
});

it('repeat: samples go over one kept connection, and budgets judge them', async () => {
  const server = await start(ok);
  const inputs = { 'base-url': server.url, checks: 'GET /health 200', repeat: '25' };
  const kept = await smoke({ ...inputs, 'latency-budget': 'health.p95<5s' });
  expect(kept.exitCode).toBe(0);
  expect(server.requests.length).toBe(25);
  expect(server.connections()).toBe(1);
  expect(kept.summary).toContain('health.p95&lt;5s: kept');
  const broken = await smoke({ ...inputs, 'latency-budget': 'p50<1ms, max<1ms' }).then(({ errors, exitCode }) => ({
    errors,
    exitCode,
  }));
  expect(broken.exitCode).toBe(1);
  expect(broken.errors.join()).toContain('latency-budget max<1ms: broken');
});

it('retries: GET is tried again and flaky, POST is sent once', async () => {
  let gets = 0;
  const server = await start((request, response) => {
    if (request.method === 'GET' && ++gets > 1) json(response, {});
    else request.socket.destroy();
  });
  const run = await smoke({
    'base-url': server.url,
    checks: 'GET /a 200\nPOST /b 200',
    retries: '2',
    'retry-delay': '10ms',
    'retry-on': 'any',
  });
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['GET /a', 'flaky'],
    ['POST /b', 'failed'],
  ]);
  expect(server.requests.filter((request) => request === 'POST /b').length).toBe(1);
});

it('ready-timeout: waits for the application and counts none of the waiting', async () => {
  let asked = 0;
  const server = await start((_, response) => json(response, {}, ++asked < 3 ? 503 : 200));
  const run = await smoke({ 'base-url': server.url, checks: 'GET /health 200', 'ready-timeout': '20s' });
  expect(run.exitCode).toBe(0);
  expect(run.report?.checks[0]?.samples.length).toBe(1);
  expect(run.stdout).toMatch(/ready after .*, 3 tries/);
  const hangs = await start(() => undefined);
  const late = await smoke({ 'base-url': hangs.url, checks: 'GET /health 200', 'ready-timeout': '2s' });
  // The request alone could take ten seconds.
  expect(late.errors.join()).toMatch(/not ready within ready-timeout \([2-6]\.\d s, 1 tries of GET \/health\)/);
  expect(late.errors.join()).toContain('timed out in waiting for the answer');
  const never = await start((_, response) => json(response, {}, 503));
  const failed = await smoke({ 'base-url': never.url, checks: 'GET /health 200', 'ready-timeout': '600ms' });
  expect(failed.errors.join()).toContain('not ready within ready-timeout');
  expect(failed.outputs.get('skipped')).toBe('1');
});

it.each([
  ['is read no further than max-body', 'expect: { body: contains needle }', 40],
  [
    'is read to its end for its hash',
    'request-timeout: 60s, expect: { size: 314572800, sha256: exists, body: contains needle }',
    301,
  ],
])('a body of 300 MiB %s, and costs less than 100 MB', async (_, check, mostMiB) => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let sent = 0;
  const server = await start(async (_request, response) => {
    const closed = once(response, 'close');
    for (let index = 0; index < 300 && !response.destroyed; index++) {
      sent += 1;
      if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
    }
    response.end();
  });
  const workspace = checkout({ 'a.smoke.yml': `checks: [{ get: /huge, ${check} }]` });
  const one = step('smoke-test', { workspace, inputs: { 'base-url': server.url, files: 'a.smoke.yml' } });
  const running = one.start();
  let peakKib = 0;
  const timer = setInterval(() => {
    const status = readOrNothing(`/proc/${running.pid}/status`) ?? '';
    peakKib = Math.max(peakKib, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 5);
  const run = await running.done.finally(() => clearInterval(timer));
  one.dispose();
  rmSync(workspace, { recursive: true, force: true });
  expect(run.errors.join()).toContain('the body was cut at max-body');
  expect(run.errors.join()).not.toContain('sha256');
  expect(sent).toBeLessThanOrEqual(mostMiB);
  expect(peakKib).toBeGreaterThan(30_000);
  // The kernel's kB are KiB, the bar's MB are a million bytes.
  expect(peakKib * 1024).toBeLessThan(100_000_000);
});
