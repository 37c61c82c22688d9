/**
 * Quotes one word for a POSIX shell: whatever it holds, the shell sees exactly these characters.
 * @throws RangeError for NUL, which no argument can hold.
 */
export function shellQuote(word: string): string {
  if (word.includes('\0')) throw new RangeError('a NUL character cannot be part of an argument');
  return /^[\w@%+:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Quotes words and joins them to one command line for a POSIX shell. */
export function shellJoin(words: readonly string[]): string {
  return words.map(shellQuote).join(' ');
}
