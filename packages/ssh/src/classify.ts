import { ActionError } from '@suite/core';
import { fingerprintOfLine, type KnownHosts } from './known-hosts.ts';
import { formatTarget, lookupName, type Target } from './target.ts';

/** What is known beside ssh's own words when a connection failed. */
export interface FailureContext {
  readonly target: Target;
  readonly jump?: Target | undefined;
  readonly knownHosts: KnownHosts;
  /** Lines `host type base64` of the keys that were presented. */
  readonly presented: readonly string[];
  /** Fingerprint of the key that was offered, or that an agent's keys were. */
  readonly offered: string;
}

/**
 * Tells the failures of ssh apart by its stderr, because all of them exit 255. Text of OpenSSH 8.5 to 10.
 * Codes: E_SSH_UNREACHABLE (retryable), E_SSH_HOST_KEY, E_SSH_HOST_UNKNOWN, E_SSH_AUTH, E_SSH_CLIENT, E_SSH_LOST.
 */
export function classifyFailure(stderr: string, context: FailureContext): ActionError {
  if (/host key for .* has changed|Host key verification failed|host key is known for|REVOKED/i.test(stderr)) {
    return hostKeyError(stderr, context);
  }
  const where = formatTarget(context.target);
  const denied = /Permission denied(?: \((?<methods>[^)]*)\))?/.exec(stderr);
  if (denied) return authError(where, denied.groups?.['methods'] ?? 'none', context);
  const reason = unreachableReason(stderr, context.target);
  if (reason !== undefined) {
    const hint = `check the address, the port and the firewall${context.jump ? `, also from ${formatTarget(context.jump)}` : ''}`;
    return new ActionError(`${where}: ${reason}`, { code: 'E_SSH_UNREACHABLE', hint, retryable: true });
  }
  if (/Bad configuration option|command-line: line|Bad owner or permissions/.test(stderr)) {
    const hint = 'OpenSSH 8.5 or newer is needed on the runner';
    return new ActionError(`the ssh client refused its configuration: ${lastLine(stderr)}`, {
      code: 'E_SSH_CLIENT',
      hint,
    });
  }
  return new ActionError(`${where}: the connection was lost: ${lastLine(stderr) || 'ssh gave no reason'}`, {
    code: 'E_SSH_LOST',
    retryable: true,
  });
}

const REASONS: readonly (readonly [RegExp, (port: number) => string])[] = [
  [/Could not resolve hostname/, () => 'the host name does not resolve'],
  [/Connection refused/, (port) => `port ${port} refused the connection: no sshd there, or it blocks this runner`],
  [/No route to host|Network is unreachable/, () => 'there is no route to the host'],
  [
    /connect to host .* timed out|Connection timed out during banner/,
    (port) => `no answer on port ${port} within connect-timeout`,
  ],
  [
    /kex_exchange_identification|Connection (?:closed|reset) by|banner exchange/,
    () =>
      'the server closed the connection before logging in: too many at once (MaxStartups), or it blocks this runner',
  ],
];

function unreachableReason(stderr: string, { port }: Target): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(stderr))?.[1](port);
}

function hostKeyError(stderr: string, { target, jump, knownHosts, presented }: FailureContext): ActionError {
  const names = [lookupName(target), ...(jump ? [lookupName(jump)] : [])];
  const line = presented.findLast((each) => names.includes(each.split(' ')[0] ?? ''));
  const name = line?.split(' ')[0] ?? lookupName(target);
  const found = line ? `${line.split(' ')[1]} ${fingerprintOfLine(line)}` : 'a key that ssh did not name';
  const where = jump && name === lookupName(jump) ? formatTarget(jump) : formatTarget(target);
  const pins = knownHosts.pins.filter(({ host }) => host === undefined || host === name).map((pin) => pin.fingerprint);
  const known = knownHosts.lines.filter((each) => each.split(/[\s,]+/).includes(name));
  const expected = [...pins, ...known.map((each) => `${each.split(/\s+/)[1]} ${fingerprintOfLine(each)}`)];
  if (/has changed|REVOKED/i.test(stderr) || pins.length > 0) {
    const message = `${where} presented ${found}, known-hosts expects ${expected.join(' or ') || 'another key'}`;
    const hint = 'nothing was sent to it; find out why its key differs before you change known-hosts';
    return new ActionError(message, { code: 'E_SSH_HOST_KEY', hint });
  }
  const hint = line
    ? `compare the fingerprint with the server's own, then add this line to known-hosts:\n${line}`
    : `add the line of ${name} to known-hosts`;
  return new ActionError(`${where} presented ${found}, and known-hosts has no key of ${name}`, {
    code: 'E_SSH_HOST_UNKNOWN',
    hint,
  });
}

function authError(where: string, methods: string, { offered, target }: FailureContext): ActionError {
  const message = `${where} refused to log in: offered ${offered}, the server takes ${methods}`;
  const hint = `add the public half of the key to ~/.ssh/authorized_keys of ${target.user}, or give the right ssh-key`;
  return new ActionError(message, { code: 'E_SSH_AUTH', hint });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
