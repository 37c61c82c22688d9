import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';
import { MOST_SECONDS_OF_UNDO } from './finish.ts';

/** The file of traefik's file provider that a deploy writes: the service `app@file`. */
export const TRAEFIK_FILE = 'app.yml';

/** Shell functions for a traefik that watches a folder of dynamic configuration. */
export function formatTraefikLibrary({ folder, service, target }: ProxyPlan): string {
  return `proxy=${shellQuote(service)} target=${shellQuote(target)} dynamic=$root/shared/${folder}/${TRAEFIK_FILE}

proxy_id() { running_of "$proxy"; }
loaded() { docker exec "$1" sh -c 'wget -qO- http://localhost:8080/api/http/services/app@file 2>/dev/null || curl -fsS http://localhost:8080/api/http/services/app@file' 2>&1; }
urls() { grep -o 'http://[^" ]*' | sed 's,/$,,' | sort -u | paste -s -d ' ' -; }

take() { # FILE: puts it in place and waits until traefik has loaded it
  put_back "$1" "$dynamic"
  sync
  id=$(proxy_id) n=0 want=$(urls <"$1")
  [ -n "$id" ] || die "the service $proxy does not run"
  until said=$(loaded "$id") && [ "$(printf '%s' "$said" | grep -o '"servers":\\[[^]]*\\]' | urls)" = "$want" ]; do
    n=$((n + 1))
    [ $n -lt 75 ] || die "traefik does not tell on localhost:8080/api that it has loaded $dynamic: $(printf '%s' "$said" | tail -n 1 | cut -c 1-200)"
    pause
  done
}
`;
}

/** Writes the new containers as the servers of `app@file`; traefik takes them without closing a connection. */
export function traefikSwitchStep(drain: number): Step {
  const run = `. ./lib.sh
. ./traefik.sh
list=$(new_ids "$target") || exit 1
printf 'http:\\n  services:\\n    app:\\n      loadBalancer:\\n        servers:\\n' >app.new
for id in $list; do
  port=$(port_of "$id")
  [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
  printf '          - url: "http://%s:%s"\\n' "$(name_of "$id")" "$port" >>app.new
done
[ -e app.before ] || { { [ ! -e "$dynamic" ] || cat "$dynamic"; } >app.copy && sync && mv app.copy app.before; } || die "$dynamic could not be saved"
take app.new
urls <app.new`;
  const undo = `. ./lib.sh
. ./traefik.sh
[ -e app.before ] || exit 0
wait_engine
if [ ! -s app.before ]; then rm -f "$dynamic"
elif [ -n "$(proxy_id)" ]; then take app.before; sleep ${Math.min(drain, MOST_SECONDS_OF_UNDO)}
else put_back app.before "$dynamic"; fi
sync`;
  return {
    id: 'switch',
    state: 'switch',
    title: 'lead traefik to the new containers',
    kind: 'firm',
    limit: 60,
    run,
    undo,
  };
}
