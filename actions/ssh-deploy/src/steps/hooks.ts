import { shellJoin, shellQuote } from '@suite/ssh';
import type { Step } from '../step.ts';

/** Shell that runs the user's own text in a folder; it ends at the first command that fails. */
function userCommand(file: string, folder: string): string {
  return `here=$PWD
( cd ${folder} && APP=$app RELEASE=$release PREVIOUS_RELEASE=$previous RELEASE_DIR=$root/releases/$release ROOT=$root sh -e "$here/${file}" )`;
}

function hook(name: 'before' | 'after', command: string, seconds: number): Step {
  const file = `${name}-command.sh`;
  const run = `. ./lib.sh
${userCommand(file, '"$root/releases/$release"')} || die "${name}-command ended with exit code $?"`;
  return {
    id: `${name}-command`,
    state: name,
    title: `run ${name}-command`,
    kind: 'firm',
    limit: seconds,
    run,
    payloads: [{ name: file, content: Buffer.from(`${command}\n`) }],
  };
}

/** On the host, in the new release's folder, before anything starts. Nobody knows how to undo it, so nothing does. */
export function beforeStep(command: string, seconds: number): Step {
  return hook('before', command, seconds);
}

/** After commit: on the host, in the release's folder, when the release is the current one. */
export function afterStep(command: string, seconds: number): Step {
  return hook('after', command, seconds);
}

/** Runs a check in a container of its own of the new image, with the new environment. */
export function verifyStep(service: string, command: readonly string[]): Step {
  const run = `. ./lib.sh
compose "$release" run --rm --no-deps -T --label "ssh-deploy.verify=$release" ${shellQuote(service)} ${shellJoin(command)} || die "verify-command ended with exit code $?"`;
  const title = `run ${command.join(' ')} in a new ${service}`;
  // Where the step is stopped, the container goes on.
  const undo = `. ./lib.sh
wait_engine
for id in $(docker ps -aq --filter "label=com.docker.compose.project=$app" --filter "label=ssh-deploy.verify=$release"); do
  docker rm -f -v "$id" >/dev/null 2>&1 || ! docker inspect "$id" >/dev/null 2>&1 || die 'the container of verify-command cannot be removed'
done`;
  return { id: 'verify', state: 'verify', title, kind: 'soft', limit: 300, run, undo };
}

/** Runs the user's backup; it counts when it leaves something. */
export function backupCommandStep(command: string, seconds: number): Step {
  const file = 'backup-command.sh';
  const run = `. ./lib.sh
data=$root/backups/$release/data
# What is there was taken before this release was deployed for the first time, and is what a way back needs.
[ ! -d "$data" ] || data=$data.again
echo "$data" >data-folder
rm -rf "$data"
mkdir -p "$data"
chmod 700 "$data"
${userCommand(file, '"$data"')} || die "backup-command ended with exit code $?"
find "$data" -type f -size +0 | grep -q . || die 'backup-command left no file, or empty ones, in the folder where it ran'
sync`;
  return {
    id: 'backup-command',
    state: 'backup',
    title: 'run backup-command',
    kind: 'soft',
    limit: seconds,
    run,
    undo: '. ./lib.sh\n[ ! -s data-folder ] || rm -rf "$(cat data-folder)"',
    payloads: [{ name: file, content: Buffer.from(`${command}\n`) }],
  };
}
