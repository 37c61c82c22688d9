import type { InputReader } from '@suite/core';
import type { SshSettings } from './connection.ts';
import { parseKnownHosts, pinLines } from './known-hosts.ts';
import { parsePrivateKey } from './private-key.ts';
import { parseTarget, parseTargets } from './target.ts';

const PASSED_ON = ['PATH', 'HOME', 'SSH_AUTH_SOCK'] as const;

/** Reads the inputs about SSH, the same words in every action. `hosts` is the name of the input with the targets. */
export function readSshInputs(read: InputReader, hosts: 'host' | 'hosts'): SshSettings {
  const parse = hosts === 'hosts' ? parseTargets : (text: string) => [parseTarget(text)];
  const targets = read.parsed(hosts, { required: true }, parse) ?? [];
  const jump = read.parsed('jump', {}, parseTarget);
  const knownHosts = read.parsed('known-hosts', { required: true }, parseKnownHosts) ?? { lines: [], pins: [] };
  const secret = read.secret('ssh-key');
  const report = <T>(input: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      read.problem(input, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const key = secret && report('ssh-key', () => parsePrivateKey(secret));
  if (targets.length > 0) report('known-hosts', () => pinLines(knownHosts.pins, targets));
  const env = PASSED_ON.flatMap((name) => (read.env[name] === undefined ? [] : [[name, read.env[name]] as const]));
  return {
    targets,
    jump,
    key,
    knownHosts,
    connectTimeoutMs: read.duration('connect-timeout', { fallback: '10s' }) ?? 0,
    connectRetries: read.integer('connect-retries', { fallback: '3', min: 0, max: 20 }) ?? 0,
    env: Object.fromEntries(env),
  };
}
