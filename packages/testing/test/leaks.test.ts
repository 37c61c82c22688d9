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
