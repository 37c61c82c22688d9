import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLiteral, show } from '../src/literal.ts';
import { match } from '../src/match.ts';
import { parseMatcherText } from '../src/matcher.ts';

const NOW = Date.UTC(2026, 0, 10);
const holds = (text: string, value: unknown, isText = false) =>
  match(parseMatcherText(text), { value, isText, nowMs: NOW });

describe('a value of JSON', () => {
  it.each([
    ['5', 5, true],
    ['5', '5', false],
    ['"5"', '5', true],
    ['true', true, true],
    ['true', 'true', false],
    ['null', null, true],
    ['[1,2]', [1, 2], true],
    ['{"a":1}', { a: 1 }, true],
    ['healthy', 'healthy', true],
    ['== not here', 'not here', true],
    ['!=5', 6, true],
    ['!=5', '5', true],
    ['!=5', undefined, false],
    ['>=3', 3, true],
    ['> 3', 3, false],
    ['<1s', 999, true],
    ['<1s', 1000, false],
    ['>3', '4', false],
    ['contains b', 'abc', true],
    ['contains 2', [1, 2], true],
    ['contains 2', ['2'], false],
    ['contains key', { key: 1 }, true],
    ['not-contains z', 'abc', true],
    ['not-contains z', undefined, false],
    ['starts ab', 'abc', true],
    ['ends bc', 'abc', true],
    ['matches ^a.c$', 'abc', true],
    ['matches ^a.c$', 5, false],
    ['one-of 1, 2', 2, true],
    ['one-of a, b', 'c', false],
    ['one-of ["a","b"]', 'b', true],
    ['exists', null, true],
    ['exists', undefined, false],
    ['not exists', undefined, true],
    ['not exists', 0, false],
    ['not contains x', undefined, false],
    ['not == found', 'lost', true],
    ['not == found', 'found', false],
    ['not >5', 'many', false],
    ['not contains x', null, false],
    ['not-contains x', null, false],
    ['not-contains x', 5, false],
    ['not matches a', 5, false],
    ['not starts a', ['a'], false],
    ['not uuid', 5, false],
    ['not length 2', 7, false],
    ['not days-from-now <5', 'soon', false],
    ['not each type number', 5, false],
    ['not any == down', 'down', false],
    ['not any == down', ['up'], true],
    ['not any >3', [1, 'x'], false],
    ['not each >3', [5, 1], true],
    ['not each >3', [5, 'x'], false],
    ['each not contains x', ['a', null], false],
    ['each == healthy', [], false],
    ['not each == healthy', [], false],
    ['empty', [], true],
    ['empty', '', true],
    ['empty', null, true],
    ['not empty', [0], true],
    ['type array', [], true],
    ['type list', [], true],
    ['type string', 'x', true],
    ['type integer', 1.5, false],
    ['type number', 1.5, true],
    ['type object', [], false],
    ['type null', null, true],
    ['length 3', 'abc', true],
    ['length >0', [], false],
    ['length 1', 7, false],
    ['each type number', [1, 2], true],
    ['each type number', [1, 'b'], false],
    ['any >1', [1, 2], true],
    ['any exists', [], false],
    ['each not empty', ['a'], true],
    ['semver', '1.2.3-rc.1', true],
    ['semver', '1.2', false],
    ['uuid', '123e4567-e89b-42d3-a456-426614174000', true],
    ['uuid', '123e4567', false],
    ['iso-date', '2026-01-02T03:04:05Z', true],
    ['iso-date', '02/01/2026', false],
    ['iso-date', '2026-13-45', false],
    ['days-from-now >14', '2026-02-10', true],
    ['days-from-now >14', '2026-01-12', false],
    ['days-from-now <0', Date.UTC(2026, 0, 1), true],
  ])('%s against %j', (text, value, ok) => {
    expect(holds(text, value).ok).toBe(ok);
  });
});

describe('a text by nature, such as a header', () => {
  it.each([
    ['5', '5', true],
    ['1.10', '1.10', true],
    ['1.10', '1.1', false],
    ['>=3', '12', true],
    ['true', 'true', true],
    ['one-of 1, 2', '2', true],
  ])('%s against %j', (text, value, ok) => {
    expect(holds(text, value, true).ok).toBe(ok);
  });
});

describe('a comparison', () => {
  it.each([
    ['each type number', [1, 'b'], 'item 1 is "b" (text)'],
    ['length 2', 'abc', 'the length is 3'],
    ['each 1', [], 'the list is empty'],
    ['not-contains x', 5, 'it is number, which holds nothing'],
    ['not >5', 'many', 'it is text, not a number'],
    ['>3', 'x', 'it is text, not a number'],
    ['any 1', 5, 'it is number, not a list'],
  ])('%s against %j says %s', (text, value, note) => {
    expect(holds(text, value)).toMatchObject({ ok: false, note });
  });

  it.each([
    ['exists now and then', 'exists now and then'],
    ['empty cart', 'empty cart'],
  ])('that only looks like a word is a value: %s', (text, value) => {
    expect(holds(text, value).ok).toBe(true);
  });

  it('refuses words behind its end', () => {
    expect(() => parseMatcherText('not exists really')).toThrow('has "really" behind its end');
  });

  it.each(['not found', 'not 5', 'not "ok"'])('refuses a bare value behind not: %s', (text) => {
    const value = text.slice('not '.length);
    expect(() => parseMatcherText(text)).toThrow(
      `has ${value} behind not, which is no comparison; write not == ${value}, or == ${JSON.stringify(text)}`,
    );
  });

  it('finds every JSON value equal to itself and different from another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const value: unknown = JSON.parse(JSON.stringify(one));
        const equal = { kind: '==', expected: [{ value, source: '' }] } as const;
        expect(match(equal, { value, isText: false, nowMs: 0 }).ok).toBe(true);
        const same = JSON.stringify(value) === JSON.stringify(other);
        if (typeof value !== 'object') expect(match(equal, { value: other, isText: false, nowMs: 0 }).ok).toBe(same);
      }),
    );
  });

  it('is the opposite of its not, unless it does not fit the value: then both fail', () => {
    const texts = fc.constantFrom('== 5', 'contains a', '>1', 'type text', 'empty', 'length 2', 'matches a', 'each >1');
    fc.assert(
      fc.property(texts, fc.jsonValue(), (text, value) => {
        const plain = holds(text, value);
        expect(holds(`not ${text}`, value).ok).toBe(!plain.ok && !plain.unfit);
      }),
    );
  });
});

describe('a literal', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['[draft]', '[draft]'],
    ['-5', -5],
    ['5 apples', '5 apples'],
    ['"quoted"', 'quoted'],
  ])('%s', (text, value) => {
    expect(parseLiteral(text).value).toEqual(value);
  });

  it.each([
    ['5', '"5" (text)'],
    [5, '5 (number)'],
    [null, 'null'],
    [undefined, 'nothing'],
    [[1], '[1] (array)'],
  ])('%j is shown with its type', (value, text) => {
    expect(show(value)).toBe(text);
  });
});

describe('a misspelt matcher', () => {
  it.each([
    ['typ number', 'type'],
    ['tpye array', 'type'],
    ['lenght >0', 'length'],
    ['lengt == 3', 'length'],
    ['eahc type number', 'each'],
    ['no != 5', 'not'],
    ['exist', 'exists'],
    ['exsits', 'exists'],
    ['emtpy', 'empty'],
    ['uudi', 'uuid'],
    ['contain Swagger UI', 'contains'],
    ['contians x', 'contains'],
    ['matchs ^a', 'matches'],
    ['strats 3.', 'starts'],
    ['oneof a, b', 'one-of'],
    ['each exist', 'exists'],
  ])('%s is refused', (text, meant) => {
    expect(() => parseMatcherText(text)).toThrow(
      `which is no comparison; did you mean ${meant}? For equality write == "`,
    );
  });

  it('may be the text that is meant', () => {
    expect(parseMatcherText('== "lenght >0"')).toMatchObject({ kind: '==', expected: [{ value: 'lenght >0' }] });
  });

  it.each([
    ...['server', 'sever', 'guid', 'uid', 'uuids', 'isodate', 'exits', 'existing', 'typ', 'types', 'typed array'],
    ...['start now', 'start', 'end of file', 'send it', 'match found', 'watches 3', 'contain', 'container up'],
    ...[
      'no',
      'no uuid',
      'now empty',
      'note <b>',
      'net 5',
      'and so on',
      'many matches',
      'an <a@b.test>',
      'reach any user',
    ],
    ...['lengthy text', 'one-off payment', 'one of a, b', 'hype text', 'Exist', '"exist"', 'healthy', ''],
  ])('is not seen in %j', (text) => {
    expect(parseMatcherText(text).kind).toBe('==');
  });
});
