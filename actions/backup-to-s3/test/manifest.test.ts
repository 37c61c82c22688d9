import { expect, it } from 'vitest';
import { differences, formatManifest, parseManifest } from '../src/manifest.ts';
import { restoreRecipe } from '../src/recipe.ts';
import { manifestOf } from './make.ts';

const ID = '20261123T021500Z-1a2b3c4d';
const whole = manifestOf(ID);

it('is read as it was written', () => {
  expect(parseManifest(formatManifest(whole), ID)).toEqual(whole);
});

it.each([
  ['{"schema":1,', 'is no JSON'],
  ['null', 'is no JSON'],
  ['[]', 'has the schema undefined, which this version does not read'],
  [JSON.stringify({ ...whole, schema: 2 }), 'has the schema 2, which this version does not read'],
  [JSON.stringify({ ...whole, id: 'x' }), 'names another backup, x'],
  [JSON.stringify({ ...whole, startedAt: 'x' }), 'does not say when it began'],
  [JSON.stringify({ ...whole, raw: undefined }), 'is incomplete'],
  [JSON.stringify({ ...whole, retention: undefined }), 'is incomplete'],
  [JSON.stringify({ ...whole, stored: { ...whole.stored, bytes: 11 } }), 'adds up to 10 bytes instead of 11'],
])('%j is refused', (text, problem) => {
  expect(() => parseManifest(text, ID)).toThrow(`the manifest of ${ID} ${problem}`);
});

it('names every table that differs', () => {
  const table = (name: string, rows: number) => ({ table: name, rows });
  expect(
    differences([table('a', 1), table('b', 2), table('c', 3)], [table('a', 1), table('b', 0), table('d', 4)]),
  ).toEqual(['b has 0 rows instead of 2', 'c is missing', 'd is too many']);
});

it.each([
  [
    'postgres',
    'zstd:3',
    'age',
    'age -d -i identity.txt data.x | zstd -dc | psql -X --single-transaction -v ON_ERROR_STOP=1 -d "$DATABASE_URL"',
  ],
  ['directory', 'gzip:6', 'none', 'cat data.x | gzip -dc | tar -xpf - -C restored'],
  ['command', 'none', 'age', 'age -d -i identity.txt data.x | cat > restored'],
] as const)('tells how a %s of %s and %s is restored by hand', (kind, compression, encryption, last) => {
  const recipe = restoreRecipe(
    {
      source: { ...whole.source, kind },
      pipeline: { compression, encryption, recipients: [] },
      stored: { ...whole.stored, key: 'p/shop/data.x' },
    },
    { bucket: 'acme', endpoint: 'https://s3.example.com/' },
  );
  expect(recipe).toEqual([
    'aws --endpoint-url https://s3.example.com/ s3 cp s3://acme/p/shop/data.x data.x',
    "echo 'bb  data.x' | sha256sum -c -",
    ...(kind === 'directory' ? ['mkdir -p restored'] : []),
    last,
  ]);
});
