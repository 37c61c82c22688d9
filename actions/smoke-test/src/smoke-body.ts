import type { Body } from './check.ts';
import { complain, type Entry, plain, type Reading, textMap, textOf } from './yaml-map.ts';

const KINDS = ['json', 'form', 'body-file'] as const;

/** The body of a check: at most one of json, form and body-file. */
export function readBody(own: ReadonlyMap<string, Entry>, reading: Reading): Body | undefined {
  const [entry, second] = KINDS.flatMap((key) => own.get(key) ?? []);
  if (entry === undefined) return undefined;
  if (second) complain(second.value, `a check has two bodies, ${entry.key} and ${second.key}`, reading);
  if (entry.key === 'json') return { kind: 'json', value: plain(entry.value) };
  if (entry.key === 'form') return { kind: 'form', fields: textMap(entry, 'form', reading) };
  return { kind: 'file', path: textOf(entry.value, 'body-file', reading) ?? '' };
}
