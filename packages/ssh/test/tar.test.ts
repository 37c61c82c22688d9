import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTar } from '../src/index.ts';

const part = fc.stringMatching(/^[a-z0-9_é-]{1,30}$/);
const path = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => `d/${parts.join('/')}/file`);

test('what is packed is what tar unpacks, long names and sizes included', () => {
  const files = fc.uniqueArray(
    fc.record({ path, content: fc.uint8Array({ maxLength: 2_000 }), mode: fc.constantFrom(0o600, 0o644, 0o755) }),
    {
      selector: (file) => file.path,
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(files, (given) => {
      const folder = mkdtempSync(join(tmpdir(), 'tar-'));
      const unpacked = spawnSync('tar', ['-x', '-p', '-C', folder, '-f', '-'], { input: packTar(given) });
      expect(unpacked.stderr.toString()).toBe('');
      for (const file of given) {
        expect(readFileSync(join(folder, file.path)).equals(file.content)).toBe(true);
        expect(statSync(join(folder, file.path)).mode & 0o777).toBe(file.mode);
      }
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 20 },
  );
});

test('the same files give the same bytes', () => {
  const files = [{ path: 'a', content: Buffer.from('x') }];
  expect(Buffer.from(packTar(files)).equals(packTar(files))).toBe(true);
});

test.each(['/etc/passwd', '../x', 'a//b', 'a/./b', ''])('%j is refused', (name) => {
  expect(() => packTar([{ path: name, content: Buffer.alloc(0) }])).toThrow(RangeError);
});
