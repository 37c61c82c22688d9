import { type Body, type Check, formatPlace, METHODS, type Place } from './check.ts';
import { parseCheckLine } from './check-lines.ts';

/** Requests that are sent at once, and how many must be answered how. */
export interface Burst {
  readonly count: number;
  /** The request; its own expectations are not looked at. */
  readonly check: Check;
  readonly wants: readonly Want[];
}

/** `429>=1`: that many answers must have this status. */
export interface Want {
  readonly status: string;
  readonly sign: Sign;
  readonly count: number;
  readonly text: string;
}

type Sign = '==' | '>=' | '<=' | '>' | '<';
const FORM = '35x POST /api/ask 429>=1';
const LINE = new RegExp(`^(\\d+)x\\s+((?:${METHODS.join('|')})\\s+\\S+)\\s+(.+)$`, 'i');
const WANT = /^([1-5](?:\d\d|xx))(?:(==|>=|<=|>|<)(\d+))?$/i;

/** What `burst` holds: its good lines, and a sentence for each bad one. */
export function parseBursts(text: string): { readonly bursts: readonly Burst[]; readonly problems: readonly string[] } {
  const bursts: Burst[] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    try {
      bursts.push(parseBurst(line, { input: 'burst', line: index + 1 }));
    } catch (error) {
      problems.push(`line ${index + 1} ${error instanceof Error ? error.message : error}`);
    }
  }
  return { bursts, problems };
}

/** @throws RangeError with the form. */
function parseBurst(line: string, place: Place): Burst {
  const [, times = '', request = '', rest = ''] = LINE.exec(line) ?? [];
  if (request === '') throw new RangeError(`is no burst; write for example ${FORM}`);
  const count = Number(times);
  if (count < 2 || count > 1000)
    throw new RangeError(`asks for ${times} requests at once; from 2 to 1000 are possible`);
  const [, statuses = '', body] = /^(.*?)(?:\s*\bbody\s+(.+))?$/.exec(rest) ?? [];
  const wants = statuses.trim().split(/\s+/).map(parseWant);
  const { body: sent, ...check } = parseCheckLine(`${request} 2xx${body === undefined ? '' : ` body ${body}`}`, place);
  return { count, wants, check: { ...check, body: sent as Body | undefined, name: `${times}x ${check.name}` } };
}

function parseWant(text: string): Want {
  const [, status, sign, count] = WANT.exec(text) ?? [];
  if (status === undefined) throw new RangeError(`has "${text}" where a status is expected; write for example ${FORM}`);
  return { status: status.toLowerCase(), sign: (sign ?? '>=') as Sign, count: Number(count ?? 1), text };
}

/** What a burst's answers break of it. `statuses` are those of all requests; undefined where there was no answer. */
export function judgeBurst({ wants, check }: Burst, statuses: readonly (number | undefined)[]) {
  const seen = countStatuses(statuses);
  return wants.flatMap(({ status, sign, count, text }) => {
    const found = statuses.filter((code) => matches(code, status)).length;
    if (HOLDS[sign](found - count)) return [];
    const expected = `${sign === '==' ? '' : `${sign} `}${count} of ${statuses.length} answers with ${status}`;
    return [{ text: `burst ${text}`, place: check.place, expected, actual: `${found}; there were ${seen}` }];
  });
}

/** `30 times 201, 5 times 429, 1 without an answer`. */
export function countStatuses(statuses: readonly (number | undefined)[]): string {
  const codes = [...new Set(statuses)].sort((one, other) => (one ?? 999) - (other ?? 999));
  const times = (code: number | undefined): number => statuses.filter((one) => one === code).length;
  return codes.map((code) => `${times(code)} ${code === undefined ? 'without an answer' : `times ${code}`}`).join(', ');
}

const HOLDS: Readonly<Record<Sign, (difference: number) => boolean>> = {
  '==': (difference) => difference === 0,
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '<': (difference) => difference < 0,
};

function matches(code: number | undefined, pattern: string): boolean {
  return code !== undefined && (pattern.endsWith('xx') ? `${code}`[0] === pattern[0] : `${code}` === pattern);
}

/** A burst for the plan. */
export function formatBurst({ check, wants }: Burst): string {
  return `  ${check.name}  all at once, ${wants.map(({ text }) => text).join(' ')} (${formatPlace(check.place)})`;
}
