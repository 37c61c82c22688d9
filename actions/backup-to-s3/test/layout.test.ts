import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataKey, isClass, makeId, manifestKey, sortListing, timeOfId } from '../src/layout.ts';

const place = { prefix: 'backups', name: 'shop' };
const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
const moments = fc.integer({ min: 0, max: Date.parse('2099-12-31T23:59:59Z') });
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('finds in a listing what it laid out, and in an id when it began', () => {
  fc.assert(
    fc.property(
      segment,
      segment.filter(isClass),
      moments,
      randoms,
      fc.constantFrom('', 'a', 'a/b'),
      (name, kind, ms, random, prefix) => {
        const id = makeId(ms, random);
        expect(timeOfId(id)).toBe(ms - (ms % 1_000));
        const own = { prefix, name };
        const key = dataKey(own, { class: kind, id, extension: 'sql.zst.age' });
        const objects = [key, manifestKey(own, id)].map((one) => ({ key: one, size: 5 }));
        expect(sortListing(own, objects)).toEqual({ manifests: [id], data: [{ key, class: kind, id, size: 5 }] });
      },
    ),
  );
});

it.each([
  'backups/shop/standard/20261123T021500Z-1a2b3c4d/data.sql/deeper',
  'backups/shop/standard/20261123T021500Z-1a2b3c4d/other.sql',
  'backups/shop/standard/20261323T021500Z-1a2b3c4d/data.sql',
  'backups/shop/standard/by-hand/data.sql',
  'backups/shop/manifests/20261123T021500Z-1a2b3c4d.json.bak',
  'backups/shop/manifests/readme.json',
  'backups/shop/drills/20261123T021500Z-1a2b3c4d/data.x',
  'backups/shop/readme',
])('leaves %s alone', (key) => {
  expect(sortListing(place, [{ key, size: 1 }])).toEqual({ manifests: [], data: [] });
});
