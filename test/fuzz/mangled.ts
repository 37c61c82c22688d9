import fc from 'fast-check';

/** Something that must hold for whatever fast-check thinks of. */
export interface Fuzzed {
  readonly name: string;
  readonly run: (limits: fc.Parameters<unknown>) => Promise<void>;
}

const edit = fc.record({ at: fc.nat(4000), remove: fc.nat(8), add: fc.string({ maxLength: 6, unit: 'binary' }) });

/** Some of the texts, joined, with some places changed. */
export function mangled(texts: readonly string[], join = '\n'): fc.Arbitrary<string> {
  const some = fc.subarray([...texts], { minLength: 1 }).map((chosen) => chosen.join(join));
  return fc.tuple(some, fc.array(edit, { maxLength: 5 })).map(([text, edits]) =>
    edits.reduce((all, { at, remove, add }) => {
      const place = at % (all.length + 1);
      return all.slice(0, place) + add + all.slice(place + remove);
    }, text),
  );
}

/** JSON of which some values are others: what is not told by changing its text. */
export function mangledJson(value: unknown): fc.Arbitrary<string> {
  const other = fc.option(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>({}, [], null, '', 0, true)));
  const places = fc.array(fc.record({ at: fc.nat(200), put: other }), { maxLength: 4 });
  return places.map((changes) =>
    changes.reduce((text, { at, put }) => {
      let index = 0;
      const values = text.split('"').length * 2;
      return JSON.stringify(JSON.parse(text), (_, old) => (index++ === 1 + (at % values) ? put : old)) ?? 'null';
    }, JSON.stringify(value)),
  );
}

/** Holds for each value that is made. */
export async function holdsFor<T>(
  values: fc.Arbitrary<T>,
  limits: fc.Parameters<unknown>,
  holds: (value: T) => boolean | Promise<boolean>,
): Promise<void> {
  const property = fc.asyncProperty(values, async (value) => holds(value));
  await fc.assert(property, limits as fc.Parameters<[T]>);
}
