import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEnvFile, parseEnvFile, parseEnvLines } from '../src/env-file.ts';

describe('env files', () => {
  test('all forms of a line', () => {
    const text = `# comment\nexport A=1\nB = two words # comment\nC='it is $X'\nD="a\\nb \\"q\\""\n\nE=\nF=a=b\nG=x#y\n`;
    expect(Object.fromEntries(parseEnvFile(text))).toEqual({
      A: '1',
      B: 'two words',
      C: 'it is $X',
      D: 'a\nb "q"',
      E: '',
      F: 'a=b',
      G: 'x#y',
    });
  });

  test.each(['no assignment', 'A=1\n1B=2', '=x'])('%j is refused', (text) => {
    expect(() => parseEnvFile(text)).toThrow(/has a line that is no KEY=value/);
  });

  test('a line that is refused is named by its number, because it may be a secret', () => {
    const text = 'A="1\n2"\n\nexport B=3\npassword hunter2-hunter2';
    expect(() => parseEnvFile(text)).toThrow(/^has a line that is no KEY=value, line 5$/);
  });

  test('what is written can be read again', () => {
    const value = fc.string().filter((text) => !text.includes('\r') && !text.includes('\0'));
    const key = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 5 }), (pairs) => {
        const values = new Map(pairs);
        expect(parseEnvFile(formatEnvFile(values))).toEqual(values);
      }),
    );
  });
});

describe('the lines of env', () => {
  test('everything behind the first = is the value', () => {
    const text = `# comment\r\nA=ab #cd\r\nB="x y"\n\n  C='it''s $X'\nexport D=\\n"\nE=\nF= a=b \nG="1`;
    expect(Object.fromEntries(parseEnvLines(text))).toEqual({
      A: 'ab #cd',
      B: '"x y"',
      C: "'it''s $X'",
      D: '\\n"',
      E: '',
      F: ' a=b ',
      G: '"1',
    });
  });

  test('a value of several lines is refused, by its number only', () => {
    expect(() => parseEnvLines('A=1\nB="hunter2\nhunter3"')).toThrow(
      /^has a line that is no KEY=value, line 3; several lines of one value need env-file$/,
    );
  });

  test('what they say reaches the host as it is', () => {
    const value = fc.string().filter((text) => !/[\r\n\0]/.test(text));
    fc.assert(
      fc.property(value, (text) => {
        expect(parseEnvFile(formatEnvFile(parseEnvLines(`A=${text}`)))).toEqual(new Map([['A', text]]));
      }),
    );
  });
});
