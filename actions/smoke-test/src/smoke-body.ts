import { isMap } from 'yaml';
import type { Body, Part } from './check.ts';
import { complain, type Entry, entriesOf, plain, type Reading, readMap, textMap, textOf } from './yaml-map.ts';

const KINDS = ['json', 'form', 'multipart', 'body-file'] as const;

/** The body of a check: at most one of json, form, multipart and body-file. */
export function readBody(own: ReadonlyMap<string, Entry>, reading: Reading): Body | undefined {
  const [entry, second] = KINDS.flatMap((key) => own.get(key) ?? []);
  if (entry === undefined) return undefined;
  if (second) complain(second.value, `a check has two bodies, ${entry.key} and ${second.key}`, reading);
  if (entry.key === 'json') return { kind: 'json', value: plain(entry.value) };
  if (entry.key === 'form') return { kind: 'form', fields: textMap(entry, 'form', reading) };
  if (entry.key === 'multipart') return { kind: 'multipart', parts: readParts(entry, reading) };
  return { kind: 'file', path: textOf(entry.value, 'body-file', reading) ?? '' };
}

/** `multipart: { title: text, photo: { file: cat.png, type: image/png } }`. */
function readParts(entry: Entry, reading: Reading): ReadonlyMap<string, Part> {
  const found = entriesOf(entry.value, 'multipart', reading).map(({ key, value }): [string, Part] => {
    if (!isMap(value)) return [key, { text: textOf(value, `multipart ${key}`, reading) ?? '' }];
    const part = readMap(value, { what: 'a part', keys: ['file', 'type'] }, reading);
    const [file, type] = [part.get('file'), part.get('type')];
    if (file === undefined) complain(value, `the part ${key} has no file`, reading);
    return [
      key,
      { path: (file && textOf(file.value, 'file', reading)) ?? '', type: type && textOf(type.value, 'type', reading) },
    ];
  });
  return new Map(found);
}
