import { Secret } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesFor,
  curlLine,
  type ProbeRequest,
  parseJsonPath,
  parseResolve,
  parseVersionSource,
  readJsonPath,
  readVersion,
  sameVersion,
} from '../src/index.ts';

describe('JSON paths', () => {
  const value = { a: { b: [{ id: 1 }, { id: 2 }], 'c d': true, null: null }, 'x-y': 'z' };
  it.each([
    ['$', value],
    ['$.a.b[0].id', 1],
    ['a.b[-1].id', 2],
    ["$.a['c d']", true],
    ['$["x-y"]', 'z'],
    ['$.x-y', 'z'],
    ['$.a.b[*].id', [1, 2]],
    ['$.a.null', null],
    ['$.a.nothing', undefined],
    ['$.a.b[9]', undefined],
    ['$.toString', undefined],
  ])('%s', (path, expected) => expect(readJsonPath(value, parseJsonPath(path))).toEqual(expected));

  it.each(['$.', '$.a..b', '$[', 'a b', '$.a[x]'])('refuses %s', (path) => {
    expect(() => parseJsonPath(path)).toThrow(/is not a JSON path; write for example/);
  });

  it('reads back any key that it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, found) => {
        const path = parseJsonPath(`$["${key.replace(/[\\"]/g, '\\$&')}"]`);
        expect(path).toEqual([key]);
        expect(readJsonPath(Object.fromEntries([[key, found]]), path)).toEqual(found);
      }),
    );
  });
});

describe('versions', () => {
  const headers = (pairs: Record<string, string>) => new Map(Object.entries(pairs).map(([k, v]) => [k, [v]]));
  it.each([
    [{ 'x-app-version': '1' }, { version: '2' }, '1'],
    [{}, { version: '2', info: { version: '3' } }, '2'],
    [{}, { info: { version: '3' } }, '3'],
    [{}, { build: { version: 4 } }, '4'],
    [{}, { version: { major: 1 } }, undefined],
    [{}, 'hello', undefined],
  ])('are found by themselves: %j %j', (pairs, body, expected) => {
    expect(readVersion({ headers: headers(pairs as Record<string, string>), body }, { kind: 'auto' })).toBe(expected);
  });
  it('are found where they are said to be', () => {
    const answer = { headers: headers({ 'x-release': 'r1' }), body: { git: { sha: 'abc' }, version: '2' } };
    expect(readVersion(answer, parseVersionSource('header X-Release'))).toBe('r1');
    expect(readVersion(answer, parseVersionSource('$.git.sha'))).toBe('abc');
    expect(readVersion(answer, parseVersionSource('$.git.tag'))).toBeUndefined();
  });
  it.each([
    ['abc1234', 'ABC1234def5678', true],
    ['abc123', 'abc1234def5678', false],
    ['v1.2.3', '1.2.3', true],
    ['1.2.3', '1.2.34', false],
    ['1234567', '12345678', true],
    ['release-1', 'release-10', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameVersion(a, b)).toBe(same);
    expect(sameVersion(b, a)).toBe(same);
  });
});

describe('the curl line', () => {
  it('repeats the request and shows no credentials', () => {
    const line = curlLine({
      url: new URL('https://ann:hunter2@app.example.com/api'),
      method: 'PUT',
      headers: new Map([
        ['Authorization', 'Bearer abc'],
        ['Accept', 'text/plain'],
      ]),
      body: '{"a":1}',
      timeoutMs: 2_500,
      addresses: ['10.0.0.1'],
      tls: { ca: 'PEM' },
    });
    expect(line).toBe(
      "curl -sS -i --max-time 2.5 -X PUT -H 'Authorization: ***' -H 'Accept: text/plain' --data-raw '{\"a\":1}' " +
        "--resolve app.example.com:443:10.0.0.1 --cacert ca.pem 'https://ann:***@app.example.com/api'",
    );
  });
});

describe('a curl line with secrets', () => {
  const line = (more: Partial<ProbeRequest>): string =>
    curlLine({ url: new URL('http://h/'), timeoutMs: 1_000, ...more });

  it('shows none that has a quote in it', () => {
    new Secret("it's-a-l0ng-secret");
    expect(line({ headers: new Map([['X-Trace', "it's-a-l0ng-secret"]]) })).toContain("-H 'X-Trace: ***'");
    expect(line({ body: "pass=it's-a-l0ng-secret" })).toContain("--data-raw 'pass=***'");
  });

  it('shows no beginning of one where the body is cut', () => {
    new Secret('abcdefgh-ijklmnop-qrstuvwx');
    const shown = line({ body: `${'x'.repeat(390)}abcdefgh-ijklmnop-qrstuvwx-and-more-of-it` });
    expect(shown).toContain(`x***-and-mo…'`);
    expect(shown).not.toContain('abcd');
  });

  it('shows none of the query, and takes a body for no file name', () => {
    const url = new URL('http://h/p?access_token=abc123&x=1');
    expect(line({ url, method: 'POST', body: '@home' })).toBe(
      "curl -sS -i --max-time 1 --data-raw @home 'http://h/p?access_token=***&x=1'",
    );
  });
});

describe('resolve', () => {
  it('takes curl lines', () => {
    const overrides = parseResolve(['app.example.com:443:10.0.0.1', 'app.example.com:443:[::1]', 'b:*:10.0.0.2']);
    expect(addressesFor(new URL('https://app.example.com/'), overrides)).toEqual(['10.0.0.1', '::1']);
    expect(addressesFor(new URL('http://b:8080/'), overrides)).toEqual(['10.0.0.2']);
    expect(addressesFor(new URL('http://app.example.com/'), overrides)).toBeUndefined();
    expect(() => parseResolve(['app:443:nowhere'])).toThrow('not host:port:address');
  });
});
