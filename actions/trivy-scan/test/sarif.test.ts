import { describe, expect, it } from 'vitest';
import { annotate } from '../src/annotations.ts';
import { parseFailOn } from '../src/fail-on.ts';
import type { Finding } from '../src/findings.ts';
import type { Policy } from '../src/gate.ts';
import { fileOf, renderSarif } from '../src/sarif.ts';
import { findingsOf, targetOf } from './sample.ts';

describe('SARIF', () => {
  const log = JSON.parse(renderSarif(targetOf(), findingsOf(), '0.74.0'));
  const [run] = log.runs;

  it('has one rule an id, each result points to its own, and every severity is kept', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.results).toHaveLength(6);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.results.map((result: { level: string }) => result.level)).toEqual([
      'error',
      'error',
      'error',
      'note',
      'error',
      'note',
    ]);
  });

  it('scores by CVSS where there is one', () => {
    const scores = run.tool.driver.rules.map((rule: { properties: Record<string, string> }) => [
      rule.properties['security-severity'],
    ]);
    expect(scores.flat()).toEqual(['9.8', '8.0', '8.0', '2.0', '9.5', '2.0']);
  });

  it('points to files of the checkout, and has a category of its own', () => {
    const { artifactLocation, region } = run.results[2].locations[0].physicalLocation;
    expect([artifactLocation.uri, region.startLine]).toEqual(['Dockerfile', 6]);
    expect(run.automationDetails.id).toBe('trivy/fs-checkout/');
  });

  it('knows a finding again in the next image', () => {
    const fingerprints = ['image:r/app:1', 'image:r/app:2'].map((line) => {
      const target = { ...targetOf(line), name: 'app' };
      const findings = findingsOf(line).map((finding) => ({ ...finding, target, place: `${line} (debian 12)` }));
      const { runs } = JSON.parse(renderSarif(target, findings, '1'));
      return runs[0].results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
    });
    expect(fingerprints[0]).toEqual(fingerprints[1]);
  });
});

describe('a place in the checkout', () => {
  const at = (line: string, place: string): string | undefined => {
    const finding: Finding = { scanner: 'secret', target: targetOf(line), id: 'x', severity: 'LOW', title: '', place };
    return fileOf(finding);
  };

  it.each([
    ['fs:.', 'src/a.js', 'src/a.js'],
    ['fs:./web/', 'a.js', 'web/a.js'],
    ['config:deploy', 'Dockerfile', 'deploy/Dockerfile'],
    ['fs:../other', 'a.js', undefined],
    ['fs:/opt/x', 'a.js', undefined],
    ['image:app', 'srv/a.js', undefined],
    ['sbom:bom.json', 'a.js', undefined],
  ])('%s %s is %s', (line, place, file) => expect(at(line, place)).toBe(file));
});

describe('annotations', () => {
  const policy: Policy = {
    failOn: parseFailOn('CRITICAL'),
    failOnUnfixed: false,
    failOnEol: 'off',
    ignores: 'off',
    allowNoPackages: true,
  };

  it('stand at file and line; errors are what fails the job', () => {
    expect(annotate(findingsOf(), policy).map(({ level, file, line }) => [level, file, line])).toEqual([
      ['error', 'src/app.js', 2],
      ['warning', 'Dockerfile', 6],
      ['notice', 'Dockerfile', undefined],
    ]);
  });

  it('are none for what stands in an image', () => expect(annotate(findingsOf('image:app'), policy)).toEqual([]));

  it('are at most ten a level', () => {
    const many = Array.from({ length: 8 }, () => findingsOf()).flat();
    const levels = annotate([...many, ...many], policy).map(({ level }) => level);
    expect(['error', 'warning', 'notice'].map((level) => levels.filter((one) => one === level).length)).toEqual([
      10, 10, 10,
    ]);
  });
});
