import { ActionError, type CommandResult, redact } from '@suite/core';
import type { Target } from './targets.ts';

/** Why one database could not be had from one repository. `temporary`: another try may help. */
export interface DatabaseFailure {
  readonly repository: string;
  readonly cause: string;
  readonly temporary: boolean;
}

interface Cause {
  readonly pattern: RegExp;
  readonly cause: string;
  readonly temporary?: boolean;
}

/** Texts of Trivy 0.74; a JSON body of the registry hides the status, so the code word stands beside it. */
const DATABASE_CAUSES: readonly Cause[] = [
  { pattern: /TOOMANYREQUESTS|status code 429/, cause: 'too many requests (429)', temporary: true },
  { pattern: /UNAUTHORIZED|status code 401/, cause: 'unauthorized (401)' },
  { pattern: /DENIED|status code 403/, cause: 'denied (403)' },
  { pattern: /MANIFEST_UNKNOWN|NAME_UNKNOWN|status code 404/, cause: 'not found (404)' },
  { pattern: /UNAVAILABLE|UNKNOWN:|status code 5\d\d/, cause: 'the registry failed (5xx)', temporary: true },
  { pattern: /connection refused/, cause: 'connection refused', temporary: true },
  { pattern: /no such host|server misbehaving/, cause: 'no such host (DNS)', temporary: true },
  { pattern: /network is unreachable|no route to host/, cause: 'network unreachable', temporary: true },
  { pattern: /connection timed out|i\/o timeout|TLS handshake timeout/, cause: 'no answer', temporary: true },
  { pattern: /connection reset|unexpected EOF|\bEOF\b/, cause: 'the connection broke', temporary: true },
  { pattern: /x509:|tls: /, cause: 'certificate not trusted' },
  { pattern: /unacceptable media type/, cause: 'it is no Trivy database (media type)' },
  { pattern: /version of DB schema|Trivy version is old/, cause: 'its schema is newer than this Trivy' },
  { pattern: /no space left on device/, cause: 'no space left on the disk' },
];

/** Names the cause of a failed download. The process did nothing else, so every end is a database failure. */
export function databaseFailure(
  repository: string,
  result: Pick<CommandResult, 'stderr' | 'stdout' | 'timedOut'>,
): DatabaseFailure {
  if (result.timedOut) return { repository, cause: 'silent: no answer in time', temporary: true };
  const known = DATABASE_CAUSES.find(({ pattern }) => pattern.test(result.stderr));
  if (known) return { repository, cause: known.cause, temporary: known.temporary ?? false };
  return { repository, cause: lastWords(result.stderr), temporary: false };
}

/** One failure for all repositories that were asked. */
export function databaseError(name: string, failures: readonly DatabaseFailure[]): ActionError {
  const asked = failures.map(({ repository, cause }) => `${repository}: ${cause}`).join('; ');
  const hint =
    'name a mirror that this runner reaches in db-repository, log in with registry-username and registry-password, or set retries';
  return new ActionError(`the ${name} could not be had: ${asked}`, { code: 'E_DB', hint });
}

/** What a scan that did not end with 0 means. */
export type ScanFailure =
  | { readonly kind: 'error'; readonly error: ActionError }
  | { readonly kind: 'corrupt database'; readonly text: string }
  | { readonly kind: 'java database'; readonly text: string };

type ScanResult = Pick<CommandResult, 'code' | 'stderr' | 'timedOut' | 'signal'>;

/** Reads the end of a scan. */
export function scanFailure(target: Target, result: ScanResult): ScanFailure {
  const text = result.stderr;
  if (result.timedOut || /context deadline exceeded/.test(text)) return failed(timeout(target));
  if (/Java DB|java DB|javadb/.test(text)) return { kind: 'java database', text: lastWords(text) };
  if (/invalid database|failed to open db|bad file descriptor/.test(text) || isDatabaseCrash(result)) {
    return { kind: 'corrupt database', text: lastWords(text) };
  }
  if (/unable to find the specified image/.test(text)) return failed(imageNotFound(target, text));
  if (/unable to initialize archive image|SBOM decode error|open sbom file|no such file or directory/.test(text)) {
    return failed(unreadable(target, text));
  }
  if (/filter error|ignore file/.test(text)) {
    return failed(new ActionError(`the ignore file cannot be read: ${lastWords(text)}`, { code: 'E_IGNORE_FILE' }));
  }
  const how = result.code === null ? `was ended by ${result.signal}` : `exited ${result.code}`;
  const hint = 'this is a failure of the scan, not a finding; run again with debug logging for the whole log';
  return failed(new ActionError(`Trivy ${how} on ${target.name}: ${lastWords(text)}`, { code: 'E_SCAN', hint }));
}

/** A Go crash inside the database's reader: what a cut or empty file leads to. */
function isDatabaseCrash({ code, stderr }: ScanResult): boolean {
  return code === 2 && /bbolt|trivy-db/.test(stderr);
}

function failed(error: ActionError): ScanFailure {
  return { kind: 'error', error };
}

function timeout(target: Target): ActionError {
  const hint = 'set a longer timeout, or fewer scanners';
  return new ActionError(`the scan of ${target.name} did not end in time`, { code: 'E_TIMEOUT', hint });
}

function imageNotFound(target: Target, text: string): ActionError {
  const asked = [...text.matchAll(/\* (docker|containerd|podman|remote) error: ([^\n]*)/g)];
  const answers = asked.map(([, source, answer = '']) => `${source}: ${shorten(redact(answer.trim()))}`).join('; ');
  const denied = /UNAUTHORIZED|DENIED/.test(text);
  const hint = denied
    ? 'the registry wants a login: set registry, registry-username and registry-password'
    : 'push the image or load it into the Docker engine of this job, and check the reference';
  return new ActionError(`image ${target.ref} was not found; ${answers}`, { code: 'E_TARGET_NOT_FOUND', hint });
}

function unreadable(target: Target, text: string): ActionError {
  const hint = 'check that the path exists in this job and is of the kind that the target says';
  const message = `${target.kind}:${target.ref} cannot be read: ${lastWords(text)}`;
  return new ActionError(message, { code: 'E_TARGET_NOT_FOUND', hint });
}

/** What Trivy said last in its own words: the text of its fatal line, without time, stack and colours. */
export function lastWords(stderr: string): string {
  const lines = stderr
    .replace(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trim());
  const fatal = lines.findIndex((line) => /\bFATAL\b|^panic:|^fatal error:/.test(line));
  const line = fatal < 0 ? (lines.filter(Boolean).at(-1) ?? 'it said nothing') : (lines[fatal] ?? '');
  const more = fatal >= 0 && /errors? occurred:?$/.test(line) ? ` ${lines[fatal + 1] ?? ''}` : '';
  return shorten(redact(`${line}${more}`.replace(/^.*\bFATAL\b\s+(Fatal error\s+)?/, '')));
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 140)} … ${text.slice(-150)}`;
}
