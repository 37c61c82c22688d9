/** One step into a JSON value: a name, an index (negative: from the end), or `*` for every child. */
export type JsonPath = readonly (string | number | typeof EVERY)[];

const EVERY = Symbol('every child');
const STEP = /\.\*|\[\*\]|\.([\w$-]+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * Parses `$.a.b[0]['c d'][*]`; the leading `$` may be missing.
 * @throws RangeError with the corrected form.
 */
export function parseJsonPath(text: string): JsonPath {
  const rest = text.startsWith('$') ? text.slice(1) : /^[[.]/.test(text) ? text : `.${text}`;
  const steps: (string | number | typeof EVERY)[] = [];
  STEP.lastIndex = 0;
  for (let at = 0; at < rest.length; at = STEP.lastIndex) {
    const match = STEP.exec(rest);
    if (!match) throw new RangeError('is not a JSON path; write for example $.checks.postgres or $.items[0].id');
    const [, name, index, single, double] = match;
    if (index !== undefined) steps.push(Number(index));
    else if (name !== undefined) steps.push(name);
    else if (single !== undefined || double !== undefined) steps.push((single ?? double ?? '').replace(/\\(.)/g, '$1'));
    else steps.push(EVERY);
  }
  return steps;
}

/** The value at a path, or undefined where there is none. A path with `*` gives the list of all that it meets. */
export function readJsonPath(value: unknown, path: JsonPath): unknown {
  const found = path.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((each) => children(each, step)),
    [value],
  );
  return path.includes(EVERY) ? found : found[0];
}

function children(value: unknown, step: JsonPath[number]): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === EVERY) return Object.values(value);
  if (typeof step === 'number') {
    const child = Array.isArray(value) ? value.at(step) : undefined;
    return child === undefined ? [] : [child];
  }
  return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
}
