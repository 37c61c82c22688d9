import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../lab/shell.ts';
import { readLab } from '../lab/state.ts';
import { checkout, digestOf, labEnvironment, type Stub, stub } from './trivy-scan-world.ts';

const lab = readLab();
const env = labEnvironment(lab);
const workspace = checkout({ 'a.txt': 'x' });
const folders = [workspace, env['DOCKER_CONFIG'] ?? ''];
const asset = 'trivy_0.74.0_Linux-64bit.tar.gz';
let mirror: Stub;
let archive: Buffer;

/** The release as the project packs it, around the binary that was built from its source. */
beforeAll(async () => {
  const folder = tracked(checkout({ LICENSE: 'Apache-2.0', 'README.md': '# Trivy', 'contrib/junit.tpl': '' }));
  copyFileSync(lab.tools.trivy, join(folder, 'trivy'));
  await run('tar', [
    '-C',
    folder,
    '-I',
    'gzip -1',
    '-cf',
    join(folder, asset),
    'LICENSE',
    'README.md',
    'contrib',
    'trivy',
  ]);
  archive = readFileSync(join(folder, asset));
  mirror = await stub((path) => {
    if (path === `/releases/v0.74.0/${asset}`) return { status: 200, body: archive };
    return path.startsWith('/broken/') ? { status: 503 } : { status: 404 };
  });
});
afterAll(async () => {
  await mirror.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function tracked(folder: string): string {
  folders.push(folder);
  return folder;
}

function scan(inputs: Readonly<Record<string, string>>, tools = tracked(checkout({}))) {
  const surroundings = { ...env, RUNNER_TOOL_CACHE: tools };
  const all = { scanners: 'secret', retries: '0', ...inputs };
  return runMain('trivy-scan', { workspace, env: surroundings, inputs: all });
}

describe('a release', () => {
  it('is downloaded, verified, unpacked and run; the next job uses it without asking', async () => {
    const tools = tracked(checkout({}));
    const inputs = { mirror: `http://${mirror.host}/releases`, sha256: digestOf(archive).slice(7) };
    const first = await scan(inputs, tools);
    expect([first.exitCode, first.outputs.get('trivy-version')]).toEqual([0, '0.74.0']);
    const asked = mirror.requests.length;
    expect((await scan(inputs, tools)).exitCode).toBe(0);
    expect(mirror.requests.length).toBe(asked);
    const installed = join(tools, 'trivy-scan', `trivy-0.74.0-${digestOf(archive).slice(7, 19)}`);
    writeFileSync(join(installed, 'trivy'), '#!/bin/sh\necho changed\n');
    expect((await scan(inputs, tools)).exitCode).toBe(0);
    expect(mirror.requests.length).toBe(asked + 1);
  });

  it('with another hash than the pinned one is never unpacked nor run', async () => {
    const tools = tracked(checkout({}));
    const { exitCode, errors, outputs } = await scan({ mirror: `http://${mirror.host}/releases` }, tools);
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toMatch(
      /^E_BINARY_HASH: .* has SHA-256 [0-9a-f]{64}, expected 2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a/,
    );
    expect(outputs.get('result')).toBe('error');
    expect(existsSync(join(tools, 'trivy-scan'))).toBe(false);
  });

  it.each([
    ['gone', '/elsewhere', 'E_RELEASE_GONE'],
    ['broken', '/broken', 'E_DOWNLOAD'],
  ])('that is %s is told apart', async (_, path, code) => {
    const { errors } = await scan({ mirror: `http://${mirror.host}${path}` });
    expect(errors.at(-1)).toContain(`${code}: http://${mirror.host}${path}/v0.74.0/${asset}`);
  });

  it('behind a closed port is asked for again, then told', async () => {
    const { errors, stdout } = await scan({ mirror: 'http://127.0.0.1:9/x', retries: '1' });
    expect(stdout).toContain('trying again');
    expect(errors.at(-1)).toMatch(/^E_DOWNLOAD: http:\/\/127.0.0.1:9\/x.*/);
  });

  it.each(['0.69.4', 'latest', 'v0.74.0', '0.74'])('%s is refused before anything is asked', async (version) => {
    const asked = mirror.requests.length;
    const { errors } = await scan({ version, mirror: `http://${mirror.host}/releases` });
    expect(errors[0]).toMatch(/^E_INPUT: .*\nversion: /);
    expect(mirror.requests.length).toBe(asked);
  });
});

describe('a binary of the user', () => {
  it('is verified by its hash where one is given', async () => {
    const good = digestOf(readFileSync(lab.tools.trivy)).slice(7);
    expect((await scan({ 'trivy-path': lab.tools.trivy, sha256: good })).exitCode).toBe(0);
    const { errors } = await scan({ 'trivy-path': lab.tools.trivy, sha256: 'a'.repeat(64) });
    expect(errors.at(-1)).toMatch(/^E_BINARY_HASH: /);
  });

  it.each([
    ['that is not there', undefined, 'does not exist'],
    ['that is another program', '#!/bin/sh\necho hello\n', 'does not print a version'],
    ['that is the malicious release', '#!/bin/sh\necho Version: 0.69.4\n', 'CVE-2026-33634'],
  ])('%s is refused', async (_, script, text) => {
    const folder = tracked(checkout({}));
    mkdirSync(join(folder, 'bin'));
    const path = join(folder, 'bin', 'trivy');
    if (script) writeFileSync(path, script, { mode: 0o755 });
    const { errors, outputs } = await scan({ 'trivy-path': path });
    expect(errors.at(-1)).toMatch(/^E_BINARY: /);
    expect(errors.at(-1)).toContain(text);
    expect(outputs.get('result')).toBe('error');
    expect(readdirSync(folder)).toEqual(['bin']);
  });
});
