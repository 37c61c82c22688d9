import { describe, expect, it } from 'vitest';
import { credentialsIn, decodePart, isCredentialHeader, maskUrl } from '../src/credentials.ts';

describe('credentials', () => {
  it.each([
    'Authorization',
    'cookie',
    'X-Api-Key',
    'X-Vault-Token',
    'PRIVATE-TOKEN',
    'x-client-secret',
    'X-Auth',
    'x-jwt',
    'X-Hub-Signature-256',
    'X-Session-Id',
    'Proxy-Authorization',
    'Set-Cookie',
    'x-amz-credential',
    'sig',
  ])('%s is one', (name) => expect(isCredentialHeader(name)).toBe(true));

  it.each(['Accept', 'X-Version', 'Content-Type', 'X-Author', ':authority', 'If-Match', 'design', 'keyword'])(
    '%s is none',
    (name) => expect(isCredentialHeader(name)).toBe(false),
  );

  it.each([
    ['http://u:p%40ss@h/', ['p%40ss', 'p@ss'], 'http://u:***@h/'],
    ['http://u:p%zz@h/', ['p%zz'], 'http://u:***@h/'],
    ['http://sometoken@h/', ['sometoken'], 'http://***@h/'],
    ['http://h/', [], 'http://h/'],
    ['http://h/p?token=a%2Fb&x=1&t=2', ['a%2Fb', 'a/b'], 'http://h/p?token=***&x=1&t=2'],
    ['http://h/?x=%zz&api%5Fkey=p+q', ['p+q', 'p q'], 'http://h/?x=%zz&api%5Fkey=***'],
    ['http://u:pass@h/?X-Amz-Signature=ff00', ['pass', 'ff00'], 'http://u:***@h/?X-Amz-Signature=***'],
    ['http://h/?token=&author=ann', [], 'http://h/?token=&author=ann'],
  ])('of %s', (text, credentials, shown) => {
    expect(credentialsIn(new URL(text))).toEqual(credentials);
    expect(maskUrl(new URL(text))).toBe(shown);
  });

  it('are decoded where they are encoded, and taken as they are where not', () => {
    expect(decodePart('50%25')).toBe('50%');
    expect(decodePart('50%off')).toBe('50%off');
  });
});
