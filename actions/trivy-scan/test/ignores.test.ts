import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiringSoon, type IgnoreFile, judgeIgnores, parsePlainIgnores, parseYamlIgnores } from '../src/ignores.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const entry = (file: IgnoreFile) => file.entries[0];

describe('a plain ignore file', () => {
  it('has an id a line, an expiry behind it, and its reason above or beside it', () => {
    const file = parsePlainIgnores('f', '# not reachable\nCVE-1 exp:2026-12-01\n\nCVE-2 # no route\nDS-0002\n');
    expect(file.entries).toEqual([
      { id: 'CVE-1', section: 'any', line: 2, reason: 'not reachable', expiresMs: Date.parse('2026-12-01') },
      { id: 'CVE-2', section: 'any', line: 4, reason: 'no route' },
      { id: 'DS-0002', section: 'any', line: 5 },
    ]);
    expect(file.mistakes).toEqual([]);
  });

  it.each([
    ['CVE-1 exp:01/02/2027', 'line 1: "CVE-1 exp:01/02/2027" has no date such as exp:2027-01-31'],
    ['CVE-1 until 2027', 'line 1: "until" behind CVE-1 means nothing'],
  ])('%s is a mistake that Trivy does not tell', (text, mistake) => {
    expect(parsePlainIgnores('f', text).mistakes).toEqual([mistake]);
  });

  it('keeps one entry for each line that is neither empty nor a comment', () => {
    const line = fc.constantFrom('', '# x', 'CVE-1', 'CVE-2 exp:2027-01-01', '  CVE-3  ');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const expected = lines.filter((text) => text.trim() && !text.startsWith('#')).length;
        expect(parsePlainIgnores('f', lines.join('\n')).entries).toHaveLength(expected);
      }),
    );
  });
});

describe('a YAML ignore file', () => {
  it('has sections of entries; a date may come as text or as a date', () => {
    const file = parseYamlIgnores('f', {
      vulnerabilities: [{ id: 'CVE-1', statement: 'why', expired_at: '2027-01-31' }],
      secrets: [{ id: 'github-pat', expired_at: new Date('2027-01-31T00:00:00Z') }],
    });
    expect(file.entries.map(({ id, expiresMs }) => [id, expiresMs])).toEqual([
      ['CVE-1', Date.parse('2027-01-31')],
      ['github-pat', Date.parse('2027-01-31')],
    ]);
    expect(entry(file)?.reason).toBe('why');
  });

  it.each([
    [{ vulnerability: [] }, '"vulnerability" is none of vulnerabilities, misconfigurations, secrets, licenses'],
    [{ secrets: 'x' }, 'secrets is no list'],
    [{ secrets: [{ name: 'x' }] }, 'secrets[1] has no id'],
    [{ secrets: [{ id: 'x', expires: '2027-01-01' }] }, 'secrets[1]: "expires" is none of id, paths, purls,'],
    [{ secrets: [{ id: 'x', expired_at: 'soon' }] }, 'secrets[1]: expired_at is no date such as 2027-01-31'],
    ['text', 'the file is no mapping'],
    [['x'], 'the file is no mapping'],
  ])('%j tells what Trivy would drop', (document, mistake) => {
    expect(parseYamlIgnores('f', document).mistakes.join('\n')).toContain(mistake);
  });

  it.each([null, undefined, {}])('%j is empty and in order', (document) => {
    expect(parseYamlIgnores('f', document)).toEqual({ path: 'f', entries: [], mistakes: [] });
  });
});

describe('a living ignore file', () => {
  const judge = (text: string, used: string[] = []) =>
    judgeIgnores(parsePlainIgnores('f', text), new Set(used), now).map(({ kind }) => kind);

  it.each([
    ['# why\nCVE-1 exp:2027-01-01', ['CVE-1'], []],
    ['# why\nCVE-1 exp:2027-01-01', [], ['unused']],
    ['CVE-1', ['CVE-1'], ['without reason', 'without expiry']],
    ['# why\nCVE-1 exp:2026-11-23', ['CVE-1'], ['expired']],
    ['# why\nCVE-1 exp:never', ['CVE-1'], ['mistake', 'without expiry']],
  ])('%j', (text, used, kinds) => expect(judge(text, used)).toEqual(kinds));

  it('tells what ends within two weeks', () => {
    const file = parsePlainIgnores('f', 'A exp:2026-12-07\nB exp:2026-12-08\nC exp:2026-11-01\nD');
    expect(expiringSoon(file, now).map(({ id }) => id)).toEqual(['A']);
  });
});
