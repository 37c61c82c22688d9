import { shellJoin } from '@suite/ssh';
import type { RollingService } from '../manifest.ts';
import type { Step } from '../step.ts';
import { removeNew, reportNew } from './containers.ts';

/** What a colour shares with the application: its networks, where the proxy and the databases are; and whose it is. */
export function formatColourFile(app: string, services: readonly string[], networks: readonly string[]): string {
  const labels = services.map((name) => `  ${name}:\n    labels:\n      ssh-deploy.app: "${app}"\n`);
  const shared = networks.map((name) => `  ${name}:\n    name: "${app}_${name}"\n    external: true\n`);
  return `services:\n${labels.join('')}networks:\n${shared.join('')}`;
}

/** Starts the release as the colour that is free, a compose project of its own; the other colour is not touched. */
export function startColourStep(rolling: readonly RollingService[], networks: readonly string[]): Step {
  const names = rolling.map(({ name }) => name);
  const run = `. ./lib.sh
taken=
for s in ${names.join(' ')}; do
  list=$(old_ids "$s") || exit 1
  for id in $list; do
    set -- $(docker inspect --format '{{.State.Running}} {{index .Config.Labels "com.docker.compose.project"}}' "$id")
    [ "\${1-}" != true ] || taken="$taken $2 "
  done
done
colour=
for c in green blue; do case $taken in *" $app-$c "*) ;; *) colour=$c ;; esac; done
[ -n "$colour" ] || die 'both colours run; remove the containers of the one that the proxy does not lead to'
# What stands there is stopped: compose would start it again instead of making it new.
for s in ${names.join(' ')}; do
  for id in $(old_ids "$s"); do
    [ "$(docker inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' "$id" 2>/dev/null)" != "$app-$colour" ] || docker rm -f -v "$id" >/dev/null
  done
done
for n in ${networks.join(' ')}; do
  docker network inspect "\${app}_$n" >/dev/null 2>&1 ||
    docker network create --label "com.docker.compose.project=$app" --label "com.docker.compose.network=$n" "\${app}_$n" >/dev/null || die "the network \${app}_$n could not be made"
done
compose_as "$app-$colour" "$release" up -d --no-build --no-deps ${shellJoin(names)} || die 'compose could not start ${names.join(', ')}'
${reportNew(names)}`;
  const undo = `. ./lib.sh
wait_engine
${removeNew(names)}`;
  const title = `start ${names.join(', ')} as the other colour`;
  return { id: 'start', state: 'start', title, kind: 'firm', limit: 300, run, undo };
}
