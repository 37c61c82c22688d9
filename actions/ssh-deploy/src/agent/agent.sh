#!/bin/sh
# Executes one transaction on this host: steps with undos, then either commit or the undos. See docs/agent.md.
# usage: sh agent.sh DIR TX LEASE LOCKWAIT BY     (TX `-`: only settle what an earlier transaction left open)
# Queues are lists of plain words, `do` is the suffix of a script, and one fifo is read and written on purpose:
# shellcheck disable=SC1010,SC2086,SC2094
umask 077
export LC_ALL=C
dir=$1 tx=$2 lease=$3 lockwait=$4 by=$5 open_tx=- phase=idle why=recover torn='' told=''
run='' part='' pid='' wrapper='' kind='' left=0 kill_in=0 gone=0 began=0
queue='' afters='' open_steps='' seen=' ' dirty='' failed='' tries=0 retry_at=0 ticks=0 idle=0
newline='
'
# Helpers must not inherit the lock or the pipes: busybox timeout leaves a watcher behind that would keep them.
x() { "$@" 6>&- 7<&- 8<&- 9>&-; }
flush() { x sync -d "$@" 2>/dev/null || x sync; }
emit() { # JSON [payload]: a client that stopped reading must not stop the loop
  printf '%s\n%s' "$1" "${2-}" | x timeout "$lease" cat || exec >/dev/null
}
emit_out() { # JSON-without-its-end FILE: with the last 8 KiB of a script's output
  out=$({ x tail -c 8192 "$2"; printf x; } 2>/dev/null)
  out=${out%x}
  emit "$1,\"out\":${#out}}" "$out"
}
note() { # WORD ID RC FILE [JSON]: what ended, to the journal and to the client
  journal "$1 $2 $3"
  emit_out "{\"e\":\"$1\",\"id\":\"$2\",\"rc\":$3${5-}" "$4"
}
journal() { # WORD…: on disk, but for what recovery does not read; a line that a full disk cut is ended first, to leave the next alone
  line="$torn$(x date +%s) $*" torn=$newline
  { printf '%s\n' "$line" >>tx/journal && case $* in 'ok '* | 'fail '* | 'cut '*) ;; *) flush tx/journal ;; esac; } 2>/dev/null && torn=''
}
without() { # WORD LIST…
  word=$1 kept=''
  shift
  for each; do [ "$each" = "$word" ] || kept="$kept$each "; done
  printf '%s' "$kept"
}

# --- what writes to the fifo: each event is one line, short enough to be written at once ---
# Each closes what it must not hold by `exec`: redirections at the call are kept aside by dash, lock included.
tick() { exec >/dev/null 2>&1 7<&- 8<&- 9>&-; while sleep 1; do printf 'tick\n' >&6; done; }
is_name() { case $1 in '' | .* | *[!A-Za-z0-9._-]*) return 1 ;; esac; }
is_number() { case $1 in '' | *[!0-9]* | ??????????*) return 1 ;; esac; }

read_frames() { # a frame that is not understood ends the reading
  exec <&7 >/dev/null 2>&1 7<&- 8<&- 9>&-
  while read -r word name number rest; do
    case $word in
      put | step | after) is_name "$name" && is_number "$number" ;;
      lease) is_number "$name" && [ "$name" -gt 0 ] ;;
      commit | abort | hb) ;;
      *) false ;;
    esac || break
    case $word/$rest in step/soft | step/firm | [!s]*/) ;; *) break ;; esac
    [ $word != put ] || take "$name" "$number" || { end=full; break; }
    printf 'in %s %s %s %s\n' $word "$name" "$number" "$rest" >&6
  done
  printf '%s\n' "${end-eof}" >&6
}
take() { # NAME LEN: busybox head -c eats what follows, dd without fullblock reads short
  { [ "$2" -eq 0 ] || dd bs="$2" count=1 iflag=fullblock 2>/dev/null; } >>"tx/f/$1"
}
wrap() { # ID PART: holds the lock until the script has ended, even when the agent is gone; the script does not hold it
  exec >/dev/null 2>&1 7<&- 8<&-
  trap : HUP INT TERM PIPE
  cd tx/f || exit; out=../o/$1.$2; true >"$out" || out=/dev/null # no inode left: its words are lost, not the step
  setsid sh "$1.$2" >"$out" 2>&1 6>&- 9>&- &
  child=$!
  printf 'pid %s\n' $child >&6
  wait $child; rc=$?
  while kill -0 $child; do wait $child; rc=$?; done
  printf 'done %s %s %s\n' "$1" "$2" $rc >&6
}

# --- the transaction: what is due starts as soon as nothing runs ---
launch() { # ID PART LIMIT KIND
  run=$1 part=$2 left=$3 kind=$4 pid='' kill_in=0 gone=0 began=$ticks
  wrap "$1" "$2" &
  wrapper=$!
}
next() {
  while [ -z "$run" ]; do
    case $phase in open) next_step ;; undo) next_undo ;; after) next_after ;; *) return ;; esac || return 0
  done
}
next_step() {
  [ -n "$queue" ] || return
  step=${queue%% *} queue=${queue#* }
  id=${step%%:*} limit=${step#*:}
  if [ -z "$failed" ] && [ -f "tx/f/$id.do" ] && settle && journal "start $id"; then
    open_steps="$id $open_steps"
    emit "{\"e\":\"start\",\"id\":\"$id\"}"
    launch "$id" do "${limit%:*}" "${limit#*:}"
  else refuse "$id"; fi
}
refuse() { failed=yes; emit "{\"e\":\"refused\",\"id\":\"$1\"}"; }
# Scripts and payloads must be on disk before the journal names them.
settle() { { [ -z "$dirty" ] || flush $dirty tx/f; } && dirty=''; }
next_undo() {
  id=${open_steps%% *}
  if [ -z "$open_steps" ]; then finish aborted
  elif [ $ticks -lt $retry_at ]; then return 1
  elif [ -f "tx/f/$id.undo" ]; then launch "$id" undo 300 firm
  else undone "$id" 0 /dev/null; fi
}
undone() { # ID RC FILE: never goes on past an undo that failed (75: that must wait), because the next one may rely on it
  if [ "$2" -eq 0 ]; then
    open_steps=$(without "$1" $open_steps) tries=0
    note undone "$1" 0 "$3"
  elif retry_at=$((ticks + 1)); [ "$2" -ne 75 ] && tries=$((tries + 1)) && [ $tries -ge 3 ]; then
    note stuck "$1" "$2" "$3"
    x rm -f tx/f/*.secret; leave 76 # what undos do not need, and a person may come late
  fi
}
next_after() {
  step=${afters%% *}
  if [ -n "$afters" ]; then launch "${step%%:*}" do "${step#*:}" soft; else finish committed; fi
}
ended() { # ID PART RC
  run='' file=tx/o/$1.$2 word=ok full=''
  # On a full disk the script's words are lost too, so it is asked for.
  [ "$3" -eq 0 ] || { word=fail failed=yes; x dd if=/dev/zero of=tx/room bs=16384 count=1 2>/dev/null || full=',"full":1'; x rm -f tx/room; }
  case $phase.$2 in
    open.do) note $word "$1" "$3" "$file" ",\"s\":$((ticks - began))$full" ;;
    undo.do) note cut "$1" "$3" "$file" ;;
    undo.undo) undone "$1" "$3" "$file" ;;
    after.do) afters=${afters#* }; note after "$1" "$3" "$file" ;;
  esac
}

give_up() { # WHY
  [ $phase = open ] || return 0
  phase=undo why=$1 queue=''
  journal "undo-all $1"
  emit "{\"e\":\"aborting\",\"why\":\"$1\"}"
  [ -z "$run" ] || [ $kind = firm ] || stop_script
}
stop_script() { # TERM now and at each tick, KILL after ten
  [ $kill_in -gt 0 ] || kill_in=11
  kill_in=$((kill_in - 1)) signal=TERM
  [ $kill_in -gt 0 ] || signal=KILL kill_in=1
  [ -z "$pid" ] || kill -s $signal -- "-$pid" 2>/dev/null
}
commit() {
  [ $phase = open ] || return 0
  if [ -z "$run$queue$failed" ] && settle && journal commit; then
    phase=after why=commit
    emit '{"e":"committed"}'
  else emit '{"e":"refused","id":"commit"}'; fi
}

finish() { # RESULT: a transaction that began nothing leaves no line in the history
  journal "end $1"
  case $(x tail -n 1 history 2>/dev/null) in *" $open_tx "*) ;; *)
    ! grep -q '^[0-9]* start ' tx/journal || printf '%s %s %s %s\n' "$(x date +%s)" "$open_tx" "$1" "$why" >>history ;;
  esac
  mv tx tx.gone && x rm -rf tx.gone
  phase=idle
  emit "{\"e\":\"end\",\"tx\":\"$open_tx\",\"result\":\"$1\",\"why\":\"$why\"}"
}
on_tick() {
  ticks=$((ticks + 1)) idle=$((idle + 1))
  [ $idle -le "$lease" ] || give_up lease
  [ -n "$run" ] || return 0
  left=$((left - 1)) gone=$((gone + 1))
  if [ $kill_in -gt 0 ] || [ $left -eq 0 ]; then stop_script; fi
  # A wrapper that somebody killed reports nothing: two ticks without it end the wait, behind a report that waits in the fifo.
  ! kill -0 $wrapper 2>/dev/null || gone=0
  ! kill -0 "${pid:-x}" 2>/dev/null || gone=0
  [ $gone -lt 2 ] || printf 'lost %s\n' $wrapper >&6
}
on_frame() { # every frame is a sign of life
  idle=0
  case $1/$phase in
    lease/*) lease=$2 ;;
    commit/*) commit ;;
    abort/*) give_up abort ;;
    put/*) case " $dirty " in *" tx/f/$2 "*) ;; *) dirty="$dirty tx/f/$2" ;; esac ;;
    step/open | after/open)
      case $seen in *" $2 "*) give_up eof; return ;; esac
      seen="$seen$2 "
      if [ "$1" = step ]; then queue="$queue$2:$3:$4 "
      elif [ -f "tx/f/$2.do" ] && journal "then $2:$3"; then afters="$afters$2:$3 "
      else refuse "$2"; fi ;;
  esac
}

loop() { # until the open transaction has ended
  while next && [ $phase != idle ]; do
    read -r event a b c d <&8 || continue
    case $event in
      tick) on_tick ;;
      in) on_frame $a $b $c $d ;;
      pid) pid=$a; [ $kill_in -eq 0 ] || stop_script ;;
      done) [ "$a.$b" != "$run.$part" ] || ended $a $b $c ;;
      lost) [ -z "$run" ] || [ "$a" != "$wrapper" ] || ended "$run" "$part" 137 ;;
      eof | full) give_up $event ;;
    esac
  done
}

recover() { # a pure function of the journal's whole lines; of `commit` and `undo-all` the last one counts
  x rm -rf tx.gone
  [ -s tx/journal ] || { x rm -rf tx; return; }
  [ -z "$(x tail -c 1 tx/journal)" ] || torn=$newline
  phase=undo
  while read -r _ word id _; do
    case $word in
      begin) open_tx=$id ;;
      start) open_steps="$id $open_steps" ;;
      undone) open_steps=$(without "$id" $open_steps) ;;
      then) afters="$afters$id " ;;
      after) for each in $afters; do [ "${each%:*}" != "$id" ] || afters=$(without "$each" $afters); done ;;
      commit) phase=after ;;
      undo-all) phase=undo ;;
      end) phase=$id ;;
    esac
  done <tx/journal
  emit "{\"e\":\"recover\",\"tx\":\"$open_tx\",\"mode\":\"$phase\"}"
  case $phase in undo | after) loop ;; *) finish $phase ;; esac
}

leave() { kill $ticker $reader 2>/dev/null; exit "$1"; }
mkdir -p "$dir" && cd "$dir" || exit 1
trap : PIPE; exec 9>>lock 7<&0 </dev/null
until flock -n 9; do # who holds it, and how far that is: told again whenever it changes
  holder=$({ x cat lock; x tail -n 1 tx/journal; } 2>/dev/null)
  [ "$holder" = "$told" ] || emit "{\"e\":\"locked\",\"now\":$(x date +%s),\"out\":${#holder}}" "$holder"
  told=$holder lockwait=$((lockwait - 1))
  [ $lockwait -ge 0 ] || exit 75
  sleep 1 9>&-
done
printf '%s %s %s %s\n' "$(x date +%s)" "$tx" $$ "$by" >lock
x rm -f ev; mkfifo ev || exit 77
# Opened for both a fifo never ends and never blocks; writers have the write end only, so they die with the agent.
exec 8<>ev 6>ev
trap 'printf "in abort\n" >&6' HUP INT TERM
tick & ticker=$! reader=''; recover
last=$(x tail -n 1 history 2>/dev/null)
if [ "$tx" != - ]; then
  open_tx=$tx afters='' torn=''
  { mkdir -p tx/f tx/o && journal "begin $tx 1" && flush . tx tx/f; } || leave 77
  phase=open
  read_frames &
  reader=$!
fi
exec 7<&-
emit "{\"e\":\"ready\",\"tx\":\"$tx\",\"pid\":$$,\"last\":\"$last\"}"
loop
leave 0
