import type { Step } from '../step.ts';

/** How a release without containers becomes the one that serves. */
export interface Activation {
  /** `current` leads to it before the command runs, not only after commit. */
  readonly rename: boolean;
  /** The user's own shell text, run for the release that shall serve, and at an undo for the one before. */
  readonly command: string | undefined;
}

const COMMAND_FILE = 'switch-command.sh';

const FAILED = 'die "switch-command ended with exit code $?"';

/** The link is back. A command that never worked must not keep the host from its next deploy; one that did must work. */
const FORGIVEN = `{ rc=$?; [ ! -e ordered ] || die "switch-command ended with exit code $rc"; echo "switch-command ended with exit code $rc here too"; }`;

/** Shell functions of both directions. */
function formatFunctions(command: string | undefined): string {
  return `here=$PWD

lead_to() { # FOLDER
  ln -sfn "$1" "$root/.deploy/current.new" && mv -T "$root/.deploy/current.new" "$root/current" || die "$root/current could not be renamed"
  sync
}

order() { # FOLDER UNDO: stops at the first command that fails
  ${command === undefined ? ':' : `( cd "$root" && APP=$app RELEASE=\${1##*/} RELEASE_DIR=$1 UNDO=$2 sh -e "$here/${COMMAND_FILE}" )`}
}
`;
}

/** Makes a release of plain files the one that serves; its undo is the same for the release before. */
export function activateStep({ rename, command }: Activation): Step {
  const functions = `. ./lib.sh\n${formatFunctions(command)}`;
  const run = `${functions}
[ -e current.before ] || { readlink "$root/current" >current.copy; sync; mv current.copy current.before; }
${rename ? `lead_to "releases/$release"\n` : ''}order "$root/releases/$release" false || ${FAILED}
: >ordered; sync`;
  const undo = `${functions}
[ -e current.before ] || exit 0
before=$(cat current.before)
if [ -z "$before" ]; then
  rm -f "$root/current"
  echo 'it was the first release, so nothing is ordered for one before'
else
  ${rename ? `lead_to "$before"\n  ` : ''}case $before in /*) ;; *) before=$root/$before ;; esac
  order "$before" true || ${rename ? FORGIVEN : FAILED}
fi`;
  const payloads = command === undefined ? [] : [{ name: COMMAND_FILE, content: Buffer.from(`${command}\n`) }];
  const title = rename
    ? `lead current to it${command === undefined ? '' : ', then run switch-command'}`
    : 'run switch-command';
  return { id: 'activate', state: 'switch', title, kind: 'firm', limit: 300, run, undo, payloads };
}
