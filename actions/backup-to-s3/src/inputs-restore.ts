import { type InputReader, Secret, splitLines } from '@suite/core';
import { type Connection, parseConnection } from './connection.ts';
import type { Mode } from './inputs.ts';
import { reportUrl } from './inputs-source.ts';
import { timeOfId } from './layout.ts';

export interface RestoreInputs {
  /** An id, or `latest`. */
  readonly backup: string;
  /** With `latest`: the newest that began at or before this moment, in milliseconds. */
  readonly atMs: number | undefined;
  readonly target: Connection | undefined;
  readonly path: string | undefined;
  readonly confirm: string | undefined;
  readonly identities: readonly Secret[];
}

export function readRestore(read: InputReader, mode: Mode): RestoreInputs | undefined {
  const backup = read.parsed('backup', { fallback: 'latest' }, parseBackup) ?? 'latest';
  const atMs = read.parsed('at', {}, parseMoment);
  const url = read.secret('target-url');
  const path = read.text('path');
  const confirm = read.text('confirm');
  const identities = readIdentities(read);
  if (mode !== 'restore') return undefined;
  if (url === undefined && path === undefined) {
    read.problem('target-url', 'is needed to restore a database, or path for a directory or file');
  }
  if (url !== undefined && path !== undefined) {
    read.problem('target-url', 'stands beside path: a database or a path, which one?');
  }
  if (backup !== 'latest' && atMs !== undefined) {
    read.problem('at', 'stands beside a named backup: which one counts?', 'backup: latest, or no at');
  }
  const target = url && reportUrl(read, 'target-url', () => parseConnection(url));
  return { backup, atMs, target, path, confirm, identities };
}

function readIdentities(read: InputReader): readonly Secret[] {
  const given = read.secret('age-identity');
  if (given === undefined) return [];
  const lines = splitLines(given.reveal()).filter((line) => !line.startsWith('#'));
  if (lines.length === 0 || !lines.every((line) => /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.test(line))) {
    read.problem('age-identity', 'is not what age-keygen writes', 'the whole file, or its line AGE-SECRET-KEY-1…');
    return [];
  }
  return lines.map((line) => new Secret(line));
}

function parseBackup(value: string): string {
  if (value === 'latest' || timeOfId(value) !== undefined) return value;
  throw new RangeError('is neither latest nor an id as mode: list shows it, like 20261123T021500Z-1a2b3c4d');
}

function parseMoment(value: string): number {
  const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) throw new RangeError('is not a moment; write for example 2026-11-23T02:15:00Z');
  return moment;
}
