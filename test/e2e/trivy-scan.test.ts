import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, findLeaksInFolder, runMain, step } from '@suite/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { readLab } from '../lab/state.ts';
import { checkout, labEnvironment, lockFile, plantedToken, vulnerableCheckout } from './trivy-scan-world.ts';

const lab = readLab();
const env = labEnvironment(lab);
const inputs = { 'trivy-path': lab.tools.trivy, 'db-repository': lab.trivyDb };
const folders: string[] = [env['DOCKER_CONFIG'] ?? ''];
const made = (files: Readonly<Record<string, string>>): string => {
  const folder = checkout(files);
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a checkout with a hole, a secret and a careless Dockerfile', () => {
  it('is refused, and everything found stands in outputs, summary, annotations and reports', async () => {
    const one = step('trivy-scan', { workspace: made(vulnerableCheckout), env, inputs });
    const main = await one.main();
    expect(main.exitCode).toBe(1);
    expect(main.errors.at(-1)).toMatch(
      /^E_GATE: 3 CRITICAL, 1 HIGH in checkout: CVE-2099-0005 lodash 4.17.10 → 4.17.21,.*\nupgrade lodash to 4.17.21/,
    );
    const outputs = Object.fromEntries(main.outputs);
    expect(outputs).toMatchObject({ result: 'failed', total: '5', critical: '3', high: '1', low: '1', gated: '4' });
    expect(outputs).toMatchObject({ secrets: '1', misconfigs: '3', ignored: '0', 'trivy-version': '0.74.0' });
    expect(Date.parse(outputs['db-updated-at'] ?? '')).toBeGreaterThan(0);
    expect(JSON.parse(outputs['top'] ?? '')[0]).toMatchObject({ id: 'CVE-2099-0005', fixed: '4.17.21' });
    expect(main.summary).toMatch(/❌ trivy-scan: failed[\s\S]*\*\*3\*\* \(3 🚫\)[\s\S]*upgrade `lodash` to `4.17.21`/);
    expect(main.commands).toContainEqual({
      command: 'error',
      properties: { title: 'CRITICAL github-pat', file: 'src/app.js', line: '2' },
      message: 'GitHub Personal Access Token',
    });
    const sarif = JSON.parse(readFileSync(outputs['report-sarif'] ?? '', 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(5);
    const json = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));
    expect(json.Results.map((result: { Class: string }) => result.Class)).toEqual(['lang-pkgs', 'config', 'secret']);
    await one.post('failure');
    for (const secret of [plantedToken, 'hunter2-in-clear']) {
      const said = { stdout: main.stdout, summary: main.summary, outputs: JSON.stringify(outputs) };
      expect([...findLeaks(secret, said), ...findLeaksInFolder(secret, one.temporary)]).toEqual([]);
    }
    one.dispose();
  });

  it('passes where no severity is gated: what is reported does not change', async () => {
    const open = { ...inputs, 'fail-on': 'off' };
    const { exitCode, outputs, summary } = await runMain('trivy-scan', {
      workspace: made(vulnerableCheckout),
      env,
      inputs: open,
    });
    expect(exitCode).toBe(0);
    expect([outputs.get('result'), outputs.get('total'), outputs.get('gated')]).toEqual(['passed', '5', '0']);
    expect(summary).toContain('✅ trivy-scan: passed');
  });

  it('cannot switch the gate off by files or variables that Trivy obeys', async () => {
    const workspace = made({
      ...vulnerableCheckout,
      'trivy.yaml': 'severity: [LOW]\nscan:\n  skip-files: [package-lock.json]\n',
      'trivy-secret.yaml': 'disable-rules: [github-pat]\n',
    });
    const switches = { TRIVY_SEVERITY: 'LOW', TRIVY_SKIP_FILES: 'package-lock.json', TRIVY_EXIT_CODE: '0' };
    const { outputs } = await runMain('trivy-scan', { workspace, env: { ...env, ...switches }, inputs });
    expect([outputs.get('result'), outputs.get('gated'), outputs.get('secrets')]).toEqual(['failed', '4', '1']);
  });

  it('is scanned by a Trivy that sees no token and no cloud key', async () => {
    const workspace = made(vulnerableCheckout);
    const spy = join(workspace, '..', `spy-${process.pid}`);
    folders.push(spy, `${spy}.env`);
    writeFileSync(
      spy,
      `#!/bin/sh\nenv >> ${spy}.env; pwd >> ${spy}.env; ls -A >> ${spy}.env\nexec ${lab.tools.trivy} "$@"\n`,
      {
        mode: 0o755,
      },
    );
    const keys = {
      GITHUB_TOKEN: 'gh-planted',
      AWS_SECRET_ACCESS_KEY: 'aws-planted',
      ACTIONS_RUNTIME_TOKEN: 'rt-planted',
    };
    const watched = { ...inputs, 'trivy-path': spy, 'fail-on': 'off' };
    const { exitCode } = await runMain('trivy-scan', { workspace, env: { ...env, ...keys }, inputs: watched });
    const seen = readFileSync(`${spy}.env`, 'utf8');
    expect(exitCode).toBe(0);
    expect(seen).not.toMatch(/planted|GITHUB_|INPUT_|RUNNER_/);
    expect([...new Set(seen.match(/^\w+(?==)/gm))].sort()).toEqual(
      ['DOCKER_CONFIG', 'DOCKER_HOST', 'HOME', 'PATH', 'PWD', 'SSL_CERT_FILE', 'TMPDIR'].sort(),
    );
    expect(seen).toMatch(/\/trivy-scan-\w+\/empty\n(?!\w+\n)/);
  });
});

describe('nothing scanned is never green', () => {
  it.each([
    ['no package', { inputs: {}, files: { 'readme.md': '# x' } }, 'E_NO_PACKAGES'],
    ['no such path', { inputs: { targets: 'fs:nowhere' }, files: {} }, 'E_TARGET_NOT_FOUND'],
    ['no such ignore file', { inputs: { 'ignore-file': 'none.yaml' }, files: {} }, 'E_IGNORE_FILE'],
    ['a broken ignore file', { inputs: {}, files: { '.trivyignore.yaml': 'a: [' } }, 'E_IGNORE_FILE'],
    ['a file that is no SBOM', { inputs: { targets: 'sbom:a.json' }, files: { 'a.json': '{}' } }, 'E_TARGET_NOT_FOUND'],
    ['a cut image archive', { inputs: { targets: 'tar:a.tar' }, files: { 'a.tar': 'abc' } }, 'E_TARGET_NOT_FOUND'],
    ['no time', { inputs: { timeout: '300ms', scanners: 'misconfig' }, files: vulnerableCheckout }, 'E_TIMEOUT'],
  ])('%s', async (_, { inputs: own, files }, code) => {
    const workspace = made(files);
    const { exitCode, outputs, errors, summary } = await runMain('trivy-scan', {
      workspace,
      env,
      inputs: { ...inputs, ...own },
    });
    expect(errors.at(-1)?.split(':')[0]).toBe(code);
    expect(outputs.get('result')).toBe('error');
    expect(exitCode).toBe(1);
    expect(summary).toContain(code);
  });

  it('but passes where the user says so', async () => {
    const allowed = { ...inputs, 'allow-no-packages': 'true' };
    const { exitCode, commands } = await runMain('trivy-scan', { workspace: made({}), env, inputs: allowed });
    expect(exitCode).toBe(0);
    expect(commands.find(({ command }) => command === 'warning')?.message).toContain('no package was found');
  });
});

describe('an ignore file', () => {
  it('hides what it names, and every dead entry is told', async () => {
    const ignores = [
      'vulnerabilities:',
      '  - id: CVE-2099-0005\n    statement: not reachable\n    expired_at: 2099-01-01',
      'secrets:\n  - id: github-pat\n    expired_at: 2020-01-01',
      'misconfigurations:\n  - id: DS-0002\n    statment: typo\n  - id: DS-9999\n    statement: gone',
    ].join('\n');
    const workspace = made({ ...vulnerableCheckout, '.trivyignore.yaml': `${ignores}\n` });
    const { outputs, commands, summary } = await runMain('trivy-scan', { workspace, env, inputs });
    expect([outputs.get('ignored'), outputs.get('gated')]).toEqual(['2', '2']);
    const warnings = commands.filter(({ command }) => command === 'warning').map(({ message }) => message);
    for (const text of [
      '"statment" is none of',
      'github-pat expired',
      'DS-9999 hides nothing',
      'DS-0002 has no reason',
    ]) {
      expect(warnings.join('\n')).toContain(text);
    }
    expect(summary).toContain('Ignore file');
  });

  it('is a gate where the user says so', async () => {
    const workspace = made({ 'package-lock.json': lockFile('4.17.21'), '.trivyignore': 'CVE-2000-0001\n' });
    const strict = { ...inputs, ignores: 'fail' };
    const { exitCode, errors } = await runMain('trivy-scan', { workspace, env, inputs: strict });
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain('E_GATE: the ignore file is not in order: CVE-2000-0001 hides nothing');
  });
});

it('names every wrong input at once and touches nothing', async () => {
  const wrong = {
    targets: 'app:1',
    scanners: 'vulns',
    'fail-on': 'vuln=SEVERE',
    version: 'latest',
    sha256: 'abc',
    'max-db-age': '48',
    timeout: '10',
    retries: 'many',
    registry: 'https://r.example',
    'registry-username': 'ann',
    'db-repository': 'https://mirror/x',
    reports: 'html',
    'fail-on-eol': 'maybe',
  };
  const one = step('trivy-scan', { workspace: made({}), env, inputs: wrong });
  const { exitCode, errors, outputs } = await one.main();
  expect(exitCode).toBe(1);
  for (const name of Object.keys(wrong).filter((input) => input !== 'registry-username')) {
    expect(errors[0]).toMatch(new RegExp(`^${name}: `, 'm'));
  }
  expect(errors[0]).toContain('did you mean vuln?');
  expect([...outputs.keys()].sort()).toEqual(['duration-ms', 'result']);
  expect(findLeaksInFolder('', one.temporary)).toEqual([]);
  one.dispose();
});
