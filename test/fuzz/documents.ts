// Documents of others: YAML of checks, budgets, OpenAPI, reports of hurl.
import { InputError, inputReader, inputSource } from '@suite/core';
import { fakePorts } from '@suite/testing';
import { readInputs as readGate } from '../../actions/health-gate/src/inputs.ts';
import { planGate } from '../../actions/health-gate/src/plan.ts';
import { parseSlo } from '../../actions/health-gate/src/slo.ts';
import { hurlResults } from '../../actions/smoke-test/src/hurl-results.ts';
import { readInputs as readSmoke } from '../../actions/smoke-test/src/inputs.ts';
import { loadOpenApi } from '../../actions/smoke-test/src/load-openapi.ts';
import type { Found } from '../../actions/smoke-test/src/observe.ts';
import { type Fuzzed, holdsFor, mangled, mangledJson } from './mangled.ts';

const CHECKS = [
  '- http: https://app.example.com/health\n  components: "postgres=healthy, *>=degraded"\n  required: false',
  '- { tcp: "db:5432", name: database, request-timeout: 2s }',
  '- postgres: postgres://app:pw@db:5432/app?sslmode=require',
  '- redis: rediss://:pw@cache',
  '- command: [pg_isready, -h, db]\n  max-latency: 1s',
  '- docker: web\n- compose: shop/worker\n- memory: "80%"\n- disk: /\n  used-max: 90%\n- logs: web\n  deny: FATAL|panic',
  '- http: http://a.test\n  until: |\n    $.state == "ready"\n  fail-when: ["$.state == 1"]\n  headers: { A: b }\n  expect-version: 1234e56',
];
const SLOS = ['error-rate<1%', 'p95<1s', 'uptime>=99%', 'p99.9<=500ms'];
const item = { description: 'x', content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } } };
const OPENAPI = {
  ...{ openapi: '3.1.0', info: { title: 'x', version: '1' }, servers: [{ url: '/v1' }], security: [{}] },
  paths: {
    '/items/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { enum: [7] } },
        { $ref: '#/components/parameters/Q' },
      ],
      get: { responses: { '2XX': item, default: { $ref: '#/components/responses/One' } } },
      head: { security: [], responses: { 200: {} } },
    },
    '/page': { get: { responses: { 200: { content: { 'text/*': {} } } } } },
  },
  components: {
    parameters: { Q: { name: 'q', in: 'query', required: true, examples: { a: { value: 'x y' } } } },
    responses: { One: item },
    schemas: {
      Item: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer', pattern: '^a', $ref: '#/components/schemas/Id' } },
      },
      Id: {},
    },
  },
};
const call = {
  request: { method: 'GET', url: 'http://a.test/' },
  response: { status: 200, http_version: 'HTTP/1.1', certificate: { expire_date: '2027-01-01 10:00:00 UTC' } },
  timings: { name_lookup: 1, connect: 2, app_connect: 3, pre_transfer: 4, start_transfer: 5, total: 6 },
};
const entry = {
  line: 1,
  time: 3,
  curl_cmd: "curl 'http://a.test/'",
  asserts: [{ success: true, line: 2 }],
  calls: [call],
};
const REPORT = [
  {
    filename: 'a.hurl',
    success: false,
    entries: [entry, { ...entry, line: 4, asserts: [{ success: false, line: 5 }] }],
  },
];
const STDERR = [
  'error: Assert failure\n  --> a.hurl:5:0\n   |\n 5 | jsonpath "$.n" == 3\n   |   actual:   integer <4>\n   |   expected: integer <3>\n   |\n',
  'error: HTTP connection\n  --> a.hurl:4:5\n   |\n 4 | GET http://b.test\n   |     ^^^^^^^^ (6) Could not resolve host\n   |\n',
  'Failure a.hurl (1 request(s) in 53 ms)\n',
];

export const documents: readonly Fuzzed[] = [
  {
    name: 'the checks of health-gate are a plan or problems',
    run: (limits) => holdsFor(mangled(CHECKS), limits, isPlanOrProblems),
  },
  {
    name: 'budgets of health-gate are read or refused with a sentence',
    run: (limits) => holdsFor(mangled(SLOS, ', '), limits, (text) => isReadOrRefused(() => parseSlo(text))),
  },
  {
    name: 'OpenAPI documents give checks that judge every answer, or a problem',
    run: async (limits) => {
      await holdsFor(mangledJson(OPENAPI), limits, givesChecksOrProblem);
      await holdsFor(mangled([JSON.stringify(OPENAPI)]), limits, givesChecksOrProblem);
    },
  },
  {
    name: 'reports of hurl give results with reasons, and none passes where hurl says no',
    run: async (limits) => {
      await holdsFor(mangledJson(REPORT), limits, (report) => tellsWhy(report, ''));
      await holdsFor(mangled([JSON.stringify(REPORT)]), limits, (report) => tellsWhy(report, ''));
      await holdsFor(mangled(STDERR, ''), limits, (stderr) => tellsWhy(JSON.stringify(REPORT), stderr));
    },
  },
];

/** Whether a parser gives something, or a sentence. */
export function isReadOrRefused(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    return error instanceof RangeError && error.message.length > 8;
  }
}

async function isPlanOrProblems(text: string): Promise<boolean> {
  const reader = inputReader(inputSource({ INPUT_CHECKS: text }));
  try {
    const inputs = await readGate(reader);
    reader.done();
    return planGate(inputs, { ca: undefined, baseline: undefined }).checks.length > 0;
  } catch (error) {
    return error instanceof InputError && error.problems.every(({ problem }) => problem.length > 8);
  }
}

async function givesChecksOrProblem(text: string): Promise<boolean> {
  const given = { INPUT_OPENAPI: 'api.json', 'INPUT_BASE-URL': 'http://a.test' };
  const problems: Found[] = [];
  const { files } = fakePorts({ files: { 'api.json': text } });
  const loaded = await loadOpenApi(readSmoke(inputReader(inputSource(given))), {}, { files, problems });
  if (loaded === undefined) return problems.length === 1 && (problems[0]?.problem.length ?? 0) > 'api.json '.length;
  const { checks } = loaded.source;
  const bodies = [
    { json: { value: { id: 1 } }, problem: undefined },
    { json: undefined, problem: 'the body is no JSON' },
  ];
  return checks.every(({ expect, method }) =>
    bodies.every((body) => {
      const path = String(expect[0]?.matcher.expected[0]?.value);
      const wrong = loaded.judge(path, { status: 200, contentType: 'application/json', body, method });
      return wrong.every((sentence) => sentence.length > 4);
    }),
  );
}

function tellsWhy(report: string, stderr: string): boolean {
  const ran = { file: 'a.hurl', report, stderr, problem: 'hurl exits 4' };
  const results = hurlResults([ran], { firstId: 0, nowMs: 0 });
  const failed = results.filter(({ status }) => status === 'failed');
  return (
    failed.length > 0 &&
    failed.every(({ failure }) => /› .*\n {4}expected {2}.+\n {4}actual {4}./.test(failure?.text ?? ''))
  );
}
