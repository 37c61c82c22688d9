import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readActionFile, repository } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionNames, readText } from './sources.ts';

interface Use {
  readonly action: string;
  readonly inputs: readonly string[];
}

const migrating = readdirSync(join(repository, 'docs', 'migrating')).map((name) => `docs/migrating/${name}`);
const pages = ['README.md', ...actionNames.map((name) => `actions/${name}/README.md`), ...migrating];

/** Every use of an action of ours in the YAML blocks of a page, however deep it stands. */
function usesIn(page: string): readonly Use[] {
  const blocks = [...readText(page).matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(([, block]) => parse(block ?? ''));
  return blocks.flatMap(usesBelow);
}

function usesBelow(node: unknown): readonly Use[] {
  if (typeof node !== 'object' || node === null) return [];
  const { uses, with: inputs } = node as { uses?: string; with?: object };
  const action = /^org\/actions\/([\w-]+)@/.exec(uses ?? '')?.[1];
  const own = action ? [{ action, inputs: Object.keys(inputs ?? {}) }] : [];
  return [...own, ...Object.values(node).flatMap(usesBelow)];
}

describe.each(pages)('examples of %s', (page) => {
  const uses = usesIn(page);

  it('are there', () => expect(uses.length).toBeGreaterThan(0));

  it('use inputs that exist, and the first of each action every required one', () => {
    for (const [index, { action, inputs }] of uses.entries()) {
      const isFirst = uses.findIndex((use) => use.action === action) === index;
      const specs = readActionFile(`actions/${action}`).inputs;
      const required = Object.keys(specs).filter((name) => specs[name]?.required);
      expect(Object.keys(specs), `${page}: ${action}`).toEqual(expect.arrayContaining([...inputs]));
      if (isFirst) expect(inputs, `${page}: ${action}`).toEqual(expect.arrayContaining(required));
    }
  });
});

/** A release has each action's README without the folders around it: what lies outside is named by its address. */
const OWN = 'https://github.com/org/actions/blob/main/';

it('links of the pages lead to files', () => {
  const dead = [...pages, 'CONTRIBUTING.md', 'docs/agent.md'].flatMap((page) => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
    const links = [...readText(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link ?? '');
    const ours = links.filter((link) => link.startsWith(OWN) || !/^https?:/.test(link));
    return ours
      .filter((link) => !exists(link.startsWith(OWN) ? link.slice(OWN.length) : pathOf(link, folder)))
      .map((link) => `${page}: ${link}`);
  });
  expect(dead).toEqual([]);
});

it('links of an action stay in its folder, or have an address', () => {
  const leaving = actionNames.filter((name) => /\]\((\.\.\/|\/)/.test(readText(`actions/${name}/README.md`)));
  expect(leaving).toEqual([]);
});

function pathOf(link: string, folder: string): string {
  return new URL(link, `file:///${folder}`).pathname.slice(1);
}

function exists(path: string): boolean {
  try {
    readText(path);
    return true;
  } catch {
    return false;
  }
}

/** Words in code of the second column that are no input: values, files, outputs and frames of reference. */
const notInputs =
  /^(?:result|release|hosts|status|user|host|src|dest|SHA256|shared|true|false|docker|set -e|expect|capture)$/;

it.each(migrating)('the inputs that %s leads to exist', (page) => {
  const names = usesIn(page).flatMap(({ action }) => Object.keys(readActionFile(`actions/${action}`).inputs));
  const cells = [...readText(page).matchAll(/^\| .*? \| (.*) \|$/gm)].map(([, cell]) => cell ?? '');
  const told = cells.flatMap((cell) =>
    [...cell.matchAll(/`([a-z]+(?:-[a-z]+)*)(?::[^`]*)?`/g)].map(([, name]) => name ?? ''),
  );
  expect(told.filter((name) => !names.includes(name) && !notInputs.test(name))).toEqual([]);
});
