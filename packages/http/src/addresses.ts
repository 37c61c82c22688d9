import { isIP } from 'node:net';

/** Which addresses of a name are asked: what DNS gives first, each of them on its own, or a given list. */
export type Addresses =
  | { readonly kind: 'auto' }
  | { readonly kind: 'each' }
  | { readonly kind: 'list'; readonly list: readonly string[] };

/** Parses `addresses`: `auto`, `each`, or IP addresses by comma, space or line. @throws RangeError with the corrected form. */
export function parseAddresses(text: string): Addresses {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const [first] = words;
  if (words.length === 1 && (first === 'auto' || first === 'each')) return { kind: first };
  const list = words.map((word) => word.replace(/^\[(.*)\]$/, '$1'));
  const wrong = list.find((word) => isIP(word) === 0);
  if (wrong !== undefined) throw new RangeError(`has ${wrong}, which is neither auto, each nor an IP address`);
  return { kind: 'list', list };
}
