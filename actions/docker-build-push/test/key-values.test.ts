import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuotedPairs } from '../src/key-values.ts';

it.each([
  ['a=1', { a: '1' }],
  ['  a=1  \n\nb=x=y\n', { a: '1', b: 'x=y' }],
  ['a=', { a: '' }],
  ['"key=one\ntwo\n"\nb=2', { key: 'one\ntwo\n', b: '2' }],
  ['"q=say ""hi"""', { q: 'say "hi"' }],
  ['a="kept"', { a: '"kept"' }],
])('%j is %j', (text, expected) => expect(Object.fromEntries(parseQuotedPairs(text))).toEqual(expected));

it.each([
  ['a=1\nplanted-secret', 'has a line 2 that is not id=value'],
  ['"a=1\nb=2', 'has a quote in line 1 that is never closed'],
  ['"a=1" planted-secret', 'has text behind the closing quote of line 1'],
  ['a=planted-secret\na=2', 'has the id a twice'],
  ['planted secret=2', 'has an id in line 1 with other characters'],
])('%j is refused without being shown', (text, problem) => {
  expect(() => parseQuotedPairs(text)).toThrow(problem);
  expect(() => parseQuotedPairs(text)).not.toThrow('planted');
});

it('takes any value in quotes', () => {
  const values = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[\w.-]{1,8}$/), fc.string()), { selector: ([id]) => id });
  fc.assert(
    fc.property(values, (pairs) => {
      const text = pairs.map(([id, value]) => `"${id}=${value.replaceAll('"', '""')}"`).join('\n');
      expect([...parseQuotedPairs(text)]).toEqual(pairs);
    }),
  );
});
