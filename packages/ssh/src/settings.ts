import type { Secret } from '@suite/core';
import type { Certificate } from './certificate.ts';
import type { KnownHosts } from './known-hosts.ts';
import type { PrivateKey } from './private-key.ts';
import type { Target } from './target.ts';

/** How to reach a set of hosts. Times in milliseconds. */
export interface SshSettings {
  readonly targets: readonly Target[];
  /** Hosts on the way, the one nearest to the runner first. */
  readonly jumps: readonly Target[];
  /** Absent: the keys of a running ssh-agent. */
  readonly key: PrivateKey | undefined;
  readonly passphrase: Secret | undefined;
  readonly certificate: Certificate | undefined;
  readonly knownHosts: KnownHosts;
  readonly connectTimeoutMs: number;
  readonly connectRetries: number;
  /** The environment of ssh: PATH, HOME, SSH_AUTH_SOCK, and nothing of the job's secrets. */
  readonly env: Readonly<Record<string, string>>;
}

/** Settings whose files are written, and the folder where they are. */
export interface PreparedSsh {
  readonly settings: SshSettings;
  readonly folder: string;
}
