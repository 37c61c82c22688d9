import { describe, expect, it } from 'vitest';
import { readFindings } from '../src/findings.ts';
import { parseScanJson } from '../src/scan-json.ts';
import { sample, targetOf } from './sample.ts';

describe('a report of Trivy', () => {
  const facts = readFindings(targetOf(), sample);

  it('holds findings of every scanner; a check that passed is none', () => {
    expect(facts.findings.map(({ scanner, id, severity }) => `${scanner} ${id} ${severity}`)).toEqual([
      'vuln CVE-2099-0005 CRITICAL',
      'vuln CVE-2099-0006 HIGH',
      'misconfig DS-0002 HIGH',
      'misconfig DS-0026 LOW',
      'secret github-pat CRITICAL',
      'license MIT LOW',
    ]);
    expect(facts.findings[0]).toMatchObject({ packageName: 'lodash', fixed: '4.17.11, 4.17.21', score: 9.8 });
    expect(facts.findings[1]).not.toHaveProperty('fixed');
    expect(facts.findings[4]).toMatchObject({ place: 'src/app.js', line: 2, endLine: 2 });
    expect(facts.findings[3]).not.toHaveProperty('line');
  });

  it('tells packages, end of life, and what was ignored', () => {
    expect(facts).toMatchObject({ packages: 2, endOfLife: 'debian 8.11', ignored: ['CVE-2099-0001', 'aws-key'] });
  });

  it('without results has nothing, and says so', () => {
    expect(readFindings(targetOf(), { SchemaVersion: 2 })).toEqual({
      target: targetOf(),
      findings: [],
      packages: 0,
      ignored: [],
    });
  });

  it.each(['', '{}', '[]', 'null', '{"SchemaVersion":9}', '"x"'])('%j is no report', (text) => {
    expect(() => parseScanJson(text)).toThrow(/no Trivy report of schema 2/);
  });
});
