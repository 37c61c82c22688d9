/**
 * Parses lines of `key=value`, where a line in double quotes may go on over several lines (a quote inside is doubled):
 * what a key file in a secret needs. Values come out as they are written, not trimmed inside quotes.
 * @throws RangeError that names the line by its number only, since the values are secrets.
 */
export function parseQuotedPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0, line = 1; at < text.length; ) {
    const record = nextRecord(text, at, line);
    if (record.content !== '') addPair(pairs, record.content, line);
    line += text.slice(at, record.end).split('\n').length - 1;
    at = record.end;
  }
  return pairs;
}

function addPair(pairs: Map<string, string>, content: string, line: number): void {
  const equals = content.indexOf('=');
  if (equals < 1)
    throw new RangeError(
      `has a line ${line} that is not id=value; a value of several lines stands in double quotes: "id=first line`,
    );
  const key = content.slice(0, equals).trim();
  if (!/^[\w.-]+$/.test(key))
    throw new RangeError(`has an id in line ${line} with other characters than letters, digits, . _ -`);
  if (pairs.has(key)) throw new RangeError(`has the id ${key} twice`);
  pairs.set(key, content.slice(equals + 1));
}

interface QuotedLine {
  readonly content: string;
  readonly end: number;
}

function nextRecord(text: string, at: number, line: number): QuotedLine {
  const start = at + (/^[^\S\n]*/.exec(text.slice(at))?.[0].length ?? 0);
  if (text[start] === '"') return quotedRecord(text, start + 1, line);
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline + 1;
  return { content: text.slice(at, end).trim(), end };
}

function quotedRecord(text: string, start: number, line: number): QuotedLine {
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const rest = /^[^\S\n]*(\n|$)/.exec(text.slice(at + 1));
    if (!rest) throw new RangeError(`has text behind the closing quote of line ${line}`);
    return { content: text.slice(start, at).replaceAll('""', '"'), end: at + 1 + rest[0].length };
  }
  throw new RangeError(`has a quote in line ${line} that is never closed`);
}
