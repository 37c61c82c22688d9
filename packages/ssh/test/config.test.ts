import { expect, test } from 'vitest';
import { formatConfig, formatHostKeyScript } from '../src/index.ts';

const targets = [{ user: 'deploy', host: 'app', port: 22 }];
const options = { targets, connectTimeoutMs: 10_000, folder: '/tmp/ssh-1', hasKey: true, share: true };

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
  IdentityFile "/tmp/ssh-1/key"
  IdentitiesOnly yes
  IdentityAgent none
  PreferredAuthentications publickey
  ConnectTimeout 10
  ServerAliveInterval 5
  ServerAliveCountMax 4
  ControlPath "/tmp/ssh-1/%n"
  LogLevel ERROR
`);
});

test('a jump host has the same rules, and no shared connection', () => {
  const text = formatConfig({
    ...options,
    jump: { user: 'ops', host: 'gate', port: 2222 },
    hasKey: false,
    share: false,
  });
  expect(text).toContain('  ProxyJump jump\n');
  expect(text).toContain('Host jump\n  HostName gate\n  Port 2222\n  User ops\n  ControlPath none\n');
  expect(text).not.toContain('IdentityFile');
  expect(text).not.toContain('ControlPath "');
});

test('a percent sign in the folder is not a token', () => {
  expect(formatConfig({ ...options, folder: '/tmp/50%' })).toContain('IdentityFile "/tmp/50%%/key"');
});

test('the script about host keys quotes its folder', () => {
  expect(formatHostKeyScript("/tmp/it's")).toContain(`'/tmp/it'\\''s'/presented`);
});
