import type { Login, ManifestAsk } from './outside.ts';

const ACCEPT = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Hosts that registries' clients also ask without TLS. */
const PLAIN = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/;

/**
 * Asks a registry for a manifest's digest (OCI distribution 1.1, HEAD with one token round). Whatever goes wrong gives
 * undefined: Trivy asks the same registry next, and its answer is the one that is reported.
 */
export async function manifestDigest(repository: string, ask: ManifestAsk): Promise<string | undefined> {
  const [, host = '', name = '', reference = 'latest'] =
    /^([^/]+)\/([^@]+?)(?::([\w.-]+))?(?:@.*)?$/.exec(repository) ?? [];
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(repository)?.[1];
  if (pinned) return pinned;
  const signal = AbortSignal.any([ask.signal, AbortSignal.timeout(ask.timeoutMs)]);
  const authorization = ask.login?.host === host ? basic(ask.login) : undefined;
  for (const scheme of PLAIN.test(host) ? ['https', 'http'] : ['https']) {
    try {
      return await head(`${scheme}://${host}/v2/${name}/manifests/${reference}`, authorization, signal);
    } catch {
      if (signal.aborted) return undefined;
    }
  }
  return undefined;
}

async function head(url: string, authorization: string | undefined, signal: AbortSignal): Promise<string | undefined> {
  const first = await request(url, authorization, signal);
  const challenge = first.headers.get('www-authenticate') ?? '';
  if (first.status !== 401 || !/^bearer /i.test(challenge)) return digestOf(first);
  const token = await fetchToken(challenge, authorization, signal);
  return token === undefined ? undefined : digestOf(await request(url, `Bearer ${token}`, signal));
}

function request(url: string, authorization: string | undefined, signal: AbortSignal): Promise<Response> {
  const headers = { accept: ACCEPT, ...(authorization ? { authorization } : {}) };
  return fetch(url, { method: 'HEAD', headers, signal });
}

async function fetchToken(
  challenge: string,
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  const fields = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
  const { realm, ...rest } = fields as Record<string, string>;
  if (!realm) return undefined;
  const url = new URL(realm);
  for (const name of ['service', 'scope']) if (rest[name]) url.searchParams.set(name, rest[name]);
  const response = await fetch(url, { headers: authorization ? { authorization } : {}, signal });
  const answer = Object(response.ok ? await response.json() : {});
  return answer.token ?? answer.access_token;
}

function digestOf(response: Response): string | undefined {
  const digest = response.headers.get('docker-content-digest') ?? '';
  return response.ok && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}

function basic({ username, password }: Login): string {
  return `Basic ${Buffer.from(`${username}:${password.reveal()}`).toString('base64')}`;
}
