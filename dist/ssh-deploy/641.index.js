export const id = 641;
export const ids = [641];
export const modules = {

/***/ 282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ stuckError),
/* harmony export */   hH: () => (/* binding */ stepError),
/* harmony export */   hs: () => (/* binding */ rootError),
/* harmony export */   wO: () => (/* binding */ diskError),
/* harmony export */   wn: () => (/* binding */ hookError)
/* harmony export */ });
/* harmony import */ var _suite_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2056);

const CODES = {
    upload: 'E_COMPOSE',
    backup: 'E_BACKUP',
    'backup-command': 'E_BACKUP',
    'before-command': 'E_HOOK',
    verify: 'E_HOOK',
    shared: 'E_PROXY',
    pull: 'E_PULL',
    migrate: 'E_MIGRATE',
    gate: 'E_GATE',
    switch: 'E_PROXY',
    activate: 'E_SWITCH',
    probe: 'E_GATE',
    watch: 'E_GATE',
};
const NO_SPACE = /No space left on device|no space left|Disk quota exceeded/;
/** Steps that print what the application or a command of the user says: its words about a disk are not ours. */
const FOREIGN = new Set([
    'migrate',
    'verify',
    'gate',
    'probe',
    'watch',
    'activate',
    'backup-command',
    'before-command',
]);
/** The disk of a host was full in the middle of a deploy. */
function diskError(message) {
    const hint = 'free some disk on the host, then run it again; keep-releases says how many old ones stay';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code: 'E_DISK', hint });
}
/** The error of a failed step: the reason and how it ended first, then the log that the step printed before it. */
function stepError({ host, step, rc, out }, ending) {
    const lines = out.trimEnd().split('\n');
    const ours = lines.filter((line) => line.startsWith('! '));
    const full = (FOREIGN.has(step.id) ? ours : lines).findLast((line) => NO_SPACE.test(line))?.replace(/^! /, '');
    const reason = full ??
        ours.at(-1)?.slice(2) ??
        (rc === 143 || rc === 137 ? `was stopped after ${step.limit} s` : lines.at(-1) || `exit code ${rc}`);
    const log = lines
        .filter((line) => !line.startsWith('! ') && line !== reason)
        .join('\n')
        .trim();
    const message = `${host}, ${step.state}: ${reason}${ending}${log ? `\n${log}` : ''}`;
    if (full !== undefined)
        return diskError(message);
    const wrong = step.state === 'switch' && /is version .* expected/.test(reason);
    const code = wrong || / is version .*, expected /.test(reason) ? 'E_VERSION' : (CODES[step.id] ?? 'E_STEP');
    return code === 'E_GATE' ? new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(message) : new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(message, { code });
}
/** The release serves, but what the user wanted to be done after it was not. */
function hookError(hosts) {
    const failed = hosts.flatMap(({ host, steps }) => steps.filter(({ id, rc }) => id === 'after-command' && rc !== 0).map(({ out }) => ({ host, out })));
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const lines = first.out.trimEnd().split('\n');
    const reason = lines.findLast((line) => line.startsWith('! '))?.slice(2) ?? 'after-command failed';
    const others = failed.length > 1 ? `, and on ${failed.length - 1} other hosts` : '';
    const log = lines.filter((line) => !line.startsWith('! ')).join('\n');
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${first.host}, after: deployed, but ${reason}${others}${log ? `\n${log}` : ''}`, {
        code: 'E_HOOK',
        hint: 'the new release serves; with rollback-on: job it goes back now, as for any job that fails',
    });
}
/** An undo failed three times: the host is between releases and only a person can say what to do. */
function stuckError(host, root, events) {
    const stuck = events.findLast((event) => event.e === 'stuck');
    const reason = stuck?.out.trim().split('\n').at(-1)?.replace(/^! /, '') ?? 'no reason given';
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: the undo of step ${stuck?.id ?? '?'} failed three times: ${reason}`, {
        code: 'E_MANUAL',
        hint: `on the host: tail ${root}/.deploy/tx/journal; mend what the reason names, then: cd ${root}/.deploy/tx/f && sh ${stuck?.id ?? '<step>'}.undo; the next deploy goes on from there`,
    });
}
/** The folder of the application cannot be made or written by the user who deploys. */
function rootError(host, root, user) {
    return new _suite_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${host}: ${root} cannot be written by ${user || 'the user who deploys'}`, {
        code: 'E_ROOT',
        hint: `on the host, once: sudo install -d -o ${user || 'deploy'} ${root}`,
    });
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SSH_FOLDER: () => (/* binding */ SSH_FOLDER),
  closeAll: () => (/* binding */ closeAll),
  connectAll: () => (/* binding */ connectAll),
  connectEach: () => (/* binding */ connectEach),
  lockAll: () => (/* binding */ lockAll)
});

// EXTERNAL MODULE: ./node_modules/@suite/core/src/index.js + 21 modules
var src = __webpack_require__(2056);
// EXTERNAL MODULE: ./node_modules/@suite/ssh/src/index.js + 16 modules
var ssh_src = __webpack_require__(9551);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/agent/events.js
const NEWLINE = 10;
/**
 * Reads every whole event from the start of `bytes`.
 * @throws SyntaxError where a line is not an event: the stream is not the agent's, or bytes of it were lost.
 */
function parseEvents(bytes) {
    const events = [];
    let rest = bytes;
    for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end < 0)
            return { events, rest };
        const header = parseHeader(Buffer.from(rest.subarray(0, end)).toString('utf8'));
        const length = header.out ?? 0;
        if (rest.length < end + 1 + length)
            return { events, rest };
        const out = Buffer.from(rest.subarray(end + 1, end + 1 + length)).toString('utf8');
        events.push((header.out === undefined ? header : { ...header, out }));
        rest = rest.subarray(end + 1 + length);
    }
}
function parseHeader(line) {
    const value = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'e' in value && typeof value.e === 'string') {
        return value;
    }
    throw new SyntaxError(`"${line.slice(0, 80)}" is not an event of the agent`);
}

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/agent/frames.js
const CHUNK_BYTES = 64 * 1024;
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
/**
 * The bytes of a frame; a large payload becomes several `put` of 64 KiB, which the agent appends to each other.
 * @throws RangeError for a name that the agent would refuse.
 */
function encodeFrame(frame) {
    switch (frame.frame) {
        case 'put':
            return encodePut(frame.name, frame.content);
        case 'step':
            return line(`step ${checkName(frame.id)} ${frame.limit} ${frame.kind}`);
        case 'after':
            return line(`after ${checkName(frame.id)} ${frame.limit}`);
        default:
            return line(frame.frame);
    }
}
function encodePut(name, content) {
    checkName(name);
    const parts = [];
    for (let at = 0; at === 0 || at < content.length; at += CHUNK_BYTES) {
        const chunk = content.subarray(at, at + CHUNK_BYTES);
        parts.push(line(`put ${name} ${chunk.length}`), chunk);
    }
    return Buffer.concat(parts);
}
function checkName(name) {
    if (NAME.test(name))
        return name;
    throw new RangeError(`"${name}" cannot be the name of a step or payload`);
}
function line(text) {
    return Buffer.from(`${text}\n`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/agent/agent-text.js
/** The text of agent.sh; written by scripts/inline-agent.ts, checked by a test. */
// biome-ignore format: one string
const agentText = "#!/bin/sh\n# Executes one transaction on this host: steps with undos, then either commit or the undos. See docs/agent.md.\n# usage: sh agent.sh DIR TX LEASE LOCKWAIT BY     (TX `-`: only settle what an earlier transaction left open)\n# Queues are lists of plain words, `do` is the suffix of a script, and one fifo is read and written on purpose:\n# shellcheck disable=SC1010,SC2086,SC2094\numask 077\nexport LC_ALL=C\ndir=$1 tx=$2 lease=$3 lockwait=$4 by=$5 open_tx=- phase=idle why=recover torn='' told=''\nrun='' part='' pid='' wrapper='' kind='' left=0 kill_in=0 gone=0 began=0\nqueue='' afters='' open_steps='' seen=' ' dirty='' failed='' tries=0 retry_at=0 ticks=0 idle=0\nnewline='\n'\n# Helpers must not inherit the lock or the pipes: busybox timeout leaves a watcher behind that would keep them.\nx() { \"$@\" 6>&- 7<&- 8<&- 9>&-; }\nflush() { x sync -d \"$@\" 2>/dev/null || x sync; }\nemit() { # JSON [payload]: a client that stopped reading must not stop the loop\n  printf '%s\\n%s' \"$1\" \"${2-}\" | x timeout \"$lease\" cat || exec >/dev/null\n}\nemit_out() { # JSON-without-its-end FILE: with the last 8 KiB of a script's output\n  out=$({ x tail -c 8192 \"$2\"; printf x; } 2>/dev/null)\n  out=${out%x}\n  emit \"$1,\\\"out\\\":${#out}}\" \"$out\"\n}\nnote() { # WORD ID RC FILE [JSON]: what ended, to the journal and to the client\n  journal \"$1 $2 $3\"\n  emit_out \"{\\\"e\\\":\\\"$1\\\",\\\"id\\\":\\\"$2\\\",\\\"rc\\\":$3${5-}\" \"$4\"\n}\njournal() { # WORD…: on disk, but for what recovery does not read; a line that a full disk cut is ended first, to leave the next alone\n  line=\"$torn$(x date +%s) $*\" torn=$newline\n  { printf '%s\\n' \"$line\" >>tx/journal && case $* in 'ok '* | 'fail '* | 'cut '*) ;; *) flush tx/journal ;; esac; } 2>/dev/null && torn=''\n}\nwithout() { # WORD LIST…\n  word=$1 kept=''\n  shift\n  for each; do [ \"$each\" = \"$word\" ] || kept=\"$kept$each \"; done\n  printf '%s' \"$kept\"\n}\n\n# --- what writes to the fifo: each event is one line, short enough to be written at once ---\n# Each closes what it must not hold by `exec`: redirections at the call are kept aside by dash, lock included.\ntick() { exec >/dev/null 2>&1 7<&- 8<&- 9>&-; while sleep 1; do printf 'tick\\n' >&6; done; }\nis_name() { case $1 in '' | .* | *[!A-Za-z0-9._-]*) return 1 ;; esac; }\nis_number() { case $1 in '' | *[!0-9]* | ??????????*) return 1 ;; esac; }\n\nread_frames() { # a frame that is not understood ends the reading\n  exec <&7 >/dev/null 2>&1 7<&- 8<&- 9>&-\n  while read -r word name number rest; do\n    case $word in\n      put | step | after) is_name \"$name\" && is_number \"$number\" ;;\n      lease) is_number \"$name\" && [ \"$name\" -gt 0 ] ;;\n      commit | abort | hb) ;;\n      *) false ;;\n    esac || break\n    case $word/$rest in step/soft | step/firm | [!s]*/) ;; *) break ;; esac\n    [ $word != put ] || take \"$name\" \"$number\" || { end=full; break; }\n    printf 'in %s %s %s %s\\n' $word \"$name\" \"$number\" \"$rest\" >&6\n  done\n  printf '%s\\n' \"${end-eof}\" >&6\n}\ntake() { # NAME LEN: busybox head -c eats what follows, dd without fullblock reads short\n  { [ \"$2\" -eq 0 ] || dd bs=\"$2\" count=1 iflag=fullblock 2>/dev/null; } >>\"tx/f/$1\"\n}\nwrap() { # ID PART: holds the lock until the script has ended, even when the agent is gone; the script does not hold it\n  exec >/dev/null 2>&1 7<&- 8<&-\n  trap : HUP INT TERM PIPE\n  cd tx/f || exit; out=../o/$1.$2; true >\"$out\" || out=/dev/null # no inode left: its words are lost, not the step\n  setsid sh \"$1.$2\" >\"$out\" 2>&1 6>&- 9>&- &\n  child=$!\n  printf 'pid %s\\n' $child >&6\n  wait $child; rc=$?\n  while kill -0 $child; do wait $child; rc=$?; done\n  printf 'done %s %s %s\\n' \"$1\" \"$2\" $rc >&6\n}\n\n# --- the transaction: what is due starts as soon as nothing runs ---\nlaunch() { # ID PART LIMIT KIND\n  run=$1 part=$2 left=$3 kind=$4 pid='' kill_in=0 gone=0 began=$ticks\n  wrap \"$1\" \"$2\" &\n  wrapper=$!\n}\nnext() {\n  while [ -z \"$run\" ]; do\n    case $phase in open) next_step ;; undo) next_undo ;; after) next_after ;; *) return ;; esac || return 0\n  done\n}\nnext_step() {\n  [ -n \"$queue\" ] || return\n  step=${queue%% *} queue=${queue#* }\n  id=${step%%:*} limit=${step#*:}\n  if [ -z \"$failed\" ] && [ -f \"tx/f/$id.do\" ] && settle && journal \"start $id\"; then\n    open_steps=\"$id $open_steps\"\n    emit \"{\\\"e\\\":\\\"start\\\",\\\"id\\\":\\\"$id\\\"}\"\n    launch \"$id\" do \"${limit%:*}\" \"${limit#*:}\"\n  else refuse \"$id\"; fi\n}\nrefuse() { failed=yes; emit \"{\\\"e\\\":\\\"refused\\\",\\\"id\\\":\\\"$1\\\"}\"; }\n# Scripts and payloads must be on disk before the journal names them.\nsettle() { { [ -z \"$dirty\" ] || flush $dirty tx/f; } && dirty=''; }\nnext_undo() {\n  id=${open_steps%% *}\n  if [ -z \"$open_steps\" ]; then finish aborted\n  elif [ $ticks -lt $retry_at ]; then return 1\n  elif [ -f \"tx/f/$id.undo\" ]; then launch \"$id\" undo 300 firm\n  else undone \"$id\" 0 /dev/null; fi\n}\nundone() { # ID RC FILE: never goes on past an undo that failed (75: that must wait), because the next one may rely on it\n  if [ \"$2\" -eq 0 ]; then\n    open_steps=$(without \"$1\" $open_steps) tries=0\n    note undone \"$1\" 0 \"$3\"\n  elif retry_at=$((ticks + 1)); [ \"$2\" -ne 75 ] && tries=$((tries + 1)) && [ $tries -ge 3 ]; then\n    note stuck \"$1\" \"$2\" \"$3\"\n    x rm -f tx/f/*.secret; leave 76 # what undos do not need, and a person may come late\n  fi\n}\nnext_after() {\n  step=${afters%% *}\n  if [ -n \"$afters\" ]; then launch \"${step%%:*}\" do \"${step#*:}\" soft; else finish committed; fi\n}\nended() { # ID PART RC\n  run='' file=tx/o/$1.$2 word=ok full=''\n  # On a full disk the script's words are lost too, so it is asked for.\n  [ \"$3\" -eq 0 ] || { word=fail failed=yes; x dd if=/dev/zero of=tx/room bs=16384 count=1 2>/dev/null || full=',\"full\":1'; x rm -f tx/room; }\n  case $phase.$2 in\n    open.do) note $word \"$1\" \"$3\" \"$file\" \",\\\"s\\\":$((ticks - began))$full\" ;;\n    undo.do) note cut \"$1\" \"$3\" \"$file\" ;;\n    undo.undo) undone \"$1\" \"$3\" \"$file\" ;;\n    after.do) afters=${afters#* }; note after \"$1\" \"$3\" \"$file\" ;;\n  esac\n}\n\ngive_up() { # WHY\n  [ $phase = open ] || return 0\n  phase=undo why=$1 queue=''\n  journal \"undo-all $1\"\n  emit \"{\\\"e\\\":\\\"aborting\\\",\\\"why\\\":\\\"$1\\\"}\"\n  [ -z \"$run\" ] || [ $kind = firm ] || stop_script\n}\nstop_script() { # TERM now and at each tick, KILL after ten\n  [ $kill_in -gt 0 ] || kill_in=11\n  kill_in=$((kill_in - 1)) signal=TERM\n  [ $kill_in -gt 0 ] || signal=KILL kill_in=1\n  [ -z \"$pid\" ] || kill -s $signal -- \"-$pid\" 2>/dev/null\n}\ncommit() {\n  [ $phase = open ] || return 0\n  if [ -z \"$run$queue$failed\" ] && settle && journal commit; then\n    phase=after why=commit\n    emit '{\"e\":\"committed\"}'\n  else emit '{\"e\":\"refused\",\"id\":\"commit\"}'; fi\n}\n\nfinish() { # RESULT: a transaction that began nothing leaves no line in the history\n  journal \"end $1\"\n  case $(x tail -n 1 history 2>/dev/null) in *\" $open_tx \"*) ;; *)\n    ! grep -q '^[0-9]* start ' tx/journal || printf '%s %s %s %s\\n' \"$(x date +%s)\" \"$open_tx\" \"$1\" \"$why\" >>history ;;\n  esac\n  mv tx tx.gone && x rm -rf tx.gone\n  phase=idle\n  emit \"{\\\"e\\\":\\\"end\\\",\\\"tx\\\":\\\"$open_tx\\\",\\\"result\\\":\\\"$1\\\",\\\"why\\\":\\\"$why\\\"}\"\n}\non_tick() {\n  ticks=$((ticks + 1)) idle=$((idle + 1))\n  [ $idle -le \"$lease\" ] || give_up lease\n  [ -n \"$run\" ] || return 0\n  left=$((left - 1)) gone=$((gone + 1))\n  if [ $kill_in -gt 0 ] || [ $left -eq 0 ]; then stop_script; fi\n  # A wrapper that somebody killed reports nothing: two ticks without it end the wait, behind a report that waits in the fifo.\n  ! kill -0 $wrapper 2>/dev/null || gone=0\n  ! kill -0 \"${pid:-x}\" 2>/dev/null || gone=0\n  [ $gone -lt 2 ] || printf 'lost %s\\n' $wrapper >&6\n}\non_frame() { # every frame is a sign of life\n  idle=0\n  case $1/$phase in\n    lease/*) lease=$2 ;;\n    commit/*) commit ;;\n    abort/*) give_up abort ;;\n    put/*) case \" $dirty \" in *\" tx/f/$2 \"*) ;; *) dirty=\"$dirty tx/f/$2\" ;; esac ;;\n    step/open | after/open)\n      case $seen in *\" $2 \"*) give_up eof; return ;; esac\n      seen=\"$seen$2 \"\n      if [ \"$1\" = step ]; then queue=\"$queue$2:$3:$4 \"\n      elif [ -f \"tx/f/$2.do\" ] && journal \"then $2:$3\"; then afters=\"$afters$2:$3 \"\n      else refuse \"$2\"; fi ;;\n  esac\n}\n\nloop() { # until the open transaction has ended\n  while next && [ $phase != idle ]; do\n    read -r event a b c d <&8 || continue\n    case $event in\n      tick) on_tick ;;\n      in) on_frame $a $b $c $d ;;\n      pid) pid=$a; [ $kill_in -eq 0 ] || stop_script ;;\n      done) [ \"$a.$b\" != \"$run.$part\" ] || ended $a $b $c ;;\n      lost) [ -z \"$run\" ] || [ \"$a\" != \"$wrapper\" ] || ended \"$run\" \"$part\" 137 ;;\n      eof | full) give_up $event ;;\n    esac\n  done\n}\n\nrecover() { # a pure function of the journal's whole lines; of `commit` and `undo-all` the last one counts\n  x rm -rf tx.gone\n  [ -s tx/journal ] || { x rm -rf tx; return; }\n  [ -z \"$(x tail -c 1 tx/journal)\" ] || torn=$newline\n  phase=undo\n  while read -r _ word id _; do\n    case $word in\n      begin) open_tx=$id ;;\n      start) open_steps=\"$id $open_steps\" ;;\n      undone) open_steps=$(without \"$id\" $open_steps) ;;\n      then) afters=\"$afters$id \" ;;\n      after) for each in $afters; do [ \"${each%:*}\" != \"$id\" ] || afters=$(without \"$each\" $afters); done ;;\n      commit) phase=after ;;\n      undo-all) phase=undo ;;\n      end) phase=$id ;;\n    esac\n  done <tx/journal\n  emit \"{\\\"e\\\":\\\"recover\\\",\\\"tx\\\":\\\"$open_tx\\\",\\\"mode\\\":\\\"$phase\\\"}\"\n  case $phase in undo | after) loop ;; *) finish $phase ;; esac\n}\n\nleave() { kill $ticker $reader 2>/dev/null; exit \"$1\"; }\nmkdir -p \"$dir\" && cd \"$dir\" || exit 1\ntrap : PIPE; exec 9>>lock 7<&0 </dev/null\nuntil flock -n 9; do # who holds it, and how far that is: told again whenever it changes\n  holder=$({ x cat lock; x tail -n 1 tx/journal; } 2>/dev/null)\n  [ \"$holder\" = \"$told\" ] || emit \"{\\\"e\\\":\\\"locked\\\",\\\"now\\\":$(x date +%s),\\\"out\\\":${#holder}}\" \"$holder\"\n  told=$holder lockwait=$((lockwait - 1))\n  [ $lockwait -ge 0 ] || exit 75\n  sleep 1 9>&-\ndone\nprintf '%s %s %s %s\\n' \"$(x date +%s)\" \"$tx\" $$ \"$by\" >lock\nx rm -f ev; mkfifo ev || exit 77\n# Opened for both a fifo never ends and never blocks; writers have the write end only, so they die with the agent.\nexec 8<>ev 6>ev\ntrap 'printf \"in abort\\n\" >&6' HUP INT TERM\ntick & ticker=$! reader=''; recover\nlast=$(x tail -n 1 history 2>/dev/null)\nif [ \"$tx\" != - ]; then\n  open_tx=$tx afters='' torn=''\n  { mkdir -p tx/f tx/o && journal \"begin $tx 1\" && flush . tx tx/f; } || leave 77\n  phase=open\n  read_frames &\n  reader=$!\nfi\nexec 7<&-\nemit \"{\\\"e\\\":\\\"ready\\\",\\\"tx\\\":\\\"$tx\\\",\\\"pid\\\":$$,\\\"last\\\":\\\"$last\\\"}\"\nloop\nleave 0\n";

;// CONCATENATED MODULE: ./actions/ssh-deploy/src/agent/launch.js



/** Exit codes of the launch and of the agent. */
const exitCodes = { missingTools: 69, root: 73, damaged: 74, locked: 75, stuck: 76, full: 77 };
/** What is sent on stdin before the first frame. */
const agentBytes = Buffer.from(agentText);
/**
 * The remote command line: makes the agent's folder, reads the agent from stdin, checks its hash and becomes it. It is
 * always sent, because asking whether it is there costs a round trip and sending costs none; where the disk is too full
 * for it, the one of an earlier session does. Old ones are removed once nobody can be about to start them.
 */
function launchLine({ root, tx, lease, lockWait, by }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(agentBytes).digest('hex');
    const file = `agent-${hash.slice(0, 12)}.sh`;
    const script = `umask 077
for t in flock setsid timeout mkfifo dd sync sha256sum; do command -v $t >/dev/null 2>&1 || m="\${m-} $t"; done
[ -z "\${m-}" ] || { echo "missing:$m" >&2; exit ${exitCodes.missingTools}; }
mkdir -p "$1/.deploy" 2>/dev/null && cd "$1/.deploy" && [ -w . ] || { id -un >&2; exit ${exitCodes.root}; }
is_whole() { printf "%s  %s\\n" ${hash} "$1" | sha256sum -c - >/dev/null 2>&1; }
to=agent.$$
{ : >$to; } 2>/dev/null || to=/dev/null why=${exitCodes.full}
dd bs=${agentBytes.length} count=1 iflag=fullblock of=$to 2>/dev/null || why=${exitCodes.full}
if is_whole agent.$$; then mv agent.$$ ${file}; else
  rm -f agent.$$
  is_whole ${file} || exit \${why:-${exitCodes.damaged}}
fi
find . -maxdepth 1 -name "agent*" ! -name ${file} -mmin +5 -exec rm -f {} + 2>/dev/null
dir=$1/.deploy; shift
exec sh ${file} "$dir" "$@"`;
    return `exec ${(0,ssh_src/* shellJoin */.nZ)(['sh', '-c', script, 'agent', root, tx, String(lease), String(lockWait), by])}`;
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/failures.js
var failures = __webpack_require__(282);
// EXTERNAL MODULE: ./actions/ssh-deploy/src/holder.js
var holder = __webpack_require__(6159);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/agent-session.js







const HEARTBEAT_MS = 3_000;
/** An agent whose step hangs outlives its client; the end of the connection ends what is left of the session here. */
const CLOSE_MS = 3_000;
/**
 * Starts the agent on a host and waits until it holds the lock and has settled what an earlier deploy left.
 * @throws ActionError E_LOCKED, E_MANUAL, E_ROOT, E_TOOLS or E_SSH_*.
 */
async function openSession(connection, host, options) {
    const child = await connection.start(launchLine(options));
    child.stdin.write(agentBytes);
    const queue = eventQueue();
    child.stdout.on('data', eventReader(queue.add, child.stop));
    let stderr = '';
    child.stderr.on('data', (chunk) => {
        stderr += chunk;
    });
    const send = (frames) => {
        if (child.stdin.writable)
            child.stdin.write(Buffer.concat(frames.map(encodeFrame)));
    };
    const heart = setInterval(() => send([{ frame: 'hb' }]), HEARTBEAT_MS);
    const ended = child.exit.then((status) => {
        clearInterval(heart);
        queue.end();
        return status;
    });
    const { ready, recovered } = await untilReady(queue.next, host, { ...options, stop: child.stop });
    if (ready === undefined)
        throw await whyNotReady({ code: (await ended).code, stderr, recovered, host, options, connection });
    const close = async () => {
        child.stdin.end();
        await Promise.race([ended, (0,promises_.setTimeout)(CLOSE_MS, undefined, { ref: false })]);
    };
    return { session: { host, send, next: queue.next, ended: queue.ended, close }, last: ready.last, recovered };
}
/** Reads events until the agent is ready or has ended. A job that is cancelled meanwhile waits no longer. */
async function untilReady(next, host, { lockWait, log, signal, stop }) {
    const recovered = [];
    signal.addEventListener('abort', stop);
    if (signal.aborted)
        stop();
    try {
        for (;;) {
            const event = await next();
            if (event === undefined || event.e === 'ready')
                return { ready: event, recovered };
            recovered.push(event);
            if (event.e === 'locked' && lockWait > 0)
                log.info(`${host} waits up to ${lockWait} s: ${(0,holder/* formatHolder */.aS)(event)}`);
        }
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
/** What a login shell prints before the first event is passed over; what is no event later ends the session. */
function eventReader(add, stop) {
    let rest = new Uint8Array();
    let begun = false;
    return (chunk) => {
        const bytes = Buffer.concat([rest, chunk]);
        const at = begun ? 0 : bytes.indexOf('{"e":');
        begun ||= at >= 0;
        try {
            const batch = begun ? parseEvents(bytes.subarray(at)) : { events: [], rest: bytes };
            rest = batch.rest;
            for (const event of batch.events)
                add(event);
        }
        catch {
            stop();
        }
    };
}
async function whyNotReady({ code, stderr, recovered, host, options, connection }) {
    switch (code) {
        case exitCodes.locked:
            return (0,holder/* lockedError */.hp)(host, recovered.findLast((event) => event.e === 'locked'));
        case exitCodes.stuck:
            return (0,failures/* stuckError */.JX)(host, options.root, recovered);
        case exitCodes.root:
            return (0,failures/* rootError */.hs)(host, options.root, stderr.trim());
        case exitCodes.full:
            return (0,failures/* diskError */.wO)(`${host}: no space left below ${options.root}, not even for the journal of a deploy`);
        case exitCodes.damaged:
            return new src/* ActionError */.lZ(`${host}: the agent did not arrive whole`, { code: 'E_AGENT', hint: 'run it again' });
        case exitCodes.missingTools:
            return new src/* ActionError */.lZ(`${host}: ${stderr.trim()}`, { code: 'E_TOOLS', hint: 'install it on the host' });
        case 255:
            return connection.explain(stderr);
        default:
            return new src/* ActionError */.lZ(`${host}: the agent did not start (exit ${code}): ${stderr.trim().split('\n').at(-1) ?? ''}`, {
                code: 'E_AGENT',
                hint: 'the login shell of the user must take `exec sh -c`',
            });
    }
}
/** Events wait here until somebody asks for them. */
function eventQueue() {
    const waiting = [];
    let wake;
    let done = false;
    const notify = () => {
        wake?.();
        wake = undefined;
    };
    return {
        ended: () => done,
        add: (event) => {
            waiting.push(event);
            notify();
        },
        end: () => {
            done = true;
            notify();
        },
        next: async () => {
            while (waiting.length === 0 && !done) {
                await new Promise((resolve) => {
                    wake = resolve;
                });
            }
            return waiting.shift();
        },
    };
}

// EXTERNAL MODULE: ./actions/ssh-deploy/src/inputs.js + 4 modules
var src_inputs = __webpack_require__(4849);
;// CONCATENATED MODULE: ./actions/ssh-deploy/src/fleet.js




/** Key of the state under which post finds the folder with the key. */
const SSH_FOLDER = 'sshFolder';
/** Connects to every host at the same time. Nothing on them is touched. @throws ActionError E_SSH_* of the first. */
async function connectAll(inputs, ports, fleet) {
    const [unreachable] = await connectEach(inputs, ports, fleet);
    if (unreachable)
        throw unreachable.reason;
}
/** Connects to every host that can be connected to; the result are the others. */
async function connectEach(inputs, ports, fleet) {
    const folder = await ports.files.makeTemporaryFolder('ssh');
    ports.state.save(SSH_FOLDER, folder);
    const client = await (0,ssh_src/* openClient */.My)(inputs.ssh, folder, ports);
    fleet.client = client;
    const attempts = await Promise.allSettled(inputs.ssh.targets.map((_, index) => (0,ssh_src/* connect */.Ng)(client, index, ports)));
    fleet.connections = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    return attempts.flatMap((attempt, index) => {
        const target = inputs.ssh.targets[index];
        if (attempt.status === 'fulfilled' || target === undefined)
            return [];
        return [{ host: (0,ssh_src/* formatTarget */.P4)(target), reason: (0,src/* toActionError */.ie)(attempt.reason) }];
    });
}
/**
 * Takes the lock on every host and lets it settle what an earlier deploy left. Every deploy asks the same host first:
 * of several at once one gets all locks, instead of each some. @throws ActionError of the first.
 */
async function lockAll(inputs, fleet, { tx, ports }) {
    const { policy, root, by } = inputs;
    const { log, signal } = ports;
    const times = { lease: (0,src_inputs/* inSeconds */.F)(policy.leaseMs), lockWait: (0,src_inputs/* inSeconds */.F)(policy.lockWaitMs) };
    const nameOf = ({ target }) => (0,ssh_src/* formatTarget */.P4)(target);
    const open = (connection) => openSession(connection, nameOf(connection), { root, tx, ...times, by, log, signal });
    const leader = fleet.connections.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))[0];
    if (leader === undefined)
        return [];
    const first = open(leader);
    const attempts = await Promise.allSettled(fleet.connections.map((connection) => (connection === leader ? first : first.then(() => open(connection)))));
    const opened = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    fleet.sessions = opened.map(({ session }) => session);
    throwFirst(attempts);
    return opened;
}
/** Ends every session and connection; a host undoes by itself what was not committed. */
async function closeAll(fleet) {
    await Promise.all(fleet.sessions.map((session) => session.close()));
    await Promise.all(fleet.connections.map((connection) => connection.close()));
    await fleet.client?.close();
    fleet.sessions = [];
    fleet.connections = [];
}
function throwFirst(attempts) {
    const failed = attempts.find((attempt) => attempt.status === 'rejected');
    if (failed)
        throw failed.reason;
}


/***/ })

};
