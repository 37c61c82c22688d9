// Type-checks and emits once, bundles each action, and writes dist/: exactly the tree that a release publishes.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' }, only: { type: 'string' } } });
const target = resolve(root, values.out);
const only = values.only;
const actions = readdirSync(join(root, 'actions'))
  .filter((name) => existsSync(join(root, 'actions', name, 'src', 'main.ts')))
  .filter((name) => only === undefined || name === only)
  .sort();

if (only === undefined) run('tsc', ['--project', 'tsconfig.build.json']);
else emitDespiteErrors();
linkPackages();
if (only === undefined) rmSync(target, { recursive: true, force: true });
const licences = new Map<string, string>();
for (const name of actions) await bundle(name);
if (only === undefined) writeRoot();

/** Lets the emitted JavaScript find the emitted packages, where node_modules would lead it to their TypeScript. */
function linkPackages(): void {
  for (const name of readdirSync(join(root, 'packages'))) {
    const source = join(root, 'build', 'packages', name, 'src');
    if (!existsSync(source)) continue;
    const folder = join(root, 'build', 'node_modules', '@suite', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(source, join(folder, 'src'), { recursive: true });
    const manifest = {
      name: `@suite/${name}`,
      type: 'module',
      exports: { '.': './src/index.js', './*': './src/*.js' },
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  }
}

/** With `--only`, for development: another action that is half-written must not stand in the way. */
function emitDespiteErrors(): void {
  spawnSync(
    join(root, 'node_modules', '.bin', 'tsc'),
    ['--project', 'tsconfig.build.json', '--noEmitOnError', 'false'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
}

async function bundle(name: string): Promise<void> {
  const started = performance.now();
  const source = join(root, 'actions', name);
  const emitted = join(root, 'build', 'actions', name);
  const out = join(target, name);
  rmSync(out, { recursive: true, force: true });
  // ncc emits ESM where the nearest package.json says so.
  writeFileSync(join(emitted, 'package.json'), '{"type":"module"}\n');
  // Where ncc finds a tsconfig it follows its paths, and they lead to types.
  writeFileSync(join(root, 'build', 'tsconfig.json'), '{}\n');
  run(
    'ncc',
    ['build', join(emitted, 'src', 'main.js'), '-t', '--license', 'licences.txt', '-o', out, '--quiet'],
    join(root, 'build'),
  );
  collectLicences(join(out, 'licences.txt'));
  for (const file of ['action.yml', 'README.md']) cpSync(join(source, file), join(out, file));
  writePost(source, out);
  const published = join(emitted, 'src', 'published.js');
  const files = existsSync(published) ? (await import(published)).published : {};
  for (const [file, text] of Object.entries<string>(files)) writeFileSync(join(out, file), text);
  console.log(`build: ${name} ${sizeOf(join(out, 'index.js'))} kB in ${Math.round(performance.now() - started)} ms`);
}

/** Post runs the same bundle, which knows it by the name of this file. */
function writePost(source: string, out: string): void {
  const { runs } = parse(readFileSync(join(source, 'action.yml'), 'utf8'));
  if (runs.post) writeFileSync(join(out, runs.post), "import './index.js';\n");
}

/** Takes apart what ncc writes: for each bundled package its name, its licence's name, and its text. */
function collectLicences(file: string): void {
  if (!existsSync(file)) return;
  let name = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line !== '' && existsSync(join(root, 'node_modules', line, 'package.json'))) {
      name = line;
      licences.set(name, '');
    } else if (name !== '') {
      licences.set(name, `${licences.get(name)}${line}\n`);
    }
  }
  rmSync(file);
}

function writeRoot(): void {
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
  const rows = actions.map((name) => `| [\`${name}\`](${name}/README.md) | ${describe(name)} |`);
  const readme = ['# Actions', '', '| action | what it does |', '| --- | --- |', ...rows, ''].join('\n');
  writeFileSync(join(target, 'README.md'), readme);
  writeFileSync(join(target, 'action.yml'), rootAction());
  const entries = [...licences].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = entries.map(([name, licence]) => `${name}\n${licence.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`);
  writeFileSync(join(target, 'THIRD-PARTY-LICENSES'), text);
}

/** `uses: org/actions@v1` without a folder is a mistake: it says which action was meant. */
function rootAction(): string {
  const hint = `Name an action of this suite, for example uses: org/actions/${actions[0]}@v1 (${actions.join(', ')})`;
  return `name: Actions\ndescription: ${hint}\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: |\n        echo "::error::${hint}"\n        exit 1\n`;
}

function describe(name: string): string {
  return String(parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')).description);
}

function sizeOf(file: string): number {
  return Math.round(readFileSync(file).length / 1000);
}

function run(tool: string, args: readonly string[], cwd = root): void {
  const child = spawnSync(join(root, 'node_modules', '.bin', tool), args, { cwd, stdio: 'inherit' });
  if (child.status !== 0) process.exit(child.status ?? 1);
}
