import { formatError } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { classifyFailure } from '../src/index.ts';
import { makeKey } from './keys.ts';

const real = makeKey('ed25519');
const other = makeKey('ed25519');
const context = {
  target: { user: 'deploy', host: 'app', port: 22 },
  jump: undefined,
  knownHosts: { lines: [], pins: [] },
  presented: [] as readonly string[],
  offered: 'a ssh-ed25519 key SHA256:mine',
};

/** What OpenSSH 9.2 wrote in each case. */
describe('stderr of ssh', () => {
  test.each([
    [
      'ssh: connect to host app port 22: Connection refused',
      'port 22 refused the connection: no sshd there, or it blocks this runner',
    ],
    ['ssh: Could not resolve hostname app: Name or service not known', 'the host name does not resolve'],
    ['ssh: connect to host app port 22: Connection timed out', 'no answer on port 22 within connect-timeout'],
    ['ssh: connect to host app port 22: No route to host', 'there is no route to the host'],
    [
      'kex_exchange_identification: Connection closed by remote host',
      'the server closed the connection before logging in: too many at once (MaxStartups), or it blocks this runner',
    ],
  ])('%s', (stderr, reason) => {
    const error = classifyFailure(stderr, context);
    expect(formatError(error)).toBe(
      `E_SSH_UNREACHABLE: deploy@app: ${reason}\ncheck the address, the port and the firewall`,
    );
    expect(error.details.retryable).toBe(true);
  });

  test('a refused key names it, the user and what the server takes, and is not tried again', () => {
    const error = classifyFailure('deploy@app: Permission denied (publickey,password).', context);
    expect(formatError(error)).toBe(
      'E_SSH_AUTH: deploy@app refused to log in: offered a ssh-ed25519 key SHA256:mine, the server takes publickey,password\n' +
        'add the public half of the key to ~/.ssh/authorized_keys of deploy, or give the right ssh-key',
    );
    expect(error.details.retryable).toBeUndefined();
  });

  const verification = 'Host key verification failed.';

  test('an unknown host gives the line to pin, also where another host was asked at the same time', () => {
    const presented = [`app ${real.line}`, `elsewhere ${other.line}`];
    const error = classifyFailure(
      `No ED25519 host key is known for app and you have requested strict checking.\n${verification}`,
      { ...context, presented },
    );
    expect(formatError(error)).toBe(
      `E_SSH_HOST_UNKNOWN: deploy@app presented ssh-ed25519 ${real.fingerprint}, and known-hosts has no key of app\n` +
        `compare the fingerprint with the server's own, then add this line to known-hosts:\napp ${real.line}`,
    );
  });

  test('another key than the known one, and another than the pinned one, are the same error', () => {
    const presented = [`app ${real.line}`];
    const expected = `deploy@app presented ssh-ed25519 ${real.fingerprint}, known-hosts expects`;
    const changed = classifyFailure(
      `Host key for app has changed and you have requested strict checking.\n${verification}`,
      {
        ...context,
        presented,
        knownHosts: { lines: [`app ${other.line}`], pins: [] },
      },
    );
    expect(changed.message).toBe(`${expected} ssh-ed25519 ${other.fingerprint}`);
    const pinned = classifyFailure(verification, {
      ...context,
      presented,
      knownHosts: { lines: [], pins: [{ fingerprint: other.fingerprint }] },
    });
    expect(pinned.message).toBe(`${expected} ${other.fingerprint}`);
    expect([changed.code, pinned.code]).toEqual(['E_SSH_HOST_KEY', 'E_SSH_HOST_KEY']);
  });

  test('the jump host is named where it is the one that is unknown', () => {
    const jump = { user: 'ops', host: 'gate', port: 2222 };
    const error = classifyFailure(verification, { ...context, jump, presented: [`[gate]:2222 ${real.line}`] });
    expect(error.message).toMatch(/^ops@gate:2222 presented/);
  });

  test.each([
    ['/x/config: line 3: Bad configuration option: knownhostscommand', 'E_SSH_CLIENT'],
    ['client_loop: send disconnect: Broken pipe', 'E_SSH_LOST'],
    ['', 'E_SSH_LOST'],
  ])('%j is %s', (stderr, code) => {
    expect(classifyFailure(stderr, context).code).toBe(code);
  });
});
