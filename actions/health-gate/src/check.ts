import { formatCommand } from '@suite/core';
import { maskUrl, type VersionSource } from '@suite/http';
import type { Condition } from './conditions.ts';
import type { ComponentRule, Tolerance } from './rules.ts';

/** What every check may say of itself. Where it says nothing, the inputs of the same name hold. */
export interface CheckOptions {
  readonly name: string;
  /** A check that is not required only warns. */
  readonly required: boolean;
  readonly requestTimeoutMs: number;
  readonly maxLatencyMs: number | undefined;
}

/** A URL whose answer is judged by status, words, components and version. */
export interface HttpCheck extends CheckOptions {
  readonly kind: 'http';
  readonly url: URL;
  readonly headers: ReadonlyMap<string, string>;
  readonly components: readonly ComponentRule[];
  /** All must hold; while one does not, it is waited for. */
  readonly until: readonly Condition[];
  /** Any that holds ends the gate. */
  readonly failWhen: readonly Condition[];
  readonly expectVersion: string | undefined;
  /** True where the version was asked of this very check: then it must tell one. */
  readonly mustTellVersion: boolean;
}

/** A port that must take connections, and for `tls` show a valid certificate. */
export interface PortCheck extends CheckOptions {
  readonly kind: 'tcp' | 'tls';
  readonly host: string;
  readonly port: number;
}

/** A database that must take commands; `url` may hold credentials and is never shown whole. */
export interface DatabaseCheck extends CheckOptions {
  readonly kind: 'postgres' | 'redis';
  readonly url: URL;
}

/** What only a host itself, or its container engine, can tell. */
export type HostCheck = CheckOptions &
  (
    | { readonly kind: 'docker'; readonly container: string }
    | { readonly kind: 'compose'; readonly project: string; readonly service: string }
    | { readonly kind: 'command'; readonly argv: readonly string[] }
    /** `deny` is a regular expression that no line of the log may match. */
    | { readonly kind: 'logs'; readonly container: string; readonly deny: string }
    /** `usedMax` in percent. */
    | { readonly kind: 'disk'; readonly path: string; readonly usedMax: number }
    | { readonly kind: 'memory'; readonly usedMax: number }
  );

export type Check = HttpCheck | PortCheck | DatabaseCheck | HostCheck;

/** The kinds in the order of their documentation. */
export const CHECK_KINDS = [
  'http',
  'tcp',
  'tls',
  'postgres',
  'redis',
  'docker',
  'compose',
  'command',
  'logs',
  'disk',
  'memory',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** How an answer is read: the same for every check. */
export interface Reading {
  readonly degraded: Tolerance;
  readonly unknown: Tolerance;
  readonly componentsPath: string;
  readonly versionSource: VersionSource;
}

export function isPort(check: Check): check is PortCheck {
  return check.kind === 'tcp' || check.kind === 'tls';
}

export function isDatabase(check: Check): check is DatabaseCheck {
  return check.kind === 'postgres' || check.kind === 'redis';
}

export function isHostCheck(check: Check): check is HostCheck {
  return ['docker', 'compose', 'command', 'logs', 'disk', 'memory'].includes(check.kind);
}

/** Where a check points to, for people: without credentials. */
export function targetOf(check: Check): string {
  if (isPort(check)) return `${check.host.includes(':') ? `[${check.host}]` : check.host}:${check.port}`;
  if (isHostCheck(check)) return hostTargetOf(check);
  const shown = maskUrl(shownUrl(check)).replace(/\?$/, '');
  return check.kind === 'http' ? shown : shown.replace(/\?.*$/, '');
}

/** A check's URL of which everything else may be shown: a database's user alone is no credential, a token over HTTP is. */
export function shownUrl(check: HttpCheck | DatabaseCheck): URL {
  const url = new URL(check.url);
  if (isDatabase(check) && url.password === '') url.username = '';
  return url;
}

function hostTargetOf(check: HostCheck): string {
  switch (check.kind) {
    case 'docker':
      return check.container;
    case 'compose':
      return `${check.project}/${check.service}`;
    case 'command':
      return formatCommand({ file: check.argv[0] ?? '', args: check.argv.slice(1) });
    case 'logs':
      return `${check.container} without ${check.deny}`;
    case 'disk':
      return `${check.path} at most ${check.usedMax} % used`;
    case 'memory':
      return `at most ${check.usedMax} % used`;
  }
}
