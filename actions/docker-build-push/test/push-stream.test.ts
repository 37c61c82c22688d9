import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTransient } from '../src/build-failure.ts';
import { pushError, readPushStream } from '../src/push-stream.ts';

const digest = `sha256:${'1a8af3d3'.repeat(8)}`;
const lines = (...events: readonly unknown[]): string => events.map((event) => JSON.stringify(event)).join('\r\n');

describe('readPushStream', () => {
  it('finds the digest in aux, as overlay2 says it', () => {
    const text = lines(
      { status: 'Pushed', id: 'a' },
      { status: `t1: digest: ${digest} size: 1154` },
      { progressDetail: {}, aux: { Tag: 't1', Digest: digest, Size: 1154 } },
    );
    expect(readPushStream(text)).toEqual({ digest });
  });

  it('finds it in the last status, as containerd says it', () => {
    expect(readPushStream(lines({ status: `v1.2-x: digest: ${digest} size: 856` }))).toEqual({ digest });
  });

  it('believes an error even behind a digest', () => {
    const text = lines(
      { status: `t1: digest: ${digest} size: 1` },
      { errorDetail: { message: 'no basic auth credentials' }, error: 'no basic auth credentials' },
    );
    expect(readPushStream(text)).toEqual({ problem: 'no basic auth credentials' });
  });

  it('takes a stream that breaks off for a passing trouble', () => {
    const answer = readPushStream(lines({ status: 'Preparing' }));
    expect('problem' in answer && isTransient(answer.problem)).toBe(true);
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.array(fc.json()).map((events) => events.join('\n')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(Object.keys(readPushStream(text))).toHaveLength(1);
      }),
    );
  });
});

describe('pushError', () => {
  it.each([
    ['received unexpected HTTP status: 503 Service Unavailable'],
    ['unknown: unexpected status from PUT request to https://r/v2/a/manifests/1: 502 Bad Gateway'],
    ['toomanyrequests: slow down'],
    ['unavailable: unavailable'],
    ['write tcp 10.0.0.1:4->10.0.0.2:443: read: connection reset by peer'],
    ['Get "https://r/v2/": net/http: TLS handshake timeout'],
    ['Put "https://r/v2/x": EOF'],
    ['dial tcp 127.0.0.1:9: connect: connection refused'],
  ])('tries again after: %s', (problem) => {
    const error = pushError('r/a:1', problem);
    expect(error.details.retryable).toBe(true);
    expect(error.details.hint).toContain('run the job again later');
  });

  it.each([
    ['denied: requested access to the resource is denied', 'ghcr.io/a/b:1', 'packages: write'],
    ['unauthorized: authentication required', 'r/a:1', 'check username and password'],
    [
      'unknown: unexpected status from HEAD request to https://10.77.0.2:5000/v2/x: 401 Unauthorized',
      'r/a:1',
      'check username and password',
    ],
    ['name unknown: repository does not exist', 'r/a:1', 'check that the repository exists'],
    ['tag does not exist: r/a:t2', 'r/a:t2', 'check that the repository exists'],
  ])('gives up at once after: %s', (problem, ref, hint) => {
    const error = pushError(ref, problem);
    expect(error.details.retryable).toBe(false);
    expect(error.details.hint).toContain(hint);
    expect(error.message).toBe(`${ref} was not pushed: ${problem}`);
  });
});
