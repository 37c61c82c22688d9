import { createHmac } from 'node:crypto';
import { KEY_PARTS } from './certificate.ts';
import { fingerprintOf } from './private-key.ts';
import { lookupName, type Target } from './target.ts';
import { wireReader } from './wire.ts';

/** A fingerprint that a host's key must have; `host` as known_hosts names it, absent where there is one host only. */
export interface Pin {
  readonly host?: string;
  readonly fingerprint: string;
}

/** What the user knows about host keys: lines for a known_hosts file, and pinned fingerprints. */
export interface KnownHosts {
  readonly lines: readonly string[];
  readonly pins: readonly Required<Pin>[];
}

const KEY_TYPES = /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-[\w@.-]+|ssh-[\w@.-]+-cert-[\w@.-]+)$/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** A private key as OpenSSH, PEM or PuTTY file, whole or in base64, or its middle alone. */
const PRIVATE_KEY = /PRIVATE KEY-----|PuTTY-User-Key-File|LS0tLS1CRUdJTi|b3BlbnNzaC1rZXktdjE/;

/**
 * Parses lines of known_hosts (hashed names, `@cert-authority` and `@revoked` included), `SHA256:…`,
 * `host SHA256:…` and what `ssh-keygen -lf` prints; comments and blank lines are dropped. Format: sshd(8).
 * @throws RangeError naming the first line that is none of these, or when nothing is left; never with a private key.
 */
export function parseKnownHosts(text: string): Omit<KnownHosts, 'pins'> & { readonly pins: readonly Pin[] } {
  if (PRIVATE_KEY.test(text)) throw new RangeError('is a private key; known-hosts takes the public key of the server');
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0)
    throw new RangeError('holds no line; add the line that `ssh-keyscan <host>` prints, after checking it');
  const entries = lines.map(({ line, number }) => parseLine(line, number));
  return {
    lines: entries.filter((entry) => typeof entry === 'string'),
    pins: entries.filter((entry) => typeof entry !== 'string'),
  };
}

function parseLine(line: string, number: number): string | Pin {
  const words = line.split(/\s+/);
  const printed = /^\d+ (SHA256:\S+)/.exec(line)?.[1];
  if (printed !== undefined) return parsePin([printed], printed);
  const last = words.at(-1) ?? '';
  if (last.startsWith('SHA256:')) return parsePin(words, last);
  const [host = '', type = '', key = ''] = words[0]?.startsWith('@') ? words.slice(1) : words;
  if (words[0]?.startsWith('@') && !/^@(cert-authority|revoked)$/.test(words[0]))
    throw wrongLine(line, 'an unknown marker');
  if (KEY_TYPES.test(host))
    throw new RangeError(
      `has a key without its host, line ${number}; put the host before it: app.example.com ${host} AAAA…`,
    );
  if (!host || !KEY_TYPES.test(type)) throw wrongLine(line, 'no type of key as its second word');
  if (!holdsKey(key, type)) throw new RangeError(`has a ${type} key that is cut or damaged, line ${number}`);
  return line;
}

function parsePin(words: readonly string[], fingerprint: string): Pin {
  if (!FINGERPRINT.test(fingerprint)) throw wrongLine(words.join(' '), 'a fingerprint that is not 43 characters long');
  const host = words.length > 1 ? words[0] : undefined;
  return host === undefined ? { fingerprint } : { host, fingerprint };
}

/** A public key is its type and the parts of that type, each with its length before it; of other types only the first is known. */
function holdsKey(key: string, type: string): boolean {
  const read = wireReader(Buffer.from(key, 'base64'));
  const parts = KEY_PARTS[type];
  try {
    if (read.text() !== type) return false;
    for (let part = 0; part < (parts ?? 0); part += 1) read.string();
    return (parts === undefined) !== read.ended();
  } catch {
    return false;
  }
}

function wrongLine(line: string, what: string): RangeError {
  return new RangeError(`has ${what}: "${line.slice(0, 40)}${line.length > 40 ? '…' : ''}"`);
}

/**
 * Gives each pin the name of its host as known_hosts writes it: `app:23` is `[app]:23`, and a pin without a host holds
 * for the only target.
 * @throws RangeError where such a pin stands beside several targets.
 */
export function resolvePins(pins: readonly Pin[], targets: readonly Target[]): readonly Required<Pin>[] {
  const [only] = targets;
  return pins.map(({ host, fingerprint }) => {
    if (host !== undefined) return { host: host.replace(/^([^[\]:]+):(\d+)$/, bracketed), fingerprint };
    if (targets.length === 1 && only) return { host: lookupName(only), fingerprint };
    throw new RangeError(
      `has a pin without a host, and there are ${targets.length} hosts; write "<host> ${fingerprint}"`,
    );
  });
}

function bracketed(_whole: string, host: string, port: string): string {
  return lookupName({ host, port: Number(port) });
}

/** What known_hosts says of a name: keys that it must have, authorities that may sign for it, keys that nobody may have. */
export interface KnownKeys {
  readonly keys: readonly string[];
  readonly authorities: readonly string[];
  readonly revoked: readonly string[];
}

/** The keys of the lines that are about a name, each as `type fingerprint`. */
export function keysOf(lines: readonly string[], name: string): KnownKeys {
  const found = lines
    .map((line) => line.split(/\s+/))
    .map((words) => (words[0]?.startsWith('@') ? words : ['', ...words]));
  const about = found.filter(([, patterns = '']) => isAbout(patterns, name));
  const marked = (wanted: string): readonly string[] =>
    about
      .filter(([marker]) => marker === wanted)
      .map(([, host, type, key]) => `${type} ${fingerprintOfLine(`${host} ${type} ${key}`)}`);
  return { keys: marked(''), authorities: marked('@cert-authority'), revoked: marked('@revoked') };
}

/** sshd(8), SSH_KNOWN_HOSTS FILE FORMAT: patterns by comma, `!` takes one back, `|1|salt|hash` is a hashed name. */
function isAbout(patterns: string, name: string): boolean {
  const [, kind, salt = '', hash] = patterns.split('|');
  if (kind === '1') return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
  const each = patterns
    .split(',')
    .map((pattern) => ({ no: pattern.startsWith('!'), pattern: pattern.replace(/^!/, '') }));
  const hits = each.filter(({ pattern }) => matches(pattern, name));
  return hits.length > 0 && hits.every(({ no }) => !no);
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/** The fingerprint of the key in a line `host type base64`. */
export function fingerprintOfLine(line: string): string {
  return fingerprintOf(Buffer.from(line.split(/\s+/)[2] ?? '', 'base64'));
}
