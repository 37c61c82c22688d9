import { createHash } from 'node:crypto';
import { shellJoin } from '@suite/ssh';
import { agentText } from './agent-text.ts';

/** How a session of the agent is begun. `tx` of `-` only settles what an earlier one left. Times in seconds. */
export interface LaunchOptions {
  readonly root: string;
  readonly tx: string;
  readonly lease: number;
  readonly lockWait: number;
  /** Who holds the lock: no spaces. */
  readonly by: string;
}

/** Exit codes of the launch and of the agent. */
export const exitCodes = { missingTools: 69, root: 73, damaged: 74, locked: 75, stuck: 76, full: 77 } as const;

/** What is sent on stdin before the first frame. */
export const agentBytes = Buffer.from(agentText);

/**
 * The remote command line: makes the agent's folder, reads the agent from stdin, checks its hash and becomes it. It is
 * always sent, because asking whether it is there costs a round trip and sending costs none; where the disk is too full
 * for it, the one of an earlier session does. Old ones are removed once nobody can be about to start them.
 */
export function launchLine({ root, tx, lease, lockWait, by }: LaunchOptions): string {
  const hash = createHash('sha256').update(agentBytes).digest('hex');
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
  return `exec ${shellJoin(['sh', '-c', script, 'agent', root, tx, String(lease), String(lockWait), by])}`;
}
