import { shellQuote } from '@suite/ssh';
import { COLOUR_FILE } from './manifest.ts';

/** What the scripts of one transaction have in common. */
export interface LibraryOptions {
  readonly root: string;
  readonly app: string;
  readonly release: string;
  readonly previous: string | undefined;
}

/**
 * The functions that every step reads first. Scripts run in a folder of the transaction's own, where they leave facts
 * for each other: `before.<service>` holds the containers that were there, and a last line that says it is whole.
 */
export function formatLibrary({ root, app, release, previous }: LibraryOptions): string {
  return `set -u
umask 022
root=${shellQuote(root)} app=${shellQuote(app)} release=${shellQuote(release)} previous=${shellQuote(previous ?? '')}

die() { printf '! %s\\n' "$*" >&2; exit 1; }

compose() { compose_as "$app" "$@"; } # RELEASE WORD…

compose_as() { # PROJECT RELEASE WORD…: another project than the application's own is a colour of it
  project=$1 folder=$root/releases/$2 files=
  shift 2
  while read -r file; do files="$files -f $folder/$file"; done <"$folder/.compose"
  [ ! -f "$folder/.profiles" ] || while read -r profile; do files="$files --profile $profile"; done <"$folder/.profiles"
  [ "$project" = "$app" ] || files="$files -f $folder/${COLOUR_FILE}"
  docker compose --ansi never -p "$project" --project-directory "$folder" --env-file "$folder/env" $files "$@"
}

ids() { # SERVICE: of the application, and of its colours, whose label says whose they are
  all=$(docker ps -a --no-trunc --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False \\
    --format '{{.ID}} {{.Label "com.docker.compose.project"}} {{.Label "ssh-deploy.app"}}') || return 1
  printf '%s\\n' "$all" | awk -v app="$app" '$2 == app || $3 == app { print $1 }'
}

uncoloured() { # ID…: those of the application's own project
  for id; do docker inspect --format '{{.Id}} {{index .Config.Labels "com.docker.compose.project"}}' "$id"; done |
    awk -v app="$app" '$2 == app { print $1 }'
}

old_ids() { # SERVICE
  [ "$(tail -n 1 "before.$1")" = end ] || die "the list of the containers of $1 from before is not whole"
  grep -vx end "before.$1" || :
}

new_ids() { # SERVICE
  [ "$(tail -n 1 "before.$1")" = end ] || die "the list of the containers of $1 from before is not whole"
  now=$(ids "$1") || die 'docker does not answer'
  printf '%s\\n' "$now" | grep -vxF -f "before.$1" || :
}

running_of() { # SERVICE: its container, where one runs
  docker ps -q --no-trunc --filter "label=com.docker.compose.project=$app" --filter "label=com.docker.compose.service=$1" | head -n 1
}

runs() { [ "$(docker inspect --format '{{.State.Running}}' "$1")" = true ]; } # ID

mounted_at() { # ID FOLDER: where a container sees a folder of this host
  docker inspect --format '{{range .Mounts}}{{println .Source .Destination}}{{end}}' "$1" | awk -v s="$2" '$1 == s { print $2 }'
}

port_of() { # ID: the TCP port that its image exposes; nothing where it exposes none, or several
  docker inspect --format '{{range $port, $none := .Config.ExposedPorts}}{{println $port}}{{end}}' "$1" |
    sed -n 's,/tcp$,,p' | awk '{ port = $1 } END { if (NR == 1) print port }'
}

name_of() { docker inspect --format '{{.Name}}' "$1" | cut -c 2-; }

describe() { # ID: its name, then what the engine takes to make the same container once more; the last of two keys counts
  binds=$(docker inspect --format '{{range .HostConfig.Binds}}{{println .}}{{end}}{{range .Mounts}}{{if and (eq .Type "volume") (eq (len .Name) 64)}}{{printf "%s:%s\\n" .Name .Destination}}{{end}}{{end}}' "$1" |
    awk -F : 'NF && !seen[$2]++ { printf "%s\\"%s\\"", comma, $0; comma = "," }')
  config=$(docker inspect --format '{{json .Config}}' "$1") || return 1
  host=$(docker inspect --format '{{json .HostConfig}}' "$1") || return 1
  name_of "$1"
  printf '%s,"HostConfig":%s,"Binds":[%s]},' "\${config%?}" "\${host%?}" "$binds"
  docker inspect --format '"Image":{{json .Image}},"NetworkingConfig":{"EndpointsConfig":{{json .NetworkSettings.Networks}}}}' "$1"
}

bring_back() { # SERVICE: its containers that were described, each made again where it is gone
  for kept in "stood.$1,"*; do
    [ -e "$kept" ] || continue
    id=\${kept##*,} name=$(head -n 1 "$kept") at=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
    if ! docker inspect "$id" >/dev/null 2>&1; then
      said=$(tail -n 1 "$kept" | curl -sS --unix-socket "\${at#unix://}" -H 'Content-Type: application/json' --data-binary @- "http://docker/containers/create?name=$name" 2>&1)
      id=$(printf '%s' "$said" | sed -n 's/^{"Id":"\\([0-9a-f]*\\)".*/\\1/p')
      [ -n "$id" ] || die "$name, which ran before, could not be made again: $said"
      mv "$kept" "stood.$1,$id"
    fi
    docker start "$id" >/dev/null || die "$name, which ran before, does not start"
  done
}

put_back() { # COPY FILE: by a link, for which a full disk has room too
  [ ! -e "$2" ] || [ "$(sha256sum <"$1")" != "$(sha256sum <"$2")" ] || return 0
  rm -f "$2.new"
  { ln "$1" "$2.new" 2>/dev/null || cp -p "$1" "$2.new"; } && mv "$2.new" "$2" || die "$2 could not be restored"
}

wait_engine() { # after a reboot the engine may come later than the undo
  n=0
  until docker info >/dev/null 2>&1; do
    n=$((n + 1))
    [ $n -lt 60 ] || die 'docker does not answer'
    sleep 1
  done
}

pause() { sleep 0.2 2>/dev/null || sleep 1; }
`;
}
