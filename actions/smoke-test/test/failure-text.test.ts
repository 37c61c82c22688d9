import { Secret } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../src/failure-text.ts';
import { planFor, play, type Reply } from './world.ts';

const textOf = async (checks: string, reply: Reply) => {
  const { results } = await play(await planFor({ checks }), () => reply);
  return results[0]?.failure?.text;
};

describe('a failure', () => {
  it('tells what, where, when, why, the body and how to repeat it', async () => {
    const reply = { status: 502, headers: { server: 'nginx' }, body: '<html><title>Bad Gateway</title>', ms: 40 };
    expect(await textOf('GET /me 200 json $.user.name ann <30ms', reply)).toBe(
      `GET /me › status 200 (checks line 1)
    expected  200 (number)
    actual    502 (number)
GET /me › json $.user.name ann (checks line 1)
    expected  "ann" (text)
    actual    nothing; the body looks like HTML: title 'Bad Gateway'
GET /me › time.total <30ms (checks line 1)
    expected  <30ms
    actual    40 ms
  where  GET http://app.test/me → 502, 10.0.0.1, HTTP/1.1
  when   40 ms: dns 1 ms, connect 2 ms, first-byte 36 ms, body 1 ms
  why    the body looks like HTML: title 'Bad Gateway' (from nginx)
  body   <html><title>Bad Gateway</title>
  curl   curl http://app.test/me`,
    );
  });

  it('says once that there is no answer', async () => {
    const failure = {
      kind: 'connect-refused',
      phase: 'connect',
      message: 'app.test:80 refuses the connection',
    } as const;
    expect(await textOf('GET /me 200 json $.a 1', { failure })).toContain(
      `GET /me › answer (checks line 1)
    expected  an answer
    actual    app.test:80 refuses the connection (connect-refused)
  where  GET http://app.test/me → no answer, 10.0.0.1
`,
    );
  });

  it.each([
    [{ body: '{"a":' }, 'the body is no JSON'],
    [{ body: '' }, 'the body is empty'],
    [{ body: '{"a"', cut: true }, 'the body was cut at max-body, so its JSON cannot be read'],
    [{ body: '{"b":1}' }, "the body's JSON has nothing at json.$.a"],
    [{ body: '{"a":"1"}' }, '"1" (text)'],
    [
      { status: 301, headers: { location: '/login' } },
      '/me redirects to /login; check that address, or set follow: true',
    ],
    [
      { status: 302, headers: { location: 'https://sso.test/in?token=abcd1234' } },
      '/me redirects to https://sso.test/in?token=***; check that address, or set follow: true',
    ],
  ])('of %j says %s', async (reply, why) => {
    expect(await textOf('GET /me 200 json $.a 1', reply)).toContain(why);
  });

  it('shows no part of a secret that the title of a page echoes, wherever it is cut', async () => {
    new Secret('p1anted<in>the-title');
    for (const before of [0, 150, 190, 199, 205]) {
      const body = `<html><title>${'x'.repeat(before)}p1anted<in>the-title${'y'.repeat(90)}</title>`;
      const text = await textOf('GET /me 200', { status: 500, body });
      expect(text).toContain('why    the body looks like HTML');
      expect(text).not.toMatch(/p1a|title-y|e-title/);
    }
  });

  it('of redirects that were followed does not ask to follow them', async () => {
    const plan = await planFor({ files: 'a.yml' }, { 'a.yml': 'checks: [{ get: /a, follow: true }]' });
    const { results } = await play(plan, ({ url }) => ({
      status: 302,
      headers: { location: url.pathname === '/a' ? '/b' : '/a' },
    }));
    expect(results[0]?.failure?.text).toContain('actual    a redirect loop /a → /b → …');
    expect(results[0]?.failure?.text).not.toContain('follow: true');
  });

  it('never shows cookies and credentials that it compares', async () => {
    const reply = { headers: { 'set-cookie': 'sid=abcdef; Path=/' } };
    expect(await textOf('GET /me 200 header Set-Cookie "x"', reply)).toContain('actual    *** (text)');
  });
});

describe('an excerpt', () => {
  it('is the first 400 and the last 100 characters', () => {
    const text = excerpt(`${'a'.repeat(400)}${'b'.repeat(400)}${'c'.repeat(100)}`);
    expect(text).toBe(`${'a'.repeat(400)} … ${'c'.repeat(100)}`);
  });

  it('shows control characters instead of sending them', () => {
    expect(excerpt('a\u001b[31m\n::error::x\u202e')).toBe('a\\u001b[31m\\n::error::x\\u202e');
  });

  it('shows no half of a secret, wherever it is cut', () => {
    new Secret('p1anted-in-the-middle');
    for (let at = 380; at <= 400; at++) {
      expect(excerpt(`${'.'.repeat(at)}p1anted-in-the-middle${'.'.repeat(300)}`)).not.toContain('p1a');
    }
    expect(excerpt(`${'.'.repeat(600)}p1anted-in-the`, true)).not.toContain('p1anted');
  });
});
