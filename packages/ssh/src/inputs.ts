import type { InputReader } from '@suite/core';
import { parseCertificate } from './certificate.ts';
import { parseKnownHosts, resolvePins } from './known-hosts.ts';
import { parsePrivateKey } from './private-key.ts';
import type { SshSettings } from './settings.ts';
import { parseTarget, parseTargets } from './target.ts';

const PASSED_ON = ['PATH', 'HOME', 'SSH_AUTH_SOCK'] as const;

/** Reads the inputs about SSH, the same words in every action. `hosts` is the name of the input with the targets. */
export function readSshInputs(read: InputReader, hosts: 'host' | 'hosts'): SshSettings {
  const parse = hosts === 'hosts' ? parseTargets : (text: string) => [parseTarget(text)];
  const targets = read.parsed(hosts, { required: true }, parse) ?? [];
  const known = read.parsed('known-hosts', { required: true, unquoted: true }, parseKnownHosts) ?? {
    lines: [],
    pins: [],
  };
  const pins = targets.length > 0 ? reported(read, 'known-hosts', () => resolvePins(known.pins, targets)) : undefined;
  const env = PASSED_ON.flatMap((name) => (read.env[name] === undefined ? [] : [[name, read.env[name]] as const]));
  return {
    targets,
    jumps: read.parsed('jump', {}, (text) => parseTargets(text.replaceAll(',', '\n'))) ?? [],
    ...readKey(read),
    knownHosts: { lines: known.lines, pins: pins ?? [] },
    connectTimeoutMs: read.duration('connect-timeout', { fallback: '10s' }) ?? 0,
    connectRetries: read.integer('connect-retries', { fallback: '3', min: 0, max: 20 }) ?? 0,
    env: Object.fromEntries(env),
  };
}

function readKey(read: InputReader): Pick<SshSettings, 'key' | 'passphrase' | 'certificate'> {
  const secret = read.secret('ssh-key');
  const passphrase = read.secret('ssh-key-passphrase');
  const certificate = read.parsed('ssh-certificate', { unquoted: true }, parseCertificate);
  const key = secret && reported(read, 'ssh-key', () => parsePrivateKey(secret));
  if (key?.encrypted && passphrase === undefined)
    read.problem('ssh-key-passphrase', 'is missing, and ssh-key is protected by a passphrase');
  if (passphrase !== undefined && secret === undefined)
    read.problem('ssh-key', 'is missing, and ssh-key-passphrase is given');
  return { key, passphrase, certificate };
}

/** What is wrong with a key, or with what stands where a key should, must not quote it, as `read.parsed` would. */
function reported<T>(read: InputReader, input: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    read.problem(input, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
