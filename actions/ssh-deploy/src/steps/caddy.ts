import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';

/**
 * Shell functions for a caddy that asks at each request which file of the folder `live` is the newest, and goes to the
 * container of that name. A switch changes no configuration: a reload would close idle connections and every WebSocket.
 */
export function formatCaddyLibrary({ folder, service, target }: ProxyPlan): string {
  return `proxy=${shellQuote(service)} target=${shellQuote(target)} config=$root/shared/${folder} live=$root/shared/${folder}/live

proxy_id() { running_of "$proxy"; }
leads_to() { ls -t "$live" 2>/dev/null | head -n 1; }

lead_to() { # NAME: makes its file the newest, whatever the clock says; both are there, so that every request finds one
  mkdir -p "$live" && : >"$live/$1" || die "$live cannot be written"
  for f in "$live"/*; do [ "$f" = "$live/$1" ] || touch -t 200001010000 "$f"; done
  touch "$live/$1"
  sync
  [ "$(leads_to)" = "$1" ] || die "$live does not lead to $1"
}

forget_all_but() { # NAME
  for f in "$live"/*; do [ "$f" = "$live/$1" ] || rm -f "$f"; done
}

requests_of() { # NAME: how many requests caddy has open there; fails where caddy does not tell
  addresses=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{if .IPAddress}}"{{.IPAddress}}:{{println}}{{end}}{{end}}' "$1" 2>/dev/null | grep .) || { echo 0; return; }
  asked=$(docker exec "$(proxy_id)" sh -c 'wget -qO- http://localhost:2019/reverse_proxy/upstreams 2>/dev/null || curl -fsS http://localhost:2019/reverse_proxy/upstreams') || return 1
  printf '%s\\n' "$asked" | tr '{' '\\n' | grep -F "$addresses" | grep -vc '"num_requests":0[,}]'
  :
}

wait_idle() { # SECONDS NAME
  end=$(($(date +%s) + $1))
  while left=$(requests_of "$2" 2>&1) || left="an unknown number of ($left)"; [ "$left" != 0 ]; do
    [ "$(date +%s)" -lt $end ] || { echo "$2 still has $left requests after $1 s"; return 0; }
    pause
  done
}
`;
}

/** Shell that makes a running caddy read a changed Caddyfile; it keeps the one it has where the new one is wrong. */
export function caddyReload(): string {
  return `. ./caddy.sh
id=$(proxy_id)
if [ -n "$id" ]; then
  docker exec "$id" caddy reload --config "$(mounted_at "$id" "$config")/Caddyfile" --adapter caddyfile 2>&1 || die 'caddy refuses the new Caddyfile'
fi`;
}

/** Leads every new request to the new container; what the old one has begun stays with it. */
export function caddySwitchStep(): Step {
  const run = `. ./lib.sh
. ./caddy.sh
list=$(new_ids "$target") || exit 1
set -- $list
[ $# -eq 1 ] || die "$# new containers of $target, and caddy is led to one"
[ -n "$(proxy_id)" ] || die "the service $proxy does not run"
name=$(name_of "$1")
[ -e caddy.before ] || { leads_to >caddy.copy && sync && mv caddy.copy caddy.before; }
lead_to "$name"
echo "traffic goes to $name"`;
  const undo = `. ./lib.sh
. ./caddy.sh
[ -e caddy.before ] || exit 0
wait_engine
before=$(cat caddy.before) after=$(leads_to)
[ -z "$before" ] || lead_to "$before"
forget_all_but "$before"
[ -z "$after" ] || [ "$after" = "$before" ] || wait_idle 5 "$after"`;
  return {
    id: 'switch',
    state: 'switch',
    title: 'lead caddy to the new container',
    kind: 'firm',
    limit: 60,
    run,
    undo,
  };
}

/** After commit: waits until the old container has no request left, then forgets it. */
export function caddyDrainStep(seconds: number): Step {
  const run = `. ./lib.sh
. ./caddy.sh
before=$(cat caddy.before)
[ -z "$before" ] || wait_idle ${seconds} "$before"
forget_all_but "$(leads_to)"`;
  return {
    id: 'drain',
    state: 'drain',
    title: 'wait for the old container to be idle',
    kind: 'soft',
    limit: seconds + 30,
    run,
  };
}
