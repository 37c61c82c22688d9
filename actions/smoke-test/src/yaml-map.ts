import { didYouMean } from '@suite/core';
import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import type { Place } from './check.ts';

/** What reading one file needs: where nodes stand, and where problems go. */
export interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly problems: string[];
}

/** A key of a map with its value. */
export interface Entry {
  readonly key: string;
  readonly value: Node;
  readonly place: Place;
}

/** What a map may hold. */
export interface Shape {
  readonly what: string;
  readonly keys: readonly string[];
}

/** Where a node stands. */
export function placeOf(node: Node, { file, lines }: Reading): Place {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  return { file, line, column: col };
}

/** Reports a problem at a node: `smoke/app.smoke.yml:12:5 …`. */
export function complain(node: Node, message: string, reading: Reading): void {
  const { file, line, column } = placeOf(node, reading);
  reading.problems.push(`${file}:${line}:${column} ${message}`);
}

/** Runs a parser; what it throws becomes a problem at the node. */
export function attempt<T>(node: Node, reading: Reading, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    complain(node, error instanceof Error ? error.message : String(error), reading);
    return undefined;
  }
}

/** The entries of a map of any keys; a problem where the node is no map. */
export function entriesOf(node: Node, what: string, reading: Reading): readonly Entry[] {
  if (!isMap(node)) {
    complain(node, `${what} is not a map of keys and values`, reading);
    return [];
  }
  return pairsOf(node, reading);
}

/** The entries of a map whose keys are known; an unknown key is a problem with the nearest known one. */
export function readMap(node: Node, shape: Shape, reading: Reading): ReadonlyMap<string, Entry> {
  const { what, keys } = shape;
  const found = new Map<string, Entry>();
  for (const entry of entriesOf(node, what, reading)) {
    if (keys.includes(entry.key)) found.set(entry.key, entry);
    else at(entry, `unknown key ${entry.key} in ${what}${didYouMean(entry.key, keys)}`, reading);
  }
  return found;
}

/** The items of a list; a problem where the node is none. */
export function itemsOf(node: Node, what: string, reading: Reading): readonly Node[] {
  if (isSeq(node)) return node.items as Node[];
  complain(node, `${what} is not a list`, reading);
  return [];
}

/** The text of a scalar as it was written (`1.10` stays `1.10`); a problem where the node is none. */
export function textOf(node: Node, what: string, reading: Reading): string | undefined {
  if (isScalar(node) && node.value !== null) return sourceOf(node);
  complain(node, `${what} is not a text`, reading);
  return undefined;
}

/** How a scalar was written, quotes taken off. */
export function sourceOf(node: Node): string {
  if (!isScalar(node)) return JSON.stringify(plain(node));
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** A map of texts. */
export function textMap(entry: Entry | undefined, what: string, reading: Reading): ReadonlyMap<string, string> {
  if (entry === undefined) return new Map();
  const found = entriesOf(entry.value, what, reading);
  return new Map(found.map(({ key, value }) => [key, textOf(value, `${what} ${key}`, reading) ?? '']));
}

/** The plain value of a node. */
export function plain(node: Node): unknown {
  return node.toJSON();
}

function at({ place }: Entry, message: string, reading: Reading): void {
  reading.problems.push(`${place.file}:${place.line}:${place.column} ${message}`);
}

function pairsOf(map: YAMLMap, reading: Reading): readonly Entry[] {
  return map.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) {
      complain(map, 'holds a key that is no text', reading);
      return [];
    }
    const node = (value ?? { range: key.range, toJSON: () => null }) as Node;
    return [{ key: String(key.value), value: node, place: placeOf(key, reading) }];
  });
}
