import type { InputReader } from '@suite/core';
import { readSshInputs, type SshSettings } from '@suite/ssh';

export interface HostInputs {
  /** Where docker, compose, command, logs, disk and memory look; the runner itself where it is absent. */
  readonly ssh: SshSettings | undefined;
  /** Containers, or commands, that a failure quotes. */
  readonly logs: readonly string[];
  /** The environment of what runs on the runner: the job's, without the inputs. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads where the host is. Without `host` nothing about SSH is required. */
export function readHost(read: InputReader): HostInputs {
  const given = read.text('host') !== undefined;
  const lenient: InputReader = {
    ...read,
    parsed: (name, ask, parse) => read.parsed(name, given ? ask : { ...ask, required: false }, parse),
  };
  const ssh = readSshInputs(lenient, 'host');
  const env = Object.entries(read.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ssh: given ? ssh : undefined, logs: read.lines('logs'), env: Object.fromEntries(env) };
}
