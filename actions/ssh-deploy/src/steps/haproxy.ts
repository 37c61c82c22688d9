import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';
import { KEEP_OLD } from './containers.ts';

/** Shell functions that speak with haproxy over its socket: Management Guide 2.6, "Unix Socket commands". */
export function formatHaproxyLibrary({ folder, service, target }: ProxyPlan): string {
  return `proxy=${shellQuote(service)} target=${shellQuote(target)} config=$root/shared/${folder}/haproxy.cfg
socket=$root/shared/${folder}/run/admin.sock

ask() { # COMMAND
  if command -v perl >/dev/null 2>&1; then
    perl -MIO::Socket::UNIX -e 'my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1; print $s shift, "\\n"; print while <$s>' "$socket" "$1"
  elif command -v socat >/dev/null 2>&1; then printf '%s\\n' "$1" | socat -t 5 - "UNIX-CONNECT:$socket"
  else printf '%s\\n' "$1" | nc -U "$socket"; fi 2>/dev/null
}

order() { # COMMAND: haproxy answers with an empty line, or with what is wrong
  said=$(ask "$1") || die "haproxy's socket $socket does not answer"
  case $said in '' | *changed* | 'no need to change'*) ;; *) die "haproxy said to \\"$1\\": $said" ;; esac
}

# Columns of a server's state: 5 address, 6 operational state (2 is up), 7 administrative flags, 18 name, 19 port.
# Of its statistics: 5 requests now, 37 and 38 how its last check ended.
field() { ask 'show servers state app' | awk -v s="$1" -v f="$2" '$4 == s { print $f }'; }
current() { ask 'show stat' | awk -F, -v s="$1" '$1 == "app" && $2 == s { print $5 }'; }
# Flag 1 is maintenance now; flag 4 only says that the file had "disabled", and stays.
in_use() { flags=$(field "$1" 7); [ -n "$flags" ] && [ $((flags & 1)) -eq 0 ]; }
running() { [ -n "$(running_of "$proxy")" ]; }

wait_socket() {
  n=0
  until [ -n "$(field s1 4)" ]; do
    n=$((n + 1))
    [ $n -lt 50 ] || die "haproxy's socket $socket does not answer: does its configuration name it, and may this user open it?"
    pause
  done
}

wait_up() { # SLOT [ADDRESSES]
  n=0
  until [ "$(field "$1" 6)" = 2 ] && { [ -z "\${2-}" ] || case " $2 " in *" $(field "$1" 5) "*) ;; *) false ;; esac; }; do
    n=$((n + 1))
    [ $n -lt 100 ] || return 1
    pause
  done
}

why_down() { # SLOT NAME ADDRESSES
  case " $3 " in *" $(field "$1" 5) "*) ;; *) echo "haproxy does not find the address of $2: both need a network in common"; return ;; esac
  check=$(ask 'show stat' | awk -F, -v s="$1" '$1 == "app" && $2 == s { print $37, $38 }')
  echo "haproxy's check of $2:$(field "$1" 19) does not succeed ($check): the port, and the path of httpchk, stand in haproxy.cfg and must be the image's"
}

reload() { # reads the files again, without losing a connection
  id=$(running_of "$proxy")
  inside=$(mounted_at "$id" "\${config%/*}")
  docker exec "$id" haproxy -c -f "$inside/haproxy.cfg" || die 'haproxy refuses the new configuration'
  docker kill -s USR2 "$id" >/dev/null || die 'haproxy could not be told to reload'
  sleep 1
  wait_socket
}

leads_to() { [ "$(field "$1" 18)" = "$2" ] && in_use "$1" && [ "$(field "$1" 6)" = 2 ]; } # SLOT NAME

wait_idle() { # SLOT SECONDS
  until=$(($(date +%s) + $2))
  while [ "$(current "$1")" != 0 ]; do
    [ "$(date +%s)" -lt $until ] || { echo "slot $1 still has $(current "$1") requests after $2 s"; return 0; }
    pause
  done
}
`;
}

/** Shell that makes a running haproxy read its files again, without losing a connection; nothing where none runs. */
export function haproxyReload(): string {
  return `. ./haproxy.sh
! running || reload`;
}

const SWITCH = `. ./lib.sh
. ./haproxy.sh
list=$(new_ids "$target") || exit 1
set -- $list
[ $# -eq 1 ] || die "$# new containers of $target, and haproxy has one free slot"
name=$(name_of "$1")
addresses=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1")
wait_socket
names=
for id in $(old_ids "$target"); do names="$names $(name_of "$id")"; done
old=
for s in s1 s2; do
  in_use "$s" || continue
  # Of two slots in use the one that leads to a container from before is the old one.
  case " $names " in *" $(field "$s" 18) "*) known=yes ;; *) known= ;; esac
  [ -n "$old" ] && [ -z "$known" ] || old=$s
done
if [ "$old" = s1 ]; then new=s2; else new=s1; fi
printf 'new=%s old=%s name=%s\\n' "$new" "$old" "$name" >slots.new && mv slots.new slots && sync
order "set server app/$new state maint"
# A deploy that was undone may have left the same name there, with the address of a container that is gone.
order "set server app/$new fqdn none.invalid"
order "set server app/$new fqdn $name"
# Both in one breath: a server that leaves maintenance counts as up, at the address it had, until its name is resolved.
order "set server app/$new state ready; set server app/$new health down"
wait_up "$new" "$addresses" || die "$(why_down "$new" "$name" "$addresses")"
[ -z "$old" ] || order "set server app/$old state drain"
echo "traffic goes to $name in slot $new"`;

const SWITCH_BACK = `. ./lib.sh
. ./haproxy.sh
[ -f slots ] || exit 0
. ./slots
wait_engine
running || exit 0
wait_socket
if [ -n "$old" ]; then
  order "set server app/$old state ready"
  wait_up "$old" || die "slot $old does not come up again"
fi
order "set server app/$new state drain"
wait_idle "$new" 5
order "set server app/$new state maint"`;

/** Leads the traffic to the new container through the free slot; only when that one is up, the old one gets no more. */
export function haproxySwitchStep(): Step {
  const title = 'lead haproxy to the new container';
  return { id: 'switch', state: 'switch', title, kind: 'firm', limit: 120, run: SWITCH, undo: SWITCH_BACK };
}

/** After commit: writes the new container's name into the file, so that a restarted haproxy finds it. */
export function haproxyPersistStep(): Step {
  const run = `. ./lib.sh
. ./haproxy.sh
. ./slots
awk -v slot="$new" -v name="$name" '
  /^[a-z]/ { app = ($1 == "backend" && $2 == "app") }
  app && $1 == "server" && ($2 == "s1" || $2 == "s2") {
    sub(/[ \\t]+disabled/, "")
    match($0, /server[ \\t]+s[12][ \\t]+/)
    head = substr($0, 1, RSTART + RLENGTH - 1); rest = substr($0, RSTART + RLENGTH)
    port = substr(rest, index(rest, ":"))
    $0 = head ($2 == slot ? name : "none.invalid") port ($2 == slot ? "" : " disabled")
  }
  { print }' "$config" >"$config.new" && mv "$config.new" "$config" || die "$config could not be written"
sync
running || exit 0
wait_socket
# One that was started again since the switch has read the file of before: it leads to the old container.
leads_to "$new" "$name" || { reload; wait_up "$new" || die "haproxy does not find $name up"; }`;
  return {
    id: 'persist',
    state: 'switch',
    title: 'write the container into haproxy.cfg',
    kind: 'soft',
    limit: 90,
    run,
  };
}

/** After commit: waits until the old container has no request left, then frees its slot. */
export function haproxyDrainStep(seconds: number): Step {
  const run = `. ./lib.sh
. ./haproxy.sh
. ./slots
[ -n "$old" ] || exit 0
running || exit 0
wait_up "$new" && leads_to "$new" "$name" && grep -qF " $name:" "$config" ||
  { : >${KEEP_OLD}; die "haproxy, or its file, does not lead to $name, so the old container stays"; }
wait_idle "$old" ${seconds}
order "set server app/$old state maint"`;
  return {
    id: 'drain',
    state: 'drain',
    title: 'wait for the old container to be idle',
    kind: 'soft',
    limit: seconds + 30,
    run,
  };
}
