import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Handler, json, serve, smoke, type TestServer } from './smoke-test-world.ts';

const FEED = '<?xml version="1.0"?><feed xmlns:a="urn:a"><title>News</title><a:n>7</a:n><item/><item/></feed>';
const PAGE = '<!doctype html><title>Shop</title><nav><a class="next" href="/2">more</a></nav><p>one</p><p>two</p>';
const seen: string[] = [];
let server: TestServer;

const routes: Readonly<Record<string, Handler>> = {
  '/feed': (_, response) => response.end(FEED),
  '/page': (_, response) => response.end(PAGE),
  '/users': (_, response) => json(response, { users: [{ id: 1, mail: 'ann@example.com' }, { id: 'two' }] }),
  '/login': (_, response) => json(response, { token: 't0ken-of-ann', plan: 'pro' }),
  '/upload': (request, response) => {
    let body = '';
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        seen.push(`${request.headers['content-type']}\n${body}`);
        json(response, {});
      });
  },
};

beforeAll(async () => {
  server = await serve((request, response) =>
    (routes[request.url ?? ''] ?? ((_, end) => json(end, {})))(request, response),
  );
});
afterAll(() => server.close());

it('xml, css and schema look into every kind of body', async () => {
  const files = {
    'user.schema.json': JSON.stringify({
      type: 'object',
      properties: { users: { items: { properties: { id: { type: 'integer' }, mail: { format: 'email' } } } } },
    }),
    'a.smoke.yml': `checks:
  - { name: feed, get: /feed, expect: { xml./feed/title: News, xml.//a:n/text(): "7", xml.count(//item): 2, xml.//none: not exists } }
  - { name: page, get: /page, expect: { css.title: Shop, "css.a.next@href": starts /, css.p: length 2 } }
  - { name: schema, get: /users, expect: { schema: user.schema.json } }
  - { name: inline, get: /users, expect: { schema: { required: [users] } } }
  - { name: wrong, get: /users, expect: { xml.//title: exists, css.h1: Home } }`,
  };
  const run = await smoke({ 'base-url': server.url, files: 'a.smoke.yml' }, files);
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['feed', 'passed'],
    ['page', 'passed'],
    ['schema', 'failed'],
    ['inline', 'passed'],
    ['wrong', 'failed'],
  ]);
  const text = run.report?.checks.map(({ failure }) => failure?.text).join('\n');
  expect(text).toContain('expected  a body that fits user.schema.json\n    actual    /users/1/id must be integer');
  expect(text).toContain('actual    nothing; the body is no XML');
  expect(text).toContain('actual    nothing; the body is no HTML: it has no element');
});

it('an expression, a schema and a use that cannot be read are named with their lines', async () => {
  const files = {
    'a.smoke.yml': `checks:
  - { get: /a, expect: { "xml.//[": exists } }
  - { get: /b, expect: { "css.p[": exists, schema: none.json } }
  - use: a.smoke.yml`,
  };
  const { errors } = await smoke({ 'base-url': server.url, files: 'a.smoke.yml' }, files);
  const parts = [
    'a.smoke.yml:2 xml.//[ cannot',
    'a.smoke.yml:3 css.p[ cannot',
    'none.json is not there',
    'a.smoke.yml uses a.smoke.yml',
  ];
  for (const part of parts) expect(errors[0]).toContain(part);
});

it('use brings a login, when leaves out what is not meant, multipart sends texts and files', async () => {
  const files = {
    'login.smoke.yml':
      'variables: { user: ann }\nchecks: [{ name: login, post: /login, json: { user: "{{user}}" }, capture: { token: { from: json.token, secret: true }, plan: json.plan } }]',
    'cat.txt': 'meow',
    'a.smoke.yml': `checks:
  - use: login.smoke.yml
  - { name: pro, get: /pro, when: { plan: pro }, headers: { Authorization: "Bearer {{token}}" } }
  - { name: free, get: /free, when: { plan: free } }
  - { name: staging, get: /staging, when: { stage: "one-of test, staging" } }
  - { name: upload, post: /upload, multipart: { who: "{{user}}", cat: { file: cat.txt, type: text/plain } } }`,
  };
  const inputs = { 'base-url': server.url, files: 'a.smoke.yml', variables: 'stage=production' };
  const run = await smoke(inputs, files);
  expect(run.errors).toEqual([]);
  expect(run.report?.checks.map(({ name, status, reason }) => [name, status, reason])).toEqual([
    ['login', 'passed', undefined],
    ['pro', 'passed', undefined],
    ['free', 'skipped', 'its when does not hold: plan == free'],
    ['staging', 'skipped', 'its when does not hold: stage one-of test, staging'],
    ['upload', 'passed', undefined],
  ]);
  expect(run.outputs.get('success-rate')).toBe('100');
  expect(seen[0]).toMatch(
    /^multipart\/form-data; boundary=(\S+)\n--\1\r\nContent-Disposition: form-data; name="who"\r\n\r\nann\r\n--\1\r\n.*filename="cat.txt"\r\nContent-Type: text\/plain\r\n\r\nmeow\r\n--\1--\r\n$/s,
  );
});
