import { shellQuote } from '@suite/ssh';
import type { ProxyPlan } from '../manifest.ts';
import type { Step } from '../step.ts';
import { MOST_SECONDS_OF_UNDO } from './finish.ts';

/** The user's own script, beside the steps. */
export const PROXY_COMMAND_FILE = 'proxy-switch-command.sh';

/** Shell functions for a proxy that only the user's own command knows. */
export function formatCommandLibrary({ target }: ProxyPlan): string {
  return `target=${shellQuote(target)} here=$PWD

names_of() { for id; do name_of "$id"; done | paste -s -d ' ' -; }
addresses_of() { # ID…
  for id; do
    ip=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}' "$id" | head -n 1)
    echo "$ip:$(port_of "$id")"
  done | paste -s -d ' ' -
}

order() { # UNDO IDS-TO-LEAD-TO IDS-TO-LEAVE
  new=$(names_of $2) new_at=$(addresses_of $2) old=$(names_of $3) old_at=$(addresses_of $3)
  ( cd "$root" && export APP="$app" RELEASE="$release" UNDO="$1" NEW_CONTAINERS="$new" NEW_ADDRESSES="$new_at" \\
    OLD_CONTAINERS="$old" OLD_ADDRESSES="$old_at" && exec sh -e "$here/${PROXY_COMMAND_FILE}" ) ||
    die "proxy-switch-command ended with exit code $?"
}
`;
}

/** Runs the user's command for the new containers; its undo is the same command with old and new changed over. */
export function commandSwitchStep(drain: number): Step {
  const run = `. ./lib.sh
. ./command.sh
new=$(new_ids "$target") && old=$(old_ids "$target") || exit 1
: >ordered; sync
order false "$new" "$old"`;
  const undo = `. ./lib.sh
. ./command.sh
[ -e ordered ] || exit 0
wait_engine
new=$(new_ids "$target") && old=$(old_ids "$target") || exit 1
[ -n "$old" ] || { echo 'nothing served before, so nothing is ordered'; exit 0; }
order true "$old" "$new"
sleep ${Math.min(drain, MOST_SECONDS_OF_UNDO)}`;
  return { id: 'switch', state: 'switch', title: 'run proxy-switch-command', kind: 'firm', limit: 300, run, undo };
}
