import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { binDir, cacheDir, sourceDir } from './paths.ts';
import { isRunning, type ProcessRecord, recordProcess } from './processes.ts';
import { startInBackground, which } from './shell.ts';
import { writePrivate } from './state.ts';
import { type ToolName, toolNames, toolRecipe } from './tool-recipes.ts';
import { waitUntil } from './wait.ts';

const recordFile = join(cacheDir, 'tools-build.json');
export const buildLog = join(cacheDir, 'logs', 'tools.log');

/** Where a tool is, or will be once it is built. */
export function toolFile(name: ToolName): string {
  return join(binDir, toolRecipe(name).file);
}

export function missingTools(): ToolName[] {
  return toolNames.filter((name) => !existsSync(toolFile(name)) && toolRecipe(name).available);
}

/** Starts building what is missing, one tool after the other, in a process of its own that outlives `up`. */
export async function startToolBuilds(): Promise<void> {
  const missing = missingTools();
  if (missing.length === 0 || isRunning(buildRecord())) return;
  if (which('go') === undefined)
    throw new Error(`The lab must build ${missing.join(', ')}: install Go 1.26.3 or newer.`);
  for (const dir of [binDir, join(cacheDir, 'logs')]) await mkdir(dir, { recursive: true });
  rmSync(buildLog, { force: true });
  const args = ['-n', '10', process.execPath, join(sourceDir, 'build-tools.ts')];
  const pid = startInBackground({ file: 'nice', args, log: buildLog });
  writePrivate(recordFile, JSON.stringify(recordProcess(pid)));
}

/** Returns a tool's path as soon as it is built; throws with the log's end where the build failed. */
export async function waitForTool(name: ToolName, timeoutMs = 20 * 60_000): Promise<string> {
  const file = toolFile(name);
  const wait = { what: `the build of ${name}`, timeoutMs, everyMs: 250 };
  const builtOrEnded = () => existsSync(file) || !isRunning(buildRecord());
  // A build that runs already may have begun before this source was written: then there is a second one.
  for (let round = 0; round < 2 && !existsSync(file); round += 1) {
    await startToolBuilds();
    await waitUntil(builtOrEnded, wait);
  }
  if (!existsSync(file)) throw new Error(`${name} was not built; see ${buildLog}\n${logTail()}`);
  linkTool(name);
  return file;
}

function logTail(): string {
  return existsSync(buildLog) ? readFileSync(buildLog, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
}

/** Puts the tool on the lab's PATH under its plain name. */
export function linkTool(name: ToolName): void {
  if (!existsSync(toolFile(name))) return;
  const link = join(binDir, name);
  rmSync(link, { force: true });
  symlinkSync(toolRecipe(name).file, link);
}

export function buildRecord(): ProcessRecord | undefined {
  return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as ProcessRecord) : undefined;
}
