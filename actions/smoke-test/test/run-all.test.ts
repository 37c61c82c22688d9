import { Secret } from '@suite/core';
import type { FailureKind } from '@suite/http';
import { describe, expect, it } from 'vitest';
import { planFor, play, type Server } from './world.ts';

const refused = (kind: FailureKind) => ({ failure: { kind, phase: 'connect', message: `it is ${kind}` } }) as const;
const files = (text: string) => ({ 'a.yml': text });
const fromFile = (text: string, inputs: Record<string, string> = {}) =>
  planFor({ files: 'a.yml', ...inputs }, files(text));
const statuses = async (server: Server, plan: Awaited<ReturnType<typeof planFor>>) =>
  (await play(plan, server)).results.map(({ status }) => status);

describe('a request', () => {
  it('carries what the check says, with variables filled in', async () => {
    const plan = await fromFile(
      `variables: { user: file, n: 5 }
checks:
  - post: /api/{{user}}
    query: { q: "a b&{{n}}" }
    headers: { X-User: "{{user}}" }
    json: { name: "{{user}}", age: "{{n}}", text: "n={{n}}", list: ["{{n}}"] }`,
      { variables: 'user=ann', headers: 'X-All: yes', 'base-url': 'http://app.test/v1/' },
    );
    const { requests } = await play(plan, () => ({}));
    expect(requests[0]?.url.href).toBe('http://app.test/v1/api/ann?q=a+b%265');
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      'x-all': 'yes',
      'x-user': 'ann',
    });
    expect(requests[0]?.body).toBe('{"name":"ann","age":5,"text":"n=5","list":[5]}');
  });

  it.each([
    ['form: { a: "1 2", b: "&" }', 'application/x-www-form-urlencoded', 'a=1+2&b=%26'],
    ['json: [1]', 'application/json', '[1]'],
    ['body-file: b.json', 'application/json', '{"file":1}'],
  ])('sends %s', async (body, type, text) => {
    const plan = await planFor(
      { files: 'a.yml' },
      { ...files(`checks: [{ post: /x, ${body} }]`), 'b.json': '{"file":1}' },
    );
    const { requests } = await play(plan, () => ({}));
    expect(requests[0]?.headers?.get('content-type')).toBe(type);
    expect(String(requests[0]?.body)).toBe(text);
  });

  it('tells headers of the inputs to base-url only', async () => {
    const plan = await planFor({ checks: 'GET /a 200\nGET http://other.test/ 200', headers: 'X-Key: planted-key' });
    const { requests } = await play(plan, () => ({}));
    expect(requests.map(({ headers }) => headers?.get('x-key'))).toEqual(['planted-key', undefined]);
  });

  it('encodes basic credentials and makes them secrets', async () => {
    const plan = await fromFile('checks: [{ get: /x, auth: { basic: "ann:{{pw}}" } }]', { secrets: 'pw=sw0rdfish' });
    const { requests } = await play(plan, () => ({}));
    expect(requests[0]?.headers?.get('authorization')).toBe(`Basic ${Buffer.from('ann:sw0rdfish').toString('base64')}`);
  });

  it('that its variables make impossible fails alone', async () => {
    const based = await fromFile(
      'base-url: http://app.test\nchecks: [{ get: /a, capture: { to: json.to } }, { get: "{{to}}", name: next }]',
    );
    const { results } = await play(based, () => ({ body: '{"to":"http://[bad"}' }));
    expect(results[1]?.failure?.text).toContain('next › request (a.yml:2)');
  });
});

describe('captures', () => {
  const chain = `checks:
  - { name: me, get: /me, headers: { Authorization: "Bearer {{token}}" }, expect: { json.id: "{{id}}" } }
  - { name: login, post: /login, capture: { token: { from: json.token, secret: true }, id: json.id } }`;

  it('reach the checks that need them, with their type', async () => {
    const plan = await fromFile(chain);
    const { results, requests } = await play(plan, () => ({ body: '{"token":"t0ken-of-ann","id":7}' }));
    expect(requests.map(({ url }) => url.pathname)).toEqual(['/login', '/me']);
    expect(requests[1]?.headers?.get('authorization')).toBe('Bearer t0ken-of-ann');
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  it('that are secret appear in no failure', async () => {
    const plan = await fromFile(chain);
    const { results } = await play(plan, ({ url }) =>
      url.pathname === '/me'
        ? { status: 500, body: '{"echo":"Bearer s3cr3t-captured"}' }
        : { body: '{"token":"s3cr3t-captured","id":1}' },
    );
    expect(results[0]?.failure?.text).toContain('{"echo":"***"}');
    expect(JSON.stringify(results)).not.toContain('s3cr3t-captured');
  });

  it('that find nothing fail their check and skip those that need them', async () => {
    const { results } = await play(await fromFile(chain), () => ({ body: '{"id":1}' }));
    expect(results[1]?.failure?.text).toContain(
      "capture token (a.yml:3)\n    expected  a value at json.token\n    actual    nothing; the body's JSON has nothing at json.token",
    );
    expect(results[0]).toMatchObject({ status: 'skipped', reason: 'needs what login captures, which failed' });
  });
});

describe('retries', () => {
  const flaky: Server = (_, nth) => (nth === 1 ? refused('connect-refused') : {});

  it.each([
    ['GET /x 200', { retries: '1' }, flaky, 'flaky'],
    ['GET /x 200', { retries: '0' }, flaky, 'failed'],
    ['POST /x 200', { retries: '1' }, flaky, 'failed'],
    ['GET /x 200', { retries: '1' }, ((_, nth) => (nth === 1 ? { status: 503 } : {})) as Server, 'failed'],
    [
      'GET /x 200',
      { retries: '1', 'retry-on': '5xx' },
      ((_, nth) => (nth === 1 ? { status: 503 } : {})) as Server,
      'flaky',
    ],
    [
      'GET /x 200',
      { retries: '1', 'retry-on': '429' },
      ((_, nth) => (nth === 1 ? { status: 429 } : {})) as Server,
      'flaky',
    ],
    [
      'GET /x 200 json a 1',
      { retries: '1', 'retry-on': 'any' },
      ((_, nth) => ({ body: `{"a":${nth - 1}}` })) as Server,
      'flaky',
    ],
    ['GET /x 200', { retries: '3' }, (() => refused('tls-expired')) as Server, 'failed'],
  ])('%s with %j', async (checks, inputs, server, status) => {
    expect(await statuses(server, await planFor({ checks, ...inputs }))).toEqual([status]);
  });

  it('of POST happen where the check itself says so', async () => {
    expect(await statuses(flaky, await fromFile('checks: [{ post: /x, retry: 1 }]'))).toEqual(['flaky']);
    expect(await statuses(flaky, await fromFile('defaults: { retry: 1 }\nchecks: [{ post: /x }]'))).toEqual(['failed']);
    expect(await statuses(flaky, await fromFile('defaults: { retry: 1 }\nchecks: [{ get: /x }]'))).toEqual(['flaky']);
  });

  it('wait as the server asks in Retry-After', async () => {
    const plan = await planFor({ checks: 'GET /x 200', retries: '1', 'retry-on': '429' });
    const { waitedMs } = await play(plan, (_, nth) =>
      nth === 1 ? { status: 429, headers: { 'retry-after': '7' } } : {},
    );
    expect(waitedMs).toBe(7000);
  });

  it('end with the last answer, and only that one is a sample', async () => {
    const plan = await planFor({ checks: 'GET /x 200', retries: '2', 'retry-on': 'any' });
    const { results, requests } = await play(plan, (_, nth) => ({ status: 500 + nth }));
    expect(requests.length).toBe(3);
    expect(results[0]?.samples.map(({ ok, attempts }) => [ok, attempts])).toEqual([[false, 3]]);
    expect(results[0]?.failure?.text).toContain('503 (number)');
  });
});

describe('a run', () => {
  it('repeats a check for samples, and one failed sample fails it', async () => {
    const plan = await planFor({ checks: 'GET /x 200', repeat: '4' });
    const { results } = await play(plan, (_, nth) => ({ status: nth === 3 ? 500 : 200, ms: nth * 10 }));
    expect(results[0]?.status).toBe('failed');
    expect(results[0]?.samples.map(({ ok, ms }) => [ok, ms])).toEqual([
      [true, 10],
      [true, 20],
      [false, 30],
      [true, 40],
    ]);
  });

  it('sends nothing more after a failure with fail-fast', async () => {
    const plan = await planFor({ checks: 'GET /a 200\nGET /b 200', 'fail-fast': 'true', concurrency: '1' });
    const { results, requests } = await play(plan, () => ({ status: 500 }));
    expect(requests.length).toBe(1);
    expect(results[1]).toMatchObject({ status: 'skipped', reason: 'another check failed, and fail-fast is set' });
  });

  it('skips what is left when it is cancelled', async () => {
    const controller = new AbortController();
    const plan = await planFor({ checks: 'GET /a 200\nGET /b 200\nGET /c 200', concurrency: '1' });
    const server: Server = (_, nth) => {
      if (nth === 2) controller.abort();
      return nth === 2 ? refused('cancelled') : {};
    };
    const { results } = await play(plan, server, { signal: controller.signal });
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ['passed', undefined],
      ['skipped', 'the run was cancelled'],
      ['skipped', 'the run was cancelled'],
    ]);
  });

  it('sends nothing more when its time is over, and gives a request no more than what is left', async () => {
    const plan = await planFor({ checks: 'GET /a 200\nGET /b 200', concurrency: '1', 'request-timeout': '8s' });
    let left = 5000;
    const { results, requests } = await play(plan, () => ({}), { leftMs: () => (left -= 2500) });
    expect(requests.map(({ timeoutMs }) => timeoutMs <= 2500)).toEqual([true]);
    expect(results[1]).toMatchObject({ status: 'skipped', reason: 'the time of timeout was over' });
  });

  it('holds every answer against expect-version', async () => {
    const plan = await planFor({ checks: 'GET /a 200\nGET /b 200', 'expect-version': 'abc1234def', concurrency: '1' });
    const { results } = await play(plan, (_, nth) => ({ headers: { 'x-version': nth === 1 ? 'abc1234' : 'fff9999' } }));
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed']);
    expect(results[1]?.failure?.text).toContain(
      'GET /b › expect-version (checks line 2)\n    expected  "abc1234def" (text)\n    actual    "fff9999" (text); another build answers',
    );
  });

  it.each([
    ['follow: 0, expect: { status: 301, header.Location: /new, redirects: 0 }', 'passed'],
    ['expect: { status: 301 }', 'passed'],
    ['follow: true, expect: { status: 200, redirects: 1, url: ends /new }', 'passed'],
    ['follow: 1, expect: { redirects: 1 }', 'passed'],
    ['follow: true, get: /loop', 'failed'],
    ['follow: 1, get: /far', 'failed'],
  ])('takes a redirect for an answer unless it is told to follow: %s', async (check, status) => {
    const to: Readonly<Record<string, string>> = { '/old': '/new', '/loop': '/loop', '/far': '/old' };
    const plan = await fromFile(`checks: [{ ${check.includes('get:') ? check : `get: /old, ${check}`} }]`);
    const { results } = await play(plan, ({ url }) => {
      const location = to[url.pathname];
      return location === undefined ? {} : { status: 301, headers: { location } };
    });
    expect(results.map((result) => result.status)).toEqual([status]);
  });

  it('goes on where one pattern would never end, and tells the pattern in the failure of its check', async () => {
    const plan = await fromFile(
      `checks:
  - { name: endless, get: /a, expect: { body: matches ^(a+)+$ } }
  - { name: when, get: /b, when: { text: matches ^(a+)+$ } }
  - { name: good, get: /c }`,
      { variables: `text=${'a'.repeat(40)}!` },
    );
    const { results } = await play(plan, () => ({ body: `${'a'.repeat(40)}!` }));
    expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'passed']);
    const says = 'E_PATTERN: the pattern ^(a+)+$ took more than 1000 ms on a text of 41 characters; write it without';
    expect(results[0]?.failure?.text).toContain(`endless › body matches ^(a+)+$ (a.yml:2)`);
    for (const { failure } of results.slice(0, 2)) expect(failure?.text).toContain(`actual    ${says}`);
  });

  it('goes on where a check breaks in a way that nobody foresaw', async () => {
    const plan = await planFor({ checks: 'GET /a 200\nGET /b 200' });
    const { results } = await play(plan, ({ url }) => {
      if (url.pathname === '/a') throw new TypeError('it is not a function');
      return {};
    });
    expect(results.map(({ status }) => status)).toEqual(['failed', 'passed']);
    expect(results[0]?.failure?.text).toContain('GET /a › check (checks line 1)');
    expect(results[0]?.failure?.text).toContain('E_INTERNAL: unexpected: it is not a function');
  });

  it('keeps values of secrets out of requests as shown', async () => {
    const plan = await planFor({ checks: 'GET /x?key={{key}} 200', secrets: 'key=sesame-open' });
    const { results, requests } = await play(plan, () => ({ status: 403, body: '{"you":"sesame-open"}' }));
    expect(requests[0]?.url.search).toBe('?key=sesame-open');
    expect(results[0]?.failure?.text).not.toContain('sesame');
    expect(new Secret('sesame-open').reveal()).toBe('sesame-open');
  });
});
