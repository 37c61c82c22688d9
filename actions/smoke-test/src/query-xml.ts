import { DOMParser } from '@xmldom/xmldom';
import { parse, useNamespaces } from 'xpath';
import type { Query } from './tools.ts';

/** XPath 1.0 over XML. Prefixes are those that the document declares at its root. */
export const queryXml: Query = {
  check: (expression) => void parse(expression),
  find: (text, expression) => {
    const document = new DOMParser({ onError: fail }).parseFromString(text, 'text/xml');
    const declared = [...(document.documentElement?.attributes ?? [])].filter(({ name }) => name.startsWith('xmlns:'));
    const prefixes = Object.fromEntries(declared.map(({ name, value }) => [name.slice('xmlns:'.length), value]));
    const found = useNamespaces(prefixes)(expression, document);
    if (found === null || typeof found !== 'object') return found ?? undefined;
    const texts = found.map(({ nodeValue, textContent }) => nodeValue ?? textContent ?? '');
    return texts.length > 1 ? texts : texts[0];
  },
};

function fail(level: string, message: string): void {
  if (level !== 'warning') throw new RangeError(message);
}
