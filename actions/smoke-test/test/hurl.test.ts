import { createHash } from 'node:crypto';
import type { ProbeRequest } from '@suite/http';
import { fakePorts } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { hurlCommand } from '../src/hurl-command.ts';
import { hurlRelease, isKnownVersion } from '../src/hurl-release.ts';
import { parseHurlErrors } from '../src/hurl-report.ts';
import { type HurlRan, hurlResults } from '../src/hurl-results.ts';
import { provideHurl } from '../src/provide-hurl.ts';
import { runHurl } from '../src/run-hurl.ts';
import { planFor, toResult } from './world.ts';

describe('hurl', () => {
  it('is called with variables and secrets in its environment only', async () => {
    const plan = await planFor(
      {
        files: 'a.hurl',
        variables: 'user=ann',
        secrets: 'key=planted',
        resolve: 'app.test:80:10.0.0.1',
        'tls-verify': 'false',
      },
      { 'a.hurl': 'GET http://app.test' },
    );
    const places = { program: '/bin/hurl', folder: '/tmp/h', reports: '/tmp/h/0', timeoutMs: 1 };
    const { args, env } = hurlCommand(plan, 'a.hurl', places);
    expect(args.join(' ')).toBe(
      '--test --no-color --continue-on-error --connect-timeout 5000ms --max-time 10000ms --insecure --resolve app.test:80:10.0.0.1 --report-json /tmp/h/0 a.hurl',
    );
    expect(Object.keys(env ?? {})).toEqual(['PATH', 'HURL_VARIABLE_base_url', 'HURL_VARIABLE_user', 'HURL_SECRET_key']);
    expect(JSON.stringify(env)).not.toContain('planted');
  });

  it.each([
    ['hurl 8.0.1 (x86_64)', true],
    ['hurl 7.1.0', false],
    ['', false],
  ])('that calls itself %j is known: %s', (stdout, known) => expect(isKnownVersion(stdout)).toBe(known));

  it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])('is pinned for %s', (platform) => {
    expect(hurlRelease(platform)).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
  it('is not known for other platforms', () => expect(hurlRelease('win32-x64')).toBeUndefined());
});

describe('the hurl that runs', () => {
  const seeking = { searchPath: '/a:/b', platform: 'linux-x64', folder: '/t', leftMs: () => 1000 };
  const nobody = async () => ({ hops: [] });

  it('is the first of version 8 on PATH', async () => {
    const ports = fakePorts({
      files: { '/a/hurl': '', '/b/hurl': '' },
      answer: ({ file }) => ({ stdout: file === '/a/hurl' ? 'hurl 5.0.0' : 'hurl 8.0.1' }),
    });
    expect(await provideHurl(seeking, ports, { send: nobody })).toBe('/b/hurl');
    expect(ports.lines.join()).toContain('/a/hurl is not hurl 8');
  });

  it.each([
    [200, 'has SHA-256'],
    [404, 'it answered 404'],
  ])('is not opened where the download answers %d with something else than was pinned', async (status, why) => {
    const ports = fakePorts();
    const send = async (request: Parameters<Parameters<typeof provideHurl>[2]['send']>[0]) => {
      const { response, ...rest } = toResult(request, { status, body: 'evil' });
      const sha256 = createHash('sha256').update('evil').digest('hex');
      return { hops: [{ ...rest, response: response && { ...response, sha256 } }] };
    };
    await expect(provideHurl(seeking, ports, { send })).rejects.toThrow(why);
    expect(ports.commands).toEqual([]);
  });
});

it('errors that hurl prints are read with file, line, expected and actual', () => {
  const text = `error: Assert failure
  --> d/a.hurl:12:0
   |
   | GET {{base_url}}/bad
   | ...
12 | jsonpath "$.n" == 3
   |   actual:   integer <4>
   |   expected: integer <3>
   |

Failure d/a.hurl (1 request(s) in 53 ms)
`;
  expect(parseHurlErrors(text)).toEqual([
    {
      ...{ file: 'd/a.hurl', line: 12, title: 'Assert failure' },
      assertion: {
        ...{ text: 'jsonpath "$.n" == 3', place: { file: 'd/a.hurl', line: 12 } },
        ...{ expected: 'integer <3>', actual: 'integer <4>' },
      },
    },
  ]);
});

describe('what hurl tells', () => {
  const ran = { file: 'a.hurl', report: undefined, stderr: '', problem: undefined };
  const results = (more: Partial<HurlRan>) => hurlResults([{ ...ran, ...more }], { firstId: 7, nowMs: 0 });
  const timings = { name_lookup: 0, connect: 0, app_connect: 0, pre_transfer: 0, start_transfer: 1, total: 2 };
  const call = {
    request: { method: 'GET', url: 'http://a.test/' },
    response: { status: 200, http_version: 'HTTP/1.1' },
    timings,
  };
  const reportOf = (success: boolean, asserts: readonly boolean[]): string => {
    const entry = { line: 3, time: 2, curl_cmd: 'curl http://a.test/', calls: [call] };
    const told = asserts.map((holds, index) => ({ success: holds, line: 4 + index }));
    return JSON.stringify([{ filename: 'a.hurl', success, entries: [{ ...entry, asserts: told }] }]);
  };

  it.each([
    [{}, 'hurl told nothing about this file'],
    [{ problem: 'E_HURL: it cannot be fetched' }, 'E_HURL: it cannot be fetched'],
    [{ report: '[' }, 'its report cannot be read'],
    [{ report: '[{"filename":"a.hurl","entries":[{}]}]' }, 'its report cannot be read'],
    [{ report: reportOf(false, []) }, 'hurl told nothing of what failed in this file'],
    [{ report: reportOf(true, [true]), problem: 'hurl exits 4' }, 'hurl exits 4'],
  ])('%j is a failed result of the file', (more, why) => {
    const result = results(more).at(-1);
    expect(result).toMatchObject({ status: 'failed', name: 'a.hurl' });
    expect(result?.failure?.text).toContain(why);
  });

  it('of an assertion that does not hold fails its request, though no error was printed', () => {
    const [result, ...others] = results({ report: reportOf(false, [true, false]), problem: 'hurl exits 4' });
    expect(result).toMatchObject({ id: 7, status: 'failed', name: 'a.hurl:3 GET http://a.test/' });
    expect(result?.failure?.text).toContain('› assert (a.hurl:5)\n    expected  what this line says');
    expect(others).toEqual([]);
  });

  it('of a request that passed at last is flaky', () => {
    const [first] = JSON.parse(reportOf(true, [false]));
    const [second] = JSON.parse(reportOf(true, [true]));
    const report = JSON.stringify([{ ...first, entries: [...first.entries, ...second.entries] }]);
    expect(results({ report }).map(({ status }) => status)).toEqual(['flaky']);
  });
});

it('a hurl that cannot be fetched fails its files, each with the reason, and nothing is thrown', async () => {
  const plan = await planFor(
    { files: 'a.hurl\nb.hurl' },
    { 'a.hurl': 'GET http://app.test', 'b.hurl': 'GET http://app.test' },
  );
  const ports = fakePorts();
  const send = async (request: ProbeRequest) => ({ hops: [toResult(request, { status: 404 })] });
  const http = { send, curl: () => 'curl' };
  const results = await runHurl({ plan, ports, http, signal: ports.signal, leftMs: () => 1000 }, 5, ports);
  expect(results.map(({ id, name, status }) => [id, name, status])).toEqual([
    [5, 'a.hurl', 'failed'],
    [6, 'b.hurl', 'failed'],
  ]);
  expect(results[1]?.failure?.text).toMatch(/E_HURL: https:.* cannot be fetched: it answered 404/);
});
