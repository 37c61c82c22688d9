import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { afterEach, expect, it } from 'vitest';
import { type Handler, json, serve, smoke, type TestServer } from './smoke-test-world.ts';

const open: TestServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

type Routes = Readonly<Record<string, (body: Record<string, unknown>, ...rest: Parameters<Handler>) => unknown>>;

/** An application that answers as the ones that the examples are for. */
async function application(routes: Routes): Promise<TestServer> {
  const server = await serve((request, response) => {
    let text = '';
    request
      .on('data', (chunk) => (text += chunk))
      .on('end', () => {
        const route = routes[`${request.method} ${request.url}`];
        if (route) route(text === '' ? {} : JSON.parse(text), request, response);
        else json(response, { message: 'Not Found' }, 404);
      });
  });
  open.push(server);
  return server;
}

async function runExample(name: string, server: TestServer, inputs: Readonly<Record<string, string>> = {}) {
  const file = `checks/${name}.smoke.yml`;
  const text = readFileSync(join(repository, 'workflows-examples', file), 'utf8');
  const run = await smoke({ 'base-url': server.url, files: file, 'retry-delay': '10ms', ...inputs }, { [file]: text });
  return { run, statuses: Object.fromEntries((run.report?.checks ?? []).map((check) => [check.name, check.status])) };
}

const nest = (source: string): Routes => ({
  'GET /health': (_, __, response) =>
    json(response, { status: 'ok', details: { database: { status: 'up' } }, version: 'abc1234' }),
  'POST /api/ask': ({ question }, _, response) =>
    question ? json(response, { answer: 'Perhaps.', source }, 201) : json(response, { statusCode: 400 }, 400),
  'GET /': (_, __, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Oracle</title>'),
  'GET /docs': (_, __, response) => response.end('<title>Swagger UI</title>'),
});

it('the five tests of a NestJS service pass, with its budgets and its burst', async () => {
  const server = await application(nest('groq'));
  const { run } = await runExample('nestjs', server, {
    ...{ 'expect-version': 'abc1234', 'latency-budget': 'p95<10s, health.p95<1s' },
    burst: '35x POST /api/ask 2xx>=30 body {"question":"burst"}',
  });
  expect(run.errors).toEqual([]);
  expect(run.outputs.get('passed')).toBe('6');
});

it('and tell where the fallback answers in place of the model', async () => {
  const { statuses, run } = await runExample('nestjs', await application(nest('fallback')));
  expect(statuses).toMatchObject({ health: 'passed', ask: 'failed', swagger: 'passed' });
  expect(run.errors.join()).toContain('actual    "fallback" (text)');
});

it('the seven checks of an application with a worker and an LLM pass, once the worker is done', async () => {
  let asked = 0;
  const server = await application({
    'GET /health': (_, __, response) => json(response, { status: 'healthy' }),
    'GET /health/detailed': (_, __, response) =>
      json(response, { checks: { postgres: 'healthy', redis: 'healthy', worker: 'healthy' } }),
    'POST /api/login': ({ password }, _, response) =>
      json(response, { token: 't0ken-of-smoke' }, password === 'pl4nted-pass' ? 200 : 403),
    'GET /api/jobs/1': (_, __, response) => json(response, {}, 401),
    'POST /api/jobs': (_, __, response) => json(response, { id: 42 }, 202),
    'GET /api/jobs/42': (_, { headers }, response) =>
      headers.authorization === 'Bearer t0ken-of-smoke'
        ? json(response, ++asked < 2 ? { state: 'queued' } : { state: 'done', result: 'three words' })
        : json(response, {}, 401),
    'POST /llm/v1/chat/completions': (_, { headers }, response) =>
      json(
        response,
        { choices: [{ message: { content: 'pong' } }] },
        headers.authorization === 'Bearer pl4nted-llm-key' ? 200 : 401,
      ),
  });
  const secrets = 'password=pl4nted-pass\nllm-key=pl4nted-llm-key';
  const { statuses } = await runExample('worker-llm', server, { variables: `llm-url=${server.url}/llm`, secrets });
  expect(Object.values(statuses).sort()).toEqual(['flaky', ...Array(6).fill('passed')]);
  expect(statuses['the worker finishes it']).toBe('flaky');
});

const pythonApi = (hits: readonly object[]): Routes => {
  const id = '0b0f5c1e-8a53-4c7e-9f0e-1d2c3b4a5968';
  const healthy = {
    postgres: { status: 'healthy', response_time_ms: 3 },
    redis: { status: 'healthy', response_time_ms: 1 },
  };
  const document = {
    openapi: '3.1.0',
    paths: {
      '/health': {
        get: {
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: { required: ['status'] } } } },
          },
        },
      },
    },
  };
  return {
    'GET /health': (_, __, response) => json(response, { status: 'healthy' }),
    'GET /health/detailed': (_, __, response) => json(response, { status: 'healthy', checks: healthy }),
    'GET /openapi.json': (_, __, response) => json(response, document),
    'POST /tasks': (_, { headers }, response) =>
      json(response, { task_id: id }, headers['x-api-key'] === 'pl4nted-api' ? 202 : 401),
    [`GET /tasks/${id}`]: (_, __, response) => json(response, { status: 'SUCCESS' }),
    'POST /search': (_, __, response) => json(response, { hits }),
  };
};
const pythonInputs = { openapi: '/openapi.json', secrets: 'api-key=pl4nted-api' };

it('the checks of a Python API with Celery pass, and those of its document', async () => {
  const server = await application(pythonApi([{ score: 0.9 }, { score: 0.2 }]));
  const { run } = await runExample('python-celery', server, pythonInputs);
  expect(run.errors).toEqual([]);
  expect(run.outputs.get('passed')).toBe('7');
});

it('and do not take a search that finds nothing for one that works', async () => {
  const { run, statuses } = await runExample('python-celery', await application(pythonApi([])), pythonInputs);
  expect(run.outputs.get('passed')).toBe('6');
  expect(statuses['vector search']).toBe('failed');
});
