import { expect, test } from 'vitest';
import { behindMark } from '../src/connection.ts';

const ended = { code: 0, signal: null, timedOut: false, stderr: '' };

test('what a login shell prints before a script is left out', () => {
  expect(behindMark({ ...ended, stdout: 'Welcome!\noutput-of-the-script\nnow 5\n' }, 'ann@app')).toBe('now 5\n');
});

test('output whose beginning is lost is not taken for the whole', () => {
  const lost = { ...ended, stdout: 'st 5\ntools\n' };
  expect(() => behindMark(lost, 'ann@app')).toThrow(
    expect.objectContaining({
      code: 'E_SSH_SHELL',
      message: 'ann@app: the beginning of what a script printed is missing',
    }),
  );
});

test('a login shell that refuses is told by its exit code', () => {
  const refused = { ...ended, code: 1, stdout: 'This account is currently not available.\n' };
  expect(behindMark(refused, 'ann@app')).toBe('This account is currently not available.\n');
});
