import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';

/** Shell functions for an nginx that includes `upstream.servers`, one file that this action writes. */
export function formatNginxLibrary({ folder, service, target }: ProxyPlan): string {
  return `proxy=${shellQuote(service)} target=${shellQuote(target)} servers=$root/shared/${folder}/upstream.servers

proxy_id() { running_of "$proxy"; }
accepting() { docker top "$1" -eo pid,args | awk '/nginx: worker process$/ { print $1 }'; }
leaving() { docker top "$1" -eo pid,args | grep -c 'nginx: worker process is shutting down'; }

reload() { # one reload, then until no worker of before takes a new connection
  id=$(proxy_id)
  [ -n "$id" ] || die "the service $proxy does not run"
  docker exec "$id" nginx -t -q 2>&1 || die 'nginx refuses the configuration'
  before=$(accepting "$id")
  docker exec "$id" nginx -s reload 2>&1 || die 'nginx could not be told to reload'
  n=0
  while :; do
    still=$(accepting "$id")
    for p in $before; do case " $(printf '%s' "$still" | tr '\\n' ' ') " in *" $p "*) again=yes ;; esac; done
    [ -n "\${again-}" ] || return 0
    again='' n=$((n + 1))
    [ $n -lt 100 ] || die 'workers of before still take connections'
    pause
  done
}
`;
}

/** Writes the new container into the include file and reloads nginx once. */
export function nginxSwitchStep(): Step {
  const run = `. ./lib.sh
. ./nginx.sh
list=$(new_ids "$target") || exit 1
lines=
for id in $list; do
  port=$(port_of "$id")
  [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
  lines="\${lines}server $(name_of "$id"):$port;
"
done
[ -e servers.before ] || { { cat "$servers" 2>/dev/null || echo 'server 127.0.0.1:1 down;'; } >servers.copy && sync && mv servers.copy servers.before; } || die "$servers could not be saved"
printf '%s' "$lines" >"$servers.new" && mv "$servers.new" "$servers" || die "$servers could not be written"
sync
reload
printf '%s' "$lines"`;
  const undo = `. ./lib.sh
. ./nginx.sh
[ -s servers.before ] || exit 0
wait_engine
put_back servers.before "$servers"
sync
[ -z "$(proxy_id)" ] || reload`;
  return {
    id: 'switch',
    state: 'switch',
    title: 'lead nginx to the new containers',
    kind: 'firm',
    limit: 120,
    run,
    undo,
  };
}

/** After commit: waits until the workers of before have answered what they had begun. */
export function nginxDrainStep(seconds: number): Step {
  const run = `. ./lib.sh
. ./nginx.sh
id=$(proxy_id)
[ -n "$id" ] || exit 0
end=$(($(date +%s) + ${seconds}))
while [ "$(leaving "$id")" -gt 0 ] && [ "$(date +%s)" -lt $end ]; do pause; done`;
  return {
    id: 'drain',
    state: 'drain',
    title: 'wait for the workers of before',
    kind: 'soft',
    limit: seconds + 30,
    run,
  };
}
