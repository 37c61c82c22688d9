/** Whether a word is another with two neighbours swapped or, unless only that counts, with one letter more or less. */
export function isSlip(word: string, meant: string, swapsOnly: boolean): boolean {
  if (word === meant || Math.abs(word.length - meant.length) > 1) return false;
  if (word.length === meant.length) return letters(meant, swap).includes(word);
  if (swapsOnly) return false;
  return letters(meant, drop).includes(word) || letters(word, drop).includes(meant);
}

function letters(text: string, change: (text: string, at: number) => string): readonly string[] {
  return Array.from(text, (_, at) => change(text, at));
}

function swap(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

function drop(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}
