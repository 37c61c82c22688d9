import { excerpt } from '@suite/core';
import type { DatabaseAnswer } from './judge-connection.ts';

/** What the first line of a reply to PING or AUTH says. `loggedIn`: a password was given. */
export function readReply(line: string, loggedIn: boolean): DatabaseAnswer {
  if (line === '+PONG') return { verdict: 'accepting', speaks: 'PONG' };
  if (!line.startsWith('-')) {
    return { verdict: 'rejecting', speaks: `does not speak Redis: ${JSON.stringify(excerpt(line, 60))}` };
  }
  const text = excerpt(line.slice(1), 200);
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
