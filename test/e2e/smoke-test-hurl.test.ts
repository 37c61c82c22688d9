import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { findLeaks, findLeaksInFolder, step } from '@suite/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caFile } from '../lab/certificates.ts';
import { waitForTool } from '../lab/tools.ts';
import { checkout, json, readOrNothing, serve, type TestServer } from './smoke-test-world.ts';

let server: TestServer;
let hurl: string;
beforeAll(async () => {
  hurl = dirname(await waitForTool('hurl'));
  server = await serve(
    (request, response) => {
      if (request.url === '/login') json(response, { token: 't0k-of-hurl-run' });
      else json(response, { n: 4, key: request.headers['x-key'] }, request.headers['x-key'] ? 200 : 401);
    },
    { names: ['127.0.0.1'], days: 40 },
  );
});
afterAll(() => server.close());

const planted = `pl4nted_hurl's_50%*\\x`;
const login = `GET {{base_url}}/login
HTTP 200
[Captures]
token: jsonpath "$.token"

GET {{base_url}}/{{place}}
X-Key: {{key}}
HTTP 200
[Asserts]
jsonpath "$.n" == 4
`;
const wrong = `GET {{base_url}}/me
X-Key: {{key}}
HTTP 200
[Asserts]
jsonpath "$.n" == 3
jsonpath "$.gone" exists

GET http://127.0.0.1:1/none
HTTP 200
`;

async function runHurl(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  first = hurl,
) {
  const workspace = checkout(files);
  const one = step('smoke-test', {
    workspace,
    env: { PATH: `${first}:${process.env['PATH']}` },
    inputs: {
      ...{ 'base-url': server.url, 'ca-cert': caFile, files: '*.hurl' },
      ...{ variables: 'place=me', secrets: `key=${planted}` },
      ...inputs,
    },
  });
  try {
    const run = await one.main();
    const read = (name: string): string => readOrNothing(`${workspace}/smoke-report/${name}`) ?? '{}';
    const texts = { log: run.stdout, summary: run.summary, outputs: JSON.stringify([...run.outputs]) };
    const leaks = [...findLeaks(planted, texts), ...findLeaksInFolder(planted, `${workspace}/smoke-report`)];
    const left = readdirSync(one.temporary).filter((name) => name.startsWith('smoke-hurl'));
    return { run, report: JSON.parse(read('report.json')), junit: read('junit.xml'), leaks, left };
  } finally {
    one.dispose();
    rmSync(workspace, { recursive: true, force: true });
  }
}

it('runs hurl files by the real hurl, a result for each request, beside checks of our own', async () => {
  const { run, report, junit, leaks, left } = await runHurl({ 'a.hurl': login }, { checks: 'GET /login 200' });
  expect(run.errors).toEqual([]);
  expect(report.checks.map((check: { name: string; status: string }) => [check.name, check.status])).toEqual([
    ['GET /login', 'passed'],
    [`a.hurl:1 GET ${server.url}/login`, 'passed'],
    [`a.hurl:6 GET ${server.url}/me`, 'passed'],
  ]);
  expect(report.checks[2].samples[0].phases).toHaveProperty('first-byte');
  expect(run.outputs.get('tls-days-left')).toBe('38');
  expect(junit).toContain('<testsuite name="a.hurl" tests="2" failures="0"');
  expect([leaks, left]).toEqual([[], []]);
});

it('tells each failed assertion at its line, and a file that cannot be read, without the secret', async () => {
  const { run, report, leaks } = await runHurl({ 'b.hurl': wrong, 'c.hurl': 'GET http://x\n[Assertz]\n' });
  expect(run.outputs.get('failed')).toBe('3');
  const text = report.checks.map((check: { failure?: { text: string } }) => check.failure?.text).join('\n');
  expect(text).toContain('› jsonpath "$.n" == 3 (b.hurl:5)\n    expected  integer <3>\n    actual    integer <4>');
  expect(text).toContain('(b.hurl:6)\n    expected  something\n    actual    none');
  expect(text).toMatch(/\(b\.hurl:8\)\n {4}expected {2}an answer\n {4}actual {4}\(7\) Failed to connect/);
  expect(text).toMatch(/c\.hurl › \[Assertz\] \(c\.hurl:2\)/);
  expect(run.commands.find(({ properties }) => properties['file'] === 'b.hurl')?.properties['line']).toBe('5');
  expect(leaks).toEqual([]);
});

it("hides a secret in hurl's curl line, however that quotes it, and in what the server echoes", async () => {
  const echo = `GET {{base_url}}/me/{{key}}
X-Key: {{key}}
[Query]
q: {{key}}
HTTP 200
[Asserts]
jsonpath "$.key" == "other"
`;
  const { report, leaks } = await runHurl({ 'd.hurl': echo });
  const [check] = report.checks;
  expect(check.status).toBe('failed');
  expect(check.failure.text).toMatch(/actual {4}string <\*\*\*>/);
  expect(check.failure.text).toMatch(/ {2}curl {3}curl .*X-Key: \*\*\*/);
  expect(leaks).toEqual([]);
});

it('never passes on a hurl that exits otherwise than well, whatever it tells, and writes the reports', async () => {
  const folder = checkout({ hurl: '#!/bin/sh\n[ "$1" = --version ] && echo "hurl 8.0.1" && exit 0\nexit 4\n' });
  chmodSync(`${folder}/hurl`, 0o755);
  const { run, report, junit } = await runHurl({ 'a.hurl': login }, { checks: 'GET /login 200' }, folder);
  rmSync(folder, { recursive: true });
  expect(run.exitCode).toBe(1);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ result: 'failed', total: '2', passed: '1', failed: '1' });
  expect(report.checks[1].failure.text).toContain('a.hurl › hurl (a.hurl:1)');
  expect(report.checks[1].failure.text).toContain('actual    hurl exits 4');
  expect(junit).toContain('hurl exits 4');
});
