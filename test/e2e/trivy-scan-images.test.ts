import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLeaks, findLeaksInFolder, runMain, step, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { value } from '../lab/bolt.ts';
import { attempt, run } from '../lab/shell.ts';
import { readLab } from '../lab/state.ts';
import {
  checkout,
  digestOf,
  labEnvironment,
  lockFile,
  plantedToken,
  refusing,
  servingDatabase,
  servingJavaIndex,
} from './trivy-scan-world.ts';

const lab = readLab();
const env = labEnvironment(lab);
const container = `trivy-scan-e2e-${process.pid}`;
// Always the same name: the registry keeps what was pushed, and the next run replaces it.
const image = `${lab.registry.host}/e2e/trivy-scan`;
const inputs = { 'trivy-path': lab.tools.trivy, 'db-repository': lab.trivyDb };
const login = {
  'registry-username': lab.registry.username,
  'registry-password': lab.registry.password,
};
const folders = [env['DOCKER_CONFIG'] ?? ''];
let digest = '';
const tracked = (folder: string): string => {
  folders.push(folder);
  return folder;
};
const docker = { env: { ...process.env, PATH: lab.path, DOCKER_HOST: lab.dockerHost, DOCKER_CONFIG: '' } };

/** A real Debian with a secret in its environment and in a file, in the registry with the password only. */
beforeAll(async () => {
  docker.env.DOCKER_CONFIG = tracked(mkdtempSync(join(tmpdir(), 'docker-')));
  const password = ['login', lab.registry.host, '-u', lab.registry.username, '--password-stdin'];
  await run('docker', password, { ...docker, input: lab.registry.password });
  const base = `${lab.mirror.host}/library/debian:bookworm-slim`;
  await run('docker', ['create', '--name', container, base], docker);
  const file = join(tracked(checkout({ 'token.txt': `token = "${plantedToken}"\n` })), 'token.txt');
  await run('docker', ['cp', file, `${container}:/srv/token.txt`], docker);
  const change = ['--change', `ENV GITHUB_PAT=${plantedToken}`, '--change', 'USER root'];
  await run('docker', ['commit', ...change, container, `${image}:1`], docker);
  const pushed = await run('docker', ['push', `${image}:1`], docker);
  await run('docker', ['rmi', `${image}:1`], docker);
  digest = /sha256:[0-9a-f]{64}/.exec(pushed)?.[0] ?? '';
});
afterAll(async () => {
  await attempt('docker', ['rm', container], docker);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const scan = (own: Readonly<Record<string, string>>, workspace = tracked(checkout({}))) =>
  runMain('trivy-scan', { workspace, env, inputs: { ...inputs, ...own } });

describe('an image that was pushed', () => {
  const images = () => JSON.stringify([{ name: 'app', ref: `${image}@${digest}`, digest, tags: ['1'], size: 1 }]);

  it('is scanned by its digest from the registry with the password', async () => {
    const all = { ...inputs, ...login, images: images() };
    const one = step('trivy-scan', { workspace: tracked(checkout({})), env, inputs: all });
    const watch = watchCommandLines();
    const main = await one.main();
    const commandLines = watch.stop();
    expect(main.exitCode).toBe(1);
    const outputs = Object.fromEntries(main.outputs);
    const top = JSON.parse(outputs['top'] ?? '').map((finding: { id: string }) => finding.id);
    expect(top).toEqual(expect.arrayContaining(['CVE-2099-0001', 'CVE-2099-0002', 'CVE-2099-0004', 'github-pat']));
    expect(main.errors.at(-1)).toMatch(/^E_GATE: \d+ CRITICAL, \d+ HIGH in app: /);
    expect(main.errors.at(-1)).not.toContain('CVE-2099-0002');
    expect(commandLines).toContain(`${image}@${digest}`);
    expect(main.commands.filter(({ properties }) => properties['file'])).toEqual([]);
    expect(readdirSync(one.temporary)).toEqual(['trivy-reports']);
    await one.post('failure');
    for (const secret of [lab.registry.password, plantedToken]) {
      const said = { stdout: main.stdout.replace(/^::add-mask::.*$/gm, ''), summary: main.summary, commandLines };
      expect(findLeaks(secret, { ...said, outputs: JSON.stringify(outputs) })).toEqual([]);
      expect(findLeaksInFolder(secret, one.temporary)).toEqual([]);
    }
    one.dispose();
  });

  it('that nobody lets us read is told with what each source said', async () => {
    for (const own of [{}, { ...login, 'registry-password': 'wrong-password' }]) {
      const { errors, outputs } = await scan({ images: images(), ...own });
      const error = errors.at(-1) ?? '';
      expect(error).toContain(`E_TARGET_NOT_FOUND: image ${image}@${digest} was not found; docker: `);
      expect(error).toMatch(/containerd: .*; podman: .*; remote: .*UNAUTHORIZED/);
      expect(error).toContain('the registry wants a login');
      expect(outputs.get('result')).toBe('error');
    }
  });

  it('only built is scanned in the engine, and never looked for in the registry', async () => {
    const local = `trivy-scan-e2e:pr-${process.pid}`;
    await run('docker', ['tag', `${lab.mirror.host}/library/debian:bookworm-slim`, local], docker);
    const built = (ref: string) => JSON.stringify([{ name: 'app', ref, digest: '', tags: [ref] }]);
    const found = await scan({ images: built(local), scanners: 'vuln', 'fail-on': 'off' });
    await run('docker', ['rmi', local], docker);
    expect([found.exitCode, found.outputs.get('total')]).toEqual([0, '5']);
    const { errors } = await scan({ images: built(`${image}:1`), ...login });
    expect(errors.at(-1)).toMatch(/^E_TARGET_NOT_FOUND: .*docker: .*No such image/);
    expect(errors.at(-1)).not.toContain('remote:');
  });
});

describe('a vulnerability without a fix', () => {
  it('is shown, and gated only where the user says so', async () => {
    const own = { targets: `image:${image}:1`, scanners: 'vuln', 'fail-on': 'CRITICAL', ...login };
    const shown = await scan(own);
    expect([shown.exitCode, shown.outputs.get('critical'), shown.outputs.get('gated')]).toEqual([0, '1', '0']);
    const gated = await scan({ ...own, 'fail-on-unfixed': 'true' });
    expect(gated.errors.at(-1)).toMatch(/E_GATE: 1 CRITICAL in .*: CVE-2099-0002 zlib1g .* \(no fix\)/);
  });
});

describe('an archive', () => {
  it('of a release past its end of life is told, and gated where the user says so', async () => {
    const workspace = tracked(checkout({}));
    await saveImage(join(workspace, 'old.tar'), debian8);
    const own = { targets: 'tar:old.tar', scanners: 'vuln', 'fail-on': 'off' };
    const warned = await scan(own, workspace);
    expect(warned.exitCode).toBe(0);
    expect(warned.summary).toContain('debian 8.11 is past its end of life');
    const gated = await scan({ ...own, 'fail-on-eol': 'fail' }, workspace);
    expect(gated.errors.at(-1)).toContain('E_GATE: the distribution is past its end of life: old.tar is debian 8.11');
  });

  it('with a jar is scanned with the Java index, which is fetched for it and for nothing else', async () => {
    const [index, database] = [await servingJavaIndex(), await servingDatabase({ content: mavenVulnerability })];
    const workspace = tracked(checkout({}));
    await saveFolder(join(workspace, 'java.tar'), await folderWithJar());
    const own = {
      scanners: 'vuln',
      'java-db-repository': `${index.host}/java:1`,
      'db-repository': `${database.host}/db:2`,
    };
    const { errors } = await scan({ ...own, targets: 'tar:java.tar' }, workspace);
    expect(errors.at(-1)).toMatch(/^E_GATE: 1 CRITICAL in java.tar: CVE-2099-0100 org.acme:lib 1.0.0 → 1.0.1/);
    const asked = index.requests.length;
    await saveFolder(join(workspace, 'plain.tar'), tracked(checkout(debian8)));
    await scan({ ...own, targets: 'tar:plain.tar' }, workspace);
    expect(index.requests.length).toBe(asked);
    for (const one of [index, database]) await one.close();
  });

  it('with a jar says when the Java index cannot be had', async () => {
    const registry = await refusing(403, 'DENIED');
    const workspace = tracked(checkout({}));
    await saveFolder(join(workspace, 'java.tar'), await folderWithJar());
    const own = { targets: 'tar:java.tar', scanners: 'vuln', 'java-db-repository': `${registry.host}/java:1` };
    const { errors } = await scan(own, workspace);
    await registry.close();
    expect(errors.at(-1)).toContain(`E_DB: the Java database could not be had: ${registry.host}/java:1: denied (403)`);
  });
});

async function folderWithJar(): Promise<string> {
  const properties = 'groupId=org.acme\nartifactId=lib\nversion=1.0.0\n';
  const jar = tracked(checkout({ 'META-INF/maven/org.acme/lib/pom.properties': properties }));
  const folder = tracked(checkout(debian8));
  await run('python3', ['-m', 'zipfile', '-c', join(folder, 'lib-1.0.0.jar'), join(jar, 'META-INF')]);
  return folder;
}

const mavenVulnerability = {
  'data-source': { 'maven::GitHub Security Advisory Maven': value({ ID: 'ghsa', Name: 'GitHub', URL: 'u' }) },
  'maven::GitHub Security Advisory Maven': {
    'org.acme:lib': { 'CVE-2099-0100': value({ PatchedVersions: ['1.0.1'], VulnerableVersions: ['< 1.0.1'] }) },
  },
  vulnerability: { 'CVE-2099-0100': value({ Title: 't', VendorSeverity: { ghsa: 4 } }) },
};

it('scans several targets side by side, each with its reports and its category', async () => {
  const workspace = tracked(
    checkout({
      'a/package-lock.json': lockFile('4.17.10'),
      'b/package-lock.json': lockFile('4.17.21'),
      'bom.json': JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        components: [{ type: 'library', name: 'lodash', version: '4.17.10', purl: 'pkg:npm/lodash@4.17.10' }],
      }),
      'deploy/Dockerfile': 'FROM debian:12\nUSER root\n',
    }),
  );
  const targets = 'fs:a\nfs:b\nsbom:bom.json\nconfig:deploy';
  const { outputs, commands } = await scan({ targets, 'report-dir': 'out', 'fail-on': 'off' }, workspace);
  expect([outputs.get('critical'), outputs.get('misconfigs')]).toEqual(['2', '2']);
  expect(outputs.get('report-sarif')).toBe(join(workspace, 'out'));
  const files = ['config-deploy', 'fs-a', 'fs-b', 'sbom-bom.json'].flatMap((id) => [`${id}.json`, `${id}.sarif`]);
  expect(readdirSync(join(workspace, 'out'))).toEqual(files);
  const sarif = JSON.parse(readFileSync(join(workspace, 'out', 'fs-a.sarif'), 'utf8'));
  expect(sarif.runs[0].automationDetails.id).toBe('trivy/fs-a/');
  expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a/package-lock.json');
  expect(commands.find(({ properties }) => properties['file'] === 'deploy/Dockerfile')?.properties['line']).toBe('2');
});

const debian8 = {
  'etc/debian_version': '8.11\n',
  'etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 8 (jessie)"\nID=debian\nVERSION_ID="8"\n',
  'var/lib/dpkg/status':
    'Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 4.3-11\nSource: bash\nMaintainer: x\n\n',
};

async function saveImage(file: string, files: Readonly<Record<string, string>>): Promise<void> {
  await saveFolder(file, tracked(checkout(files)));
}

/** Packs a folder as `docker save` does: a configuration, one layer, and a manifest. */
async function saveFolder(file: string, folder: string): Promise<void> {
  const out = tracked(mkdtempSync(join(tmpdir(), 'save-')));
  await run('tar', ['-C', folder, '-cf', join(out, 'layer.tar'), '.']);
  const layer = digestOf(readFileSync(join(out, 'layer.tar')));
  const config = { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [layer] } };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'config.json'), JSON.stringify(config));
  const manifest = [{ Config: 'config.json', RepoTags: ['old:1'], Layers: ['layer.tar'] }];
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
  await run('tar', ['-C', out, '-cf', file, 'manifest.json', 'config.json', 'layer.tar']);
}
