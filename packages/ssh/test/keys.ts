import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key pair as ssh-keygen makes it. */
export interface KeyPair {
  readonly secret: string;
  readonly line: string;
  readonly fingerprint: string;
}

export function makeKey(type: string, ...more: readonly string[]): KeyPair {
  return inFolder((folder) => generate(folder, 'key', ['-t', type, ...more]));
}

/** A key, an authority, and the authority's signature by these options of ssh-keygen -s. */
export function makeCertificate(
  type: string,
  ...more: readonly string[]
): { readonly line: string; readonly key: KeyPair; readonly authority: KeyPair } {
  return inFolder((folder) => {
    const key = generate(folder, 'key', ['-t', type]);
    const authority = generate(folder, 'ca', ['-t', 'ed25519']);
    keygen('-s', join(folder, 'ca'), ...more, join(folder, 'key.pub'));
    return { line: firstWords(join(folder, 'key-cert.pub')), key, authority };
  });
}

function generate(folder: string, name: string, options: readonly string[]): KeyPair {
  const file = join(folder, name);
  keygen('-N', '', '-C', 'test', '-f', file, ...options);
  const listed = spawnSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' }).stdout;
  return {
    secret: readFileSync(file, 'utf8'),
    line: firstWords(`${file}.pub`),
    fingerprint: listed.split(' ')[1] ?? '',
  };
}

function keygen(...args: readonly string[]): void {
  const made = spawnSync('ssh-keygen', ['-q', ...args]);
  if (made.status !== 0) throw new Error(`ssh-keygen: ${made.stderr}`);
}

function firstWords(file: string): string {
  return readFileSync(file, 'utf8').trim().split(' ').slice(0, 2).join(' ');
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
