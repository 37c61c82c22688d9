import { Secret } from '@suite/core';
import { describe, expect, it } from 'vitest';
import {
  credentialHelper,
  formatDockerConfig,
  parseDockerConfig,
  pluginFolders,
  registryAuth,
  selectedBuilder,
  withHelperAnswer,
} from '../src/docker-config.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const ours = { registry: 'ghcr.io', username: 'ann', password: new Secret('own-password') };
const decoded = (secret: Secret | undefined): unknown =>
  secret && JSON.parse(Buffer.from(secret.reveal(), 'base64url').toString());

describe('formatDockerConfig', () => {
  it('adds our login to those that were there', () => {
    const incoming = parseDockerConfig(
      JSON.stringify({ auths: { 'quay.io': { auth: 'eDp5' } }, proxies: { default: {} }, psFormat: 'x' }),
    );
    expect(JSON.parse(formatDockerConfig(incoming, ours))).toEqual({
      auths: { 'quay.io': { auth: 'eDp5' }, 'ghcr.io': { auth: base64('ann:own-password') } },
      proxies: { default: {} },
    });
  });

  it('makes Docker read our login from the file where a store is set', () => {
    const { credHelpers, credsStore } = JSON.parse(formatDockerConfig({ credsStore: 'pass' }, ours));
    expect([credsStore, credHelpers]).toEqual(['pass', { 'ghcr.io': '' }]);
  });

  it('takes the incoming one alone where there is no login of ours', () => {
    expect(JSON.parse(formatDockerConfig({}, undefined))).toEqual({ auths: {} });
  });
});

describe('registryAuth', () => {
  it('is ours for our registry', () => {
    const auth = { username: 'ann', password: 'own-password', serveraddress: 'ghcr.io' };
    expect(decoded(registryAuth('ghcr.io', {}, ours))).toEqual(auth);
  });

  it('is never ours for another registry', () => expect(registryAuth('quay.io', {}, ours)).toBeUndefined());

  it.each([['quay.io'], ['https://quay.io'], ['https://quay.io/v1/']])('is the incoming login under %s', (key) => {
    const incoming = { auths: { [key]: { auth: base64('bob:pass:word') } } };
    expect(decoded(registryAuth('quay.io', incoming, ours))).toMatchObject({ username: 'bob', password: 'pass:word' });
  });

  it('finds Docker Hub under its odd key, and identity tokens', () => {
    const incoming = { auths: { 'https://index.docker.io/v1/': { identitytoken: 'identity-1' } } };
    expect(decoded(registryAuth('docker.io', incoming, undefined))).toMatchObject({ identitytoken: 'identity-1' });
  });

  it('takes an empty entry, as a credential helper leaves it, for none', () => {
    expect(registryAuth('quay.io', { auths: { 'quay.io': {} } }, undefined)).toBeUndefined();
  });
});

it.each([[undefined], ['no json'], ['null'], ['[]']])('a config of %s counts as empty', (text) => {
  expect(formatDockerConfig(parseDockerConfig(text), undefined)).toBe('{"auths":{}}');
});

it.each([
  ['quay.io', { credHelpers: { 'quay.io': 'ecr-login' }, credsStore: 'pass' }, 'docker-credential-ecr-login'],
  ['ghcr.io', { credHelpers: { 'quay.io': 'ecr-login' }, credsStore: 'pass' }, 'docker-credential-pass'],
  ['ghcr.io', { credHelpers: { 'ghcr.io': '' }, credsStore: 'pass' }, undefined],
  ['docker.io', { credHelpers: { 'https://index.docker.io/v1/': 'pass' } }, 'docker-credential-pass'],
  ['ghcr.io', {}, undefined],
])('%s with %j asks %s', (registry, config, expected) => expect(credentialHelper(registry, config)).toBe(expected));

it.each([
  ['{"ServerURL":"quay.io","Username":"bob","Secret":"helper-secret"}', { username: 'bob', password: 'helper-secret' }],
  ['{"Username":"<token>","Secret":"identity-token"}', { identitytoken: 'identity-token' }],
])('the answer %s is a login', (answer, expected) => {
  expect(decoded(registryAuth('quay.io', withHelperAnswer({}, 'quay.io', answer), undefined))).toMatchObject(expected);
});

it.each([['credentials not found in native keychain'], ['{}'], ['null']])('the answer %s is none', (answer) => {
  expect(withHelperAnswer({}, 'quay.io', answer)).toEqual({});
});

it('looks for plugins in the incoming folder first', () => {
  const folders = pluginFolders('/home/x/.docker', { cliPluginsExtraDirs: ['/opt/plugins'] });
  expect(folders.slice(0, 3)).toEqual([
    '/home/x/.docker/cli-plugins',
    '/opt/plugins',
    '/usr/local/lib/docker/cli-plugins',
  ]);
});

it.each([
  ['ci', undefined, 'ci'],
  [undefined, undefined, 'default'],
  [undefined, 'no json', 'default'],
  [undefined, '{"Key":"unix:///a.sock","Name":"","Global":false}', 'default'],
  [undefined, '{"Key":"unix:///a.sock","Name":"fast","Global":false}', 'fast'],
  [undefined, '{"Key":"unix:///b.sock","Name":"fast","Global":false}', 'default'],
  [undefined, '{"Key":"unix:///b.sock","Name":"fast","Global":true}', 'fast'],
])('BUILDX_BUILDER %s and current %s select %s', (variable, current, expected) => {
  expect(selectedBuilder(variable, current, 'unix:///a.sock')).toBe(expected);
});
