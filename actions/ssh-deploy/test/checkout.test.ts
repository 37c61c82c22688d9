import { describe, expect, test } from 'vitest';
import { readCheckout } from '../src/checkout.ts';
import { inputs } from './samples.ts';

const file = (inside: string) => ({ inside, content: Buffer.from('services: { web: { image: x } }'), mode: 0o644 });

describe('a checkout', () => {
  test.each([
    ['dist -> .', ['env', 'index.html'], 'env'],
    ['dist -> .', ['shared/a', 'manifest.json'], 'manifest.json, shared'],
    ['index.html -> env', [''], 'env'],
  ])('with files %s of %j is refused: the action writes %s itself', async (files, names, taken) => {
    const { what } = inputs({ files });
    const read = (path: string) => Promise.resolve(path === 'compose.yaml' ? [file('')] : names.map(file));
    await expect(readCheckout(what, read)).rejects.toThrow(
      `would put ${taken} into the release, where ssh-deploy writes its own`,
    );
  });

  test('may have files of such a name in a folder, and in what releases share', async () => {
    const { what } = inputs({ files: 'dist -> site\ndist -> shared/site' });
    const { releaseFiles, sharedFiles } = await readCheckout(what, () => Promise.resolve([file('env')]));
    expect(releaseFiles.map(({ path }) => path)).toContain('site/env');
    expect(sharedFiles.map(({ path }) => path)).toEqual(['site/env']);
  });
});
