import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLeaks, findLeaksInFolder, watchCommandLines } from '../src/leaks.ts';

describe('planted secrets', () => {
  it.each(['plain', 'base64', 'base64url', 'url', 'hex'] as const)('are found as %s', (form) => {
    const secret = 'p@ss word/42?~~~';
    const bytes = Buffer.from(secret);
    const text = { plain: secret, url: encodeURIComponent(secret) }[form as 'plain'] ?? bytes.toString(form as 'hex');
    expect(findLeaks(secret, { log: `before ${text} after`, summary: 'nothing' })).toContainEqual({
      where: 'log',
      form,
    });
  });

  const odd = `pl4nted_it's "50%*" <b>\\&`;
  it.each([
    ['markdown', String.raw`pl4nted\_it's "50%\*" &lt;b\>\\\&`],
    ['shell', String.raw`pl4nted_it'\''s "50%*" <b>\&`],
    ['shell', String.raw`pl4nted_it\'s "50%*" <b>\\&`],
    ['json', String.raw`pl4nted_it's \"50%*\" <b>\\&`],
    ['json', String.raw`pl4nted_it's \\\"50%*\\\" <b>\\\\&`],
    ['xml', String.raw`pl4nted_it's &quot;50%*&quot; &lt;b&gt;\&amp;`],
    ['url', 'pl4nted_it%27s%20%2250%25%2A%22%20%3Cb%3E%5C%26'],
    ['url', 'pl4nted%5Fit%27s%20%2250%25%2A%22%20%3Cb%3E%5C%26'],
    ['url', 'pl4nted_it%27s+%2250%25*%22+%3Cb%3E%5C%26'],
    ['cut', `token: pl4nted_it's …`],
    ['cut', String.raw`/pl4nted_it'\''s …`],
    ['cut', String.raw`"/pl4nted_it'\\''s …"`],
    ['cut', `… "50%*" <b>\\& and more`],
  ])('are found as %s: %s', (form, text) => {
    expect(findLeaks(odd, { log: `before ${text} after` })).toEqual([{ where: 'log', form }]);
  });

  it('are not seen in what is only like them', () => {
    expect(findLeaks(odd, { log: `pl4nted *** 'token' ${odd.slice(0, 7)}` })).toEqual([]);
    expect(findLeaks('postgres://app:pl4nted@db/app', { log: 'postgres://app:***@db/app' })).toEqual([]);
  });

  it('are found in files, and in the command line of a process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leaks-'));
    writeFileSync(join(folder, 'key'), 'x planted-secret-1 y');
    expect(findLeaksInFolder('planted-secret-1', folder)).toContainEqual({
      where: join(folder, 'key'),
      form: 'plain',
    });
    const watch = watchCommandLines(5);
    const child = spawn('sh', ['-c', 'sleep 0.3; : planted-secret-2']);
    await new Promise((resolve) => child.once('close', resolve));
    expect(watch.stop()).toContain('planted-secret-2');
    rmSync(folder, { recursive: true });
  });
});
