import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';

/** Shell functions for kamal-proxy, which is spoken to by its own program inside its container. */
export function formatKamalLibrary({ folder, service, target }: ProxyPlan): string {
  return `proxy=${shellQuote(service)} target=${shellQuote(target)} options=$root/shared/${folder}/options

proxy_id() { running_of "$proxy"; }

lead_to() { # SECONDS ID…: healthy first, then switched, then the old ones drained
  seconds=$1
  shift
  set -- "$@" --
  while [ "$1" != -- ]; do
    port=$(port_of "$1")
    [ -n "$port" ] || die "$target exposes no port, or several; its image must EXPOSE one"
    set -- "$@" --target "$(name_of "$1"):$port"
    shift
  done
  shift
  set -f # the words of the options are no patterns
  given=$(cat "$options" 2>/dev/null)
  n=0
  until id=$(proxy_id) && [ -n "$id" ] && docker exec "$id" kamal-proxy list >/dev/null 2>&1; do
    n=$((n + 1))
    [ $n -lt 50 ] || die "kamal-proxy does not answer in the service $proxy"
    pause
  done
  docker exec "$id" kamal-proxy deploy "$app" "$@" --drain-timeout "\${seconds}s" $given 2>&1 || die 'kamal-proxy did not take the new containers'
}
`;
}

/** Lets kamal-proxy check the new containers, switch, and wait until the old ones have answered. */
export function kamalSwitchStep(drain: number): Step {
  const run = `. ./lib.sh
. ./kamal-proxy.sh
list=$(new_ids "$target") || exit 1
: >ordered; sync
lead_to ${drain} $list
for id in $list; do echo "traffic goes to $(name_of "$id")"; done`;
  const undo = `. ./lib.sh
. ./kamal-proxy.sh
[ -e ordered ] || exit 0
wait_engine
list=$(old_ids "$target") || exit 1
if [ -n "$list" ]; then lead_to 5 $list
else id=$(proxy_id); [ -z "$id" ] || docker exec "$id" kamal-proxy remove "$app" >/dev/null 2>&1 || :; fi`;
  const title = 'let kamal-proxy take the new containers and drain the old';
  return { id: 'switch', state: 'switch', title, kind: 'firm', limit: drain + 90, run, undo };
}
