import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../src/secret.ts';
import { code, codeBlock, cutSummary, details, escapeMarkdown, paragraphs, table } from '../src/summary.ts';

describe('summary', () => {
  it('escapes what would break a table', () => {
    expect(table(['a', 'b'], [['x|y', 'one\ntwo']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | one<br>two |');
  });

  it('escapes a pipe once, also where the text was escaped before', () => {
    expect(table(['a'], [[escapeMarkdown('x|y')], ['x|y']])).toBe('| a |\n| --- |\n| x\\|y |\n| x\\|y |');
  });

  it('lets no tag or link of others through', () => {
    expect(escapeMarkdown('<img src=x> [a](b)')).toBe('&lt;img src=x\\> \\[a\\](b)');
  });

  it('shows no secret, whatever its characters: each function redacts before it escapes', () => {
    const value = 'sk_live|`a*b`\\c<d>_efgh';
    new Secret(value);
    const shown = [escapeMarkdown(value), table(['a'], [[value]]), code(value), codeBlock(value), details(value, '')];
    for (const text of shown) expect(text).not.toMatch(/live|efgh/);
    expect(escapeMarkdown(`key ${value}`)).toBe('key \\*\\*\\*');
  });

  it('fences text that has fences of its own', () => {
    expect(codeBlock('```sh\nls\n```')).toBe('````\n```sh\nls\n```\n````');
  });

  it('stays below what the runner takes, and says so', () => {
    const cut = cutSummary(`${'line of the summary\n'.repeat(100_000)}`);
    expect(Buffer.byteLength(cut)).toBeLessThan(1_048_576);
    expect(cut).toContain('Cut here: the summary was 2000000 bytes');
    expect(cutSummary('short')).toBe('short');
  });

  it('leaves out the parts that are not there', () => expect(paragraphs('a', undefined, '', 'b')).toBe('a\n\nb'));

  it('keeps a table a table, whatever its cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (cells) => {
        expect(table(cells, [cells]).split('\n')).toHaveLength(3);
      }),
    );
  });
});
