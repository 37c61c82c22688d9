/** What of the runner's environment Trivy may see. No token, no cloud key, none of its own TRIVY_* switches. */
const ALLOWED = [
  'PATH',
  'DOCKER_HOST',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'CONTAINERD_ADDRESS',
  'CONTAINERD_NAMESPACE',
  'XDG_RUNTIME_DIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The allow-listed part of an environment, without home, temporary folder and Docker configuration. */
export function allowedEnvironment(env: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ALLOWED.flatMap((name) => {
      const value = env[name];
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** The Docker configuration of the job, where an earlier login left its credentials. */
export function dockerConfigFolder(env: Environment): string | undefined {
  if (env['DOCKER_CONFIG']) return env['DOCKER_CONFIG'];
  return env['HOME'] ? `${env['HOME']}/.docker` : undefined;
}

/** An address of the runner's cache service that answers while it works, or undefined where none is offered. */
export function cacheAddress(env: Environment): string | undefined {
  const results = env['ACTIONS_RESULTS_URL'];
  if (results && env['ACTIONS_CACHE_SERVICE_V2']) {
    return `${withSlash(results)}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`;
  }
  const old = env['ACTIONS_CACHE_URL'] || results;
  return old ? `${withSlash(old)}_apis/artifactcache/cache` : undefined;
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
