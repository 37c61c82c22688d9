import { shellJoin, shellQuote } from '@suite/ssh';
import type { Step } from '../step.ts';

/** Where a container listens: a port, the one that its image exposes, or nobody knows. */
export type GatePort = number | 'exposed' | undefined;

/** How health is asked for. Times in seconds. */
export interface GateOptions {
  /** Services whose new containers must be healthy. */
  readonly services: readonly string[];
  /** The one that the URL is about, and the port that it listens on inside. */
  readonly target: string | undefined;
  readonly url: { readonly through: string; readonly path: string; readonly port: GatePort } | undefined;
  readonly successes: number;
  readonly timeout: number;
  readonly readyDelay: number;
  readonly logLines: number;
  readonly expectVersion: string | undefined;
  readonly watch: number;
  /** Of them those that stand beside their old containers; of the others, recreated in place, all containers count. */
  readonly beside: readonly string[];
  /** The one that a proxy leads to: it must not end, even when it did so without a fault. */
  readonly proxied: string | undefined;
  /** Arguments, run in each new container of the target. */
  readonly healthCommand: readonly string[];
  /** An extended regular expression for lines of the log. */
  readonly logDeny: string | undefined;
}

/** Shell functions: the state of a container, a request, and a failure with the container's log before its reason. */
export function formatGateLibrary({ logLines, expectVersion, beside, logDeny }: GateOptions): string {
  return `fresh() { case ' ${beside.join(' ')} ' in *" $1 "*) new_ids "$1" ;; *) ids "$1" ;; esac; }

verdict() { # ID: ok, none (no health check), done, wait or dead, and a reason
  had=$(awk -v id="$1" '$1 == id { print $2 }' restarts)
  set -- $(docker inspect --format '{{.State.Status}} {{.RestartCount}} {{if .State.Health}}{{.State.Health.Status}} {{.State.Health.FailingStreak}}{{else}}none 0{{end}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.HostConfig.RestartPolicy.Name}}' "$1" 2>/dev/null)
  case \${1-gone}:\${5-}:\${7-no} in exited:0:no) echo 'done'; return ;; esac
  case \${1-gone} in
    running) [ "$2" -le "\${had:-0}" ] || { echo "dead it restarted $(($2 - \${had:-0})) times, last exit code $5"; return; } ;;
    created) echo 'wait it was not started yet'; return ;;
    gone) echo 'dead it is gone'; return ;;
    *) echo "dead it is $1 with exit code $5$([ "$6" = false ] || echo ', out of memory')"; return ;;
  esac
  case $3 in
    healthy) echo ok ;;
    none) echo none ;;
    unhealthy) if [ "$4" -ge 10 ]; then echo "dead it was unhealthy $4 times in a row"; else echo "wait it is unhealthy"; fi ;;
    *) echo "wait its health is $3" ;;
  esac
}

fetch() { # URL: status line, headers and body; wget follows a redirect, and not every busybox has its -T
  if command -v curl >/dev/null 2>&1; then curl -sS -i -m 5 "$1" 2>&1; return; fi
  said=$(timeout 5 wget -q -S -t 1 -O - "$1" 2>&1) || said=\${said:-wget ended with exit code $?}
  printf '%s' "$said"
}

answer() { # URL: prints why it is not good; nothing when it is
  text=$(fetch "$1")
  status=$(printf '%s\\n' "$text" | awk '/^ *HTTP\\// { s = $2; if (s ~ /^3/) exit } END { print s }')
  case $status in
    2??) ;;
    '') echo "no answer from $1: $(printf '%s' "$text" | tail -n 1)"; return ;;
    *) echo "$1 answered $status"; return ;;
  esac
${expectVersion === undefined ? '' : `  found=$(version_in "$text")\n  same_version "$found" || echo "$1 is version \${found:-unknown}, expected "${shellQuote(expectVersion)}\n`}}

version_in() { # a header, else the first "version" of the body
  header=$(printf '%s\\n' "$1" | tr -d '\\r' | awk 'tolower($1) ~ /^x-(app-)?version:$/ { print $2; exit }')
  [ -n "$header" ] || header=$(printf '%s' "$1" | tr -d '\\n' | sed -n 's/.*"version" *: *"\\([^"]*\\)".*/\\1/p')
  printf '%s' "$header"
}

same_version() { # one is the other's prefix of seven characters or more
  want=${shellQuote(expectVersion ?? '')}
  [ "$1" != "$want" ] || return 0
  { [ \${#1} -ge 7 ] && case $want in "$1"*) ;; *) false ;; esac; } ||
    { [ \${#want} -ge 7 ] && case $1 in "$want"*) ;; *) false ;; esac; }
}

check_log() { # ID: gives up at a line that was logged since the deploy began and that log-deny forbids
${
  logDeny === undefined
    ? '  :'
    : `  line=$(docker logs --since "$(cat began)" "$1" 2>&1 | grep -E -m 1 -e ${shellQuote(logDeny)}) || return 0
  give_up "$1" "log-deny matches its log: $line"`
}
}

give_up() { # ID REASON
  echo "log of container $(name_of "$1"):"
  docker logs --tail ${logLines} "$1" 2>&1
  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{if .ExitCode}}health check exited {{.ExitCode}}: {{.Output}}{{println}}{{end}}{{end}}{{end}}' "$1" 2>/dev/null | grep . | tail -n 3
  die "container $(name_of "$1"): $2"
}
`;
}

/** Waits until every new container is healthy so many times in a row, before any traffic goes to it. */
export function gateStep(options: GateOptions): Step {
  const { services, successes, timeout, readyDelay, target, proxied, healthCommand } = options;
  const questions = [
    askAddress(options),
    healthCommand.length > 0
      ? `said=$(timeout 10 docker exec "$id" ${shellJoin(healthCommand)} 2>&1) || why="health-command ended with exit code $?: $(printf '%s' "$said" | tail -n 1)"`
      : '',
  ].filter(Boolean);
  const ask = questions
    .map((question) => `    if [ $s = ${target} ] && [ -z "$why" ]; then\n      ${question}\n    fi\n`)
    .join('');
  const run = `. ./lib.sh
. ./gate.sh
began=$(date +%s)
wait_for() { # SERVICE ID
  s=$1 id=$2 good=0
  while :; do
    seen=$(verdict "$id") age=$(($(date +%s) - began)) why=
    case $seen in
      dead*) give_up "$id" "\${seen#dead }" ;;
      wait*) why=\${seen#wait } ;;
      'done') [ "$s" != ${shellQuote(proxied ?? '')} ] || give_up "$id" 'it has ended'; return 0 ;;
      none) [ $age -ge ${readyDelay} ] || why='it has no health check and is not up for ${readyDelay} s' ;;
    esac
${ask}    check_log "$id"
    runs=yes
    if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
    [ $good -lt ${successes} ] || return 0
    [ $age -lt ${timeout} ] || give_up "$id" "not healthy after ${timeout} s: \${why:-only $good good answers in a row}"
    pause
  done
}
for s in ${services.join(' ')}; do
  list=$(fresh "$s") || exit 1
  for id in $list; do wait_for "$s" "$id"; done
done
[ -n "\${runs-}" ] || die 'no container of ${services.join(', ')} runs any more'`;
  const title = `wait until ${services.join(', ')} are healthy ${successes} times in a row, at most ${timeout} s`;
  return { id: 'gate', state: 'gate', title, kind: 'soft', limit: timeout * services.length + 60, run };
}

/** Shell that asks one container's own address. */
function askAddress({ url }: GateOptions): string {
  if (!url?.port) return '';
  return `ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$id" | cut -d ' ' -f 1)
      port=${url.port === 'exposed' ? '$(port_of "$id")' : url.port}
      [ -z "$port" ] || why=$(answer "http://$ip:$port"${shellQuote(url.path)})`;
}

/** Ends the step with why the address does not answer as it should, and the log of the container behind it. */
function blame(target: string | undefined): string {
  if (target === undefined) return 'die "$why"';
  return `{ list=$(fresh ${target}); set -- $list; give_up "$1" "behind the proxy: $why"; }`;
}

/** Ends the step at once where a new container behind the address is dead: its proxy may take long to say so. */
function behind(target: string | undefined): string {
  if (target === undefined) return '';
  return `  for id in $(fresh ${target}); do
    seen=$(verdict "$id")
    case $seen in dead*) give_up "$id" "\${seen#dead }" ;; esac
  done\n`;
}

/** How long the address may take to show the new release after the switch. */
const PROBE_SECONDS = 10;

/** After the switch: asks through the proxy, as users do. */
export function probeStep({
  url,
  successes,
  target,
}: GateOptions & { readonly url: NonNullable<GateOptions['url']> }): Step {
  const run = `. ./lib.sh
. ./gate.sh
good=0 end=$(($(date +%s) + ${PROBE_SECONDS}))
while [ $good -lt ${successes} ]; do
${behind(target)}  why=$(answer ${shellQuote(url.through)})
  if [ -z "$why" ]; then good=$((good + 1)); else good=0; fi
  [ -z "$why" ] || [ "$(date +%s)" -lt $end ] || ${blame(target)}
  pause
done`;
  return {
    id: 'probe',
    state: 'switch',
    title: `ask ${url.through} ${successes} times`,
    kind: 'soft',
    limit: 180,
    run,
  };
}

/** Looks on for a while after the switch: no restart, no failing health, the address answers. */
export function watchStep({ services, watch, target, url }: GateOptions): Step {
  const ask = url
    ? `  why=$(answer ${shellQuote(url.through)})
  if [ -n "$why" ]; then bad=$((bad + 1)); else bad=0; fi
  [ $bad -lt 2 ] || ${blame(target)}\n`
    : '';
  const run = `. ./lib.sh
. ./gate.sh
began=$(date +%s) bad=0
all=
for s in ${services.join(' ')}; do all="$all $(fresh "$s")" || exit 1; done
while [ $(($(date +%s) - began)) -lt ${watch} ]; do
  for id in $all; do
    seen=$(verdict "$id")
    case $seen in dead*) give_up "$id" "\${seen#dead }" ;; 'wait it is unhealthy') give_up "$id" 'it became unhealthy' ;; esac
    check_log "$id"
  done
${ask}  sleep 1
done`;
  return { id: 'watch', state: 'watch', title: `watch for ${watch} s`, kind: 'soft', limit: watch + 60, run };
}
