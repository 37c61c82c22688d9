import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder, test/lab. */
export const sourceDir = dirname(fileURLToPath(import.meta.url));
export const cloneDir = resolve(sourceDir, '../..');

/** What belongs to this clone's lab and can be made again: keys, certificates, logs. */
export const labDir = join(cloneDir, '.lab');
export const labFile = join(labDir, 'lab.json');
export const logDir = join(labDir, 'logs');

/** What is dear and shared by all clones: the engine and its images, built tools, the mirror's blobs. */
export const cacheDir = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gha-suite');
export const binDir = join(cacheDir, 'bin');
export const engineDir = join(cacheDir, 'engine');

export const isRoot = process.getuid?.() === 0;

/** Short, because a socket's path may have 107 bytes at most; one for the machine, so that two clones meet in it. */
export const runDir = isRoot ? '/run/gha-suite-lab' : join(cacheDir, 'run');
export const ownSocket = join(runDir, 'docker.sock');
