import { ActionError, type ErrorDetails } from '@suite/core';
import { formatEnd } from './certificate.ts';
import { hostKeyError } from './host-key-error.ts';
import type { SshSettings } from './settings.ts';
import { formatTarget, type Target } from './target.ts';

/** What is known when ssh failed: its stderr, whether its time was over, and whether it had been connected before. */
export interface Said {
  readonly said: string;
  readonly late: boolean;
  readonly connected: boolean;
}

/** What is known beside ssh's own words when a connection failed. */
export interface FailureContext {
  readonly target: Target;
  /** The jump host before it, and what the connection to it has said. */
  readonly via: { readonly target: Target; readonly said: string } | undefined;
  readonly settings: Pick<SshSettings, 'knownHosts' | 'key' | 'certificate' | 'env'>;
  /** Lines `host type base64` of the keys that it presented. */
  readonly presented: readonly string[];
}

/**
 * Tells the failures of ssh apart by its stderr, because all of them exit 255. Text of OpenSSH 8.5 to 10.
 * Codes: E_SSH_UNREACHABLE (retryable), E_SSH_HOST_KEY, E_SSH_HOST_UNKNOWN, E_SSH_AUTH, E_SSH_CLIENT, E_SSH_LOST.
 */
export function classifyFailure({ said, late, connected }: Said, context: FailureContext): ActionError {
  const where = formatTarget(context.target);
  if (connected) return lost(where, said);
  if (/Host key verification failed|REVOKED|Certificate invalid/i.test(said)) return hostKeyError(said, context);
  if (/Permission denied|Too many authentication failures/.test(said)) return authError(said, context);
  const client = clientProblem(where, said);
  if (client) return client;
  const reason = REASONS.find(([pattern]) => pattern.test(said))?.[1](context, said);
  if (reason === undefined && !late) return lost(where, said);
  const hint = `check the address, the port and the firewall${context.via ? `, also from ${formatTarget(context.via.target)}` : ''}`;
  const told = reason ?? {
    what: `port ${context.target.port} answered, but the login did not end within connect-timeout`,
  };
  return error(`${where}: ${told.what}`, { code: 'E_SSH_UNREACHABLE', hint: told.hint ?? hint, retryable: true });
}

interface Reason {
  readonly what: string;
  readonly hint?: string;
}

const REASONS: readonly (readonly [RegExp, (context: FailureContext, said: string) => Reason])[] = [
  [/Could not resolve hostname/, () => ({ what: 'the host name does not resolve' })],
  [/Stdio forwarding request failed|stdio forwarding failed/, ({ via }) => throughJump(via)],
  [/Connection refused/, ({ target: { port } }) => ({ what: `port ${port} refused the connection` })],
  [/No route to host|Network is unreachable/, () => ({ what: 'there is no route to the host' })],
  [
    /connect to host .* timed out|timed out during banner|Timeout, server/,
    ({ target: { port } }) => ({ what: `no answer on port ${port} within connect-timeout` }),
  ],
  [/Exceeded MaxStartups/, () => busy('the server has too many logins at once (Exceeded MaxStartups)')],
  [
    /Not allowed at this time/,
    () => ({
      what: 'the server refuses this runner for a while (Not allowed at this time)',
      hint: 'failed logins or broken connections brought its PerSourcePenalties about; wait, then look at the log of its sshd',
    }),
  ],
  [
    /Connection (?:closed|reset) by|banner exchange|Broken pipe/,
    () => busy('the server closed the connection before the login'),
  ],
];

/** Why a jump host went no further stands in what its own connection has noted, not in what the one through it says. */
function throughJump(via: FailureContext['via']): Reason {
  const noted = via?.said.matchAll(/open failed: ([^:\n]+): ?(.*)/g) ?? [];
  const [kind = '', reason = ''] = [...noted].at(-1)?.slice(1) ?? [];
  const name = via ? formatTarget(via.target) : 'the jump host';
  if (!kind.includes('prohibited')) return { what: `${name} could not connect to it${reason && `: ${reason.trim()}`}` };
  return { what: `${name} lets nobody through`, hint: 'its sshd must allow it: AllowTcpForwarding, PermitOpen' };
}

function busy(what: string): Reason {
  return {
    what,
    hint: 'it has too many logins at once (MaxStartups), or blocks this runner (fail2ban, PerSourcePenalties)',
  };
}

function clientProblem(where: string, said: string): ActionError | undefined {
  const negotiation = /Unable to negotiate with .*: (no matching .* found.*)/.exec(said)?.[1];
  if (negotiation !== undefined) {
    const hint = 'update OpenSSH on the older side';
    return error(`${where}: the ssh of this runner and the server have nothing in common: ${negotiation}`, {
      code: 'E_SSH_CLIENT',
      hint,
    });
  }
  if (!/Bad configuration option|command-line: line|Bad owner or permissions/.test(said)) return undefined;
  const hint = 'OpenSSH 8.5 or newer is needed on the runner';
  return error(`the ssh client refused its configuration: ${lastLine(said)}`, { code: 'E_SSH_CLIENT', hint });
}

function authError(said: string, { target, settings }: FailureContext): ActionError {
  const { certificate } = settings;
  const methods = /Permission denied \(([^)]*)\)/.exec(said)?.[1] ?? 'no more keys';
  const offers = [...said.matchAll(/Offering public key: (?:.* )?(\S+) (SHA256:\S+)/g)];
  const keys = offers.map(([, type = '', fingerprint = '']) =>
    certificate && type.endsWith('-CERT')
      ? `certificate "${certificate.keyId}" for ${certificate.principals.join(', ') || 'nobody'} until ${formatEnd(certificate)}, signed by ${certificate.authority}`
      : `${type} ${fingerprint}`,
  );
  const message = `${formatTarget(target)} refused to log in: offered ${keys.join(' and ') || nothing(settings)}, the server takes ${methods}`;
  const authorized = `add the public half of the key to ~/.ssh/authorized_keys of ${target.user}, or give the right ssh-key`;
  const signed = `the server must trust that authority (TrustedUserCAKeys) and the certificate must name ${target.user}; or ${authorized}`;
  return error(message, { code: 'E_SSH_AUTH', hint: certificate ? signed : authorized });
}

function nothing({ key, env }: FailureContext['settings']): string {
  if (key) return 'ssh-key in vain';
  return env['SSH_AUTH_SOCK'] ? 'no key of the ssh-agent' : 'no key: neither ssh-key nor an ssh-agent is there';
}

function lost(where: string, said: string): ActionError {
  return error(`${where}: the connection was lost: ${lastLine(said) || 'ssh gave no reason'}`, {
    code: 'E_SSH_LOST',
    hint: 'run it again; where it comes back, look at the log of sshd and at what is between',
    retryable: true,
  });
}

function error(message: string, details: ErrorDetails): ActionError {
  return new ActionError(message, details);
}

/** The last line that is no note (`debug1: …`), without the place in ssh's source that a note has. */
function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('debug'));
  return (lines.at(-1) ?? '').replace(/^\S+\.c:\S+ \(pid=\d+\): /, '').trim();
}
