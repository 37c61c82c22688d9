// What must hold whatever is written and whatever a server answers: no crash, no hang, always a reason.
import { createServer, type Server } from 'node:net';
import { probe } from '@suite/http';
import fc from 'fast-check';
import { parseConditions } from '../../actions/health-gate/src/conditions.ts';
import { parseRules } from '../../actions/health-gate/src/rules.ts';
import { parseBudgets } from '../../actions/smoke-test/src/budget.ts';
import { parseBursts } from '../../actions/smoke-test/src/burst.ts';
import { parseCheckLines } from '../../actions/smoke-test/src/check-lines.ts';
import { parseSmokeFile } from '../../actions/smoke-test/src/smoke-file.ts';
import { documents, isReadOrRefused } from './documents.ts';
import { type Fuzzed, holdsFor, mangled } from './mangled.ts';
import { gateJudges, smokeJudges, verdicts } from './verdicts.ts';

const LINES = [
  'GET /health 200 <1s json $.status == "healthy"',
  'POST /api/ask 2xx contains "a b" header X-Version exists body {"a": 1}',
  '35x POST /api/ask 429>=1 201==3 body {"q":1}',
  'p95<10s, health.p95<1s',
  '$.checks.*.status == "healthy"',
  'postgres=healthy, *>=degraded',
];
const FILE = [
  'base-url: http://a.test',
  'variables: { user: ann }',
  'defaults: { retry: { count: 2, on: [5xx], backoff: 2 }, headers: { A: b } }',
  'checks:',
  '  - use: login.smoke.yml',
  '  - post: /login',
  '    json: { user: "{{user}}" }',
  '    multipart: { a: { file: b } }',
  '    when: { stage: one-of a }',
  '    expect: { status: 200, json.a[0]: each >1, xml./a: exists, schema: { type: object } }',
  '    capture: { token: { from: json.token, secret: true } }',
];
const ANSWERS = [
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n{"ok":true}',
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nlocation: /a\r\ncontent-encoding: gzip\r\n\r\nnot gzip',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nset-cookie: a=b\r\n\r\n',
];
/** The beginning of what a TLS server says first. */
const HELLOS = [
  '\x16\x03\x03\x00\x31\x02\x00\x00\x2d\x03\x03',
  '\x15\x03\x03\x00\x02\x02\x28',
  '\x14\x03\x03\x00\x01\x01',
  'HTTP/1.1 400 Bad\r\n\r\n',
];

export const fuzzed: readonly Fuzzed[] = [
  {
    name: 'every check line is a check or a problem',
    run: (limits) =>
      holdsFor(mangled(LINES), limits, (text) => {
        const { checks, problems } = parseCheckLines(text);
        const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
        return checks.length + problems.length === lines.length && problems.every((problem) => problem.length > 8);
      }),
  },
  {
    name: 'every burst line is a burst or a problem',
    run: (limits) =>
      holdsFor(mangled(LINES), limits, (text) => {
        const { bursts, problems } = parseBursts(text);
        return bursts.length + problems.length === text.split('\n').filter((line) => !/^\s*(#|$)/.test(line)).length;
      }),
  },
  {
    name: 'every file gives checks or problems with file and line',
    run: (limits) =>
      holdsFor(mangled(FILE), limits, (text) => {
        const { source, uses, problems } = parseSmokeFile('a.yml', text);
        const isPlaced = problems.every((problem) => /^a\.yml:\d+:\d+ ./s.test(problem));
        return isPlaced && source.checks.length + uses.length + problems.length >= 0;
      }),
  },
  ...Object.entries({ budgets: parseBudgets, conditions: parseConditions, components: parseRules }).map(
    ([what, parse]) => ({
      name: `${what} are read or refused with a sentence`,
      run: (limits: fc.Parameters<unknown>) =>
        holdsFor(mangled(LINES, ', '), limits, (text) => isReadOrRefused(() => parse(text))),
    }),
  ),
  ...documents,
  ...verdicts,
  { name: 'every answer over HTTP has a verdict in time', run: (limits) => answers('http', ANSWERS, limits) },
  { name: 'every answer to a TLS handshake has a verdict in time', run: (limits) => answers('https', HELLOS, limits) },
];

const REQUEST_MS = 300;

/** A server that says what was mangled, whole or in two parts, and then closes, resets or keeps silent. */
async function answers(scheme: string, texts: readonly string[], limits: fc.Parameters<unknown>): Promise<void> {
  let next = { text: '', ending: 0, cut: 0 };
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () => {
        socket.write(Buffer.from(next.text.slice(0, next.cut), 'latin1'));
        setImmediate(() => socket.write(Buffer.from(next.text.slice(next.cut), 'latin1'), () => close()));
      });
    const close = (): unknown =>
      next.ending === 0 ? socket.end() : next.ending === 1 ? socket.resetAndDestroy() : undefined;
  });
  const port = await listening(server);
  const said = fc.record({ text: mangled(texts, ''), ending: fc.constantFrom(0, 0, 0, 0, 1, 1, 2), cut: fc.nat(40) });
  try {
    await fc.assert(
      fc.asyncProperty(said, async (answer) => {
        next = answer;
        const started = performance.now();
        const result = await probe({
          url: new URL(`${scheme}://127.0.0.1:${port}/`),
          timeoutMs: REQUEST_MS,
        });
        const { response, failure } = result;
        const inTime = performance.now() - started < REQUEST_MS + 5_000;
        const isTold = failure === undefined ? response !== undefined : failure.message.length > 8;
        return inTime && isTold && smokeJudges(result) && gateJudges(result);
      }),
      limits as fc.Parameters<[typeof next]>,
    );
  } finally {
    server.close();
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(Object(server.address()).port));
  });
}
