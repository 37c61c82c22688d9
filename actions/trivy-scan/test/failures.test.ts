import { describe, expect, it } from 'vitest';
import { databaseError, databaseFailure, lastWords, scanFailure } from '../src/failures.ts';
import { parseTargets } from '../src/targets.ts';

const [target] = parseTargets(['image:app:1']);
if (!target) throw new Error('no target');
const ended = { code: 1, signal: null, timedOut: false, stdout: '' };
const failed = 'FATAL\tFatal error\tinit error: DB error: failed to download vulnerability DB: ';

describe('a database download', () => {
  it.each([
    ['HEAD https://r/v2/: TOOMANYREQUESTS: slow down', 'too many requests (429)', true],
    ['unexpected status code 429 Too Many Requests', 'too many requests (429)', true],
    ['UNAUTHORIZED: authentication required', 'unauthorized (401)', false],
    ['DENIED: requested access to the resource is denied', 'denied (403)', false],
    ['MANIFEST_UNKNOWN: manifest unknown', 'not found (404)', false],
    ['unexpected status code 404 Not Found', 'not found (404)', false],
    ['UNKNOWN: internal', 'the registry failed (5xx)', true],
    ['unexpected status code 502 Bad Gateway', 'the registry failed (5xx)', true],
    ['dial tcp 127.0.0.1:9: connect: connection refused', 'connection refused', true],
    ['lookup r.invalid: no such host', 'no such host (DNS)', true],
    ['dial tcp: connect: network is unreachable', 'network unreachable', true],
    ['connect: connection timed out', 'no answer', true],
    ['x509: certificate signed by unknown authority', 'certificate not trusted', false],
    ['unacceptable media type: text/plain', 'it is no Trivy database (media type)', false],
    ["the version of DB schema doesn't match", 'its schema is newer than this Trivy', false],
    ['write: no space left on device', 'no space left on the disk', false],
  ])('%s', (text, cause, temporary) => {
    expect(databaseFailure('r/db:2', { ...ended, stderr: `${failed}${text}\n` })).toEqual({
      repository: 'r/db:2',
      cause,
      temporary,
    });
  });

  it('that was cut by our deadline was silent', () => {
    expect(databaseFailure('r', { ...ended, stderr: '', timedOut: true }).cause).toMatch(/^silent/);
  });

  it('of another kind is told in its own words', () => {
    expect(databaseFailure('r', { ...ended, stderr: `${failed}something new` }).cause).toContain('something new');
  });

  it('fails with every repository that was asked', () => {
    const error = databaseError('vulnerability database', [
      { repository: 'a/db:2', cause: 'denied (403)', temporary: false },
      { repository: 'b/db:2', cause: 'no answer', temporary: true },
    ]);
    expect(error.message).toBe('the vulnerability database could not be had: a/db:2: denied (403); b/db:2: no answer');
  });
});

describe('a scan', () => {
  it.each([
    ['image scan error: context deadline exceeded', 'E_TIMEOUT'],
    ['unable to initialize archive image: 2 errors occurred:', 'E_TARGET_NOT_FOUND'],
    ['walk dir error: unknown error with /x: lstat /x: no such file or directory', 'E_TARGET_NOT_FOUND'],
    ['SBOM decode error: unknown scanning is not yet supported', 'E_TARGET_NOT_FOUND'],
    ['filter error: ignore.yaml parse error: yaml decode error', 'E_IGNORE_FILE'],
    ['something that nobody foresaw', 'E_SCAN'],
  ])('%s: %s', (text, code) => {
    const failure = scanFailure(target, { ...ended, stderr: `x\tFATAL\tFatal error\t${text}\n` });
    expect(failure.kind === 'error' && failure.error.code).toBe(code);
  });

  it.each([
    [1, 'FATAL\tFatal error\tfailed to open db: invalid database', 'corrupt database'],
    [1, 'FATAL\tFatal error\tread: bad file descriptor', 'corrupt database'],
    [2, 'fatal error: fault\n[signal SIGBUS]\ngo.etcd.io/bbolt.(*page)', 'corrupt database'],
    [2, 'panic: runtime error: nil pointer\ngithub.com/aquasecurity/trivy-db/pkg/db', 'corrupt database'],
    [1, "FATAL\tJava DB update failed: '--skip-java-db-update' cannot be specified on the first run", 'java database'],
    [2, 'panic: somewhere else', 'error'],
  ])('that ended with %i and "%s" has a %s', (code, stderr, kind) => {
    expect(scanFailure(target, { ...ended, code, stderr }).kind).toBe(kind);
  });

  it('that finds no image tells what each source said, and asks for a login where that is missing', () => {
    const text = [
      'FATAL\tFatal error\timage scan error: unable to find the specified image "app:1" in ["docker" "remote"]: 2 errors occurred:',
      '\t* docker error: unable to inspect the image (app:1): No such image: app:1',
      '\t* remote error: GET https://r/v2/app/manifests/1: UNAUTHORIZED: authentication required',
    ].join('\n');
    const failure = scanFailure(target, { ...ended, stderr: text });
    const error = failure.kind === 'error' ? failure.error : undefined;
    expect(error?.message).toBe(
      'image app:1 was not found; docker: unable to inspect the image (app:1): No such image: app:1; ' +
        'remote: GET https://r/v2/app/manifests/1: UNAUTHORIZED: authentication required',
    );
    expect(error?.details.hint).toContain('registry-username');
  });
});

it.each([
  ['2026 INFO a\n2026 FATAL Fatal error\tb c\nhelp', 'b c'],
  ['\u001b[31mFATAL\u001b[0m\tx', 'x'],
  ['FATAL Fatal error\t2 errors occurred:\n\t* first', '2 errors occurred: * first'],
  ['only this', 'only this'],
  ['', 'it said nothing'],
])('the last words of %j are %j', (stderr, words) => expect(lastWords(stderr)).toBe(words));
