import { compile, selectAll } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Query } from './tools.ts';

/** `a.next@href` is the attribute of what the selector finds; without @ it is the text. */
const ATTRIBUTE = /^(.*[^\s\\])@([\w:-]+)$/s;

/** CSS selectors over HTML: the text or an attribute of the one element found, or a list where there are several. */
export const queryCss: Query = {
  check: (expression) => void compile(selectorOf(expression).selector),
  find: (text, expression) => {
    const { selector, attribute } = selectorOf(expression);
    const { children } = parseDocument(text);
    if (selectAll('*', children).length === 0) throw new RangeError('it has no element');
    const values = selectAll(selector, children).flatMap((found) => {
      if (attribute === undefined) return DomUtils.textContent(found).replace(/\s+/g, ' ').trim();
      return 'attribs' in found ? (found.attribs[attribute] ?? []) : [];
    });
    return values.length > 1 ? values : values[0];
  },
};

function selectorOf(expression: string): { readonly selector: string; readonly attribute?: string } {
  const [, selector, attribute] = ATTRIBUTE.exec(expression) ?? [];
  return selector === undefined || attribute === undefined ? { selector: expression } : { selector, attribute };
}
