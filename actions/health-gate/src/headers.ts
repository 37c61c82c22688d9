import { parsePairs } from '@suite/core';

/**
 * Parses `Name: value` lines.
 * @throws RangeError with the corrected form; it quotes no line, which may hold a credential.
 */
export function parseHeaders(text: string): ReadonlyMap<string, string> {
  if (/^\s*[[{]/.test(text)) throw new RangeError('is JSON; write one header a line, such as Authorization: …');
  const headers = parsePairs(text, ':');
  // A token, as RFC 9110 wants it.
  const wrong = [...headers.keys()].findIndex((name) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name));
  if (wrong < 0) return headers;
  throw new RangeError(`has a name in header ${wrong + 1} that no header can have; write for example Authorization: …`);
}
