import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../src/files.ts';

describe('files', () => {
  it('writes whole files with the mode that was asked for, and leaves nothing beside', async () => {
    const root = mkdtempSync(join(tmpdir(), 'files-'));
    const files = realFiles(root);
    const path = join(root, 'a', 'key');
    await files.write(path, 'text', 0o600);
    expect(await files.readText(path)).toBe('text');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(root, 'a'))).toEqual(['key']);
    expect(await files.facts(path)).toMatchObject({ kind: 'file', size: 4 });
    expect(await files.facts(join(root, 'none'))).toBeUndefined();
    expect(await files.readText(join(path, 'below-a-file'))).toBeUndefined();
    const folder = await files.makeTemporaryFolder('ssh');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await files.remove(root);
    expect(await files.list(root)).toEqual([]);
  });
});
