import type { DatabaseAnswer } from './judge-connection.ts';

/** What the first line of a reply to PING or AUTH says. `loggedIn`: a password was given. */
export function readReply(line: string, loggedIn: boolean): DatabaseAnswer {
  const text = line.replace(/^[+-]/, '').slice(0, 200);
  if (line.startsWith('+')) return { verdict: 'accepting', speaks: text };
  if (!line.startsWith('-'))
    return { verdict: 'rejecting', speaks: `does not speak Redis: ${JSON.stringify(text.slice(0, 60))}` };
  if (text.startsWith('NOAUTH') && !loggedIn) {
    return {
      verdict: 'accepting',
      speaks: 'up, wants a password',
      notes: ['Redis is up; without a password no command was tried'],
    };
  }
  const refused = /^(NOAUTH|WRONGPASS|NOPERM)|invalid password|without any password/i.test(text);
  return { verdict: refused ? 'auth-refused' : 'rejecting', speaks: text };
}
