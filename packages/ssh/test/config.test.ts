import { expect, test } from 'vitest';
import { formatConfig, formatHostKeyScript } from '../src/index.ts';

const targets = [{ user: 'deploy', host: 'app', port: 22 }];
const options = {
  targets,
  jumps: [],
  connectTimeoutMs: 10_000,
  folder: '/tmp/ssh-1',
  hasKey: true,
  hasCertificate: false,
};

test('the configuration checks host keys, asks nobody, and notices a dead connection within 20 s', () => {
  expect(formatConfig(options)).toBe(`Host host-1
  HostName app
  Port 22
  User deploy

Host *
  BatchMode yes
  StrictHostKeyChecking yes
  UserKnownHostsFile "/tmp/ssh-1/known_hosts"
  GlobalKnownHostsFile /dev/null
  KnownHostsCommand "/tmp/ssh-1/host-key" %I %H %t %K %f
  UpdateHostKeys no
  CheckHostIP no
  IdentityAgent agent
  IdentityFile none
  PreferredAuthentications publickey
  ConnectTimeout 10
  ServerAliveInterval 5
  ServerAliveCountMax 4
  ControlPath %n
  LogLevel ERROR
`);
});

test('jump hosts have the same rules, and each is reached through the one before', () => {
  const jumps = [
    { user: 'ops', host: 'gate', port: 2222 },
    { user: 'ops', host: 'inner', port: 22 },
  ];
  const text = formatConfig({ ...options, jumps, hasKey: false });
  expect(text).toContain('Host host-1\n  HostName app\n  Port 22\n  User deploy\n  ProxyJump jump-2\n');
  expect(text).toContain('Host jump-1\n  HostName gate\n  Port 2222\n  User ops\n\n');
  expect(text).toContain('Host jump-2\n  HostName inner\n  Port 22\n  User ops\n  ProxyJump jump-1\n');
  expect(text).not.toContain('IdentityFile');
});

test('a percent sign in the folder is not a token', () => {
  const text = formatConfig({ ...options, folder: '/tmp/50%', hasCertificate: true });
  expect(text).toContain('CertificateFile "/tmp/50%%/certificate"');
});

test('the script about host keys quotes its folder', () => {
  expect(formatHostKeyScript("/tmp/it's")).toContain(`'/tmp/it'\\''s'/presented`);
});
