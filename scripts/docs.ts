// Writes what is generated in the documentation: the tables of the action READMEs from action.yml, and docs/errors.md
// from the ERRORS.md of each action and of the packages. `--check` writes nothing and fails where a file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

interface ActionFile {
  readonly inputs?: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs?: Record<string, { description: string }>;
}

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

const actions = readdirSync(join(root, 'actions'))
  .filter((name) => existsSync(join(root, 'actions', name, 'action.yml')))
  .sort();
for (const name of actions) writeReadme(name);
writeErrors();
if (stale.length > 0) {
  console.error(`docs: stale: ${stale.join(', ')}; run npm run docs and commit`);
  process.exit(1);
}

function writeReadme(name: string): void {
  const folder = join(root, 'actions', name);
  const action: ActionFile = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const file = join(folder, 'README.md');
  const readme = readFileSync(file, 'utf8');
  write(file, fill(fill(readme, 'inputs', inputTable(action)), 'outputs', outputTable(action)));
}

function inputTable(action: ActionFile): string {
  const rows = Object.entries(action.inputs ?? {}).map(([name, { description, required, default: fallback }]) => {
    const shown = required ? '**required**' : fallback ? `\`${cell(String(fallback).trim())}\`` : '';
    return `| \`${name}\` | ${shown} | ${cell(description)} |`;
  });
  return ['| input | default | what |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(action: ActionFile): string {
  const rows = Object.entries(action.outputs ?? {}).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| output | what |', '| --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ');
}

function fill(text: string, section: string, content: string): string {
  const [start, end] = [`<!-- ${section}:start -->`, `<!-- ${section}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`a README has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function writeErrors(): void {
  const sources = [
    ['every action', join(root, 'packages', 'core', 'ERRORS.md')],
    ['over SSH', join(root, 'packages', 'ssh', 'ERRORS.md')],
    ...actions.map((name) => [name, join(root, 'actions', name, 'ERRORS.md')]),
  ] as const;
  const sections = sources
    .filter(([, file]) => existsSync(file ?? ''))
    .map(
      ([name, file]) =>
        `## ${name}\n\n${readFileSync(file ?? '', 'utf8')
          .replace(/^#.*\n+/, '')
          .trim()}\n`,
    );
  const head =
    '# Errors\n\nEvery failure carries a stable code: `E_` fails the step, `W_` warns, `N_` tells.' +
    '\nWhere two actions have the same code it means the same: `E_GATE` is a check that worked and said no to what it looked at.' +
    '\nThis page is made by `npm run docs` from the `ERRORS.md` of each action.\n';
  write(join(root, 'docs', 'errors.md'), [head, ...sections].join('\n'));
}

function write(file: string, content: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before === content) return;
  if (check) stale.push(file.slice(root.length + 1));
  else writeFileSync(file, content);
}
