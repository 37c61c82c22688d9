const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Checks an age public key, its checksum included, so that a mistyped one is found before anything is encrypted to it.
 * @throws RangeError that quotes nothing but what stands in it already.
 */
export function parseRecipient(text: string): string {
  if (/^AGE-SECRET-KEY-/i.test(text)) throw new RangeError('holds a private key; write the public one, age1…');
  if (text.startsWith('ssh-')) throw new RangeError('holds an SSH key; write an age one, age1… (age-keygen makes it)');
  const match = /^(age1(?:pq1|tag1|tagpq1)?)[a-z0-9]+$/.exec(text);
  if (!match) throw new RangeError(`holds "${text.slice(0, 12)}…", which is no age public key; write age1…`);
  if (!hasChecksum(text)) throw new RangeError(`holds ${text.slice(0, 12)}… with a wrong checksum: a letter is wrong`);
  return text;
}

/** The Bech32 checksum of BIP 173, over the prefix before the last `1` and the words after it. */
function hasChecksum(text: string): boolean {
  const at = text.lastIndexOf('1');
  const prefix = [...text.slice(0, at)].map((letter) => letter.charCodeAt(0));
  const words = [...text.slice(at + 1)].map((letter) => ALPHABET.indexOf(letter));
  if (words.includes(-1) || words.length < 6) return false;
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...words];
  return values.reduce(step, 1) === 1;
}

function step(checksum: number, value: number): number {
  const top = checksum >>> 25;
  const next = ((checksum & 0x1ffffff) << 5) ^ value;
  return GENERATOR.reduce((sum, generator, bit) => ((top >> bit) & 1 ? sum ^ generator : sum), next);
}
