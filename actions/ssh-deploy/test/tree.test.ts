import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../src/ports/tree.ts';

let folder: string;
let checkout: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'));
  checkout = join(folder, 'checkout');
  mkdirSync(join(checkout, 'site/css'), { recursive: true });
  mkdirSync(join(checkout, 'links'));
  writeFileSync(join(checkout, 'site/index.html'), 'hello');
  writeFileSync(join(checkout, 'site/css/a.css'), 'p {}', { mode: 0o755 });
  writeFileSync(join(folder, 'secret'), 'of the runner');
  symlinkSync('../site/css', join(checkout, 'links/css'));
  symlinkSync('../site/index.html', join(checkout, 'links/index.html'));
  mkdirSync(join(checkout, 'bad'));
  symlinkSync('../../secret', join(checkout, 'bad/file'));
  symlinkSync('..', join(checkout, 'out'));
  symlinkSync('nothing', join(checkout, 'gone'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const paths = async (path: string): Promise<unknown> =>
  (await readTree(path, checkout))?.map(({ inside, mode }) => `${inside} ${mode.toString(8)}`);

test('a file, a folder, and links within the checkout', async () => {
  expect(await paths('site/index.html')).toEqual([' 644']);
  expect(await paths('site')).toEqual(['css/a.css 755', 'index.html 644']);
  expect(await paths('links')).toEqual(['css/a.css 755', 'index.html 644']);
  expect(await paths('nothing')).toBeUndefined();
});

test.each([
  ['bad', 'bad/file is a link that leads out of the checkout, to '],
  ['bad/file', 'bad/file is a link that leads out of the checkout, to '],
  ['out/secret', 'out/secret is a link that leads out of the checkout, to '],
  ['out', 'out is a link that leads out of the checkout, to '],
  ['.', 'is a link that leads out of the checkout, to '],
])('what %s leads to is not sent', async (path, problem) => {
  await expect(readTree(path, checkout)).rejects.toThrow(problem);
});

test('a link that leads nowhere, below a folder', async () => {
  rmSync(join(checkout, 'out'));
  rmSync(join(checkout, 'bad'), { recursive: true });
  await expect(readTree('.', checkout)).rejects.toThrow('gone is a link that leads nowhere');
});
