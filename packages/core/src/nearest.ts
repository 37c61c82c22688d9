import { closest, distance } from 'fastest-levenshtein';

/** The word nearest to a misspelt one, or undefined where none is near (more than a third of its letters differ). */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const candidate = closest(word, words);
  const allowed = Math.max(2, Math.floor(candidate.length / 3));
  return distance(word, candidate) <= allowed ? candidate : undefined;
}

/** `; did you mean x?` or nothing, to stand behind a message. */
export function didYouMean(word: string, words: readonly string[]): string {
  const candidate = nearest(word, words);
  return candidate === undefined ? '' : `; did you mean ${candidate}?`;
}
