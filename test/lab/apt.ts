import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRoot } from './paths.ts';
import { run, which } from './shell.ts';

let turn: Promise<void> = Promise.resolve();

/** Installs Debian packages for the programs that are not on PATH, one caller after the other: apt has one lock. */
export function installMissing(packageOf: Readonly<Record<string, string>>): Promise<void> {
  const mine = turn.then(() => install(packageOf));
  turn = mine.catch(() => {});
  return mine;
}

async function install(packageOf: Readonly<Record<string, string>>): Promise<void> {
  const missing = Object.keys(packageOf).filter((program) => which(program) === undefined);
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((program) => packageOf[program] ?? program))];
  if (!isRoot || which('apt-get') === undefined) {
    throw new Error(`The lab needs ${packages.join(', ')}: install what provides ${missing.join(', ')}.`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await whenUnlocked(() => run('apt-get', ['update', '-qq'], { env }));
  await whenUnlocked(() => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env }));
}

/** Another process of the machine may hold apt's lock for a while; apt itself waits for only one of its locks. */
async function whenUnlocked(work: () => Promise<string>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === 60 || !/Could not get lock|Unable to lock/.test(String(error))) throw error;
      await setTimeout(2_000);
    }
  }
}

/** Downloads packages of Debian's newest suite without touching the system's package lists; returns the files. */
export async function downloadNewest(packages: readonly string[], into: string): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'lab-apt-'));
  mkdirSync(join(scratch, 'lists', 'partial'), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(scratch, 'sid.list'), `deb [signed-by=${keyring}] ${debianMirror()} sid main\n`);
  const options = [
    `Dir::Etc::sourcelist=${join(scratch, 'sid.list')}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${join(scratch, 'lists')}`,
    `Dir::Cache=${scratch}`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::Check-Valid-Until=false',
  ].flatMap((option) => ['-o', option]);
  await run('apt-get', [...options, 'update', '-qq']);
  await run('apt-get', [...options, 'download', '-qq', ...packages], { cwd: into });
  rmSync(scratch, { recursive: true });
  return readdirSync(into).filter((file) => file.endsWith('.deb'));
}

/** The Debian mirror that this machine is configured with. */
function debianMirror(): string {
  const parts = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...readdirSync(parts).map((file) => join(parts, file))];
  const text = files.map(readOrEmpty).join('\n');
  const found = /^(?:URIs:|deb )[^\n]*?(https?:\/\/\S+\/debian\/?)(?=\s|$)/m.exec(text)?.[1];
  if (found === undefined) throw new Error('No Debian mirror in /etc/apt: install Docker 28 or newer by hand.');
  return found;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
