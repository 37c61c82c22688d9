import { join } from 'node:path';
import { ActionError, HttpError, retry } from '@suite/core';
import { versionCommand } from './commands.ts';
import type { BinaryPlan, Plan } from './plan.ts';
import { parseVersionOutput, type Release, versionProblem } from './trivy-release.ts';
import type { Tools, Work } from './work.ts';

/** The scanner that is run: its path, what it calls itself, and its own SHA-256. */
export interface Trivy {
  readonly path: string;
  readonly version: string;
  readonly sha256: string;
}

const RECORD = 'trivy.sha256';

/** Finds or fetches the binary, and verifies it before it is run for the first time. */
export async function provideTrivy(plan: Plan, work: Work, tools: Tools): Promise<Trivy> {
  const { binary } = plan;
  if (binary.kind === 'release') return provideRelease(binary, plan.retries, { work, tools });
  if ((await tools.files.facts(binary.path))?.kind !== 'file') throw unusable(binary.path, 'does not exist');
  const hashing = tools.outside.hashFile(binary.path);
  if (binary.sha256 !== undefined && binary.sha256 !== (await hashing)) {
    throw wrongHash(binary.path, binary.sha256, await hashing);
  }
  const [sha256, version] = await Promise.all([hashing, askVersion(binary.path, work, tools)]);
  return { path: binary.path, version, sha256 };
}

async function askVersion(path: string, work: Work, tools: Tools): Promise<string> {
  const places = { binary: path, empty: work.empty, cache: work.folder, env: work.env };
  const result = await tools.exec.run(versionCommand(places, work.remainingMs()), tools.signal);
  if (result.timedOut) work.remainingMs();
  const version = parseVersionOutput(result.stdout);
  if (result.code !== 0 || version === undefined) throw unusable(path, 'does not print a version: is it Trivy?');
  const problem = version === 'dev' ? undefined : versionProblem(version);
  if (problem) throw unusable(path, `calls itself ${version}: it ${problem}`);
  return version;
}

async function provideRelease(
  { release, platform, folder }: BinaryPlan & { readonly kind: 'release' },
  retries: number,
  { work, tools }: { readonly work: Work; readonly tools: Tools },
): Promise<Trivy> {
  if (release === undefined) {
    const hint = "set trivy-path to a binary of your own, or sha256 to that of this platform's archive";
    throw new ActionError(`no release of Trivy is known for ${platform}`, { code: 'E_RELEASE_GONE', hint });
  }
  const path = join(folder, 'trivy');
  const { version } = release;
  const record = (await tools.files.readText(join(folder, RECORD)))?.trim();
  if (record && (await tools.files.facts(path)) && (await tools.outside.hashFile(path)) === record) {
    return { path, version, sha256: record };
  }
  await install(release, { folder, retries }, { work, tools });
  const sha256 = await tools.outside.hashFile(path);
  await tools.files.write(join(folder, RECORD), `${sha256}\n`);
  return { path, version, sha256 };
}

/** The archive is hashed while it comes in and opened only when it is the expected one. */
async function install(
  release: Release,
  into: { readonly folder: string; readonly retries: number },
  { work, tools }: { readonly work: Work; readonly tools: Tools },
): Promise<void> {
  const archive = join(work.folder, 'trivy.tar.gz');
  const onRetry = (error: unknown): void => tools.log.info(`trying again: ${Object(error).message}`);
  const options = { retries: into.retries, signal: tools.signal, onRetry, baseMs: 1_000 };
  const sha256 = await retry(() => fetchArchive(release, archive, { work, tools }), options, tools);
  if (sha256 !== release.sha256) throw wrongHash(release.url, release.sha256, sha256);
  await tools.files.remove(into.folder);
  await tools.files.makeFolder(into.folder);
  await tools.exec.output(
    { file: 'tar', args: ['-xzf', archive, '-C', into.folder, 'trivy'], timeoutMs: work.remainingMs() },
    tools.signal,
  );
  await tools.files.remove(archive);
}

async function fetchArchive(
  release: Release,
  archive: string,
  { work, tools }: { readonly work: Work; readonly tools: Tools },
): Promise<string> {
  const options = { signal: tools.signal, timeoutMs: work.remainingMs() };
  const { status, sha256 } = await tools.outside.download(release.url, archive, options);
  if (status === 200) return sha256;
  if (status === 404 || status === 410) {
    const hint = 'the release was withdrawn or the mirror lacks it: set mirror, or version with sha256, or trivy-path';
    throw new ActionError(`${release.url} is not there (${status})`, { code: 'E_RELEASE_GONE', hint });
  }
  const retryable = status === 429 || status >= 500;
  const hint = 'set mirror to a copy of the releases that this runner reaches, or trivy-path';
  throw new HttpError(`${release.url} answered ${status}`, { code: 'E_DOWNLOAD', status, retryable, hint });
}

function wrongHash(what: string, expected: string, found: string): ActionError {
  const hint = 'do not run it: compare it with the release page from another machine before you change sha256';
  return new ActionError(`${what} has SHA-256 ${found}, expected ${expected}`, { code: 'E_BINARY_HASH', hint });
}

function unusable(path: string, why: string): ActionError {
  const hint = 'leave trivy-path out to run the release that this action verifies';
  return new ActionError(`the Trivy at ${path} ${why}`, { code: 'E_BINARY', hint });
}
