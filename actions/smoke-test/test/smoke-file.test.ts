import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSmokeFile } from '../src/smoke-file.ts';

const parse = (text: string) => parseSmokeFile('a.smoke.yml', text);
const one = (check: string) => parse(`checks:\n  - get: /x\n    ${check}`);
const expectations = (check: string) =>
  one(check).source.checks[0]?.expect.map(({ text, matcher }) => [text, matcher.kind, matcher.expected[0]?.value]);

describe("the lab's smoke file", () => {
  const { source, problems } = parse(readFileSync(join(repository, 'test/lab/app/smoke.smoke.yml'), 'utf8'));

  it('has nothing wrong in it', () => expect(problems).toEqual([]));

  it('is read with the places of its checks', () => {
    expect(source.checks.map(({ name }) => name)).toContain('login');
    const login = source.checks.find(({ name }) => name === 'login');
    expect(login).toMatchObject({ method: 'POST', path: '/api/login', body: { kind: 'json' } });
    expect(login?.capture.map(({ name, secret }) => [name, secret])).toEqual([['token', true]]);
    expect(login?.place.line).toBeGreaterThan(1);
  });
});

it.each(readdirSync(join(repository, 'workflows-examples/checks')))(
  'the example %s has nothing wrong in it',
  (file) => {
    expect(parse(readFileSync(join(repository, 'workflows-examples/checks', file), 'utf8')).problems).toEqual([]);
  },
);

describe('expect', () => {
  it.each([
    ['expect: { json.a: 5 }', ['json.a == 5', '==', 5]],
    ['expect: { json.a: "5" }', ['json.a == 5', '==', '5']],
    ['expect: { json.a: "true" }', ['json.a == true', '==', 'true']],
    ['expect: { json.a: true }', ['json.a == true', '==', true]],
    ['expect: { json.a: [1, 2] }', ['json.a [1,2]', '==', [1, 2]]],
    ['expect: { json.a: exists }', ['json.a exists', 'exists', undefined]],
    ['expect: { json.a: "== exists" }', ['json.a == exists', '==', 'exists']],
    ['expect: { time.total: <1s }', ['time.total <1s', '<', '1s']],
    ['expect: { body: contains Swagger UI }', ['body contains Swagger UI', 'contains', 'Swagger UI']],
    ['expect: { header.X-Api: 1.10 }', ['header.X-Api == 1.10', '==', 1.1]],
  ])('%s', (check, row) => {
    expect(expectations(check)?.at(-1)).toEqual(row);
  });

  it('asks for a good status where it names none', () => {
    expect(expectations('expect: { body: exists }')?.[0]).toEqual(['status 2xx', 'status', '2xx']);
    expect(expectations('expect: { status: [200, 404] }')).toEqual([['status 200 or 404', 'status', 200]]);
  });

  it('may be a list, to look at one subject twice', () => {
    expect(expectations('expect: [{ body: contains a }, { body: contains b }]')?.length).toBe(3);
  });
});

describe('a variable without quotes', () => {
  const advice = (name: string) =>
    `has {{${name}}} without quotes; write "{{${name}}}" in quotes, together with the text around it`;

  it.each([
    ['json: { user: ann, password: {{password}} }', [`a.smoke.yml:3:34 ${advice('password')}`]],
    ['json: { password: {{ pass-word }} }', [`a.smoke.yml:3:23 ${advice('pass-word')}`]],
    ['json: [{{a}}, {{b}}/c]', [`a.smoke.yml:3:19 ${advice('b')}`, `a.smoke.yml:3:12 ${advice('a')}`]],
    ['headers: { Authorization: Bearer {{token}} }', [`a.smoke.yml:3:38 ${advice('token')}`]],
    ['expect: { json.a: {{a}}, json.b: 1 }', [`a.smoke.yml:3:23 ${advice('a')}`]],
    ['headers: { A: /x/{{y}}, B: c }', [`a.smoke.yml:3:22 ${advice('y')}`]],
  ])('%s', (check, problems) => {
    expect(one(check).problems).toEqual(problems);
  });

  it.each([
    'json: { password: "{{password}}" }',
    "json: { password: '{{password}}' }",
    'headers:\n      Authorization: Bearer {{token}}',
    'json: { a: { b: {} }, c: { d: }, e: {f} }',
  ])('is not meant by %s', (check) => {
    expect(one(check).problems).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each([
    [
      'checks:\n  - get: /x\n    exepct: { status: 200 }',
      'a.smoke.yml:3:5 unknown key exepct in a check; did you mean expect?',
    ],
    ['chekcs: []', 'a.smoke.yml:1:1 has no checks'],
    ['chekcs: []', 'a.smoke.yml:1:1 unknown key chekcs in the file; did you mean checks?'],
    ['checks:\n  - name: x', 'a.smoke.yml:2:5 a check has no method; write for example get: /health'],
    ['checks:\n  - get: /x\n    post: /y', 'a.smoke.yml:2:5 a check has two methods, get and post'],
    ['checks:\n  - get: x', 'a.smoke.yml:2:10 the path "x" begins neither with / nor with https://; write /x'],
    ['checks:\n  - get: /x\n    when: y', 'a.smoke.yml:3:11 when is not a map of keys and values'],
    ['checks:\n  - get: /x\n    expect: { xml: 1 }', 'a.smoke.yml:3:15 xml lacks a name: write xml./feed/title'],
    ['checks:\n  - get: /x\n    expect: { stauts: 200 }', 'did you mean status?'],
    ['checks:\n  - get: /x\n    expect: { tls.days: 20 }', 'tls.days has days that is none of valid, days-left'],
    [
      'checks:\n  - get: /x\n    expect: { json.a: not found }',
      'a.smoke.yml:3:23 has found behind not, which is no comparison; write not == found, or == "not found"',
    ],
    [
      'checks:\n  - get: /x\n    expect: { json.a: lenght >0 }',
      'a.smoke.yml:3:23 has "lenght >0", which is no comparison; did you mean length? For equality write == "lenght >0"',
    ],
    ['checks:\n  - get: /x\n    expect: { status: ok }', 'the status "ok" is neither a code such as 200 nor 2xx'],
    [
      'checks:\n  - get: /x\n    request-timeout: 5',
      'a.smoke.yml:3:22 request-timeout "5" has no unit; write 5s or 5ms',
    ],
    ['checks:\n  - get: /x\n    retry: many', 'retry is not a whole number from 0 to 20'],
    ['checks:\n  - get: /x\n    retry: { on: 4xx }', 'retry on "4xx" is none of network, 5xx, 429, any'],
    ['checks:\n  - get: /x\n    auth: { digest: x }', 'unknown key digest in auth'],
    [
      'checks:\n  - get: /x\n    capture: { id: { secret: true } }',
      'the capture id has no from; write { from: json.id }',
    ],
    ['checks:\n  - post: /x\n    json: {}\n    form: {}', 'a check has two bodies, json and form'],
    ['checks: yes', 'a.smoke.yml:1:9 checks is not a list'],
    ['checks:\n  - get: /x\n    get: /y', 'is no valid YAML: Map keys must be unique'],
    ['checks:\n\t- get', 'a.smoke.yml:2:1 is no valid YAML'],
    [
      'variables: { a: &x b }\nchecks:\n  - post: /x\n    json: { b: [*x] }',
      'a.smoke.yml:4:17 *x is an alias, which is not read here; write the value itself',
    ],
    ['defaults: &d { repeat: 2 }\nchecks:\n  - { get: /x, <<: *d }', 'a.smoke.yml:3:20 *d is an alias'],
    ['base-url: nowhere\nchecks: []', 'base-url "nowhere" is not an http or https address'],
    ['', 'a.smoke.yml:1:1 holds no checks'],
  ])('%j', (text, problem) => {
    expect(parse(text).problems.join('\n')).toContain(problem);
  });

  it('in the defaults is told once', () => {
    const { problems } = parse('defaults: { folow: 1 }\nchecks: [{ get: /a }, { get: /b }]');
    expect(problems).toEqual(['a.smoke.yml:1:13 unknown key folow in defaults; did you mean follow?']);
  });

  it('is all told at once', () => {
    expect(parse('checks:\n  - get: x\n    repeat: 0\n    folow: true').problems.length).toBe(3);
  });
});

it('defaults stand under what a check says', () => {
  const { source } = parse(
    'defaults: { headers: { A: "1", B: "1" }, request-timeout: 2s, tags: [x] }\nchecks: [{ get: /a, headers: { B: "2" }, auth: { bearer: "{{t}}" } }]',
  );
  expect(source.checks[0]).toMatchObject({ requestTimeoutMs: 2000, tags: ['x'] });
  expect([...(source.checks[0]?.headers ?? [])]).toEqual([
    ['A', '1'],
    ['B', '2'],
    ['Authorization', 'Bearer {{t}}'],
  ]);
});

it('no text makes the parser fail', () => {
  const line = fc.constantFrom(
    'checks:',
    '  - get: /x',
    '    expect:',
    '      status: 200',
    'variables: {a: 1}',
    '    capture: {a: b}',
    '? x',
    '&a b',
    '*a',
    '    retry: [1]',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 8 }), (lines) => {
      expect(Array.isArray(parse(lines.join('\n')).problems)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
