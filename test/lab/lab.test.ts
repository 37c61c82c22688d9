import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { labEnv } from './environment.ts';
import { call } from './https.ts';
import { sourceDir } from './paths.ts';
import { run } from './shell.ts';
import { callS3 } from './sigv4.ts';
import { forwardEngine, onHost } from './ssh.ts';
import { readLab } from './state.ts';
import { waitForTool } from './tools.ts';

const lab = readLab();

test.each(Object.values(lab.hosts))('$name answers by ssh and has a Docker engine of its own', async (host) => {
  const driver = host.store === 'containerd' ? 'overlayfs' : 'overlay2';
  expect(await onHost(lab, host, "docker info --format '{{.Driver}} {{.Name}}'")).toBe(`${driver} ${host.name}`);
});

test.each(Object.values(lab.hosts))('$name has what a deployment needs', async (host) => {
  const programs = 'zstd rsync perl /usr/sbin/iptables';
  const line = `stat -c %U /opt/app; docker compose version --short | cut -c1-2; command -v ${programs} | wc -l`;
  expect(await onHost(lab, host, line)).toBe('deploy\n2.\n4');
});

test('the registry asks for its password', async () => {
  const { host, username, password } = lab.registry;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  expect((await call(`https://${host}/v2/`)).status).toBe(401);
  expect((await call(`https://${host}/v2/`, { headers: { authorization } })).status).toBe(200);
});

test.each([lab.hosts.a, lab.hosts.b])('an unmodified image name resolves on $name', async (host) => {
  expect(await onHost(lab, host, 'docker pull -q haproxy:2.6')).toBe('docker.io/library/haproxy:2.6');
});

test('the engine of a host can be used by the runner', async () => {
  const engine = await forwardEngine(lab);
  const env = labEnv(lab, { DOCKER_HOST: engine.dockerHost });
  const name = await run('docker', ['info', '--format', '{{.Name}}'], { env }).finally(engine.close);
  expect(name).toBe('host-b');
});

test('PostgreSQL answers to runner and hosts', async () => {
  expect(await run('psql', [lab.postgres.url, '-Atc', 'show max_connections'])).toBe('200');
  const { host, port } = lab.postgres;
  expect(await onHost(lab, lab.hosts.a, `bash -c '</dev/tcp/${host}/${port}' && echo open`)).toBe('open');
});

test('Redis answers', async () => {
  const socket = connect(lab.redis.port, lab.redis.host, () => socket.end('PING\r\n'));
  expect(await text(socket)).toBe('+PONG\r\n');
});

test('S3 keeps what it is given', async () => {
  const path = `/${lab.s3.bucket}/lab-test/${randomUUID()}`;
  expect((await callS3(lab.s3, { method: 'PUT', path, body: 'kept' })).status).toBe(200);
  expect((await callS3(lab.s3, { method: 'GET', path })).body.toString()).toBe('kept');
  expect((await callS3(lab.s3, { method: 'DELETE', path })).status).toBe(204);
  expect((await callS3({ ...lab.s3, secretAccessKey: 'wrong' }, { method: 'GET', path })).status).toBe(403);
});

test('Trivy finds the vulnerabilities of the lab database', { timeout: 1_200_000 }, async () => {
  const trivy = await waitForTool('trivy');
  const cache = mkdtempSync(join(tmpdir(), 'lab-trivy-'));
  const options = ['--cache-dir', cache, '--db-repository', lab.trivyDb, '--skip-version-check', '--disable-telemetry'];
  const report = ['--scanners', 'vuln', '--format', 'json', '--quiet', 'debian:bookworm-slim'];
  const found = await run(trivy, ['image', ...options, ...report], { env: labEnv(lab) });
  rmSync(cache, { recursive: true });
  expect(new Set(found.match(/CVE-2099-\d+(?=",\n\s+"VendorIDs|",\n\s+"PkgID)/g))).toEqual(
    new Set(['CVE-2099-0001', 'CVE-2099-0002', 'CVE-2099-0003', 'CVE-2099-0004']),
  );
});

test('a second `up` is harmless', { timeout: 120_000 }, async () => {
  const before = await onHost(lab, lab.hosts.a, 'cat /proc/sys/kernel/random/boot_id; stat -c %Y /proc/1');
  await run(process.execPath, [join(sourceDir, 'cli.ts'), 'up']);
  expect(await onHost(lab, lab.hosts.a, 'cat /proc/sys/kernel/random/boot_id; stat -c %Y /proc/1')).toBe(before);
  expect(readLab()).toEqual(lab);
});
