import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTarget, lookupName, parseTarget, parseTargets } from '../src/index.ts';

describe('a target', () => {
  test.each([
    ['deploy@app.example.com', { user: 'deploy', host: 'app.example.com', port: 22 }],
    ['deploy@10.0.0.1:2222', { user: 'deploy', host: '10.0.0.1', port: 2222 }],
    ['root@[::1]:2222', { user: 'root', host: '::1', port: 2222 }],
    ['root@[fe80::1%eth0]', { user: 'root', host: 'fe80::1%eth0', port: 22 }],
  ])('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
    expect(parseTarget(formatTarget(target))).toEqual(target);
  });

  test.each([
    ['app.example.com', 'names no user; write deploy@app.example.com'],
    ['root@::1', 'is no address; write an IPv6 address as deploy@[::1]:22'],
    ['root@host:ssh', 'is no address; write user@host or user@host:port'],
    ['root@host:70000', 'has the port 70000; ports go from 1 to 65535'],
    ['-oProxyCommand=x@host', 'has the user name "-oProxyCommand=x", which is none'],
    ['root@-host', 'has the host name "-host", which is none'],
  ])('%s is refused', (text, message) => {
    expect(() => parseTarget(text)).toThrow(new RangeError(message));
  });

  test('what is written can be read again', () => {
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
    const user = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/);
    fc.assert(
      fc.property(user, host, fc.integer({ min: 1, max: 65_535 }), (name, address, port) => {
        const target = { user: name, host: address, port };
        expect(parseTarget(formatTarget(target))).toEqual(target);
      }),
    );
  });
});

test('targets stand one a line, each once', () => {
  expect(parseTargets('a@x\n\n b@y:23 \n').map(formatTarget)).toEqual(['a@x', 'b@y:23']);
  expect(() => parseTargets('a@x\na@x:22')).toThrow('names a@x twice');
  expect(() => parseTargets('a@x\ny')).toThrow('"y" names no user');
});

test('known_hosts names a port only where it is not 22', () => {
  expect(lookupName({ host: 'x', port: 22 })).toBe('x');
  expect(lookupName({ host: 'x', port: 23 })).toBe('[x]:23');
});
