import { inputReader, inputSource } from '@suite/core';
import { expect, test } from 'vitest';
import { readSshInputs } from '../src/index.ts';
import { makeKey } from './keys.ts';

const key = makeKey('ed25519');

test('everything about SSH, with only what ssh needs of the environment', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/me',
    SECRET: 'x',
    INPUT_HOSTS: 'a@x\nb@y:23',
    'INPUT_SSH-KEY': key.secret,
    'INPUT_KNOWN-HOSTS': `x ${key.line}`,
  };
  const read = inputReader(inputSource(env));
  const settings = readSshInputs(read, 'hosts');
  read.done();
  expect(settings).toMatchObject({
    connectTimeoutMs: 10_000,
    connectRetries: 3,
    env: { PATH: '/bin', HOME: '/home/me' },
  });
  expect(settings.targets).toHaveLength(2);
  expect(Object.keys(settings.env)).toEqual(['PATH', 'HOME']);
});

test('every wrong input at once', () => {
  const env = {
    INPUT_HOSTS: 'x',
    'INPUT_SSH-KEY': 'nonsense',
    INPUT_JUMP: 'y',
    'INPUT_CONNECT-RETRIES': '-1',
    'INPUT_CONNECT-TIMEOUT': '5',
  };
  const read = inputReader(inputSource(env));
  readSshInputs(read, 'hosts');
  expect(() => read.done()).toThrow(/^6 inputs are wrong/);
});

test('a bare pin beside several hosts is a problem of known-hosts', () => {
  const read = inputReader(inputSource({ INPUT_HOSTS: 'a@x\na@y', 'INPUT_KNOWN-HOSTS': key.fingerprint }));
  readSshInputs(read, 'hosts');
  expect(() => read.done()).toThrow(/known-hosts: has a pin without a host, and there are 2 hosts/);
});

test('a private key as known-hosts is not quoted', () => {
  const read = inputReader(inputSource({ INPUT_HOSTS: 'a@x', 'INPUT_KNOWN-HOSTS': key.secret }));
  readSshInputs(read, 'hosts');
  expect(() => read.done()).toThrow(
    /known-hosts: is a private key; known-hosts takes the public key of the server[^"]*$/,
  );
});

test.each([
  [
    { 'SSH-KEY': makeKey('ed25519', '-N', 'open sesame').secret },
    /ssh-key-passphrase: is missing, and ssh-key is protected/,
  ],
  [{ 'SSH-KEY-PASSPHRASE': 'open sesame' }, /ssh-key: is missing, and ssh-key-passphrase is given/],
  [{ 'SSH-CERTIFICATE': key.line }, /ssh-certificate: .*is a public key that nobody has signed/],
])('%j', (given, message) => {
  const inputs = Object.entries(given).map(([name, value]) => [`INPUT_${name}`, value]);
  const env = { INPUT_HOSTS: 'a@x', 'INPUT_KNOWN-HOSTS': key.fingerprint, ...Object.fromEntries(inputs) };
  const read = inputReader(inputSource(env));
  readSshInputs(read, 'hosts');
  expect(() => read.done()).toThrow(message);
});

test('jump hosts stand by line or comma, the nearest first', () => {
  const jump = 'ops@gate:2222, ops@inner\nops@[::1]';
  const read = inputReader(inputSource({ INPUT_HOSTS: 'a@x', 'INPUT_KNOWN-HOSTS': key.fingerprint, INPUT_JUMP: jump }));
  expect(readSshInputs(read, 'hosts').jumps.map(({ host }) => host)).toEqual(['gate', 'inner', '::1']);
});
