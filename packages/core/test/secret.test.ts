import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, redact, Secret, secretForms } from '../src/secret.ts';

describe('Secret', () => {
  it('shows itself in no way of printing', () => {
    const secret = new Secret('hunter2-hunter2');
    const shown = [`${secret}`, String(secret), JSON.stringify({ secret }), inspect({ secret }), inspect(secret)];
    for (const text of shown) expect(text).not.toContain('hunter2');
    expect(secret.reveal()).toBe('hunter2-hunter2');
  });

  it.each([
    ['plain', 'user=tr0ub4dor&3!'],
    ['base64', Buffer.from('tr0ub4dor&3!').toString('base64')],
    ['base64 behind a user name', Buffer.from('ann:tr0ub4dor&3!').toString('base64')],
    ['base64 behind another name', Buffer.from('anna:tr0ub4dor&3!').toString('base64')],
    ['base64url', Buffer.from('tr0ub4dor&3!').toString('base64url')],
    ['hex', Buffer.from('tr0ub4dor&3!').toString('hex')],
    ['URL-encoded', 'postgres://u:tr0ub4dor%263!@db/app'],
  ])('is redacted as %s', (_, text) => {
    const secret = new Secret('tr0ub4dor&3!');
    expect(redact(text)).toContain('***');
    for (const form of secretForms(secret.reveal())) expect(redact(text)).not.toContain(form);
  });

  it.each(['SEC7 a/b', 'pw "q"/é+1', 'x:y@z/?#[a]', "o'b <r> {c}|^`"])(
    '%s is redacted in every part of an address',
    (value) => {
      new Secret(value);
      const url = new URL('http://host/');
      url.username = value;
      url.pathname = `/in/${value}/end`;
      url.search = `?t=${value}`;
      url.hash = `#${value}`;
      const query = new URLSearchParams({ token: value, after: '1' });
      expect(redact(url.href)).toBe('http://***@host/in/***/end?t=***#***');
      expect(redact(`${query}`)).toBe('token=***&after=1');
      const lower = url.href.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());
      expect(redact(lower)).toBe('http://***@host/in/***/end?t=***#***');
    },
  );

  it.each([
    ['a shell', String.raw`-H 'k: it'\''s_5*\x'`, "-H 'k: ***'"],
    ['a shell that knows $ before quotes', String.raw`-H $'k: it\'s_5*\\x'`, "-H $'k: ***'"],
    ['a program that encodes all but unreserved characters', '?q=it%27s_5%2A%5Cx', '?q=***'],
    ['a program that encodes all but letters and digits', '?q=it%27s%5F5%2A%5Cx', '?q=***'],
  ])('is redacted as %s writes it', (_, text, shown) => {
    new Secret(String.raw`it's_5*\x`);
    expect(redact(text)).toBe(shown);
  });

  it('is redacted as an env file writes it, and where an address takes it as it is', () => {
    new Secret('pa$$w\\ord$HOME"x\'y`z');
    expect(redact('K="pa\\$\\$w\\\\ord\\$HOME\\"x\'y`z"')).toBe('K="***"');
    const value = 'b<a>c&k`t$(id)~#!Z9';
    new Secret(value);
    const { href, search } = new URL(`http://host/x?q=${value}`);
    expect(redact(href)).toBe('http://host/x?q=***');
    expect(redact(search)).toBe('?q=***');
  });

  it('is redacted where a text of JSON stands in another', () => {
    new Secret('CAP+/= 99"x');
    expect(redact(JSON.stringify({ echo: JSON.stringify({ token: 'CAP+/= 99"x' }) }))).toBe(
      '{"echo":"{\\"token\\":\\"***\\"}"}',
    );
  });

  it('is redacted as a text of JSON writes it', () => {
    new Secret('say "open" \\ now');
    expect(redact(JSON.stringify({ echo: 'say "open" \\ now' }))).toBe('{"echo":"***"}');
  });

  it('masks each line of a key, and no line too short to be one', () => {
    const key = '-----BEGIN KEY-----\nAbCdEfGh12345678\nxy\n-----END KEY-----';
    new Secret(key);
    expect(redact('found AbCdEfGh12345678 in a log, and xy')).toBe('found *** in a log, and xy');
  });

  it.each(['8080', '65535', 'true', 'None', 'on'])('leaves %s readable: a port or a word is in every log', (value) => {
    new Secret(value);
    expect(redact(`Bind for 0.0.0.0:${value} failed`)).toBe(`Bind for 0.0.0.0:${value} failed`);
  });

  it('leaves no form of any value in a text that holds it', () => {
    const value = fc.string({ minLength: 6, maxLength: 60 }).filter((text) => text.trim().length >= 6);
    fc.assert(
      fc.property(value, fc.string(), (text, around) => {
        const secret = new Secret(text);
        expect(redact(`${around}${secret.reveal()}${around}`)).not.toContain(secret.reveal());
      }),
      { numRuns: 200 },
    );
  });
});

describe('a secret that a server echoes', () => {
  it.each([
    ['in JSON of PHP', 'p/w"é+1', '{"echo":"p\\/w\\"\\u00e9+1"}'],
    ['in JSON of Go', 'a<b>&"c', '{"echo":"a\\u003cb\\u003e\\u0026\\"c"}'],
    ['in JSON of Python', 'pässwörd', '{"echo":"p\\u00e4ssw\\u00f6rd"}'],
    ['in a page of Go', `a<b>&"c'd`, '{"echo":"a&lt;b&gt;&amp;&#34;c&#39;d"}'],
    ['in a page of Python', `a<b>&"c'd`, '{"echo":"a&lt;b&gt;&amp;&quot;c&#x27;d"}'],
    ['in XML', `a<b>&"c'd`, '{"echo":"a&lt;b&gt;&amp;&quot;c&apos;d"}'],
    ['as text of a page', `a<b>&"c'd`, `{"echo":"a&lt;b&gt;&amp;"c'd"}`],
  ])('is redacted %s', (_, value, text) => {
    new Secret(value);
    expect(redact(text)).toBe('{"echo":"***"}');
  });
});

describe('an excerpt', () => {
  it('is redacted before it is cut, so that no part of a secret is left', () => {
    new Secret('Sup3r-l0ng-Secret-Value');
    expect(excerpt('the token is Sup3r-l0ng-Secret-Value', 20)).toBe('the token is ***');
    expect(excerpt('the token is Sup3r-l0ng-Secret-Value, is it not', 20)).toBe('the token is ***, is…');
  });

  it('is the text where that is short, and ends with no half of a character', () => {
    expect(excerpt('short', 5)).toBe('short');
    expect(excerpt('ab😀d', 3)).toBe('ab…');
  });
});
