import { shellQuote } from '@suite/ssh';
import type { Step } from '../step.ts';

/**
 * Stops every container that a release started, and notes what is to be removed. A container is the application's own
 * where its release folder is: another project of the same name, in another folder, is not touched, nor networks and volumes by its name.
 */
export function stopAllStep(stopSeconds: number): Step {
  const run = `. ./lib.sh
docker ps -a --no-trunc --filter label=com.docker.compose.project \\
  --format '{{.ID}} {{.State}} {{.Label "com.docker.compose.project"}} {{.Label "com.docker.compose.project.working_dir"}}' >all || die 'docker does not answer'
awk -v own="$root/releases/" 'index($4, own) == 1 { print $1 }' all >own.ids
awk -v own="$root/releases/" 'index($4, own) == 1 && $2 == "running" { print $1 }' all >running.ids
{ awk -v own="$root/releases/" 'index($4, own) == 1 { print $3 }' all; echo "$app"; } | sort -u |
  while read -r p; do awk -v own="$root/releases/" -v p="$p" '$3 == p && index($4, own) != 1 { exit 1 }' all && echo "$p"; done >projects
echo end >>running.ids
sync
ids=$(grep -vx end running.ids) || exit 0
docker stop -t ${stopSeconds} $ids >/dev/null || die 'docker could not stop the containers'`;
  const undo = `. ./lib.sh
[ "$(tail -n 1 running.ids 2>/dev/null)" = end ] || exit 0
ids=$(grep -vx end running.ids) || exit 0
wait_engine
docker start $ids >/dev/null || die 'docker could not start the containers again'`;
  const title = 'stop all containers of the application';
  return { id: 'stop-all', state: 'stop', title, kind: 'firm', limit: stopSeconds + 60, run, undo };
}

/** After commit: removes containers and networks, and volumes only where that was asked for. */
export function removeContainersStep(withData: boolean): Step {
  const run = `. ./lib.sh
wait_engine
failed=
[ ! -s own.ids ] || docker rm -f ${withData ? '-v ' : ''}$(cat own.ids) >/dev/null || failed=yes
for p in $(cat projects); do
  for n in $(docker network ls -q --filter "label=com.docker.compose.project=$p"); do docker network rm "$n" >/dev/null || failed=yes; done
${withData ? `  for v in $(docker volume ls -q --filter "label=com.docker.compose.project=$p"); do docker volume rm "$v" >/dev/null || failed=yes; done\n` : ''}done
[ -z "$failed" ] || die 'some containers, networks or volumes are still in use'`;
  const title = `remove its containers and networks${withData ? ', and its volumes' : ''}`;
  return { id: 'remove', state: 'stop', title, kind: 'soft', limit: 120, run };
}

/** After commit: removes the images of the releases, but for those that anything else has a name for or runs. */
export function removeImagesStep(refs: readonly string[]): Step {
  const run = `. ./lib.sh
own="ssh-deploy.local/$app/"
for ref in ${refs.map(shellQuote).join(' ')}; do
  tags=$(docker image inspect --format '{{join .RepoTags "\\n"}}' "$ref" 2>/dev/null) || continue
  printf '%s\\n' "$tags" | grep . | grep -qv "^$own" || docker image rm "$ref" >/dev/null 2>&1 || :
done
tags=$(docker image ls --format '{{.Repository}}:{{.Tag}}' "$own*")
[ -z "$tags" ] || docker image rm $tags >/dev/null 2>&1 || :`;
  return { id: 'images', state: 'prune', title: 'remove the images of its releases', kind: 'soft', limit: 120, run };
}

/** After commit: removes the releases, and what they share only where that was asked for. */
export function removeFoldersStep(withData: boolean): Step {
  const run = `. ./lib.sh
rm -rf "$root/current" "$root/releases" "$root/backups"${withData ? ' "$root/shared"' : ''} || die "some files below $root belong to somebody else"`;
  const title = `remove ${withData ? 'releases, backups and shared' : 'releases and backups'}`;
  return { id: 'folders', state: 'prune', title, kind: 'soft', limit: 120, run };
}

/** When the agent has ended: its own folder, while nobody else has the lock, and the root where nothing is left in it. */
export function removeRootScript(root: string): string {
  return `root=${shellQuote(root)}
flock -n "$root/.deploy/lock" rm -rf "$root/.deploy"
rmdir "$root" 2>/dev/null
exit 0
`;
}
