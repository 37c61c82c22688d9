import { shellQuote } from '@suite/ssh';

/** What only the modes check and destroy ask of a host. */
export interface ModeFacts {
  /** The user can write the folder of the application, or make it. */
  readonly writable: boolean;
  /** The lock and how far its holder is, as the agent tells it; undefined where nobody deploys at the moment. */
  readonly lock: string | undefined;
  /** A transaction that nobody runs is open: the next deploy settles it first. */
  readonly unsettled: boolean;
  /** What the registry said to the login; empty where it was good, undefined where none was tried. */
  readonly login: string | undefined;
  /** Named volumes of the application. */
  readonly volumes: readonly string[];
}

/** Registry credentials. They travel on stdin, inside the script. */
export interface Login {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

/** Shell behind the script of the facts: reads the lock without taking it, and tries the login in a folder of its own. */
export function formatModeFacts(app: string, login: Login | undefined): string {
  return `up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
[ ! -w "$up" ] || say writable yes
if read -r at tx pid by <"$root/.deploy/lock"; then
  case $(tr '\\0' ' ' <"/proc/$pid/cmdline") in
    *agent-*" $root/.deploy "*) say lock "$at $tx $pid $by"; say progress "$(tail -n 1 "$root/.deploy/tx/journal")" ;;
    *) [ ! -s "$root/.deploy/tx/journal" ] || say unsettled yes ;;
  esac
fi 2>/dev/null
docker volume ls --filter ${shellQuote(`label=com.docker.compose.project=${app}`)} --format 'volume {{.Name}}' 2>/dev/null
${login === undefined ? '' : formatLogin(login)}`;
}

/** `printf` is the shell's own, so no argument shows them. */
function formatLogin({ host, username, password }: Login): string {
  return `private
if error=$(printf %s ${shellQuote(password)} | docker --config "$folder" login -u ${shellQuote(username)} --password-stdin ${shellQuote(host)} 2>&1 >/dev/null)
then say login ok; else say login-error "$(printf %s "$error" | tail -n 1)"; fi
`;
}

/** `all` gives the rest of every line that begins with a word. */
export function parseModeFacts(all: (word: string) => readonly string[]): ModeFacts {
  const refused = all('login-error')[0];
  const [lock] = all('lock');
  return {
    writable: all('writable').length > 0,
    lock: lock && `${lock}\n${all('progress')[0] ?? ''}`,
    unsettled: all('unsettled').length > 0,
    login: refused ?? (all('login').length > 0 ? '' : undefined),
    volumes: all('volume'),
  };
}
