import { Secret } from '@suite/core';
import { parseEnvFile } from './env-file.ts';

/** How a container was made, and how it ended. */
export interface ContainerDetails {
  /** As it was named when the container was made. */
  readonly image: string;
  /** Compose's hash of the service's configuration. */
  readonly hash: string;
  readonly project: string;
  /** It has done its work and is not meant to run. */
  readonly done: boolean;
}

/** The current release as it lies and runs on the host now, to be compared with what its manifest says. */
export interface LiveFacts {
  /** The release that the last deploy made the current one. */
  readonly recorded: string | undefined;
  /** SHA-256 by path of the release's files. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that a container took for itself: nobody knows what is in them. */
  readonly unreadable: readonly string[];
  readonly env: ReadonlyMap<string, Secret> | undefined;
  /** Compose's hash of each service, as it was when the release was unpacked. */
  readonly hashes: Readonly<Record<string, string>>;
  /** By container id. */
  readonly details: Readonly<Record<string, ContainerDetails>>;
}

/** Shell behind the script of the facts; `$ids` are the containers of the application. The env file goes to nobody but us. */
export function formatLiveFacts(): string {
  return `[ -z "$ids" ] || docker inspect --format 'detail {{.Id}} {{.Config.Image}} {{index .Config.Labels "com.docker.compose.config-hash"}} {{index .Config.Labels "com.docker.compose.project"}} {{.State.Status}} {{.State.ExitCode}} {{.HostConfig.RestartPolicy.Name}}' $ids 2>/dev/null
[ ! -r "$root/.deploy/release" ] || say recorded "$(cat "$root/.deploy/release")"
(cd "$root/current/" 2>/dev/null || exit 0
  find . -type f ! -path ./env ! -path ./manifest.json -exec sha256sum {} + 2>/dev/null | sed 's,^\\([0-9a-f]*\\)  \\./,file \\1 ,'
  find . -type f 2>/dev/null | while read -r f; do [ -r "$f" ] || say unreadable "\${f#./}"; done
  [ ! -r .hashes ] || sed 's/^/hash /' .hashes
  [ ! -r env ] || say env "$(coded env)")
`;
}

/** `all` gives the rest of every line that begins with a word. */
export function parseLiveFacts(all: (word: string) => readonly string[]): LiveFacts {
  const [env] = all('env');
  return {
    recorded: all('recorded')[0],
    files: Object.fromEntries(all('file').map((line) => [line.slice(65), line.slice(0, 64)])),
    unreadable: all('unreadable'),
    env: env === undefined ? undefined : readEnv(Buffer.from(env, 'base64').toString('utf8')),
    hashes: Object.fromEntries(all('hash').map((line) => line.split(' ') as [string, string])),
    details: Object.fromEntries(all('detail').map(parseDetails)),
  };
}

/** Somebody may have made it no env file any more: then nothing in it is known. */
function readEnv(text: string): ReadonlyMap<string, Secret> {
  try {
    return new Map([...parseEnvFile(text)].map(([key, value]) => [key, new Secret(value)]));
  } catch {
    return new Map();
  }
}

function parseDetails(line: string): readonly [string, ContainerDetails] {
  const [id = '', image = '', hash = '', project = '', state, code, restart] = line.split(' ');
  const done = state === 'exited' && code === '0' && (restart === 'no' || restart === '');
  return [id, { image, hash, project, done }];
}
