/** One accepted finding of an ignore file. Times are milliseconds since the epoch. */
export interface Ignore {
  readonly id: string;
  readonly section: IgnoreSection;
  readonly expiresMs?: number;
  readonly reason?: string;
  /** Line of a plain file, or position in a YAML list, from 1. */
  readonly line: number;
}

export type IgnoreSection = 'vulnerabilities' | 'misconfigurations' | 'secrets' | 'licenses' | 'any';

/** What an ignore file says, and what in it Trivy would drop without a word. */
export interface IgnoreFile {
  readonly path: string;
  readonly entries: readonly Ignore[];
  readonly mistakes: readonly string[];
}

/** A complaint about an ignore file, for the log and the summary. */
export interface IgnoreComplaint {
  readonly kind: 'expired' | 'unused' | 'without reason' | 'without expiry' | 'mistake';
  readonly text: string;
}

const SECTIONS = ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'] as const;
const KEYS = ['id', 'paths', 'purls', 'expired_at', 'statement'];
const DAY_MS = 86_400_000;

/** Reads a plain `.trivyignore`: an id a line, `exp:2027-01-31` behind it, the comment above it is its reason. */
export function parsePlainIgnores(path: string, text: string): IgnoreFile {
  const entries: Ignore[] = [];
  const mistakes: string[] = [];
  let comment = '';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') comment = '';
    else if (line.startsWith('#')) comment = line.replace(/^#+\s*/, '');
    else {
      const [words = '', inline] = line.split(/\s+#\s*/);
      const [id = '', ...rest] = words.split(/\s+/);
      const expiry = expiryOf(rest.find((word) => word.startsWith('exp:'))?.slice(4));
      if (expiry === 'wrong') mistakes.push(`line ${index + 1}: "${words}" has no date such as exp:2027-01-31`);
      const unknown = rest.find((word) => !word.startsWith('exp:'));
      if (unknown !== undefined) mistakes.push(`line ${index + 1}: "${unknown}" behind ${id} means nothing`);
      entries.push(ignore({ id, section: 'any', line: index + 1, reason: inline ?? comment, expiry }));
    }
  }
  return { path, entries, mistakes };
}

/** Reads a parsed `.trivyignore.yaml`. */
export function parseYamlIgnores(path: string, document: unknown): IgnoreFile {
  const entries: Ignore[] = [];
  const mistakes: string[] = [];
  const sections = isRecord(document) ? Object.entries(document) : [];
  if (document !== null && document !== undefined && !isRecord(document)) mistakes.push('the file is no mapping');
  for (const [name, list] of sections) {
    const section = SECTIONS.find((known) => known === name);
    if (section === undefined) mistakes.push(`"${name}" is none of ${SECTIONS.join(', ')}`);
    else if (!Array.isArray(list)) mistakes.push(`${name} is no list`);
    else for (const [index, item] of list.entries()) readEntry({ section, index, item }, entries, mistakes);
  }
  return { path, entries, mistakes };
}

function readEntry(
  at: { readonly section: IgnoreSection; readonly index: number; readonly item: unknown },
  entries: Ignore[],
  mistakes: string[],
): void {
  const where = `${at.section}[${at.index + 1}]`;
  const item = isRecord(at.item) ? at.item : {};
  const { id, expired_at: expires, statement } = item;
  for (const key of Object.keys(item).filter((key) => !KEYS.includes(key))) {
    mistakes.push(`${where}: "${key}" is none of ${KEYS.join(', ')}`);
  }
  if (typeof id !== 'string' || id === '') {
    mistakes.push(`${where} has no id`);
    return;
  }
  const expiry = expiryOf(expires === undefined ? undefined : dateText(expires));
  if (expiry === 'wrong') mistakes.push(`${where}: expired_at is no date such as 2027-01-31`);
  const reason = typeof statement === 'string' ? statement : '';
  entries.push(ignore({ id, section: at.section, line: at.index + 1, reason, expiry }));
}

/** What is wrong with an ignore file after a scan. `used` are the ids that hid something. */
export function judgeIgnores(file: IgnoreFile, used: ReadonlySet<string>, nowMs: number): readonly IgnoreComplaint[] {
  const complaints = file.entries.flatMap((entry): IgnoreComplaint[] => {
    if (isExpired(entry, nowMs)) {
      return [{ kind: 'expired', text: `${entry.id} expired on ${dayOf(entry.expiresMs)}: it hides nothing any more` }];
    }
    const found: IgnoreComplaint[] = [];
    if (!used.has(entry.id)) found.push({ kind: 'unused', text: `${entry.id} hides nothing: remove it` });
    if (!entry.reason) found.push({ kind: 'without reason', text: `${entry.id} has no reason` });
    if (entry.expiresMs === undefined) found.push({ kind: 'without expiry', text: `${entry.id} has no expiry date` });
    return found;
  });
  const mistakes = file.mistakes.map((text): IgnoreComplaint => ({ kind: 'mistake', text }));
  return [...mistakes, ...complaints];
}

/** Entries that end within the next 14 days. */
export function expiringSoon(file: IgnoreFile, nowMs: number): readonly Ignore[] {
  return file.entries.filter(
    (entry) => !isExpired(entry, nowMs) && (entry.expiresMs ?? Number.POSITIVE_INFINITY) - nowMs <= 14 * DAY_MS,
  );
}

export function dayOf(ms: number | undefined): string {
  return ms === undefined ? 'never' : new Date(ms).toISOString().slice(0, 10);
}

function isExpired(entry: Ignore, nowMs: number): boolean {
  return entry.expiresMs !== undefined && entry.expiresMs <= nowMs;
}

function ignore(entry: {
  readonly id: string;
  readonly section: IgnoreSection;
  readonly line: number;
  readonly reason: string;
  readonly expiry: number | 'wrong' | undefined;
}): Ignore {
  const { id, section, line, reason, expiry } = entry;
  return {
    id,
    section,
    line,
    ...(reason ? { reason } : {}),
    ...(typeof expiry === 'number' ? { expiresMs: expiry } : {}),
  };
}

/** YAML gives a date as text or, in other schemas, as a Date. */
function dateText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function expiryOf(text: string | undefined): number | 'wrong' | undefined {
  if (text === undefined) return undefined;
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? 'wrong' : ms;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
