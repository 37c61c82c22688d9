import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Handler, json, serve, smoke, type TestServer } from './smoke-test-world.ts';

const item = (fields: object) => ({ description: 'good', content: { 'application/json': { schema: fields } } });
const document = (version: string) => ({
  openapi: version,
  info: { title: 'Shop', version: '1' },
  servers: [{ url: '/v1' }],
  paths: {
    '/items': { get: { responses: { 200: item({ type: 'array', items: { $ref: '#/components/schemas/Item' } }) } } },
    '/items/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 }],
      get: { responses: { '2XX': { $ref: '#/components/responses/One' } } },
      delete: { responses: { 204: { description: 'gone' } } },
    },
    '/users/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true, schema: {} }], responses: {} } },
    '/search': {
      get: {
        parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string', default: 'a b' } }],
        responses: { 200: { description: 'page', content: { 'text/html': {} } } },
      },
    },
    '/private': { get: { security: [{ token: [] }], responses: { 200: { description: 'x' } } } },
    '/gone': { get: { responses: { 200: item({}), 404: { description: 'no' } } } },
  },
  components: {
    responses: { One: item({ $ref: '#/components/schemas/Item' }) },
    schemas: {
      Item: {
        type: 'object',
        required: ['id', 'note'],
        properties: {
          id: {
            type: 'integer',
            ...(version < '3.1' ? { minimum: 0, exclusiveMinimum: true } : { exclusiveMinimum: 0 }),
          },
          note: version < '3.1' ? { type: 'string', nullable: true } : { type: ['string', 'null'] },
        },
      },
    },
  },
});

const routes: Readonly<Record<string, Handler>> = {
  '/openapi.json': (_, response) => json(response, document('3.0.3')),
  '/v1/items': (_, response) =>
    json(response, [
      { id: 1, note: null },
      { id: 0, note: 5 },
    ]),
  '/v1/items/7': (_, response) => json(response, { id: 7, note: 'x' }),
  '/v1/search?q=a+b': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>'),
  '/v1/private': (_, response) => json(response, {}),
};
let server: TestServer;
beforeAll(async () => {
  server = await serve((request, response) =>
    (routes[request.url ?? ''] ?? ((_, end) => json(end, {}, 404)))(request, response),
  );
});
afterAll(() => server.close());

it.each([
  ['/openapi.json', {}],
  ['api/openapi.yaml', { 'api/openapi.yaml': stringify(document('3.1.0')) }],
])('a document at %s becomes checks of what it tells', async (openapi, files) => {
  const run = await smoke({ 'base-url': server.url, openapi }, files);
  expect(run.report?.checks.map(({ name, status }) => [name, status])).toEqual([
    ['GET /items', 'failed'],
    ['GET /items/{id}', 'passed'],
    ['GET /search', 'passed'],
    ['GET /gone', 'failed'],
  ]);
  expect(run.report?.checks[0]?.failure?.text).toMatch(
    /GET \/items › openapi \(openapi\)\n.*describes GET \/items\n.*\/1\/id must be > 0; \/1\/note must be string/,
  );
  expect(run.report?.checks[3]?.failure?.text).toContain('404 is not a good answer; there are 200, 404');
  expect(run.stdout).toContain('not checked: GET /users/{id}: its path parameter id has neither example nor default');
  expect(run.stdout).toContain('not checked: GET /private: it asks for a credential, and headers gives none');
});

it('a check of a file is held against an operation, and a credential opens those that ask for one', async () => {
  const file =
    'checks: [{ name: one, get: /v1/items/7, expect: { openapi: "/items/{id}" } }, { get: /v1/items/7, expect: { openapi: /none } }]';
  const inputs = {
    'base-url': server.url,
    openapi: '/openapi.json',
    files: 'a.smoke.yml',
    headers: 'Authorization: Bearer t0ken-for-api',
  };
  const run = await smoke(inputs, { 'a.smoke.yml': file });
  const named = (name: string) => run.report?.checks.find((check) => check.name === name);
  expect(named('one')?.status).toBe('passed');
  expect(named('GET /private')?.status).toBe('passed');
  expect(named('GET /v1/items/7')?.failure?.text).toContain('the document has no GET /none');
});

it.each([
  ['/none.json', {}, 'cannot be read: it answers 404'],
  ['gone.yaml', {}, 'is not there'],
  ['a.yaml', { 'a.yaml': 'swagger: "2.0"' }, 'is no OpenAPI document'],
  ['a.yaml', { 'a.yaml': 'openapi: 4.0.0' }, 'is OpenAPI 4.0.0; 3.0 and 3.1 are read'],
])('a document at %s that cannot be read is named', async (openapi, files, why) => {
  const { errors } = await smoke({ 'base-url': server.url, openapi }, files);
  expect(errors[0]).toContain(why);
});
