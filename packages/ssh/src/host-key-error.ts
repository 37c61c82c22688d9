import { ActionError } from '@suite/core';
import type { FailureContext } from './classify.ts';
import { fingerprintOfLine, keysOf } from './known-hosts.ts';
import { formatTarget, lookupName } from './target.ts';

/** The error of a host whose key is not the one that known-hosts says, or of which known-hosts says nothing. */
export function hostKeyError(said: string, { target, settings, presented }: FailureContext): ActionError {
  const { knownHosts } = settings;
  const name = lookupName(target);
  const known = keysOf(knownHosts.lines, name);
  const pins = knownHosts.pins.filter(({ host }) => host === name).map(({ fingerprint }) => fingerprint);
  const authorities = known.authorities.map((key) => `a certificate by ${key}`);
  const expected = [...pins, ...known.keys, ...authorities];
  const found = presented.map((line) => `${line.split(' ')[1]} ${fingerprintOfLine(line)}`);
  const shown = `${formatTarget(target)} presented ${found.join(' and ') || 'a key that ssh did not name'}`;
  const invalid = /Certificate invalid: (.*)/.exec(said)?.[1];
  const revoked = known.revoked.find((key) => found.includes(key));
  if (invalid) return mismatch(`${shown}: its certificate is not good: ${invalid.trim()}`);
  if (revoked || /REVOKED/.test(said)) return mismatch(`${shown}, which known-hosts marks as @revoked`);
  if (expected.length > 0) return mismatch(`${shown}, known-hosts expects ${expected.join(' or ')}`);
  const line = presented.at(-1);
  const hint = line
    ? `compare the fingerprint with the server's own, then add this line to known-hosts:\n${line}`
    : `add the line of ${name} to known-hosts`;
  return new ActionError(`${shown}, and known-hosts has no key of ${name}`, { code: 'E_SSH_HOST_UNKNOWN', hint });
}

function mismatch(message: string): ActionError {
  const hint = 'nothing was sent to it; find out why its key differs before you change known-hosts';
  return new ActionError(message, { code: 'E_SSH_HOST_KEY', hint });
}
