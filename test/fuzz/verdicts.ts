// Whatever a server answers, both actions give a verdict with a reason.
import { type ProbeResult, parseVersionSource } from '@suite/http';
import fc from 'fast-check';
import type { HttpCheck, Reading } from '../../actions/health-gate/src/check.ts';
import { httpCheck } from '../../actions/health-gate/src/checks-input.ts';
import { parseConditions } from '../../actions/health-gate/src/conditions.ts';
import { judgeHttp } from '../../actions/health-gate/src/judge-http.ts';
import { parseRules } from '../../actions/health-gate/src/rules.ts';
import { toAnswer } from '../../actions/smoke-test/src/answer.ts';
import { evaluate } from '../../actions/smoke-test/src/evaluate.ts';
import { formatFailure } from '../../actions/smoke-test/src/failure-text.ts';
import { queryCss } from '../../actions/smoke-test/src/query-css.ts';
import { queryXml } from '../../actions/smoke-test/src/query-xml.ts';
import { compileSchema } from '../../actions/smoke-test/src/schema.ts';
import { parseSmokeFile } from '../../actions/smoke-test/src/smoke-file.ts';
import { type Fuzzed, holdsFor, mangled, mangledJson } from './mangled.ts';

const SCHEMA = { type: 'object', required: ['status'], properties: { status: { type: 'string', format: 'email' } } };
const SUBJECTS = [
  ...['body', 'url', 'redirects', 'http', 'size', 'sha256', 'address', 'version', 'header.content-type'],
  ...[
    'cookie.a',
    'json',
    'json.status',
    'json.checks[*].status',
    'json.a[-1]',
    'xml.//a',
    'xml.count(//a)',
    'css.title',
  ],
  ...['css.a@href', 'time.total', 'time.tls', 'tls.valid', 'tls.days-left', 'tls.san'],
];
const MATCHERS = [
  ...[
    'exists',
    'empty',
    'semver',
    'uuid',
    'iso-date',
    'type text',
    'contains a',
    'not-contains a',
    'starts a',
    'ends a',
  ],
  ...['== 1', '!= 1', '<1s', '>=3', 'one-of 1, a', 'matches ^a', 'length >0', 'each exists', 'any contains a'],
  ...['days-from-now <5', 'each type text', 'any >1', 'length 3'],
];
const FILE = `checks:
  - get: /
    expect:
      - schema: ${JSON.stringify(SCHEMA)}
${SUBJECTS.flatMap((subject) => MATCHERS.flatMap((matcher) => pair(subject, matcher))).join('\n')}
    capture: { a: json.status, b: xml.//a, c: css.title, d: cookie.a, e: body }
`;

function pair(subject: string, matcher: string): readonly string[] {
  return [matcher, `not ${matcher}`].map((text) => `      - ${JSON.stringify(subject)}: ${JSON.stringify(text)}`);
}

const { source, problems } = parseSmokeFile('a.yml', FILE);
if (problems.length > 0) throw new Error(problems.join('\n'));
const [check] = source.checks;
const paired =
  check?.expect.filter(({ subject, matcher }) => !/^(schema|status)$/.test(subject.kind) && matcher.kind !== 'not') ??
  [];
const tools = {
  ...{ xml: queryXml, css: queryCss },
  schemas: new Map([[JSON.stringify(SCHEMA), compileSchema(SCHEMA)]]),
};

/** Whether smoke-test judges an answer with reasons, and lets nothing pass that passes under `not` as well. */
export function smokeJudges(result: ProbeResult): boolean {
  if (check === undefined) throw new Error('the file of the fuzz is wrong');
  const request = { url: new URL('http://a.test/'), timeoutMs: 1 };
  const answer = toAnswer(request, { hops: [result] }, { kind: 'auto' });
  const judgement = { ...check, expectVersion: 'abc1234', nowMs: 0, tools };
  const assertions = evaluate(answer, judgement);
  const isReasoned = assertions.every(({ text, expected, actual }) => text !== '' && expected !== '' && actual !== '');
  if (result.failure) return isReasoned && assertions.length === 1;
  const failed = new Set(assertions.map(({ text }) => text));
  const both = paired.find(({ text }) => !failed.has(text) && !failed.has(text.replace(/^(\S+) /, '$1 not ')));
  const block = formatFailure({ check, assertions: assertions.slice(0, 3), answer, curl: 'curl' });
  return isReasoned && both === undefined && block.includes('  where  GET ');
}

const url = new URL('http://a.test/health');
const defaults = {
  ...{ requestTimeoutMs: 1, maxLatencyMs: undefined, headers: new Map(), components: [], until: [], failWhen: [] },
  expectVersion: undefined,
};
const conditions = parseConditions('$.status == "ready"\n$.checks[*].status != "down"\n$.a[-1] > 3\n$.a matches "^a"');
const gates: readonly HttpCheck[] = [
  httpCheck(url, defaults, false),
  httpCheck(url, { ...defaults, components: parseRules('postgres=healthy, *>=degraded') }, false),
  httpCheck(url, { ...defaults, until: conditions, failWhen: conditions.slice(2) }, false),
  httpCheck(url, { ...defaults, expectVersion: 'abc1234' }, true),
];
const readings: readonly Reading[] = ['auto', '$.checks', '$[*]'].map((componentsPath) => ({
  ...{ degraded: 'warn', unknown: 'fail', componentsPath, versionSource: parseVersionSource('auto') },
}));

/** Whether health-gate gives every answer a class and a reason, and passes none that did not come. */
export function gateJudges(result: ProbeResult): boolean {
  return gates.every((gate) =>
    readings.every((reading) => {
      const sample = judgeHttp(gate, result, reading);
      const isKnown = ['pass', 'warn', 'fail', 'error'].includes(sample.class);
      return isKnown && sample.message.length > 1 && (result.failure === undefined || sample.class === 'error');
    }),
  );
}

const BODIES = [
  ...['{"status":"ok","checks":{"db":{"status":"up"}}}', '<html><title>x</title><a href="/">y</a>', '<a><b>7</b></a>'],
  ...['Healthy', '', '[1,"a",null]', 'null', '"ok"', '1.2.3'],
];
const HEALTH = {
  ...{
    status: 'ok',
    version: 'abc1234',
    state: 'running',
    healthy: true,
    a: ['x', 3],
    State: { Health: { Status: 'up' } },
  },
  checks: { postgres: 'healthy', redis: { status: 'up', details: { x: [{ status: 'warn' }] } } },
  ...{ entries: { a: { status: 2 } }, components: [{ name: 'a', status: 'down' }], details: {}, services: null },
};
const answer = fc.record({
  status: fc.constantFrom(200, 204, 301, 404, 429, 500, 503),
  body: fc.oneof(mangled(BODIES, ''), mangledJson(HEALTH), fc.json({ maxDepth: 4 })),
  headers: mangled(['content-type: text/html\nset-cookie: a=b\nx-version: abc1234\nlocation: /a\nage: 3']),
  cut: fc.boolean(),
  undecoded: fc.option(fc.constant('zstd'), { nil: undefined, freq: 5 }),
});

function resultOf({ status, body, headers, cut, undecoded }: typeof answer extends fc.Arbitrary<infer T> ? T : never) {
  const pairs = headers
    .split('\n')
    .map((line): [string, string[]] => [line.split(':')[0] ?? '', [line.split(': ')[1] ?? '']]);
  const bytes = Buffer.from(body);
  const result: ProbeResult = {
    ...{
      url: 'http://a.test/',
      method: 'GET',
      phases: {},
      totalMs: 1,
      address: '10.0.0.1',
      attempts: [],
      reused: false,
    },
    ...{ tls: undefined, failure: undefined },
    response: {
      ...{ status, statusText: '', httpVersion: '1.1', headers: new Map(pairs), body: bytes, cut, size: bytes.length },
      ...(undecoded === undefined ? {} : { undecoded }),
    },
  };
  return result;
}

export const verdicts: readonly Fuzzed[] = [
  {
    name: 'every body has a verdict with a reason of smoke-test, and none passes an assertion and its not',
    run: (limits) => holdsFor(answer, limits, (one) => smokeJudges(resultOf(one))),
  },
  {
    name: 'every body has a verdict with a reason of health-gate',
    run: (limits) => holdsFor(answer, limits, (one) => gateJudges(resultOf(one))),
  },
];
