import { formatError } from '@suite/core';
import { describe, expect, test } from 'vitest';
import { classifyFailure, type FailureContext } from '../src/index.ts';
import { makeKey } from './keys.ts';

const real = makeKey('ed25519');
const other = makeKey('ed25519');
const settings = { knownHosts: { lines: [], pins: [] }, key: undefined, certificate: undefined, env: {} };
const context: FailureContext = {
  target: { user: 'deploy', host: 'app', port: 22 },
  via: undefined,
  settings,
  presented: [],
};

function classify(said: string, more: Partial<FailureContext> = {}) {
  return classifyFailure({ said, late: false, connected: false }, { ...context, ...more });
}

/** What OpenSSH 9.2 wrote in each case. */
describe('stderr of ssh', () => {
  test.each([
    ['ssh: connect to host app port 22: Connection refused', 'port 22 refused the connection'],
    ['ssh: Could not resolve hostname app: Name or service not known', 'the host name does not resolve'],
    ['ssh: connect to host app port 22: Connection timed out', 'no answer on port 22 within connect-timeout'],
    ['ssh: connect to host app port 22: No route to host', 'there is no route to the host'],
    ['Timeout, server app not responding.', 'no answer on port 22 within connect-timeout'],
  ])('%s', (stderr, reason) => {
    const error = classify(stderr);
    expect(formatError(error)).toBe(
      `E_SSH_UNREACHABLE: deploy@app: ${reason}\ncheck the address, the port and the firewall`,
    );
    expect(error.details.retryable).toBe(true);
  });

  const blocked = 'it has too many logins at once (MaxStartups), or blocks this runner (fail2ban, PerSourcePenalties)';
  const closed = 'kex_exchange_identification: Connection closed by remote host';
  test.each([
    [closed, 'the server closed the connection before the login', blocked],
    [
      `debug1: kex.c:kex_exchange_identification():1430 (pid=1): banner line 0: Exceeded MaxStartups\n${closed}`,
      'the server has too many logins at once (Exceeded MaxStartups)',
      blocked,
    ],
    [
      `debug1: kex.c:kex_exchange_identification():1430 (pid=1): banner line 0: Not allowed at this time\n${closed}`,
      'the server refuses this runner for a while (Not allowed at this time)',
      'failed logins or broken connections brought its PerSourcePenalties about; wait, then look at the log of its sshd',
    ],
  ])('a server that closes before the login: %s', (said, reason, hint) => {
    expect(formatError(classify(said))).toBe(`E_SSH_UNREACHABLE: deploy@app: ${reason}\n${hint}`);
  });

  test('an agent with too many keys is told as a refused login', () => {
    const said = 'Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures';
    expect(classify(said).message).toMatch(/^deploy@app refused to log in: .* the server takes no more keys$/);
  });

  test('a login that does not end is told apart from a port that does not answer', () => {
    const said = 'debug1: kex.c:kex_exchange_identification():1347 (pid=1): Local version string SSH-2.0-x';
    const error = classifyFailure({ said, late: true, connected: false }, context);
    expect(error.message).toBe('deploy@app: port 22 answered, but the login did not end within connect-timeout');
    expect(error.details.retryable).toBe(true);
  });

  test.each([
    ['connect failed: Connection refused', 'ops@gate could not connect to it: Connection refused'],
    ['administratively prohibited: open failed', 'ops@gate lets nobody through'],
  ])('a jump host that goes no further: %s', (reason, text) => {
    const said = `channels.c:channel_input_open_failure():1 (pid=1): channel 2: open failed: ${reason}\ndebug2: channel 2: done`;
    const via = { target: { user: 'ops', host: 'gate', port: 22 }, said };
    const through = `Stdio forwarding request failed: Session open refused by peer\n${closed}`;
    expect(classify(through, { via }).message).toBe(`deploy@app: ${text}`);
  });

  test('a refused key names it, the user and what the server takes, and is not tried again', () => {
    const note =
      'debug1: sshconnect2.c:userauth_pubkey():2058 (pid=1): Offering public key: me@x ED25519 SHA256:mine agent';
    const error = classify(`${note}\ndeploy@app: Permission denied (publickey,password).`);
    expect(formatError(error)).toBe(
      'E_SSH_AUTH: deploy@app refused to log in: offered ED25519 SHA256:mine, the server takes publickey,password\n' +
        'add the public half of the key to ~/.ssh/authorized_keys of deploy, or give the right ssh-key',
    );
    expect(error.details.retryable).toBeUndefined();
  });

  test('a refused certificate tells whom it is for, until when, and who signed it', () => {
    const certificate = {
      line: '',
      keyId: 'ci',
      principals: ['ops'],
      validBefore: 1_800_000_000,
      fingerprint: 'SHA256:mine',
      authority: 'SHA256:ca',
    };
    const notes = ['/x/certificate ED25519-CERT SHA256:mine explicit', 'me@x ED25519 SHA256:mine agent'].map(
      (offer) => `debug1: sshconnect2.c:userauth_pubkey():2058 (pid=1): Offering public key: ${offer}\n`,
    );
    const error = classify(`${notes.join('')}Permission denied (publickey).`, {
      settings: { ...settings, certificate },
    });
    expect(error.message).toBe(
      'deploy@app refused to log in: offered certificate "ci" for ops until 2027-01-15T08:00:00Z, signed by SHA256:ca' +
        ' and ED25519 SHA256:mine, the server takes publickey',
    );
    expect(error.details.hint).toMatch(/^the server must trust that authority .* must name deploy; or add/);
  });

  test('without a key it says that there is none', () => {
    const said = 'deploy@app: Permission denied (publickey).';
    expect(classify(said).message).toMatch(/offered no key: neither ssh-key nor an ssh-agent is there,/);
    expect(classify(said, { settings: { ...settings, env: { SSH_AUTH_SOCK: '/x' } } }).message).toMatch(
      /offered no key of the ssh-agent,/,
    );
  });

  const verification = 'Host key verification failed.';

  test('an unknown host gives the line to pin', () => {
    const presented = [`app ${real.line}`];
    const error = classify(
      `No ED25519 host key is known for app and you have requested strict checking.\n${verification}`,
      { presented },
    );
    expect(formatError(error)).toBe(
      `E_SSH_HOST_UNKNOWN: deploy@app presented ssh-ed25519 ${real.fingerprint}, and known-hosts has no key of app\n` +
        `compare the fingerprint with the server's own, then add this line to known-hosts:\napp ${real.line}`,
    );
  });

  test('another key than the known one, and another than the pinned one, are the same error', () => {
    const presented = [`app ${real.line}`];
    const expected = `deploy@app presented ssh-ed25519 ${real.fingerprint}, known-hosts expects`;
    const changed = classify(`Host key for app has changed and you have requested strict checking.\n${verification}`, {
      presented,
      settings: { ...settings, knownHosts: { lines: [`app ${other.line}`], pins: [] } },
    });
    expect(changed.message).toBe(`${expected} ssh-ed25519 ${other.fingerprint}`);
    const pinned = classify(verification, {
      presented,
      settings: {
        ...settings,
        knownHosts: { lines: [], pins: [{ host: 'app', fingerprint: other.fingerprint }] },
      },
    });
    expect(pinned.message).toBe(`${expected} ${other.fingerprint}`);
    expect([changed.code, pinned.code]).toEqual(['E_SSH_HOST_KEY', 'E_SSH_HOST_KEY']);
  });

  test('a revoked key and a bad host certificate say so', () => {
    const presented = [`app ${real.line}`];
    const knownHosts = { lines: [`@revoked * ${real.line}`, `app ${real.line}`], pins: [] };
    const revoked = classify(`WARNING: REVOKED HOST KEY DETECTED!\n${verification}`, {
      presented,
      settings: { ...settings, knownHosts },
    });
    expect(revoked.message).toMatch(/, which known-hosts marks as @revoked$/);
    const invalid = classify(`Certificate invalid: expired\n${verification}`, { presented });
    expect(invalid.message).toMatch(/: its certificate is not good: expired$/);
    expect([revoked.code, invalid.code]).toEqual(['E_SSH_HOST_KEY', 'E_SSH_HOST_KEY']);
  });

  test.each([
    ['/x/config: line 3: Bad configuration option: knownhostscommand', 'E_SSH_CLIENT'],
    [
      'Unable to negotiate with 10.0.0.1 port 22: no matching key exchange method found. Their offer: x',
      'E_SSH_CLIENT',
    ],
    ['client_loop: send disconnect: Broken', 'E_SSH_LOST'],
    ['', 'E_SSH_LOST'],
  ])('%j is %s', (stderr, code) => {
    expect(classify(stderr).code).toBe(code);
  });

  test('whatever is said behind the login is a lost connection', () => {
    const said = 'Connection closed by remote host\ndebug1: a note';
    const error = classifyFailure({ said, late: false, connected: true }, context);
    expect(error.message).toBe('deploy@app: the connection was lost: Connection closed by remote host');
    expect(error.code).toBe('E_SSH_LOST');
  });
});
