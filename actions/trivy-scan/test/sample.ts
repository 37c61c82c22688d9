import { inputReader } from '@suite/core';
import { type Finding, readFindings } from '../src/findings.ts';
import type { Inputs } from '../src/inputs.ts';
import { readInputs } from '../src/inputs.ts';
import type { ScanJson } from '../src/scan-json.ts';
import { parseTargets, type Target } from '../src/targets.ts';

/** Cut from what Trivy 0.74.0 wrote about a real checkout. */
export const sample: ScanJson = {
  SchemaVersion: 2,
  ArtifactName: '/checkout/app',
  Metadata: { OS: { Family: 'debian', Name: '8.11', EOSL: true } },
  Results: [
    {
      Target: 'package-lock.json',
      Class: 'lang-pkgs',
      Packages: [{}, {}],
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2099-0005',
          PkgName: 'lodash',
          InstalledVersion: '4.17.10',
          FixedVersion: '4.17.11, 4.17.21',
          Status: 'fixed',
          Severity: 'CRITICAL',
          Title: 'prototype pollution',
          PrimaryURL: 'https://avd.example/5',
          CVSS: { ghsa: { V3Score: 9.8 }, nvd: { V3Score: 7.1 } },
        },
        { VulnerabilityID: 'CVE-2099-0006', PkgName: 'lodash', InstalledVersion: '4.17.10', Severity: 'HIGH' },
      ],
      ExperimentalModifiedFindings: [
        { Type: 'vulnerability', Status: 'ignored', Finding: { VulnerabilityID: 'CVE-2099-0001' } },
        { Type: 'secret', Status: 'ignored', Finding: { RuleID: 'aws-key' } },
      ],
    },
    {
      Target: 'Dockerfile',
      Class: 'config',
      Misconfigurations: [
        {
          ID: 'DS-0002',
          Title: 'Image user should not be root',
          Message: 'Last USER command should not be root',
          Severity: 'HIGH',
          Status: 'FAIL',
          CauseMetadata: { StartLine: 6, EndLine: 6 },
        },
        { ID: 'DS-0026', Message: 'Add HEALTHCHECK', Severity: 'LOW', Status: 'FAIL', CauseMetadata: {} },
        { ID: 'DS-0001', Message: 'fine', Severity: 'HIGH', Status: 'PASS' },
      ],
    },
    {
      Target: 'src/app.js',
      Class: 'secret',
      Secrets: [{ RuleID: 'github-pat', Title: 'GitHub PAT', Severity: 'CRITICAL', StartLine: 2, EndLine: 2 }],
    },
    {
      Target: 'package-lock.json',
      Class: 'license',
      Licenses: [{ Name: 'MIT', Severity: 'LOW', PkgName: 'lodash', FilePath: 'package-lock.json' }],
    },
  ],
};

export function targetOf(line = 'fs:.'): Target {
  const [target] = parseTargets([line]);
  if (!target) throw new Error('no target');
  return target;
}

export function findingsOf(line = 'fs:.'): readonly Finding[] {
  return readFindings(targetOf(line), sample).findings;
}

/** Inputs as the runner would hand them over; throws InputError as runAction does. */
export function inputsOf(
  given: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Inputs {
  const read = inputReader({ inputs: new Map(Object.entries(given)), env: { RUNNER_TEMP: '/t', ...env } });
  const inputs = readInputs(read);
  read.done();
  return inputs;
}
