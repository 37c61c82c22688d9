import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema } from '../src/schema.ts';
import { parseSmokeFile } from '../src/smoke-file.ts';
import { smokeSchema } from '../src/smoke-schema.ts';

const fits = compileSchema(smokeSchema());
const accepted = (text: string): readonly [boolean, boolean] => [
  fits(parse(text)).length === 0,
  parseSmokeFile('a.smoke.yml', text).problems.length === 0,
];
const check = (rest: string): string => `checks: [{ get: /x, ${rest} }]`;

it.each([
  'base-url: http://a.test\nvariables: { a: 1 }\ndefaults: { follow: true, tags: [x] }\nchecks: [{ get: /x }]',
  'checks: [{ use: login.smoke.yml }, { post: "{{to}}", json: [1] }]',
  check('name: a, tags: a, query: { a: 1 }, headers: { A: b }, auth: { basic: "a:b" }, follow: 3'),
  check('request-timeout: 1s500ms, retry: { count: 1, on: [5xx, 429], delay: 1s, backoff: 1.5 }, repeat: 3'),
  check('auth: { bearer: x }, form: { a: b }, retry: 20'),
  check('multipart: { a: b, c: { file: d.png, type: image/png } }'),
  check('body-file: a.json, when: { stage: one-of a, b }'.replace('one-of a, b', '"one-of a, b"')),
  check('expect: [{ status: 200, xml./a/b: 1 }, { css.h1: exists, schema: { type: object } }]'),
  check('capture: { a: json.a, b: { from: header.X, secret: true } }'),
])('the schema and the parser both take %s', (text) => {
  expect(accepted(text)).toEqual([true, true]);
});

it.each(
  [
    'chekcs: []',
    'base-url: ftp://a.test\nchecks: []',
    'checks: [{ name: a }]',
    'checks: [{ get: /x, post: /y }]',
    'checks: [{ use: a.yml, get: /x }]',
    'checks: [{ get: x }]',
    'checks: {}',
    'defaults: { expect: {} }\nchecks: [{ get: /x }]',
    ...[
      'follow: 51',
      'repeat: 0',
      'retry: 21',
      'retry: { count: -1 }',
      'retry: { backoff: 11 }',
      'retry: { on: [4xx] }',
    ],
    ...['request-timeout: 5', 'auth: { basic: a, bearer: b }', 'auth: { digest: a }', 'multipart: { a: { type: b } }'],
    ...[
      'capture: { a: { secret: true } }',
      'capture: { a: stauts }',
      'expect: { time.all: <1s }',
      'expect: { header: a }',
    ],
    ...['when: y', 'capture: { "a b": json }', 'expect: { stauts: 200 }', 'headers: [a]'],
  ].map((text) => (text.includes('checks') || text.startsWith('chekcs') ? text : check(text))),
)('the schema and the parser both refuse %s', (text) => {
  expect(accepted(text)).toEqual([false, false]);
});

it.each([
  'test/lab/app/smoke.smoke.yml',
  ...['nestjs', 'worker-llm', 'python-celery'].map((name) => `workflows-examples/checks/${name}.smoke.yml`),
])('the schema takes %s', (path) => {
  expect(accepted(readFileSync(join(repository, path), 'utf8'))).toEqual([true, true]);
});

it('the schema takes the file of the README', () => {
  const readme = readFileSync(join(repository, 'actions/smoke-test/README.md'), 'utf8');
  const files = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, text]) => text ?? '')
    .filter((text) => /^checks:/m.test(text));
  expect(files.length).toBeGreaterThan(0);
  for (const text of files) expect(accepted(text)).toEqual([true, true]);
});
