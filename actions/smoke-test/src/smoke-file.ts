import { type Document, isMap, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Check, CheckSource, Place } from './check.ts';
import { readCheck } from './smoke-check.ts';
import { unquotedAround, unquotedIn } from './unquoted.ts';
import { complain, entriesOf, itemsOf, placeOf, plain, type Reading, readMap, type Shape, textOf } from './yaml-map.ts';

export const FILE: Shape = {
  what: 'the file',
  keys: ['base-url', 'variables', 'defaults', 'checks'],
};

export const USE: Shape = { what: 'a use', keys: ['use'] };

/** A file's checks, and a sentence with line and column for each thing that is wrong in it. */
export interface SmokeFile {
  readonly source: CheckSource;
  /** Files whose checks belong before the check of that index. */
  readonly uses: readonly Use[];
  readonly problems: readonly string[];
}

/** `- use: smoke/login.smoke.yml` among the checks. */
export interface Use {
  readonly before: number;
  readonly path: string;
  readonly place: Place;
}

/** Parses a `*.smoke.yml`: strict YAML 1.2, no unknown and no repeated keys. */
export function parseSmokeFile(file: string, text: string): SmokeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const reading: Reading = { file, lines, problems: [] };
  complainOfYaml(document, text, reading);
  const root = document.contents as Node | null;
  if (reading.problems.length > 0) return { source: nothing(file), uses: [], problems: [...new Set(reading.problems)] };
  if (root === null || !isMap(root)) {
    reading.problems.push(`${file}:1:1 holds no checks; write checks: and a list of them`);
    return { source: nothing(file), uses: [], problems: reading.problems };
  }
  const read = readFile(root, reading);
  // Every check reads the defaults: what is wrong in them is told once.
  return { ...read, problems: [...new Set(reading.problems)] };
}

/** What is wrong before anything is read: no YAML, an alias, `{{name}}` without quotes. */
function complainOfYaml(document: Document.Parsed, text: string, reading: Reading): void {
  for (const error of document.errors) {
    const [start] = error.pos;
    const unquoted = unquotedAround(text, start);
    const { line, col } = reading.lines.linePos(unquoted?.start ?? start);
    const message = unquoted?.message ?? `is no valid YAML: ${error.message}`;
    reading.problems.push(`${reading.file}:${line}:${col} ${message}`);
    // The errors behind it only follow from it.
    if (unquoted) break;
  }
  visit(document, {
    Alias: (_, alias) =>
      complain(alias, `*${alias.source} is an alias, which is not read here; write the value itself`, reading),
    Map: (_, map) => {
      const message = unquotedIn(map);
      if (message !== undefined) complain(map, message, reading);
    },
  });
}

function readFile(root: Node, reading: Reading): Pick<SmokeFile, 'source' | 'uses'> {
  const found = readMap(root, FILE, reading);
  const list = found.get('checks');
  if (list === undefined) complain(root, 'has no checks', reading);
  const baseUrl = found.get('base-url');
  const variables = found.get('variables');
  const { checks, uses } = list ? readChecks(list.value, found.get('defaults')?.value, reading) : NONE;
  const source = {
    file: reading.file,
    baseUrl: baseUrl && readBaseUrl(baseUrl.value, reading),
    variables: new Map(
      variables ? entriesOf(variables.value, 'variables', reading).map(({ key, value }) => [key, plain(value)]) : [],
    ),
    checks,
  };
  return { source, uses };
}

const NONE = { checks: [], uses: [] };

function readChecks(list: Node, defaults: Node | undefined, reading: Reading) {
  const checks: Check[] = [];
  const uses: Use[] = [];
  for (const node of itemsOf(list, 'checks', reading)) {
    if (isMap(node) && node.has('use')) {
      const use = readMap(node, USE, reading).get('use');
      const path = use && textOf(use.value, 'use', reading);
      if (path !== undefined) uses.push({ before: checks.length, path, place: placeOf(node, reading) });
      continue;
    }
    const check = readCheck(node, defaults, reading);
    if (check) checks.push(check);
  }
  return { checks, uses };
}

function readBaseUrl(node: Node, reading: Reading): string | undefined {
  const text = textOf(node, 'base-url', reading);
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return text;
  complain(node, `base-url "${text}" is not an http or https address`, reading);
  return undefined;
}

function nothing(file: string): CheckSource {
  return { file, baseUrl: undefined, variables: new Map(), checks: [] };
}
