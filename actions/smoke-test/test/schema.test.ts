import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECK, DEFAULTS } from '../src/smoke-check.ts';
import { FILE, parseSmokeFile } from '../src/smoke-file.ts';
import { parseSubject } from '../src/subject.ts';

const { properties } = JSON.parse(readFileSync(join(import.meta.dirname, '../published/smoke.schema.json'), 'utf8'));
const check = properties.checks.items.properties;

it.each([
  ['a file', properties, FILE],
  ['defaults', properties.defaults.properties, DEFAULTS],
  ['a check', check, CHECK],
])('the published schema knows the keys of %s that the parser knows', (_, known, shape) => {
  expect(Object.keys(known).sort()).toEqual([...shape.keys].sort());
});

it.each([
  'status',
  'json',
  'json.a[0].b',
  'json[0]',
  'header.X-Version',
  'time.ttfb',
  'tls.days-left',
  'xml.a',
  'time.all',
  'header',
  'stauts',
])('the published schema and the parser agree on the subject %s', (subject) => {
  const pattern = new RegExp(check.expect.anyOf[0].propertyNames.pattern);
  const parses = (): boolean => {
    try {
      return parseSubject(subject) !== undefined;
    } catch {
      return false;
    }
  };
  expect(pattern.test(subject)).toBe(parses());
});

it.each([1, 21, -1])('the published schema and the parser agree on retry: %d', (retry) => {
  const { minimum, maximum } = check.retry.anyOf[0];
  const { problems } = parseSmokeFile('a.yml', `checks: [{ get: /x, retry: ${retry} }]`);
  expect(retry >= minimum && retry <= maximum).toBe(problems.length === 0);
});
