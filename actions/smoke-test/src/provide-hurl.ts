import { ActionError, type Ports } from '@suite/core';
import { type HurlRelease, hurlRelease, isKnownVersion } from './hurl-release.ts';
import type { Http } from './ports/http.ts';

/** What finding hurl takes. */
export interface Seeking {
  readonly searchPath: string;
  readonly platform: string;
  readonly folder: string;
  readonly leftMs: () => number;
}

const ARCHIVE_BYTES = 64 * 1024 * 1024;

/** The path of hurl: from PATH, else the pinned release, verified before it is opened. @throws ActionError */
export async function provideHurl(
  seeking: Seeking,
  ports: Pick<Ports, 'exec' | 'files' | 'log' | 'signal'>,
  http: Pick<Http, 'send'>,
): Promise<string> {
  for (const folder of seeking.searchPath.split(':').filter((part) => part.startsWith('/'))) {
    const path = `${folder}/hurl`;
    if ((await ports.files.facts(path))?.kind !== 'file') continue;
    const { code, stdout } = await ports.exec.run({ file: path, args: ['--version'], timeoutMs: 10_000 }, ports.signal);
    if (code === 0 && isKnownVersion(stdout)) return path;
    ports.log.info(`${path} is not hurl 8: ${stdout.split('\n', 1)[0] || 'it tells no version'}`);
  }
  const release = hurlRelease(seeking.platform);
  if (release) return fetchHurl(release, seeking, { ports, http });
  const hint = 'install hurl 8 and put it on PATH';
  throw new ActionError(`there is no release of hurl for ${seeking.platform}`, { code: 'E_HURL', hint });
}

async function fetchHurl(
  { url, sha256, program }: HurlRelease,
  { folder, leftMs }: Seeking,
  {
    ports,
    http,
  }: { readonly ports: Pick<Ports, 'exec' | 'files' | 'log' | 'signal'>; readonly http: Pick<Http, 'send'> },
): Promise<string> {
  ports.log.info(`hurl 8 is not on PATH: fetching ${url}`);
  const request = { url: new URL(url), timeoutMs: Math.max(1, leftMs()), maxBodyBytes: ARCHIVE_BYTES, hash: true };
  const { hops } = await http.send({ ...request, signal: ports.signal }, 5);
  const last = hops.at(-1);
  if (last?.failure || last?.response?.status !== 200) {
    const why = last?.failure?.message ?? `it answered ${last?.response?.status}`;
    const hint = 'install hurl 8 and put it on PATH, or let the runner reach the releases of hurl';
    throw new ActionError(`${url} cannot be fetched: ${why}`, { code: 'E_HURL', hint, retryable: true });
  }
  if (last.response.sha256 !== sha256) {
    const hint = 'nothing of it was run; look at what stands between the runner and the releases of hurl';
    throw new ActionError(`${url} has SHA-256 ${last.response.sha256}, expected ${sha256}`, { code: 'E_HURL', hint });
  }
  const archive = `${folder}/hurl.tar.gz`;
  await ports.files.write(archive, last.response.body);
  const unpack = { file: 'tar', args: ['-xzf', archive, '-C', folder, program], timeoutMs: 60_000 };
  await ports.exec.output(unpack, ports.signal);
  return `${folder}/${program}`;
}
