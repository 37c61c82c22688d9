import { describe, expect, it } from 'vitest';
import { credentialsIn, isCredentialHeader } from '../src/credentials.ts';
import { maskUrl } from '../src/curl.ts';

describe('credentials', () => {
  it.each(['Authorization', 'cookie', 'X-Api-Key', 'X-Vault-Token', 'PRIVATE-TOKEN', 'x-client-secret'])(
    '%s is one',
    (name) => expect(isCredentialHeader(name)).toBe(true),
  );

  it.each(['Accept', 'X-Version', 'Content-Type'])('%s is none', (name) =>
    expect(isCredentialHeader(name)).toBe(false),
  );

  it.each([
    ['http://u:p%40ss@h/', ['p%40ss', 'p@ss'], 'http://u:***@h/'],
    ['http://u:p%zz@h/', ['p%zz'], 'http://u:***@h/'],
    ['http://sometoken@h/', ['sometoken'], 'http://***@h/'],
    ['http://h/', [], 'http://h/'],
  ])('of %s', (text, credentials, shown) => {
    expect(credentialsIn(new URL(text))).toEqual(credentials);
    expect(maskUrl(new URL(text))).toBe(shown);
  });
});
